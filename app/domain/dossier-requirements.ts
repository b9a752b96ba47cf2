import { artefactGaps, mainFile } from "./artefact.ts";
import type { DocNode } from "./document.ts";
import { countWords, listFigures, listImages } from "./document-text.ts";
import { type DossierInput, recordedRuns } from "./dossier.ts";
import { assembleArtefacts, endsInPack, requiredKinds } from "./dossier-artefacts.ts";
import type { CheckLine } from "./dossier-check.ts";
import type { Provision, Section } from "./subject.ts";

/** What each artefact is called, and what the platform cannot judge of it. */
const ARTEFACTS: Record<
  "text" | "image" | "video" | "animation",
  { a: string; look: string | null }
> = {
  text: { a: "un texte", look: null },
  image: { a: "un visuel", look: null },
  video: {
    a: "une vidéo",
    look: "La plateforme ne voit pas votre vidéo\u00a0: vérifiez qu’elle existe, qu’elle est sous-titrée et que vous en avez les droits.",
  },
  animation: {
    a: "une animation",
    look: "La plateforme ne voit pas votre animation\u00a0: vérifiez que le fichier existe, que son message se lit et qu’il a une alternative.",
  },
};

/**
 * What the block's exam asks for (`block.exam.requirements`), held against the sections that say they provide
 * it. What the platform cannot see is asked of the learner rather than passed over.
 */
export function requirementLines(
  input: DossierInput,
  docs: ReadonlyMap<string, DocNode>,
): CheckLine[] {
  const { accounts, artefacts, kpiChoice, aiUseRecord } = input.block.exam.requirements;
  const providing = (what: Provision) =>
    input.subject.sections.filter((s) => s.provides?.includes(what));
  const written = (section: Section) => {
    const doc = docs.get(section.key);
    return doc !== undefined && countWords(doc) > 0;
  };
  const lines: CheckLine[] = [];
  const add = (
    id: string,
    sentence: string,
    section: Section | undefined,
    kind: { severity?: "blocking" | "advisory"; observed?: boolean } = {},
  ) =>
    lines.push({
      id,
      severity: kind.severity ?? "blocking",
      observed: kind.observed ?? true,
      sentence,
      target: section ? { kind: "section", id: section.key } : null,
    });
  const ask = (id: string, sentence: string, section: Section | undefined) =>
    add(id, sentence, section, { severity: "advisory", observed: false });

  if (accounts > 0) {
    const sections = input.subject.sections.flatMap((s) =>
      (s.provides ?? []).filter((p) => p === "account").map(() => s),
    );
    const done = sections.filter(written).length;
    if (done < accounts)
      add(
        "accounts",
        `L’épreuve demande des contenus sur au moins ${accounts} comptes\u00a0: ${done === 0 ? "aucun n’est présenté" : `${done} seulement ${done < 2 ? "est présenté" : "sont présentés"}`} dans le dossier.`,
        sections.find((s) => !written(s)),
      );
    ask(
      "accounts-look",
      `Les comptes ne se voient pas encore d’ici\u00a0: vérifiez que les textes et les vidéos sont bien répartis sur au moins ${accounts} comptes.`,
      sections[0],
    );
  }

  const made = assembleArtefacts(input);
  for (const artefact of artefacts) {
    const sections = providing(artefact);
    const { a, look } = ARTEFACTS[artefact];
    if (!sections.some(written))
      add(
        `artefact:${artefact}`,
        `L’épreuve demande ${a}\u00a0: aucune partie rédigée n’en présente.`,
        sections[0],
      );
    else if (
      artefact === "image" &&
      !made.some((a) => a.kind === "visual" && mainFile(a)) &&
      !sections.some((s) => showsImage(docs.get(s.key)))
    )
      add(
        "artefact:image-missing",
        "L’épreuve demande un visuel\u00a0: la partie qui le présente ne contient aucune image.",
        sections[0],
      );
    else if (look && !made.some((a) => a.kind === "animation" && mainFile(a)))
      ask(`artefact:${artefact}-look`, look, sections[0]);
  }

  if (endsInPack(input.block))
    for (const { id, kind, sentence } of artefactGaps(requiredKinds(input.block), made)) {
      // An unwritten text is already said above.
      if (kind === "text") continue;
      const provision: Provision = kind === "visual" ? "image" : "animation";
      const section = providing(provision)[0];
      const step = input.subject.steps.find((s) => section && s.sections.includes(section.key));
      lines.push({
        id,
        severity: "advisory",
        observed: true,
        sentence,
        target: step ? { kind: "step", id: step.id } : null,
      });
    }

  if (kpiChoice) {
    const sections = providing("kpi-choice");
    if (!sections.some(written))
      add(
        "kpi",
        "L’épreuve demande le choix des indicateurs (KPI)\u00a0: aucune partie rédigée ne le présente.",
        sections[0],
      );
    else
      ask(
        "kpi-look",
        "Vérifiez que chaque indicateur choisi a une formule, une source et une raison d’être.",
        sections[0],
      );
  }

  if (aiUseRecord) {
    const runs = recordedRuns(input);
    const section = providing("ai-use-record")[0];
    if (runs.length === 0)
      add(
        "ai-record",
        "Le relevé d’usage de l’IA est vide\u00a0: gardez dans le banc de prompts les essais qui ont compté, ou insérez-les dans le texte.",
        section,
      );
    else
      ask(
        "ai-record-look",
        "Si vous avez utilisé d’autres outils d’IA que le banc de prompts, ajoutez-les vous-même au dossier\u00a0: outil, date, usage, part humaine.",
        section,
      );
  }
  return lines;
}

function showsImage(doc: DocNode | undefined): boolean {
  if (!doc) return false;
  return listImages(doc).some((i) => !i.decorative) || listFigures(doc).length > 0;
}
