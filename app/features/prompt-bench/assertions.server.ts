import { loadPromptGuide } from "~/ai/guide.server.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import { assertion, type KeptAssertion, readAssertion } from "~/engines/prompt-assertions.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { database } from "~db/client.server.ts";
import {
  deletePromptAssertion,
  insertPromptAssertion,
  listPromptAssertions,
} from "~db/queries/prompt-assertions.ts";
import type { AssertionChange } from "./intents.ts";

/** The assertions of a step, in the order written; one that is no longer understood is left out. */
export async function listAssertions(
  workspaceId: string,
  stepId: string,
): Promise<KeptAssertion[]> {
  const rows = await listPromptAssertions(database(), workspaceId, stepId);
  return rows.flatMap(({ id, body }) => {
    const read = assertion.safeParse(body);
    return read.success ? [{ id, assertion: read.data }] : [];
  });
}

/** Adds or takes out an assertion of a step, and gives the list as it is then. */
export async function changeAssertions(
  access: Pick<WorkspaceAccess, "workspace">,
  stepId: string,
  change: AssertionChange,
): Promise<Result<KeptAssertion[], "malformed" | "full">> {
  const place = { workspaceId: access.workspace.id, stepId };
  if (change.intent === "remove-assertion") {
    await deletePromptAssertion(database(), { ...place, id: change.assertion });
  } else {
    const read = readAssertion(change);
    if ("message" in read) return refused("malformed", read.message);
    const { most } = loadPromptGuide().assertions;
    if (!(await insertPromptAssertion(database(), place, read.assertion, most)))
      return refused(
        "full",
        `Vous avez déjà ${most}\u00a0vérifications\u00a0: retirez-en une pour en ajouter une autre.`,
      );
  }
  return ok(await listAssertions(place.workspaceId, stepId));
}
