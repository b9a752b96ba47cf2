import type { Certification } from "~/domain/certification.ts";
import type { Fault } from "./fault.ts";
import { typographyFaults } from "./typography.ts";

/** Ids that occur more than once, each told once. */
export function duplicates(ids: string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Faults of typography in each named text of a file. */
export function typographyOf(file: string, texts: Iterable<readonly [string, string]>): Fault[] {
  return [...texts].flatMap(([path, text]) =>
    typographyFaults(text).map((message) => ({ file, path, message })),
  );
}

/** Every string inside a value with its path, e.g. ["steps.0.title", "…"]. `skip` leaves a path out. */
export function* stringsOf(
  value: unknown,
  skip: (path: string) => boolean = () => false,
  path = "",
): Generator<[string, string]> {
  if (skip(path)) return;
  if (typeof value === "string") yield [path, value];
  else if (value && typeof value === "object")
    for (const [key, inner] of Object.entries(value))
      yield* stringsOf(inner, skip, path ? `${path}.${key}` : key);
}

/**
 * Checks a parsed certification beyond its schema: unique ids, orders that follow, breakdowns that are cuts
 * of the official text, typography of our own texts. Official texts are never linted: they are verbatim.
 */
export function checkCertification(file: string, certification: Certification): Fault[] {
  const faults: Fault[] = [];
  const say = (path: string, message: string) => faults.push({ file, path, message });

  const blocks = certification.blocks;
  const competencies = blocks.flatMap((b) => b.competencies);
  const criteria = competencies.flatMap((c) => c.criteria);
  for (const id of duplicates([...blocks, ...competencies, ...criteria].map((x) => x.id)))
    say("blocks", `l’identifiant ${id} est employé deux fois.`);
  checkOrder(blocks, "blocks", say);
  for (const [i, b] of blocks.entries())
    checkOrder(b.competencies, `blocks.${i}.competencies`, say);

  for (const [b, block] of blocks.entries()) {
    for (const [c, competency] of block.competencies.entries()) {
      const path = `blocks.${b}.competencies.${c}`;
      for (const [key, cut] of Object.entries(competency.breakdown))
        if (cut !== null && !competency.officialText.includes(cut))
          say(`${path}.breakdown.${key}`, "ce découpage n’est pas une partie du texte officiel.");
    }
  }

  const levels = certification.scale.levels;
  if (levels.some((l, i) => i > 0 && l.level <= levels[i - 1]!.level))
    say("scale.levels", "les niveaux doivent aller en croissant.");
  if (!levels.some((l) => l.achieved)) say("scale.levels", "aucun niveau ne vaut « acquis ».");

  faults.push(...typographyOf(file, ownTexts(certification)));
  return faults;
}

function checkOrder(
  items: { order: number }[],
  path: string,
  say: (path: string, message: string) => void,
): void {
  for (const [i, item] of items.entries())
    if (item.order !== i + 1) say(`${path}.${i}.order`, `l’ordre attendu est ${i + 1}.`);
}

/** The texts that are ours in a certification, with their paths. */
function* ownTexts(certification: Certification): Generator<[string, string]> {
  const official = /(^|\.)official|^certifier|^jury|^jobs|^source\.url|\.breakdown(\.|$)|\.id$/;
  yield* stringsOf(certification, (path) => official.test(path));
}
