import { isRouteErrorResponse } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { type Outcome, readIntent } from "./intents.ts";
import { anchor, evidenceAnchor } from "./view.ts";

/** HTTP status of a refusal: 409 when somebody else was first, 404 for what is not there, else 422. */
export function refusalStatus(reason: string): number {
  if (reason === "stale" || reason === "attempt-over") return 409;
  return reason === "not-found" ? 404 : 422;
}

/** Where a plain form leads once it is done: to the competency, with a sentence that says what was done. */
export function afterwards(workspaceId: string, outcome: Extract<Outcome, { ok: true }>): string {
  const told = {
    rate: "niveau",
    "add-evidence": "preuve",
    "remove-evidence": "retrait",
    "new-attempt": "tentative",
  };
  const search = new URLSearchParams({
    ...(outcome.competency ? { competence: outcome.competency } : {}),
    fait: told[outcome.intent],
  });
  const spot = !outcome.competency
    ? ""
    : outcome.intent === "rate"
      ? `#${anchor(outcome.competency)}`
      : `#${evidenceAnchor(outcome.competency)}`;
  return `${paths.assessment(workspaceId)}?${search}${spot}`;
}

/**
 * What a form gets when its answer never came: a refusal that keeps what was typed.
 * Redirections and "not found" go their own way.
 */
export function unreachable(error: unknown, form: FormData): Outcome {
  if (error instanceof Response) throw error;
  const status = isRouteErrorResponse(error) ? error.status : null;
  if (status === 404) throw error;
  const read = readIntent(form);
  const signedOut = status === 401;
  const competency = form.get("competency");
  return {
    ok: false,
    intent: read.ok ? read.value.intent : read.outcome.intent,
    competency: typeof competency === "string" ? competency : null,
    reason: signedOut ? "signed-out" : "unreachable",
    message: signedOut
      ? "Votre session a pris fin. Reconnectez-vous dans un autre onglet\u00A0: l’enregistrement reprendra ici."
      : "Le serveur ne répond pas\u00A0: rien n’est perdu, l’enregistrement reprendra dès que possible.",
  };
}
