import { z } from "zod";

/** The rules of form of a text alternative; from content, with their source and date. */
export const altRules = z.strictObject({
  min: z.number().int().positive(),
  max: z.number().int().positive(),
  /** Openings that say nothing: « image de », « photo d’ ». */
  prefixes: z.array(z.string()).min(1),
});
export type AltRules = z.infer<typeof altRules>;
export type AltFault = {
  rule:
    | "empty"
    | "prefix"
    | "file-name"
    | "short"
    | "long"
    | "capital"
    | "stop"
    | "decorative-text";
  message: string;
};

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("'", "’").toLowerCase().trim();

/**
 * What is wrong in the form of a text alternative (WCAG 1.1.1, RGAA 1.1 to 1.3, and common usage); what it says is not judged
 * here. `short` labels (a button, a logo) are exempt from the least length and from the final stop.
 */
export function altFaults(
  text: string,
  rules: AltRules,
  as: { decorative: boolean; label?: boolean } = { decorative: false },
): AltFault[] {
  const alt = text.trim();
  if (as.decorative)
    return alt === ""
      ? []
      : [{ rule: "decorative-text", message: "Une image décorative a une alternative vide." }];
  if (alt === "") return [{ rule: "empty", message: "Une image qui informe a une alternative." }];
  const faults: AltFault[] = [];
  const start = plain(alt).replace(/^(?:une?|la|le|l’|cette) ?/, "");
  const prefix = rules.prefixes.find((p) => start.startsWith(plain(p)));
  if (prefix)
    faults.push({
      rule: "prefix",
      message: `Ne commencez pas par «\u00a0${prefix.trim()}\u00a0»\u00a0: le lecteur d’écran dit déjà que c’est une image.`,
    });
  if (/\.(?:jpe?g|png|webp|gif|svg)$|IMG_\d+|DSC_?\d+/i.test(alt))
    faults.push({ rule: "file-name", message: "Un nom de fichier ne décrit rien." });
  if (!as.label && alt.length < rules.min)
    faults.push({
      rule: "short",
      message: `${alt.length} signes\u00a0: visez ${rules.min} au moins.`,
    });
  if (alt.length > rules.max)
    faults.push({
      rule: "long",
      message: `${alt.length} signes\u00a0: ${rules.max} au plus, le reste va dans le texte.`,
    });
  if (/^\p{Ll}/u.test(alt))
    faults.push({ rule: "capital", message: "Commencez par une majuscule." });
  if (!as.label && !/[.!?…»]$/.test(alt))
    faults.push({
      rule: "stop",
      message: "Finissez par un point\u00a0: la synthèse vocale marque une pause.",
    });
  return faults;
}
