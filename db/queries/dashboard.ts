import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type DashboardRow = {
  id: string;
  subject_slug: string;
  subject_version: number;
  certification: string;
  block: string;
  title: string;
  attempt: number;
  current_step: string | null;
  /** The last time anything was written or done in it. */
  worked_at: Date;
  /** Words by section key. */
  words: Record<string, number>;
  done: string[];
  tools: { step: string; tool: string; done: number; total: number; next: string | null }[];
  /** Competencies of the current attempt with a level and a long enough justification. */
  rated: number;
};

/**
 * A page of a person's workspaces, most recently worked on first, each with all that the dashboard counts.
 * One statement: the page is cut by the index on (owner_id, updated_at) before anything is counted, so its cost
 * depends on the page and not on how much the database holds. `justification` is the least number of characters.
 */
export async function listDashboard(
  db: Db,
  page: { ownerId: string; justification: number; limit: number; offset: number },
): Promise<DashboardRow[]> {
  const { rows } = await sql<DashboardRow>`
    select w.id, w.subject_slug, w.subject_version, w.certification, w.block, w.title, w.attempt, w.current_step,
      greatest(w.updated_at, s.last, t.last, r.last) as worked_at,
      coalesce(s.words, '{}') as words,
      coalesce(d.done, '[]') as done,
      coalesce(t.tools, '[]') as tools,
      r.rated
    from (
      select * from workspaces where owner_id = ${page.ownerId}
      order by updated_at desc, id limit ${page.limit}::int offset ${page.offset}::int
    ) w
    left join lateral (
      select json_object_agg(section_key, words) as words, max(updated_at) as last
      from sections where workspace_id = w.id
    ) s on true
    left join lateral (
      select json_agg(step_id) as done
      from workspace_steps where workspace_id = w.id and done_at is not null
    ) d on true
    left join lateral (
      select max(updated_at) as last, json_agg(json_build_object('step', step_id, 'tool', tool,
        'done', progress -> 'done', 'total', progress -> 'total', 'next', progress -> 'next')) as tools
      from tool_sessions where workspace_id = w.id
    ) t on true
    left join lateral (
      select max(updated_at) as last, (count(*) filter (
        where level is not null and char_length(justification) >= ${page.justification}::int))::int as rated
      from ratings where workspace_id = w.id and attempt = w.attempt and rater = 'self'
    ) r on true
    order by w.updated_at desc, w.id`.execute(db);
  return rows;
}

export type LedgerRow = {
  competency: string;
  level: number;
  rated_at: Date;
  workspace_id: string;
  title: string;
  attempt: number;
};

/**
 * For each competency of a certification, the latest level a person gave themselves, in whichever workspace.
 * Found through the person's workspaces and the ratings' own unique index; one row a competency at most.
 */
export async function listLedger(
  db: Db,
  ownerId: string,
  certification: string,
): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select distinct on (r.competency) r.competency, r.level, r.updated_at as rated_at, r.workspace_id, w.title, r.attempt
    from workspaces w
    join ratings r on r.workspace_id = w.id
    where w.owner_id = ${ownerId} and w.certification = ${certification}
      and r.rater = 'self' and r.level is not null
    order by r.competency, r.updated_at desc, r.attempt desc`.execute(db);
  return rows;
}
