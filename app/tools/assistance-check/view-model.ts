import type { AltFault } from "~/engines/alt-text-check.ts";
import type { CueReading } from "~/engines/subtitle-check.ts";
import { writeSrt, writeTime, writeVtt } from "~/engines/subtitle-cues.ts";
import type { WordErrors } from "~/engines/word-error-rate.ts";
import type { Content } from "./content.ts";
import { drafts } from "./engine.ts";
import { type Judgement, judgeWork } from "./errors.ts";
import { easyPoints, measure } from "./measures.ts";
import type { State, Work } from "./state.ts";

export type SeenVisual = Content["visuals"][number] &
  Work["visuals"][number] & { faults: AltFault[] };
export type SeenCue = { id: string; start: string; end: string; text: string; reading: CueReading };
export type CheckReport = {
  now: Judgement;
  first: { untouched: number; introduced: number; words: WordErrors };
  before: WordErrors;
  spoken: string;
  captionsModel: string;
  easyModel: string;
};
export type CheckView = {
  order: string;
  facts: Content["facts"];
  visuals: SeenVisual[];
  captions: {
    title: string;
    heard: string[];
    cues: SeenCue[];
    note: string;
    vtt: string;
    srt: string;
    fileName: string;
    changed: boolean;
    draft: string;
    rules: Content["rules"]["captions"];
    before: ReturnType<typeof measure>["captions"];
    now: ReturnType<typeof measure>["captions"];
  };
  easy: Work["easy"] & {
    draft: string;
    names: Content["easy"]["names"];
    nameRule: string;
    before: ReturnType<typeof easyPoints>;
    now: ReturnType<typeof easyPoints>;
  };
  origins: Content["origins"];
  finished: boolean;
  pass: 1 | 2;
  /** null until the learner said « J’ai fini mon contrôle ». */
  report: CheckReport | null;
};

/** What the learner sees; `report` alone reads `expected`, once it is earned. */
export function view(content: Content, state: State): CheckView {
  const { work } = state;
  const given = measure(content, drafts(content));
  const now = measure(content, work);
  return {
    order: content.order,
    facts: content.facts,
    visuals: work.visuals.map((v) => ({
      ...content.visuals.find((c) => c.id === v.id)!,
      ...v,
      faults: now.alts.find((a) => a.id === v.id)!.faults,
    })),
    captions: {
      title: content.captions.title,
      heard: content.captions.heard,
      cues: now.cues.map(({ id, reading }) => {
        const cue = work.cues.find((c) => c.id === id)!;
        return {
          id,
          start: writeTime(cue.start),
          end: writeTime(cue.end),
          text: cue.text,
          reading,
        };
      }),
      note: work.captionsNote,
      vtt: writeVtt(work.cues),
      srt: writeSrt(work.cues),
      fileName: content.captions.fileName,
      changed: JSON.stringify(work.cues) !== JSON.stringify(drafts(content).cues),
      draft: content.captions.draft,
      rules: content.rules.captions,
      before: given.captions,
      now: now.captions,
    },
    easy: {
      ...work.easy,
      draft: content.easy.draft,
      names: content.easy.names,
      nameRule: content.easy.nameRule,
      before: easyPoints(content, given.easy),
      now: easyPoints(content, now.easy),
    },
    origins: content.origins,
    finished: state.finished,
    pass: state.first ? 2 : 1,
    report: state.first ? report(content, work, state.first) : null,
  };
}

function report(content: Content, work: Work, first: Work): CheckReport {
  const judged = judgeWork(content, first);
  return {
    now: judgeWork(content, work),
    first: {
      untouched: judged.untouched,
      introduced: judged.introduced.length,
      words: judged.captions.words,
    },
    before: judgeWork(content, drafts(content)).captions.words,
    spoken: content.expected.captions.spoken,
    captionsModel: content.expected.captions.model,
    easyModel: content.expected.easy.model,
  };
}
