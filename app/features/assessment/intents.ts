import { z } from "zod";
import type { Rating } from "~/domain/assessment.ts";

/** What the forms of the assessment page send. Generous limits here; the French refusals are in the domain. */
const text = (max: number) => z.string().max(max);
/** Fits PostgreSQL’s integer. */
const whole = z.coerce.number().int().nonnegative().max(2_000_000_000);
const competency = text(80).min(1);

const rate = z.object({
  intent: z.literal("rate"),
  competency,
  attempt: whole,
  version: whole,
  level: z
    .literal("")
    .transform(() => null)
    .or(z.coerce.number().int().positive())
    .default(null),
  justification: text(40_000),
});

const addEvidence = z.object({
  intent: z.literal("add-evidence"),
  competency,
  /** A passage: its section, and either its own words or the fingerprint the picker gave it. */
  sectionKey: text(120).optional(),
  quote: text(40_000).optional(),
  passage: text(80).optional(),
  /** Or a figure. */
  figureId: text(200).optional(),
  note: text(10_000).default(""),
});

const removeEvidence = z.object({ intent: z.literal("remove-evidence"), evidence: z.uuid() });

const newAttempt = z.object({
  intent: z.literal("new-attempt"),
  /** The attempt the person saw: a form sent twice starts one. */
  attempt: whole,
  understood: z.literal("yes", {
    error: "Cochez la case pour confirmer que vous commencez une nouvelle tentative.",
  }),
});

export const intents = z.discriminatedUnion("intent", [
  rate,
  addEvidence,
  removeEvidence,
  newAttempt,
]);
export type Intent = z.infer<typeof intents>;

export type RatingContent = { level: number | null; justification: string };

/** What the action answers: the saved rating, what was done, or why not, with everything that was sent. */
export type Outcome =
  | { ok: true; intent: "rate"; competency: string; rating: Rating }
  | { ok: true; intent: "add-evidence" | "remove-evidence"; competency: string | null }
  | { ok: true; intent: "new-attempt"; competency: null }
  | {
      ok: false;
      intent: Intent["intent"] | null;
      reason: string;
      message: string;
      competency: string | null;
      /** For a rating refused by its version: what is stored. */
      current?: Rating | null;
      /** For a rating that was refused: what was typed. */
      sent?: RatingContent;
    };

/** Reads a form; an unknown or broken one gives the French sentence to show. */
export function readIntent(
  form: FormData,
): { ok: true; value: Intent } | { ok: false; outcome: Outcome } {
  const parsed = intents.safeParse(Object.fromEntries(form));
  if (parsed.success) return { ok: true, value: parsed.data };
  const given = parsed.error.issues.find((issue) => issue.message.startsWith("Cochez"));
  const competency = form.get("competency");
  const justification = form.get("justification");
  const level = Number(form.get("level"));
  return {
    ok: false,
    outcome: {
      ok: false,
      intent: intentName(form.get("intent")),
      reason: "malformed",
      message:
        given?.message ??
        "Ce formulaire n’a pas la forme attendue\u00A0: rien n’a été modifié. Rechargez la page, puis recommencez.",
      competency: typeof competency === "string" ? competency : null,
      // What was typed comes back even so.
      ...(typeof justification === "string"
        ? { sent: { level: level > 0 ? level : null, justification } }
        : {}),
    },
  };
}

function intentName(value: FormDataEntryValue | null): Intent["intent"] | null {
  const names = ["rate", "add-evidence", "remove-evidence", "new-attempt"] as const;
  return names.find((name) => name === value) ?? null;
}
