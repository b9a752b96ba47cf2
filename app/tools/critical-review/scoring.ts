import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import type { Content, Fault } from "./content.ts";
import { locate, overlap, type Passages, readPassages, type Span, spanLength } from "./passages.ts";
import type { Mark } from "./state.ts";

export type Verdict =
  | { mark: Mark; hit: true; fault: Fault; kindRight: boolean }
  | { mark: Mark; hit: false; why: string | null };
export type Score = {
  verdicts: Verdict[];
  /** Ids of the faults found, by one mark or several. */
  found: Set<string>;
  missed: Fault[];
  falseAlarms: number;
};

/** Half of the shorter of the two must be shared: a whole sentence that holds the fault counts, a neighbour does not. */
function touches(mark: Span, fault: Span): boolean {
  return overlap(mark, fault) * 2 >= Math.min(spanLength(mark), spanLength(fault));
}

/**
 * Compares the learner's marks with the planted faults. A mark hits one fault, by preference one of the kind it names and not
 * yet found; a mark that touches none is a false alarm. Several marks on one fault are no alarm.
 */
export function score(content: Content, marks: readonly Mark[]): Score {
  const passages = readPassages(content.draft);
  const places = content.expected.faults.map((fault) => ({
    fault,
    spans: fault.excerpts.flatMap((excerpt) => locate(passages, excerpt)),
  }));
  const found = new Set<string>();
  const verdicts = marks.map((mark): Verdict => {
    const kinds = (fault: Fault) => [fault.kind, ...fault.alsoKinds].includes(mark.kind);
    const { span } = mark;
    const candidates =
      span === null
        ? places.filter((p) => p.spans.length === 0 && answersAbsence(mark, p.fault))
        : places
            .filter((p) => p.spans.some((s) => touches(span, s)))
            .concat(
              places.filter(
                (p) => p.spans.length === 0 && kinds(p.fault) && answersAbsence(mark, p.fault),
              ),
            );
    const worth = ({ fault }: (typeof places)[number]) =>
      (kinds(fault) ? 2 : 0) + (found.has(fault.id) ? 0 : 1);
    const best = [...candidates].sort((a, b) => worth(b) - worth(a))[0];
    if (!best) return { mark, hit: false, why: span ? soundness(content, passages, span) : null };
    found.add(best.fault.id);
    return { mark, hit: true, fault: best.fault, kindRight: kinds(best.fault) };
  });
  return {
    verdicts,
    found,
    missed: content.expected.faults.filter((f) => !found.has(f.id)),
    falseAlarms: verdicts.filter((v) => !v.hit).length,
  };
}

/** An absence is found when the correction says what is missing. */
function answersAbsence(mark: Mark, fault: Fault): boolean {
  const said = foldWords(mark.correction);
  return [...fault.needs, ...fault.named].some((pattern) => holdsPhrase(said, pattern));
}

function soundness(content: Content, passages: Passages, span: Span): string | null {
  const known = content.expected.sound.find((s) =>
    locate(passages, s.excerpt).some((place) => touches(span, place)),
  );
  return known?.why ?? null;
}
