import type { Statement, Trap } from "./disclosure-schema.ts";
import { type Quantity, quantities, sameQuantity } from "./french-quantities.ts";
import { STOP_WORDS, stem, words } from "./french-text.ts";
import { holds, prepare } from "./terms.ts";

/** One line of a report; only lines that claim (`claims`) can betray what was said: a hypothesis cannot. */
export type ReportLine = { id: string; topic: string; text: string; claims: boolean };

export type Said = {
  /** Statements earned, with the topic they belong to. */
  statements: { statement: Statement; topic: string }[];
  /** What the client said, and what was public before. */
  texts: string[];
  /** What the learner said: names in it are not inventions, figures are. */
  asked: string[];
  /** Errors the client agreed to under a leading question; their texts are not in `texts`. */
  traps: Trap[];
};

export type Fidelity = {
  reported: Statement[];
  /** Said but missing from the report. */
  missing: { statement: Statement; topic: string }[];
  /** Written but never said. */
  unsaid: { line: string; text: string; kind: "figure" | "name" }[];
  /** Errors born of a leading question and taken up as facts. */
  induced: Trap[];
};

/** Compares a report with what was said, both ways. Pure and linear in the length of the texts. */
export function compareReport(lines: readonly ReportLine[], said: Said): Fidelity {
  const single = lines.map((l) => ({ topic: l.topic, text: prepare(l.text) }));
  const topics = [...new Set(lines.map((l) => l.topic))];
  // A fact may be spread over the lines of one topic.
  const together = topics.map((topic) => ({
    topic,
    text: prepare(
      lines
        .filter((l) => l.topic === topic)
        .map((l) => l.text)
        .join("\n")
        .slice(0, 4000),
    ),
  }));
  const found = (s: Statement, topic: string) =>
    single.some((l) => holds(s.terms, l.text)) ||
    together.some((t) => t.topic === topic && holds(s.terms, t.text));

  const claims = lines.filter((l) => l.claims);
  const known = said.texts.flatMap(quantities);
  const spoken = new Set([...said.texts, ...said.asked].flatMap((t) => words(t).map(stem)));
  const unsaid = claims.flatMap((line) => [
    ...inventedFigures(line.text, known).map((q) => ({
      line: line.id,
      text: q.text,
      kind: "figure" as const,
    })),
    ...properNames(line.text)
      .filter((name) => !words(name).every((w) => spoken.has(stem(w))))
      .map((text) => ({ line: line.id, text, kind: "name" as const })),
  ]);
  return {
    reported: said.statements.filter((s) => found(s.statement, s.topic)).map((s) => s.statement),
    missing: said.statements.filter((s) => !found(s.statement, s.topic)),
    unsaid,
    induced: said.traps.filter((t) => claims.some((l) => holds(t.error.terms, prepare(l.text)))),
  };
}

/** Figures nobody said; « deux », « trois » in letters are too often mere words. */
function inventedFigures(text: string, known: readonly Quantity[]): Quantity[] {
  const body = text.replace(/^\s*\d+\s*[.)]\s/, "");
  return quantities(body).filter(
    (q) => !(q.spelt && q.value <= 3 && q.unit === "") && !known.some((k) => sameQuantity(q, k)),
  );
}

/** Names: capitalised words that do not open a sentence; acronyms are left alone. */
export function properNames(text: string): string[] {
  const found: string[] = [];
  const whole = text.slice(0, 20_000);
  const lead = whole.search(/\S/);
  for (const match of whole.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*/gu)) {
    const before = whole.slice(Math.max(0, match.index - 4), match.index);
    const opens = match.index === lead || /[.!?:;«»"(•–\n-]\s*$/.test(before);
    const word = match[0].replace(/[’'-]+$/, "");
    const elided = /^(?:[A-Z])['’](\p{Lu}.*)$/u.exec(word);
    const name = elided ? elided[1]! : word;
    if (opens && !elided) continue;
    if (name.length < 3 || name === name.toUpperCase()) continue;
    if (STOP_WORDS.has(words(name)[0] ?? "")) continue;
    found.push(name);
  }
  return found;
}
