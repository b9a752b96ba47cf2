import { publicSubject } from "~/domain/subject.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { tools } from "~/tools/registry.ts";
import type { PanelData } from "./panels.tsx";
import { readTool } from "./tool-play.server.ts";

/** What the open side panel shows; null when none is open. Read only when asked: the page stays light. */
export async function loadPanel(
  { workspace, subject, block }: WorkspaceAccess,
  name: string | null,
  stepId: string | null,
): Promise<PanelData | null> {
  const step = subject.steps.find((s) => s.id === stepId);
  switch (name) {
    case "sujet": {
      const { slug, title, fiction, client, brief, deliverables, annexes } = publicSubject(subject);
      return {
        name,
        subject: {
          slug,
          version: workspace.subject_version,
          title,
          fiction,
          client,
          brief,
          deliverables,
          annexes: annexes.map((a) => ({ id: a.id, title: a.title, description: a.description })),
        },
      };
    }
    case "competences": {
      const wanted = step?.competencies;
      return {
        name,
        competencies: block.competencies.filter((c) => !wanted || wanted.includes(c.id)),
      };
    }
    case "constats": {
      const steps = step ? [step] : subject.steps;
      const places = steps.flatMap((s) => s.tools.map((toolId) => ({ stepId: s.id, toolId })));
      const groups = await Promise.all(
        places.map(async (place) => ({
          tool: tools[place.toolId]?.title ?? place.toolId,
          findings: (await readTool({ workspace, subject, ...place }))?.findings ?? [],
        })),
      );
      return { name, groups };
    }
    default:
      return null;
  }
}
