import { type Kysely, sql } from "kysely";

/** Groups of learners with their trainers, and the hand-ins that learners gave to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cohorts (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      code text not null unique,
      archived_at timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table cohort_people (
      cohort_id uuid not null references cohorts (id) on delete cascade,
      user_id text not null references users (id) on delete cascade,
      role text not null check (role in ('trainer', 'learner')),
      joined_at timestamptz not null default now(),
      primary key (cohort_id, user_id)
    )`.execute(db);
  await sql`create index cohort_people_user on cohort_people (user_id)`.execute(db);
  // Apart from the hand-in, which never changes: it may be given later, and a group may go.
  await sql`
    create table cohort_submissions (
      cohort_id uuid not null references cohorts (id) on delete cascade,
      submission_id uuid not null references submissions (id) on delete cascade,
      given_at timestamptz not null default clock_timestamp(),
      primary key (cohort_id, submission_id)
    )`.execute(db);
  await sql`create index cohort_submissions_submission on cohort_submissions (submission_id)`.execute(
    db,
  );
  await sql`create index cohort_submissions_newest on cohort_submissions (cohort_id, given_at desc)`.execute(
    db,
  );
}
