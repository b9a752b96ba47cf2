import { defaultCertification, loadCertification } from "~/content/load.server.ts";
import { loadSubject } from "~/content/subject-versions.server.ts";
import { JUSTIFICATION_MIN } from "~/domain/assessment.ts";
import { findBlock } from "~/domain/certification.ts";
import { database } from "~db/client.server.ts";
import { type DashboardRow, listDashboard, listLedger } from "~db/queries/dashboard.ts";
import { type DashboardView, ledgerOf, summarise, type WorkspaceSummary } from "./summary.ts";

export const PAGE_SIZE = 20;
const LAST_PAGE = 500;

/** The page number of an address; anything odd counts as the first. */
export function pageNumber(search: URLSearchParams): number {
  const page = Number(search.get("page") ?? "1");
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}

/** A person's dashboard: two queries, whatever they have. */
export async function loadDashboard(ownerId: string, page: number): Promise<DashboardView> {
  const db = database();
  const certification = defaultCertification();
  const [rows, latest] = await Promise.all([
    // One more than is shown tells whether another page follows.
    listDashboard(db, {
      ownerId,
      justification: JUSTIFICATION_MIN,
      limit: PAGE_SIZE + 1,
      offset: (page - 1) * PAGE_SIZE,
    }),
    listLedger(db, ownerId, certification.id),
  ]);
  const workspaces = await Promise.all(rows.slice(0, PAGE_SIZE).map(summary));
  return {
    page,
    hasNext: rows.length > PAGE_SIZE,
    workspaces,
    resume: page === 1 ? (workspaces[0] ?? null) : null,
    ledger:
      latest.length === 0
        ? null
        : ledgerOf(
            certification,
            latest.map(({ rated_at, workspace_id, ...row }) => ({
              ...row,
              at: rated_at.toISOString(),
              workspaceId: workspace_id,
            })),
          ),
    certification: {
      code: certification.code,
      title: certification.title,
      notice: certification.registrationNotice,
    },
  };
}

async function summary(row: DashboardRow): Promise<WorkspaceSummary> {
  const subject = await loadSubject(row.subject_slug, row.subject_version);
  const block = findBlock(loadCertification(row.certification), row.block);
  if (!block) throw new Error(`Workspace ${row.id} names unknown block ${row.block}`);
  return summarise(
    {
      id: row.id,
      title: row.title,
      attempt: row.attempt,
      currentStep: row.current_step,
      workedAt: row.worked_at.toISOString(),
      words: row.words,
      done: row.done,
      tools: row.tools,
      rated: row.rated,
    },
    subject,
    block,
  );
}
