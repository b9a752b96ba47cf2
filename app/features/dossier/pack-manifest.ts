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

/** The first file to open: what is where, and what is missing. */
export function readMe(dossier: Dossier, missing: string[]): string {
  const { cover, author, date } = dossier;
  return [
    `${cover.kind} – ${dossier.subject}`,
    `${author}, ${date}`,
    "",
    "textes/                   chaque partie rédigée, en DOCX et en HTML",
    "visuel/                   le visuel en PNG, avec sa provenance, et son texte alternatif",
    "animation/                la vidéo, ses sous-titres (VTT), son texte équivalent, son image d’attente",
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
