import type { Rule } from "./content.ts";

/** One observation before its criterion is looked up in content. */
export type Observation = { rule: Rule; met: boolean | null; note: string; source: string };

export const USAGE = "Usage professionnel de l’entretien de brief";
export const OWN_CHOICE = "Repère choisi par la plateforme, non officiel";
