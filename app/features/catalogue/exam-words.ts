import type { Block } from "~/domain/certification.ts";

const ARTEFACTS: Record<Block["exam"]["requirements"]["artefacts"][number], string> = {
  text: "un texte",
  image: "un visuel",
  video: "une vidéo",
  animation: "une courte animation",
};

/** « a, b et c ». */
export function frenchList(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;
}

/** What the exercise of a block must hold, in French sentences taken from its data. */
export function requirementSentences(exam: Block["exam"]): string[] {
  const { accounts, artefacts, kpiChoice, aiUseRecord } = exam.requirements;
  const kind =
    exam.kind === "case-study" ? "Une étude de cas individuelle" : "Un exercice individuel";
  return [
    `${kind}\u00a0: ${exam.deliverable}.`,
    ...(accounts > 0 ? [`Au moins ${accounts}\u00a0comptes sur les réseaux sociaux.`] : []),
    ...(artefacts.length > 0
      ? [`Contenus à produire\u00a0: ${frenchList(artefacts.map((a) => ARTEFACTS[a]))}.`]
      : []),
    ...(kpiChoice ? ["Un choix argumenté d’indicateurs de performance."] : []),
    ...(aiUseRecord ? ["Le relevé de l’usage fait de l’IA."] : []),
    exam.oral
      ? "Une soutenance orale devant le jury\u00a0; la plateforme prépare le dossier qui la nourrit."
      : "Pas de soutenance orale.",
  ];
}
