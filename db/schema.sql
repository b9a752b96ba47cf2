-- The result of the migrations, for reading. Written by UPDATE_SCHEMA=1 npx vitest run tests/promises/database.test.ts

create table accounts (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX accounts_user ON public.accounts USING btree (user_id);

create table ai_uses (
  id uuid not null default gen_random_uuid(),
  user_id text not null,
  kind text not null,
  tokens integer not null,
  created_at timestamptz not null default now(),
  CHECK ((kind = ANY (ARRAY['text'::text, 'image'::text]))),
  CHECK ((tokens >= 0)),
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX ai_uses_day ON public.ai_uses USING btree (user_id, created_at);

create table assets (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  name text not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  duration_ms integer,
  CHECK (((duration_ms IS NULL) OR (duration_ms > 0))),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX assets_workspace ON public.assets USING btree (workspace_id, created_at DESC);

create table cohort_people (
  cohort_id uuid not null,
  user_id text not null,
  role text not null,
  joined_at timestamptz not null default now(),
  CHECK ((role = ANY (ARRAY['trainer'::text, 'learner'::text]))),
  FOREIGN KEY (cohort_id) REFERENCES cohorts(id) ON DELETE CASCADE,
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  PRIMARY KEY (cohort_id, user_id)
);
CREATE INDEX cohort_people_user ON public.cohort_people USING btree (user_id);

create table cohort_submissions (
  cohort_id uuid not null,
  submission_id uuid not null,
  given_at timestamptz not null default clock_timestamp(),
  FOREIGN KEY (cohort_id) REFERENCES cohorts(id) ON DELETE CASCADE,
  FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE CASCADE,
  PRIMARY KEY (cohort_id, submission_id)
);
CREATE INDEX cohort_submissions_newest ON public.cohort_submissions USING btree (cohort_id, given_at DESC);
CREATE INDEX cohort_submissions_submission ON public.cohort_submissions USING btree (submission_id);

create table cohorts (
  id uuid not null default gen_random_uuid(),
  name text not null,
  code text not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  PRIMARY KEY (id),
  UNIQUE (code)
);

create table evidence (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  competency text not null,
  attempt integer not null,
  kind text not null,
  section_key text,
  quote text,
  figure_id text,
  fingerprint text not null,
  note text not null default ''::text,
  created_at timestamptz not null default now(),
  CHECK ((kind = ANY (ARRAY['passage'::text, 'figure'::text]))),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX evidence_workspace ON public.evidence USING btree (workspace_id, attempt, competency);

create table prompt_assertions (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  step_id text not null,
  body jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id)
);
CREATE INDEX prompt_assertions_step ON public.prompt_assertions USING btree (workspace_id, step_id, created_at);

create table prompt_runs (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  step_id text not null,
  seq integer not null,
  prompt text not null,
  settings jsonb not null,
  provider text not null,
  provider_label text not null,
  model text not null,
  status text not null,
  output text not null default ''::text,
  failure text,
  usage jsonb,
  kept boolean not null default false,
  note text not null default ''::text,
  inserted_in text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  CHECK ((status = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'failed'::text]))),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (workspace_id, step_id, seq)
);
CREATE INDEX prompt_runs_created ON public.prompt_runs USING btree (workspace_id, created_at DESC);

create table rate_limits (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  PRIMARY KEY (id),
  UNIQUE (key)
);

create table ratings (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  competency text not null,
  attempt integer not null,
  rater text not null,
  rater_id text not null,
  level integer,
  justification text not null default ''::text,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  CHECK ((rater = ANY (ARRAY['self'::text, 'trainer'::text, 'juror'::text]))),
  FOREIGN KEY (rater_id) REFERENCES users(id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (workspace_id, attempt, competency, rater, rater_id)
);
CREATE INDEX ratings_rater ON public.ratings USING btree (rater_id);

create table section_revisions (
  id bigint not null,
  workspace_id uuid not null,
  section_key text not null,
  version integer not null,
  doc jsonb not null,
  words integer not null,
  device text not null,
  started_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (workspace_id, section_key, version)
);

create table sections (
  workspace_id uuid not null,
  section_key text not null,
  version integer not null,
  doc jsonb not null,
  words integer not null,
  device text not null,
  updated_at timestamptz not null default now(),
  CHECK ((version > 0)),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, section_key)
);

create table sessions (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (token)
);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (user_id);

create table subject_versions (
  slug text not null,
  version integer not null,
  source text not null,
  checksum text not null,
  body jsonb not null,
  published_at timestamptz not null default now(),
  CHECK ((source = ANY (ARRAY['catalogue'::text, 'trainer'::text]))),
  CHECK ((version > 0)),
  PRIMARY KEY (slug, version)
);

create table submissions (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  number integer not null,
  attempt integer not null,
  code text not null,
  sha256 text not null,
  words integer not null,
  remarks integer not null,
  snapshot text not null,
  submitted_at timestamptz not null,
  CHECK ((number > 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (code),
  UNIQUE (workspace_id, number)
);

create table tool_actions (
  session_id uuid not null,
  seq integer not null,
  origin text not null,
  action jsonb not null,
  at timestamptz not null default now(),
  CHECK ((origin = ANY (ARRAY['learner'::text, 'system'::text]))),
  FOREIGN KEY (session_id) REFERENCES tool_sessions(id) ON DELETE CASCADE,
  PRIMARY KEY (session_id, seq)
);

create table tool_sessions (
  id uuid not null default gen_random_uuid(),
  workspace_id uuid not null,
  step_id text not null,
  tool text not null,
  subject_slug text not null,
  subject_version integer not null,
  seed integer not null,
  version integer not null default 0,
  state jsonb not null,
  progress jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (id),
  UNIQUE (workspace_id, step_id, tool)
);

create table users (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  role text not null default 'learner'::text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  CHECK ((role = ANY (ARRAY['learner'::text, 'trainer'::text, 'admin'::text]))),
  PRIMARY KEY (id),
  UNIQUE (email)
);

create table verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  PRIMARY KEY (id)
);
CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier);

create table workspace_steps (
  workspace_id uuid not null,
  step_id text not null,
  done_at timestamptz,
  FOREIGN KEY (workspace_id) REFERENCES workspaces(id) ON DELETE CASCADE,
  PRIMARY KEY (workspace_id, step_id)
);

create table workspaces (
  id uuid not null default gen_random_uuid(),
  owner_id text not null,
  subject_slug text not null,
  subject_version integer not null,
  certification text not null,
  block text not null,
  mode text not null default 'practice'::text,
  title text not null,
  attempt integer not null default 1,
  current_step text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  CHECK ((attempt > 0)),
  CHECK ((mode = ANY (ARRAY['practice'::text, 'mock-exam'::text, 'candidate'::text]))),
  FOREIGN KEY (owner_id) REFERENCES users(id) ON DELETE CASCADE,
  FOREIGN KEY (subject_slug, subject_version) REFERENCES subject_versions(slug, version),
  PRIMARY KEY (id)
);
CREATE INDEX workspaces_owner ON public.workspaces USING btree (owner_id, updated_at DESC);
CREATE INDEX workspaces_subject ON public.workspaces USING btree (subject_slug, subject_version);
