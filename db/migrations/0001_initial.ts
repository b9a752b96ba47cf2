import { type Kysely, sql } from "kysely";

/** Accounts, subjects, workspaces, dossier sections, tools, prompt runs, ratings and evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);

  await sql`
    create table users (
      id text primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      role text not null default 'learner' check (role in ('learner', 'trainer', 'admin')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table sessions (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index sessions_user on sessions (user_id)`.execute(db);
  await sql`create index sessions_expiry on sessions (expires_at)`.execute(db);
  await sql`
    create table accounts (
      id text primary key,
      user_id text not null references users (id) on delete cascade,
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
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index accounts_user on accounts (user_id)`.execute(db);
  await sql`
    create table verifications (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index verifications_identifier on verifications (identifier)`.execute(db);
  await sql`
    create table rate_limits (
      id text primary key,
      key text not null unique,
      count integer not null,
      last_request bigint not null
    )`.execute(db);

  await sql`
    create table subject_versions (
      slug text not null,
      version integer not null check (version > 0),
      source text not null check (source in ('catalogue', 'trainer')),
      checksum text not null,
      body jsonb not null,
      published_at timestamptz not null default now(),
      primary key (slug, version)
    )`.execute(db);

  await sql`
    create table workspaces (
      id uuid primary key default gen_random_uuid(),
      owner_id text not null references users (id) on delete cascade,
      subject_slug text not null,
      subject_version integer not null,
      certification text not null,
      block text not null,
      mode text not null default 'practice' check (mode in ('practice', 'mock-exam', 'candidate')),
      title text not null,
      attempt integer not null default 1 check (attempt > 0),
      current_step text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      foreign key (subject_slug, subject_version) references subject_versions (slug, version)
    )`.execute(db);
  await sql`create index workspaces_owner on workspaces (owner_id, updated_at desc)`.execute(db);
  await sql`create index workspaces_subject on workspaces (subject_slug, subject_version)`.execute(
    db,
  );
  await sql`
    create table workspace_steps (
      workspace_id uuid not null references workspaces (id) on delete cascade,
      step_id text not null,
      done_at timestamptz,
      primary key (workspace_id, step_id)
    )`.execute(db);

  await sql`
    create table sections (
      workspace_id uuid not null references workspaces (id) on delete cascade,
      section_key text not null,
      version integer not null check (version > 0),
      doc jsonb not null,
      words integer not null,
      device text not null,
      updated_at timestamptz not null default now(),
      primary key (workspace_id, section_key)
    )`.execute(db);
  await sql`
    create table section_revisions (
      id bigint generated always as identity primary key,
      workspace_id uuid not null references workspaces (id) on delete cascade,
      section_key text not null,
      version integer not null,
      doc jsonb not null,
      words integer not null,
      device text not null,
      started_at timestamptz not null default now(),
      saved_at timestamptz not null default now(),
      unique (workspace_id, section_key, version)
    )`.execute(db);

  await sql`
    create table assets (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      mime text not null,
      bytes integer not null,
      width integer not null,
      height integer not null,
      name text not null,
      sha256 text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index assets_workspace on assets (workspace_id, created_at desc)`.execute(db);

  await sql`
    create table tool_sessions (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
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
      unique (workspace_id, step_id, tool)
    )`.execute(db);
  await sql`
    create table tool_actions (
      session_id uuid not null references tool_sessions (id) on delete cascade,
      seq integer not null,
      origin text not null check (origin in ('learner', 'system')),
      action jsonb not null,
      at timestamptz not null default now(),
      primary key (session_id, seq)
    )`.execute(db);

  await sql`
    create table prompt_runs (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      step_id text not null,
      seq integer not null,
      prompt text not null,
      settings jsonb not null,
      provider text not null,
      provider_label text not null,
      model text not null,
      status text not null check (status in ('running', 'done', 'stopped', 'failed')),
      output text not null default '',
      failure text,
      usage jsonb,
      kept boolean not null default false,
      note text not null default '',
      inserted_in text,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      unique (workspace_id, step_id, seq)
    )`.execute(db);
  await sql`create index prompt_runs_created on prompt_runs (workspace_id, created_at desc)`.execute(
    db,
  );

  await sql`
    create table ratings (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      competency text not null,
      attempt integer not null,
      rater text not null check (rater in ('self', 'trainer', 'juror')),
      rater_id text not null references users (id) on delete cascade,
      level integer,
      justification text not null default '',
      version integer not null default 1,
      updated_at timestamptz not null default now(),
      unique (workspace_id, attempt, competency, rater, rater_id)
    )`.execute(db);
  await sql`create index ratings_rater on ratings (rater_id)`.execute(db);
  await sql`
    create table evidence (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      competency text not null,
      attempt integer not null,
      kind text not null check (kind in ('passage', 'figure')),
      section_key text,
      quote text,
      figure_id text,
      fingerprint text not null,
      note text not null default '',
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index evidence_workspace on evidence (workspace_id, attempt, competency)`.execute(
    db,
  );
}
