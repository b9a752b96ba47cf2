import { FORMULA } from "~/engines/readability.ts";
import type { Content } from "./content.ts";
import { type Introduced, introducedFaults, remainingFaults } from "./final-text.ts";
import { type Measures, measure } from "./measures.ts";
import { type Passages, readPassages, spanText } from "./passages.ts";
import { score } from "./scoring.ts";
import type { Mark, State } from "./state.ts";

export type SeenMark = Mark & {
  passage: string | null;
  kindLabel: string;
  sourceLabel: string | null;
};
export type SeenFault = {
  id: string;
  excerpts: string[];
  kind: string;
  explanation: string;
  correction: string;
  settledBy: string[];
  /** Found in the first pass, only in the second, or not. */
  found: "first" | "second" | "no";
  /** The learner named another nature than those that can be defended. */
  otherKind: string | null;
  corrected: boolean;
};
export type Report = {
  faults: SeenFault[];
  falseAlarms: { id: string; passage: string; kind: string; why: string | null }[];
  introduced: Introduced[];
  shelf: { id: string; title: string; reliable: boolean; why: string }[];
  first: { found: number; falseAlarms: number; corrected: number };
  now: { found: number; falseAlarms: number; corrected: number };
  total: number;
};
export type ReviewView = {
  order: string;
  origin: string;
  draft: string;
  passages: Passages;
  longestPassage: number;
  kinds: Content["kinds"];
  facts: Content["facts"];
  sources: Content["sources"];
  marks: SeenMark[];
  text: string;
  finished: boolean;
  pass: 1 | 2;
  formula: string;
  readable: number;
  ticsSource: string;
  before: Measures;
  now: Measures;
  /** null until the learner said « J’ai fini ma relecture ». */
  report: Report | null;
};

/** « F07 » or the title of a source, for people; null when none was named. */
export function sourceLabel(content: Content, id: string): string | null {
  const fact = content.facts.find((f) => f.id === id);
  if (fact) return `${fact.id}, ${fact.source}`;
  const source = content.sources.find((s) => s.id === id);
  return source ? `${source.id}, ${source.title}` : null;
}

/** A mark with what it points at, in words. */
export function seenMark(content: Content, passages: Passages, mark: Mark): SeenMark {
  return {
    ...mark,
    passage: mark.span ? spanText(passages, mark.span) : null,
    kindLabel: content.kinds.find((k) => k.id === mark.kind)?.label ?? mark.kind,
    sourceLabel: sourceLabel(content, mark.source),
  };
}

/**
 * What the learner sees. The text, the shelf, the facts and the instruments are public; `report` alone reads `expected`,
 * and only once it is earned.
 */
export function view(content: Content, state: State): ReviewView {
  const passages = readPassages(content.draft);
  return {
    order: content.order,
    origin: content.origin,
    draft: content.draft,
    passages,
    longestPassage: content.settings.longestPassage,
    kinds: content.kinds,
    facts: content.facts,
    sources: content.sources,
    marks: state.marks.map((m) => seenMark(content, passages, m)),
    text: state.text,
    finished: state.finished,
    pass: state.first ? 2 : 1,
    formula: FORMULA,
    readable: content.settings.readable,
    ticsSource: content.tics.source,
    before: measure(content, content.draft),
    now: measure(content, state.text),
    report: state.first ? report(content, state, state.first, passages) : null,
  };
}

function report(
  content: Content,
  state: State,
  first: NonNullable<State["first"]>,
  passages: Passages,
): Report {
  const before = score(content, first.marks);
  const after = score(content, state.marks);
  const total = content.expected.faults.length;
  const left = new Set(remainingFaults(content, state.text).map((f) => f.id));
  const kindLabel = (id: string) => content.kinds.find((k) => k.id === id)?.label ?? id;
  const faults = content.expected.faults.map((fault): SeenFault => {
    const hits = after.verdicts.filter((v) => v.hit && v.fault.id === fault.id);
    const wrong = hits.every((v) => v.hit && !v.kindRight) ? hits[0] : undefined;
    return {
      id: fault.id,
      excerpts: fault.excerpts,
      kind: kindLabel(fault.kind),
      explanation: fault.explanation,
      correction: fault.correction,
      settledBy: fault.settledBy.map((id) => sourceLabel(content, id) ?? id),
      found: before.found.has(fault.id) ? "first" : after.found.has(fault.id) ? "second" : "no",
      otherKind: wrong ? kindLabel(wrong.mark.kind) : null,
      corrected: !left.has(fault.id),
    };
  });
  return {
    faults,
    falseAlarms: after.verdicts.flatMap((v) => {
      if (v.hit) return [];
      const { id, passage, kindLabel: kind } = seenMark(content, passages, v.mark);
      return [{ id, passage: passage ?? v.mark.correction, kind, why: v.why }];
    }),
    introduced: introducedFaults(content, state.text),
    shelf: content.sources.map(({ id, title }) => {
      const { reliable, why } = content.expected.sources.find((s) => s.id === id)!;
      return { id, title, reliable, why };
    }),
    first: {
      found: before.found.size,
      falseAlarms: before.falseAlarms,
      corrected: total - remainingFaults(content, first.text).length,
    },
    now: {
      found: after.found.size,
      falseAlarms: after.falseAlarms,
      corrected: total - left.size,
    },
    total,
  };
}
