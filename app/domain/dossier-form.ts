import type { DocNode } from "./document.ts";
import { aiPassages, listFigures, listImages } from "./document-text.ts";
import type { DossierInput } from "./dossier.ts";
import type { CheckLine } from "./dossier-check.ts";
import { count } from "./dossier-text.ts";

/** The form of what is written: images, headings, tables, live figures, and AI passages without a trace. */
export function formLines(input: DossierInput): CheckLine[] {
  const figures = new Set(input.figures.map((f) => f.figure.id));
  const images = new Set(input.images.map((i) => i.id));
  const runs = new Set(input.promptRuns.map((r) => r.id));
  return input.subject.sections.flatMap(({ key, title }) => {
    const doc = input.sections.find((s) => s.key === key)?.doc;
    if (!doc) return [];
    const lines: CheckLine[] = [];
    const add = (id: string, severity: CheckLine["severity"], sentence: string) =>
      lines.push({
        id: `${id}:${key}`,
        severity,
        observed: true,
        sentence: `«\u00a0${title}\u00a0»\u00a0: ${sentence}`,
        target: { kind: "section", id: key },
      });

    const shown = listImages(doc);
    const mute = shown.filter((i) => !i.decorative && i.alt.trim() === "").length;
    if (mute > 0)
      add(
        "alt",
        "blocking",
        `${count(mute, "image")} sans texte de remplacement. Décrivez ce qu’il faut y voir, ou marquez l’image comme décorative.`,
      );
    const lost = shown.filter((i) => !images.has(i.assetId)).length;
    if (lost > 0)
      add(
        "lost-image",
        "advisory",
        `${count(lost, "image")} introuvable${lost < 2 ? "" : "s"}. Retirez ce qui manque, ou déposez le fichier de nouveau.`,
      );
    const gone = listFigures(doc).filter((id) => !figures.has(id)).length;
    if (gone > 0)
      add(
        "lost-figure",
        "advisory",
        `${count(gone, "figure")} que son outil ne produit pas encore. Reprenez l’outil, ou retirez la figure.`,
      );
    if (jumps(doc))
      add(
        "headings",
        "advisory",
        "un titre saute un niveau. L’export le rattrape, mais revoyez la hiérarchie de vos titres.",
      );
    const headless = tables(doc).filter((t) => !hasHeader(t)).length;
    if (headless > 0)
      add(
        "table-header",
        "advisory",
        `${count(headless, "tableau", "tableaux")} sans ligne d’en-tête. Un lecteur d’écran ne saura pas nommer les colonnes.`,
      );
    const untraced = aiPassages(doc).filter((p) => !runs.has(p.run)).length;
    if (untraced > 0)
      add(
        "ai-trace",
        "advisory",
        `${count(untraced, "passage")} rédigé${untraced < 2 ? "" : "s"} avec une IA, sans essai correspondant dans cet espace.`,
      );
    return lines;
  });
}

/** True when a heading is more than one level below the one before it. */
function jumps(doc: DocNode): boolean {
  let level = 1;
  for (const node of doc.content ?? []) {
    if (node.type !== "heading") continue;
    if (node.attrs.level > level + 1) return true;
    level = node.attrs.level;
  }
  return false;
}

function tables(doc: DocNode): DocNode[] {
  return (doc.content ?? []).filter((node) => node.type === "table");
}

function hasHeader(table: DocNode): boolean {
  const first = table.content?.[0]?.content ?? [];
  return first.length > 0 && first.every((cell) => cell.type === "tableHeader");
}
