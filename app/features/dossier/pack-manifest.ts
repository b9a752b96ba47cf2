import type { Artefact } from "~/domain/artefact.ts";
import type { Dossier } from "~/domain/dossier.ts";

/** A line of the manifest; its keys are French, as people open the file. */
export type PackFile = { chemin: string; octets: number; sha256: string };

/** What the pack holds, with the fingerprint of every file but the manifest's own. It vouches for nothing else. */
export function manifest(about: {
  subject: string;
  block: string;
  date: Date;
  files: PackFile[];
  /** Files that could not be read. */
  absent: string[];
}): string {
  const { subject, block, date, files, absent } = about;
  return `${JSON.stringify(
    {
      application: "Bloc à bloc",
      sujet: subject,
      bloc: block,
      date: date.toISOString(),
      remarque:
        "Les empreintes permettent de vérifier qu’un fichier n’a pas changé depuis la fabrication du pack. Elles ne disent rien de sa qualité ni de sa validité.",
      fichiers: files,
      ...(absent.length > 0 ? { illisibles: absent } : {}),
    },
    null,
    2,
  )}\n`;
}

/** The first file to open: what is where (only folders that hold a file are named), and what is missing. */
export function readMe(
  dossier: Dossier,
  artefacts: readonly Pick<Artefact, "kind" | "files" | "alternative" | "mention">[],
  missing: string[],
): string {
  const holds = (kind: Artefact["kind"]) =>
    artefacts.some(
      ({ files, alternative, mention, ...artefact }) =>
        artefact.kind === kind &&
        (files.length > 0 || alternative.trim() !== "" || Boolean(mention?.trim())),
    );
  const written = dossier.sections.some((section) => section.words > 0);
  const { cover, author, date } = dossier;
  return [
    `${cover.kind} – ${dossier.subject}`,
    `${author}, ${date}`,
    "",
    ...(written ? ["textes/                   chaque partie rédigée, en DOCX et en HTML"] : []),
    ...(holds("visual")
      ? ["visuel/                   le visuel en PNG, avec sa provenance, et son texte alternatif"]
      : []),
    ...(holds("animation")
      ? [
          "animation/                la vidéo, ses sous-titres (VTT), son texte équivalent, son image d’attente",
        ]
      : []),
    "dossier.html              toutes les parties et leurs annexes, en une page",
    "journal-des-prompts.pdf   chaque prompt, avec les réponses gardées",
    "usage-de-l-ia.pdf         une fiche par contenu : prompts, ce qui est gardé, corrigé, vérifié",
    "manifeste.json            la liste des fichiers, leur taille et leur empreinte SHA-256",
    "",
    ...(missing.length > 0
      ? ["À savoir avant de remettre ce pack :", ...missing.map((line) => `- ${line}`), ""]
      : []),
    ...cover.notices,
    "",
  ].join("\r\n");
}
