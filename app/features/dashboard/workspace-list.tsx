import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { formatCount, formatDate, formatWords } from "~/ui/french.ts";
import type { WorkspaceSummary } from "./summary.ts";

/** A list, not cards: one line a workspace on a wide screen, four short ones on a phone. */
export function WorkspaceList({ workspaces }: { workspaces: readonly WorkspaceSummary[] }) {
  return (
    <ul className="mt-4 border-t-2 border-ink">
      {workspaces.map((workspace) => (
        <li
          key={workspace.id}
          className="grid gap-x-8 gap-y-1 border-b border-line py-4 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-baseline"
        >
          <div className="min-w-0">
            <h3 className="text-l leading-snug font-semibold">
              <Link to={paths.workspace(workspace.id)}>{workspace.title}</Link>
            </h3>
            <p className="mt-1 flex items-start gap-2 text-s text-muted">
              <BlockMark order={workspace.block.order} size={14} className="mt-1" />
              <span className="min-w-0">
                {workspace.block.id} {workspace.block.shortTitle} · {workspace.client}
                {workspace.attempt > 1 ? ` · tentative ${workspace.attempt}` : ""}
              </span>
            </p>
          </div>
          <p className="text-s tabular-nums lg:text-right">
            {formatCount(workspace.steps.done, "étape", "étapes")} sur {workspace.steps.total} ·{" "}
            {formatWords(workspace.words)} ·{" "}
            {formatCount(workspace.rated.done, "compétence évaluée", "compétences évaluées")} sur{" "}
            {workspace.rated.total}
            <span className="block text-muted">
              Dernier travail{"\u00a0"}: {formatDate(workspace.workedAt)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
