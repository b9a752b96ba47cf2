import type { ColumnType, Generated, JSONColumnType } from "kysely";

/** One type per table; `tests/promises/database.test.ts` holds schema.sql against the migrated database. */
type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;
type NullableTimestamp = ColumnType<
  Date | null,
  Date | string | null | undefined,
  Date | string | null
>;
/** jsonb: read parsed, written with JSON.stringify (an array handed to pg becomes a PostgreSQL array). */
type Json<T extends object> = JSONColumnType<T, string, string>;

export type Role = "learner" | "trainer" | "admin";

export type UserTable = {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  role: Generated<Role>;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type SessionTable = {
  id: string;
  user_id: string;
  token: string;
  expires_at: Timestamp;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type AccountTable = {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: NullableTimestamp;
  refresh_token_expires_at: NullableTimestamp;
  scope: string | null;
  password: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type VerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type RateLimitTable = {
  id: string;
  key: string;
  count: number;
  last_request: string | number;
};

export type SubjectVersionTable = {
  slug: string;
  version: number;
  source: "catalogue" | "trainer";
  checksum: string;
  body: Json<object>;
  published_at: Timestamp;
};

export type Mode = "practice" | "mock-exam" | "candidate";

export type WorkspaceTable = {
  id: Generated<string>;
  owner_id: string;
  subject_slug: string;
  subject_version: number;
  certification: string;
  block: string;
  mode: Generated<Mode>;
  title: string;
  attempt: Generated<number>;
  current_step: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type WorkspaceStepTable = {
  workspace_id: string;
  step_id: string;
  done_at: NullableTimestamp;
};
export type SectionTable = {
  workspace_id: string;
  section_key: string;
  version: number;
  doc: Json<object>;
  words: number;
  device: string;
  updated_at: Timestamp;
};
export type SectionRevisionTable = {
  id: Generated<string>;
  workspace_id: string;
  section_key: string;
  version: number;
  doc: Json<object>;
  words: number;
  device: string;
  started_at: Timestamp;
  saved_at: Timestamp;
};
export type AssetTable = {
  id: Generated<string>;
  workspace_id: string;
  mime: string;
  bytes: number;
  width: number;
  height: number;
  name: string;
  sha256: string;
  /** Milliseconds of a video or an animation; null for a still image. */
  duration_ms: number | null;
  created_at: Timestamp;
};
export type ToolSessionTable = {
  id: Generated<string>;
  workspace_id: string;
  step_id: string;
  tool: string;
  subject_slug: string;
  subject_version: number;
  seed: number;
  version: Generated<number>;
  state: Json<object>;
  /** The tool's own count of what is done, kept so that the path of steps needs no state. */
  progress: Json<{ done: number; total: number; next: string | null }>;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type ToolActionTable = {
  session_id: string;
  seq: number;
  origin: "learner" | "system";
  action: Json<object>;
  at: Timestamp;
};
export type PromptRunStatus = "running" | "done" | "stopped" | "failed";
export type PromptRunTable = {
  id: Generated<string>;
  workspace_id: string;
  step_id: string;
  seq: number;
  prompt: string;
  settings: Json<{ temperature: number; maxTokens: number; seed: number }>;
  provider: string;
  provider_label: string;
  model: string;
  status: PromptRunStatus;
  output: Generated<string>;
  failure: string | null;
  usage: JSONColumnType<
    { inputTokens: number; outputTokens: number } | null,
    string | null,
    string | null
  >;
  kept: Generated<boolean>;
  note: Generated<string>;
  inserted_in: string | null;
  created_at: Timestamp;
  finished_at: NullableTimestamp;
};
/** One request to a model. */
export type AiUseTable = {
  id: Generated<string>;
  user_id: string;
  kind: "text" | "image";
  /** Set aside while it is under way, then what was used. */
  tokens: number;
  created_at: Timestamp;
};
export type PromptAssertionTable = {
  id: Generated<string>;
  workspace_id: string;
  step_id: string;
  body: Json<object>;
  created_at: Timestamp;
};
export type SubmissionTable = {
  id: Generated<string>;
  workspace_id: string;
  number: number;
  attempt: number;
  code: string;
  sha256: string;
  words: number;
  remarks: number;
  snapshot: string;
  submitted_at: Date;
};
export type CohortTable = {
  id: Generated<string>;
  name: string;
  code: string;
  archived_at: Date | null;
  created_at: Timestamp;
};
export type CohortPersonTable = {
  cohort_id: string;
  user_id: string;
  role: "trainer" | "learner";
  joined_at: Timestamp;
};
export type CohortSubmissionTable = {
  cohort_id: string;
  submission_id: string;
  given_at: Timestamp;
};
export type RatingTable = {
  id: Generated<string>;
  workspace_id: string;
  competency: string;
  attempt: number;
  rater: "self" | "trainer" | "juror";
  rater_id: string;
  level: number | null;
  justification: Generated<string>;
  version: Generated<number>;
  updated_at: Timestamp;
};
export type EvidenceTable = {
  id: Generated<string>;
  workspace_id: string;
  competency: string;
  attempt: number;
  kind: "passage" | "figure";
  section_key: string | null;
  quote: string | null;
  figure_id: string | null;
  fingerprint: string;
  note: Generated<string>;
  created_at: Timestamp;
};

export type Database = {
  users: UserTable;
  sessions: SessionTable;
  accounts: AccountTable;
  verifications: VerificationTable;
  rate_limits: RateLimitTable;
  subject_versions: SubjectVersionTable;
  workspaces: WorkspaceTable;
  workspace_steps: WorkspaceStepTable;
  sections: SectionTable;
  section_revisions: SectionRevisionTable;
  assets: AssetTable;
  tool_sessions: ToolSessionTable;
  tool_actions: ToolActionTable;
  prompt_runs: PromptRunTable;
  ai_uses: AiUseTable;
  prompt_assertions: PromptAssertionTable;
  submissions: SubmissionTable;
  cohorts: CohortTable;
  cohort_people: CohortPersonTable;
  cohort_submissions: CohortSubmissionTable;
  ratings: RatingTable;
  evidence: EvidenceTable;
};
