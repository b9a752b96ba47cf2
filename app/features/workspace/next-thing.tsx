import { useLocation } from "@remix-run/react";
import type { NextThing } from "~/domain/workspace.ts";
import { paths } from "~/paths.ts";
import { QuickLink } from "~/ui/quick-link.tsx";

/** The element of a step's page where the step is marked as done. */
export const STEP_END = "fin-etape";

/** Where a next thing is done. */
function nextHref(workspaceId: string, next: NextThing): string {
  switch (next.kind) {
    case "tool":
      return `${paths.step(workspaceId, next.step)}?vue=${next.tool}`;
    case "section":
      return `${paths.step(workspaceId, next.step)}?vue=${next.section}`;
    case "finish-step":
      return `${paths.step(workspaceId, next.step)}#${STEP_END}`;
    case "step":
      return paths.step(workspaceId, next.step);
    case "assessment":
      return paths.assessment(workspaceId);
    case "dossier":
      return paths.dossier(workspaceId);
  }
}

/** The one thing to do now, as a link to where it is done; on that very page, as words. */
export function NextThingLink({
  workspaceId,
  next,
  className,
}: {
  workspaceId: string;
  next: NextThing;
  className?: string;
}) {
  const { pathname, search, hash } = useLocation();
  const to = nextHref(workspaceId, next);
  if (next.kind !== "finish-step" && to === pathname + search)
    return <strong className={className}>{next.text}</strong>;
  // The end of the step is on every view of it: no need to leave the one that is open.
  const end = next.kind === "finish-step" && pathname === paths.step(workspaceId, next.step);
  return (
    <QuickLink
      to={end ? `${pathname}${search}#${STEP_END}` : to}
      preventScrollReset={end && hash !== ""}
      className={className}
    >
      {next.text}
    </QuickLink>
  );
}
