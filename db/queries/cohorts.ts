import type { Db } from "../client.server.ts";

export type CohortRole = "trainer" | "learner";

/** The groups a person is in, those still open first, then by name. */
export function listCohorts(db: Db, userId: string) {
  return db
    .selectFrom("cohort_people as p")
    .innerJoin("cohorts as c", "c.id", "p.cohort_id")
    .select(["c.id", "c.name", "c.archived_at", "p.role"])
    .where("p.user_id", "=", userId)
    .orderBy("c.archived_at", (o) => o.asc().nullsFirst())
    .orderBy("c.name")
    .limit(200)
    .execute();
}

/** A group with what this person is in it; null when they are nothing in it, or when there is none. */
export async function findCohort(db: Db, id: string, userId: string) {
  const row = await db
    .selectFrom("cohort_people as p")
    .innerJoin("cohorts as c", "c.id", "p.cohort_id")
    .select(["c.id", "c.name", "c.code", "c.archived_at", "p.role"])
    .where("c.id", "=", id)
    .where("p.user_id", "=", userId)
    .executeTakeFirst();
  return row ?? null;
}

/** The group that a joining code opens, with its trainers' names. */
export async function findCohortByCode(db: Db, code: string) {
  const cohort = await db
    .selectFrom("cohorts")
    .select(["id", "name", "archived_at"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!cohort) return null;
  const trainers = await db
    .selectFrom("cohort_people as p")
    .innerJoin("users as u", "u.id", "p.user_id")
    .select("u.name")
    .where("p.cohort_id", "=", cohort.id)
    .where("p.role", "=", "trainer")
    .orderBy("u.name")
    .execute();
  return { ...cohort, trainers: trainers.map((t) => t.name) };
}

/** Makes a group with its first trainer. */
export function insertCohort(
  db: Db,
  cohort: { name: string; code: string; trainerId: string },
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("cohorts")
      .values({ name: cohort.name, code: cohort.code })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("cohort_people")
      .values({ cohort_id: id, user_id: cohort.trainerId, role: "trainer" })
      .execute();
    return id;
  });
}

/** Adds a learner; someone already in the group stays what they are. */
export async function insertLearner(db: Db, cohortId: string, userId: string): Promise<void> {
  await db
    .insertInto("cohort_people")
    .values({ cohort_id: cohortId, user_id: userId, role: "learner" })
    .onConflict((c) => c.doNothing())
    .execute();
}

/**
 * Takes a learner out, and what they gave to the group with them.
 * @returns false when they are no learner of it.
 */
export function deleteLearner(db: Db, cohortId: string, userId: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom("cohort_people")
      .where("cohort_id", "=", cohortId)
      .where("user_id", "=", userId)
      .where("role", "=", "learner")
      .returning("user_id")
      .executeTakeFirst();
    if (!gone) return false;
    await tx
      .deleteFrom("cohort_submissions")
      .where("cohort_id", "=", cohortId)
      .where("submission_id", "in", (qb) =>
        qb
          .selectFrom("submissions as s")
          .innerJoin("workspaces as w", "w.id", "s.workspace_id")
          .select("s.id")
          .where("w.owner_id", "=", userId),
      )
      .execute();
    return true;
  });
}

/** Renames a group, archives it or opens it again. */
export async function updateCohort(
  db: Db,
  id: string,
  change: { name?: string; archived_at?: Date | null; code?: string },
): Promise<void> {
  await db.updateTable("cohorts").set(change).where("id", "=", id).execute();
}

/** People of a group by name, a page of `limit` after `skip`; trainers first. */
export function listCohortPeople(db: Db, cohortId: string, limit: number, skip: number) {
  return db
    .selectFrom("cohort_people as p")
    .innerJoin("users as u", "u.id", "p.user_id")
    .select(["u.id", "u.name", "p.role", "p.joined_at"])
    .where("p.cohort_id", "=", cohortId)
    .orderBy("p.role", "desc")
    .orderBy("u.name")
    .orderBy("u.id")
    .limit(limit)
    .offset(skip)
    .execute();
}

/** What was given to a group, newest first, a page of `limit` after `skip`. */
export function listCohortSubmissions(db: Db, cohortId: string, limit: number, skip: number) {
  return db
    .selectFrom("cohort_submissions as g")
    .innerJoin("submissions as s", "s.id", "g.submission_id")
    .innerJoin("workspaces as w", "w.id", "s.workspace_id")
    .innerJoin("users as u", "u.id", "w.owner_id")
    .select(["s.id", "s.number", "s.words", "s.submitted_at", "w.title", "w.block", "u.name"])
    .where("g.cohort_id", "=", cohortId)
    .orderBy("g.given_at", "desc")
    .limit(limit)
    .offset(skip)
    .execute();
}

/** A hand-in given to a group, with its sealed text; null when it was not given to this one. */
export async function findCohortSubmission(db: Db, cohortId: string, submissionId: string) {
  const row = await db
    .selectFrom("cohort_submissions as g")
    .innerJoin("submissions as s", "s.id", "g.submission_id")
    .innerJoin("workspaces as w", "w.id", "s.workspace_id")
    .select(["s.workspace_id", "s.snapshot", "w.owner_id"])
    .where("g.cohort_id", "=", cohortId)
    .where("g.submission_id", "=", submissionId)
    .executeTakeFirst();
  return row ?? null;
}

/** Groups where this person learns, with when hand-in `number` of the workspace was given to each (null: not yet). */
export function listGivenCohorts(db: Db, userId: string, workspaceId: string, number: number) {
  return db
    .selectFrom("cohort_people as p")
    .innerJoin("cohorts as c", "c.id", "p.cohort_id")
    .leftJoin("submissions as s", (join) =>
      join.on("s.workspace_id", "=", workspaceId).on("s.number", "=", number),
    )
    .leftJoin("cohort_submissions as g", (join) =>
      join.onRef("g.submission_id", "=", "s.id").onRef("g.cohort_id", "=", "c.id"),
    )
    .select(["c.id", "c.name", "c.archived_at", "g.given_at"])
    .where("p.user_id", "=", userId)
    .where("p.role", "=", "learner")
    .orderBy("c.name")
    .limit(200)
    .execute();
}

/**
 * Gives a hand-in to a group where its author learns, once.
 * @returns false when there is no such hand-in, or the author does not learn there.
 */
export async function insertCohortSubmission(
  db: Db,
  given: { cohortId: string; workspaceId: string; number: number },
): Promise<boolean> {
  const found = await db
    .selectFrom("submissions as s")
    .innerJoin("workspaces as w", "w.id", "s.workspace_id")
    .innerJoin("cohort_people as p", "p.user_id", "w.owner_id")
    .innerJoin("cohorts as c", "c.id", "p.cohort_id")
    .select("s.id")
    .where("s.workspace_id", "=", given.workspaceId)
    .where("s.number", "=", given.number)
    .where("p.cohort_id", "=", given.cohortId)
    .where("p.role", "=", "learner")
    .where("c.archived_at", "is", null)
    .executeTakeFirst();
  if (!found) return false;
  await db
    .insertInto("cohort_submissions")
    .values({ cohort_id: given.cohortId, submission_id: found.id })
    .onConflict((c) => c.doNothing())
    .execute();
  return true;
}
