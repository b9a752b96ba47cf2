import { drawCode, readCode } from "./code.ts";
import type { DossierInput } from "./dossier.ts";
import type { DossierCheck } from "./dossier-check.ts";
import { ok, type Result, refused } from "./result.ts";

/** A dossier as it was handed in. What its receipt seals is the text `sealSnapshot` gives, character by character. */
export type Snapshot = {
  format: 1;
  workspace: { id: string; title: string; attempt: number };
  number: number;
  /** Pictures and videos it names, by the SHA-256 of their bytes. */
  files: { id: string; sha256: string }[];
  material: DossierInput;
};

/** The text that is kept and hashed. */
export function sealSnapshot(snapshot: Snapshot): string {
  return JSON.stringify(snapshot);
}

/** The snapshot of a kept text: the same dossier, its dates being dates again. */
export function openSnapshot(text: string): Snapshot {
  const { material, ...rest } = JSON.parse(text) as Snapshot;
  return {
    ...rest,
    material: {
      ...material,
      date: new Date(material.date),
      promptRuns: material.promptRuns.map(dated),
      artefacts: material.artefacts.map(({ stepId, artefact }) => ({
        stepId,
        artefact: {
          ...artefact,
          aiUse: { ...artefact.aiUse, prompts: artefact.aiUse.prompts.map(dated) },
        },
      })),
    },
  };
}

// JSON knows no dates: what is typed as one is a string until here.
function dated<T extends { at: Date | null }>(of: T): T {
  return { ...of, at: of.at && new Date(of.at) };
}

/**
 * May this dossier be handed in? What the subject holds for indispensable stops it; anything else asks the person to
 * have read the advice (`accepted`).
 */
export function mayHandIn(
  check: Pick<DossierCheck, "blocking" | "advisory">,
  accepted: boolean,
): Result<true, "blocking" | "unread"> {
  if (check.blocking > 0)
    return refused(
      "blocking",
      "Il reste des points à reprendre avant de remettre\u00a0: ils sont listés dans le contrôle. Rien n’a été remis, et rien n’est perdu.",
    );
  if (check.advisory > 0 && !accepted)
    return refused(
      "unread",
      "Cochez la case qui dit que vous avez lu les conseils du contrôle. Rien n’a été remis.",
    );
  return ok(true);
}

const CODE_LENGTH = 12;

/** The code of a receipt: « 7KQ2-M9TX-4HBD ». */
export function receiptCode(draw: (below: number) => number): string {
  return drawCode(CODE_LENGTH, draw);
}

/** A receipt's code as someone typed it, in the form it was given; null when it cannot be one. */
export function readReceiptCode(typed: string): string | null {
  return readCode(CODE_LENGTH, typed);
}

/** Does a digest that someone holds (spaces and case apart) say the same as the receipt? */
export function compareDigest(typed: string, sha256: string): "same" | "different" | "malformed" {
  const digest = typed.toLowerCase().replace(/\s/g, "");
  if (!/^[0-9a-f]{64}$/.test(digest)) return "malformed";
  return digest === sha256 ? "same" : "different";
}
