import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** How many versions of a text are read at once: each may hold a whole document. */
const PAGE = 20;

/** A person's row, without what is not about them. */
export function getProfile(db: Db, userId: string) {
  return db
    .selectFrom("users")
    .select(["id", "name", "email", "email_verified", "role", "created_at", "updated_at"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
}

/** All workspaces of a person, oldest first. */
export function listOwnWorkspaces(db: Db, userId: string) {
  return db
    .selectFrom("workspaces")
    .selectAll()
    .where("owner_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** What a person wrote as a rater on other people's work. */
export function listRatingsGiven(db: Db, userId: string) {
  return db
    .selectFrom("ratings")
    .innerJoin("workspaces", "workspaces.id", "ratings.workspace_id")
    .select([
      "ratings.competency",
      "ratings.attempt",
      "ratings.rater",
      "ratings.level",
      "ratings.justification",
      "ratings.updated_at",
    ])
    .where("ratings.rater_id", "=", userId)
    .where("workspaces.owner_id", "<>", userId)
    .orderBy("ratings.updated_at")
    .execute();
}

/** Everything of one workspace but its texts' versions, which are read page by page. */
export async function getWorkspaceContents(db: Db, workspaceId: string) {
  const of = <
    T extends
      | "workspace_steps"
      | "sections"
      | "tool_sessions"
      | "prompt_runs"
      | "prompt_assertions"
      | "submissions"
      | "evidence"
      | "assets",
  >(
    table: T,
  ) =>
    sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} where workspace_id = ${workspaceId} order by 1, 2`.execute(
      db,
    );
  const [
    steps,
    sections,
    toolSessions,
    promptRuns,
    promptAssertions,
    submissions,
    evidence,
    assets,
  ] = await Promise.all([
    of("workspace_steps"),
    of("sections"),
    of("tool_sessions"),
    of("prompt_runs"),
    of("prompt_assertions"),
    of("submissions"),
    of("evidence"),
    of("assets"),
  ]);
  const toolActions = await db
    .selectFrom("tool_actions")
    .innerJoin("tool_sessions", "tool_sessions.id", "tool_actions.session_id")
    .select([
      "tool_actions.session_id",
      "tool_actions.seq",
      "tool_actions.origin",
      "tool_actions.action",
      "tool_actions.at",
    ])
    .where("tool_sessions.workspace_id", "=", workspaceId)
    .orderBy("tool_actions.session_id")
    .orderBy("tool_actions.seq")
    .execute();
  // Who else rated is that person's own data: the role is enough.
  const ratings = await db
    .selectFrom("ratings")
    .select(["competency", "attempt", "rater", "level", "justification", "updated_at"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("attempt")
    .orderBy("competency")
    .execute();
  return {
    steps: steps.rows,
    sections: sections.rows,
    tools: toolSessions.rows.map((session) => ({
      ...session,
      actions: toolActions.filter((action) => action.session_id === session.id),
    })),
    promptRuns: promptRuns.rows,
    promptAssertions: promptAssertions.rows,
    submissions: submissions.rows,
    ratings,
    evidence: evidence.rows,
    assets: assets.rows,
  };
}

/** Every kept version of a workspace's texts, oldest first, a few at a time. */
export async function* listAllRevisions(db: Db, workspaceId: string) {
  let after = "0";
  for (;;) {
    const rows = await db
      .selectFrom("section_revisions")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const row of rows) yield row;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}
