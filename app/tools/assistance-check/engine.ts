import { ok, type Result, refused } from "~/domain/result.ts";
import { MAX_TIME, readCues, readTime } from "~/engines/subtitle-cues.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import {
  type Action,
  MAX_ALT,
  MAX_CUE,
  MAX_CUES,
  MAX_EASY,
  MAX_NOTE,
  type State,
  type Work,
} from "./state.ts";

/** The AI's drafts, untouched. The seed changes nothing: every learner has the same drafts. */
export function start(content: Content, _seed: number): State {
  const work = drafts(content);
  return { nextCue: work.cues.length + 1, work, finished: false, first: null };
}

/** What the AI gave. */
export function drafts(content: Content): Work {
  return {
    visuals: content.visuals.map(({ id, draft }) => ({
      id,
      alt: draft,
      decorative: false,
      reviewed: false,
      note: "",
    })),
    cues: readCues(content.captions.draft).map((cue, i) => ({ id: `c${i + 1}`, ...cue })),
    captionsNote: "",
    easy: { text: content.easy.draft, name: "", reviewer: "", note: "" },
  };
}

/** Applies one move; a refused move is a value with a French sentence. */
export function apply(content: Content, state: State, action: Action): Result<Applied<State>> {
  const next = move(content, state, action);
  return next.ok ? ok({ state: next.value }) : next;
}

const UNKNOWN = refused("unknown", "Cet élément n’existe plus\u00a0: rechargez la page.");

function move(content: Content, state: State, action: Action): Result<State> {
  if (action.type === "resume")
    return state.finished
      ? ok({ ...state, finished: false })
      : refused("not-finished", "Le contrôle est déjà ouvert.");
  if (state.finished)
    return refused("finished", "Le contrôle est clos\u00a0: reprenez-le pour le modifier.");
  const { work } = state;
  const put = (next: Partial<Work>) => ok({ ...state, work: { ...work, ...next } });
  switch (action.type) {
    case "write": {
      const written = write(work, action.field, action.text.replace(/\r\n?/g, "\n"));
      return written.ok ? ok({ ...state, work: written.value }) : written;
    }
    case "decorative":
    case "review": {
      if (!work.visuals.some((v) => v.id === action.id)) return UNKNOWN;
      const change =
        action.type === "review"
          ? { reviewed: action.on }
          : { decorative: action.on, reviewed: true };
      return put({
        visuals: work.visuals.map((v) => (v.id === action.id ? { ...v, ...change } : v)),
      });
    }
    case "add-cue": {
      if (work.cues.length >= MAX_CUES) return tooMany();
      const sorted = [...work.cues].sort((a, b) => a.start - b.start);
      const at = sorted.findIndex((c) => c.id === action.after);
      if (at < 0 && action.after !== "") return UNKNOWN;
      const from = Math.min(at < 0 ? 0 : sorted[at]!.end, MAX_TIME - 2000);
      const room = sorted[at + 1]?.start ?? from + 2000;
      const cue = {
        start: from,
        end: room > from ? Math.min(room, from + 2000) : from + 2000,
        text: "",
      };
      return ok({
        ...state,
        nextCue: state.nextCue + 1,
        work: { ...work, cues: sorted.toSpliced(at + 1, 0, { id: `c${state.nextCue}`, ...cue }) },
      });
    }
    case "remove-cue":
      if (!work.cues.some((c) => c.id === action.id)) return UNKNOWN;
      return put({ cues: work.cues.filter((c) => c.id !== action.id) });
    case "import-cues": {
      const cues = readCues(action.text);
      if (cues.length === 0)
        return refused(
          "no-cue",
          "Aucun sous-titre n’a été reconnu\u00a0: collez un fichier SRT ou WebVTT entier.",
        );
      if (cues.length > MAX_CUES) return tooMany();
      if (cues.some((c) => c.text.length > MAX_CUE)) return tooLong(MAX_CUE);
      return ok({
        ...state,
        nextCue: state.nextCue + cues.length,
        work: { ...work, cues: cues.map((c, i) => ({ id: `c${state.nextCue + i}`, ...c })) },
      });
    }
    case "name":
      return put({ easy: { ...work.easy, name: action.name } });
    case "finish":
      if (JSON.stringify(work) === JSON.stringify(drafts(content)))
        return refused("untouched", "Contrôlez au moins un des brouillons avant de finir.");
      return ok({ ...state, finished: true, first: state.first ?? work });
  }
}

const tooLong = (most: number) =>
  refused("too-long", `Ce texte est trop long\u00a0: ${most} signes au plus.`);
const tooMany = () => refused("too-many", `${MAX_CUES} sous-titres au plus.`);

/** Keeps one text where its field says. */
function write(work: Work, field: string, text: string): Result<Work> {
  const [what = "", id = ""] = field.split(":");
  const visual = work.visuals.find((v) => v.id === id);
  const cue = work.cues.find((c) => c.id === id);
  const visuals = (change: object) =>
    ok({ ...work, visuals: work.visuals.map((v) => (v.id === id ? { ...v, ...change } : v)) });
  const cues = (change: object) =>
    ok({ ...work, cues: work.cues.map((c) => (c.id === id ? { ...c, ...change } : c)) });
  switch (what) {
    case "alt":
      if (!visual) return UNKNOWN;
      return text.length > MAX_ALT ? tooLong(MAX_ALT) : visuals({ alt: text, reviewed: true });
    case "note":
      if (!visual) return UNKNOWN;
      return text.length > MAX_NOTE ? tooLong(MAX_NOTE) : visuals({ note: text });
    case "cue":
      if (!cue) return UNKNOWN;
      return text.length > MAX_CUE ? tooLong(MAX_CUE) : cues({ text });
    case "start":
    case "end": {
      if (!cue) return UNKNOWN;
      const time = readTime(text);
      return time === null
        ? refused(
            "no-time",
            `«\u00a0${text.slice(0, 20)}\u00a0» n’est pas un temps\u00a0: écrivez 00:00:02.400.`,
          )
        : cues({ [what]: time });
    }
    case "captions-note":
      return text.length > MAX_NOTE ? tooLong(MAX_NOTE) : ok({ ...work, captionsNote: text });
    case "easy":
      return text.length > MAX_EASY
        ? tooLong(MAX_EASY)
        : ok({ ...work, easy: { ...work.easy, text } });
    case "easy-note":
      return text.length > MAX_NOTE
        ? tooLong(MAX_NOTE)
        : ok({ ...work, easy: { ...work.easy, note: text } });
    case "reviewer":
      return text.length > MAX_NOTE
        ? tooLong(MAX_NOTE)
        : ok({ ...work, easy: { ...work.easy, reviewer: text } });
    default:
      return UNKNOWN;
  }
}
