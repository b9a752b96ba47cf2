import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark, blockHue } from "~/ui/block-mark.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { classNames } from "~/ui/class-names.ts";
import { formatDate } from "~/ui/french.ts";
import { ProgressBar } from "~/ui/progress.tsx";
import type { WorkspaceSummary } from "./summary.ts";

/** The workspace worked on last, its step, and the one thing to do next. */
export function Resume({ workspace }: { workspace: WorkspaceSummary }) {
  const { block } = workspace;
  return (
    <section
      aria-labelledby="reprendre"
      className={classNames("border-l-4 pl-5 sm:pl-8", blockHue(block.order).edge)}
    >
      <h2 id="reprendre" className="text-m text-muted">
        Reprendre là où vous en étiez
      </h2>
      <p className="mt-1 font-title text-2xl text-balance">
        <Link to={paths.workspace(workspace.id)} className="text-ink no-underline hover:underline">
          {workspace.title}
        </Link>
      </p>
      <p className="mt-2 flex items-start gap-2 text-muted">
        <BlockMark order={block.order} className="mt-1" />
        <span className="min-w-0">
          {block.id} {block.shortTitle} · {workspace.client} · {formatDate(workspace.workedAt)}
        </span>
      </p>
      {workspace.step ? (
        <p className="mt-4">
          <span className="text-muted">Étape{"\u00a0"}: </span>
          {workspace.step}
        </p>
      ) : null}
      <p className="mt-1">
        <span className="text-muted">À faire{"\u00a0"}: </span>
        <strong>{workspace.next.text}</strong>
      </p>
      <div className="mt-5 flex flex-wrap items-end gap-x-8 gap-y-4">
        <LinkButton to={workspace.next.to} variant="primary">
          Reprendre
        </LinkButton>
        <ProgressBar
          className="min-w-0 flex-1 basis-56 sm:max-w-xs"
          label="Étapes faites"
          value={workspace.steps.done}
          max={workspace.steps.total}
        />
      </div>
    </section>
  );
}
