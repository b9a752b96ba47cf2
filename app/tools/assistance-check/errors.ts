import { quantities, sameQuantity } from "~/engines/french-quantities.ts";
import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import { spokenWords, type WordErrors, wordErrors } from "~/engines/word-error-rate.ts";
import type { Content, Planted } from "./content.ts";
import type { Work } from "./state.ts";

export type Judged = Planted & { corrected: boolean };

/** Is a planted error still in these texts? Accents count: « a leurs écho » is not « à leur écho ». */
function remains(error: Planted, text: string): boolean {
  const folded = foldWords(text);
  const exact = spokenWords(text).join(" ");
  const holds = (pattern: string) =>
    holdsPhrase(folded, pattern) &&
    (pattern.endsWith("*") ||
      ` ${exact} `.includes(` ${spokenWords(pattern).join(" ")} `) ||
      /\d/.test(pattern));
  return error.still.some(holds) || (error.needs.length > 0 && !error.needs.some(holds));
}

const judge = (errors: readonly Planted[], text: string): Judged[] =>
  errors.map((error) => ({ ...error, corrected: !remains(error, text) }));

/** The words of the subtitles, without the sounds described in brackets. */
export function captionWords(work: Work): string {
  return [...work.cues]
    .sort((a, b) => a.start - b.start)
    .map((cue) => cue.text.replace(/\[[^\]]*\]|\([^)]*\)/g, " "))
    .join("\n");
}

export type Judgement = {
  visuals: {
    id: string;
    model: string;
    decorative: boolean;
    roleRight: boolean;
    errors: Judged[];
    introduced: string[];
  }[];
  captions: { errors: Judged[]; words: WordErrors };
  easy: { errors: Judged[] };
  /** Planted errors, those still there, and what the learner brought in. */
  total: number;
  untouched: number;
  introduced: string[];
};

/** Compares a work with the ground truth. */
export function judgeWork(content: Content, work: Work): Judgement {
  const visuals = content.expected.visuals.map((truth) => {
    const visual = work.visuals.find((v) => v.id === truth.id)!;
    const { shown } = content.visuals.find((v) => v.id === truth.id)!;
    const alt = visual.decorative ? "" : visual.alt;
    const known = [shown, truth.model, ...content.facts.map((f) => f.text)].flatMap((t) =>
      quantities(t),
    );
    const planted = truth.errors.flatMap((e) => e.still).join("\n");
    const invented = quantities(alt).filter(
      (q) =>
        !known.some((k) => sameQuantity(q, k)) &&
        !quantities(planted).some((k) => sameQuantity(q, k)),
    );
    const introduced = [
      ...(visual.decorative && !truth.decorative
        ? [
            "Cette image informe\u00a0: déclarée décorative, elle disparaît pour qui ne la voit pas.",
          ]
        : []),
      ...invented.map((q) => `«\u00a0${q.text}\u00a0» n’est ni dans l’image ni dans les faits.`),
    ];
    return {
      id: truth.id,
      model: truth.model,
      decorative: truth.decorative,
      roleRight: visual.decorative === truth.decorative,
      errors: truth.decorative
        ? truth.errors.map((e) => ({ ...e, corrected: visual.decorative }))
        : judge(truth.errors, alt),
      introduced,
    };
  });
  // Sounds are errors too: their brackets are kept here.
  const said = work.cues.map((c) => c.text.replace(/\n/g, " ")).join("\n");
  const captions = {
    errors: judge(content.expected.captions.errors, said),
    words: wordErrors(content.expected.captions.spoken, captionWords(work)),
  };
  const easy = { errors: judge(content.expected.easy.errors, work.easy.text) };
  const errors = [...visuals.flatMap((v) => v.errors), ...captions.errors, ...easy.errors];
  const known = [
    content.easy.draft,
    content.expected.easy.model,
    ...content.facts.map((f) => f.text),
  ].flatMap((t) => quantities(t));
  return {
    visuals,
    captions,
    easy,
    total: errors.length,
    untouched: errors.filter((e) => !e.corrected).length,
    introduced: [
      ...visuals.flatMap((v) => v.introduced.map((i) => `${v.id}\u00a0: ${i}`)),
      ...quantities(work.easy.text)
        .filter((q) => !known.some((k) => sameQuantity(q, k)))
        .map((q) => `Version simplifiée\u00a0: «\u00a0${q.text}\u00a0» n’est dans aucun fait.`),
    ],
  };
}
