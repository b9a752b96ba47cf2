import { ok, type Result, refused } from "~/domain/result.ts";
import { setFrenchTypography } from "~/engines/french-typography-check.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import { locate, readPassages, type Span, spanLength } from "./passages.ts";
import { type Action, MAX_CORRECTION, MAX_MARKS, MAX_TEXT, type State } from "./state.ts";

/** Nothing marked, the draft as it came. The seed changes nothing: every learner has the same text. */
export function start(content: Content, _seed: number): State {
  return { nextId: 1, marks: [], text: content.draft, finished: false, first: null };
}

const CLOSED = refused("finished", "La relecture est close\u00a0: reprenez-la pour la modifier.");

/** Applies one move; a refused move is a value with a French sentence. */
export function apply(content: Content, state: State, action: Action): Result<Applied<State>> {
  const next = move(content, state, action);
  return next.ok ? ok({ state: next.value }) : next;
}

function move(content: Content, state: State, action: Action): Result<State> {
  if (action.type === "resume")
    return state.finished
      ? ok({ ...state, finished: false })
      : refused("not-finished", "La relecture est déjà ouverte.");
  if (state.finished) return CLOSED;
  switch (action.type) {
    case "mark":
      return addMark(content, state, action);
    case "edit-mark": {
      if (!state.marks.some((m) => m.id === action.id)) return UNKNOWN;
      const { id, kind, correction, source } = action;
      const checked = checkMark(content, action);
      if (!checked.ok) return checked;
      const current = state.marks.find((m) => m.id === id)!;
      if (current.span === null && !content.kinds.find((k) => k.id === kind)!.absence)
        return NO_PASSAGE;
      const marks = state.marks.map((m) => (m.id === id ? { ...m, kind, correction, source } : m));
      return ok({ ...state, marks });
    }
    case "remove-mark":
      if (!state.marks.some((m) => m.id === action.id)) return UNKNOWN;
      return ok({ ...state, marks: state.marks.filter((m) => m.id !== action.id) });
    case "write": {
      const text = action.text.replace(/\r\n?/g, "\n");
      if (text.length > MAX_TEXT)
        return refused(
          "too-long",
          `Le texte fait ${text.length} signes\u00a0: gardez-en ${MAX_TEXT} au plus.`,
        );
      return ok({ ...state, text });
    }
    case "set-typography": {
      const text = setFrenchTypography(state.text);
      return text.length > MAX_TEXT
        ? refused(
            "too-long",
            `Le texte dépasserait ${MAX_TEXT} signes\u00a0: raccourcissez-le d’abord.`,
          )
        : ok({ ...state, text });
    }
    case "finish":
      if (state.marks.length === 0)
        return refused(
          "nothing-marked",
          "Relevez au moins un passage avant de finir la relecture.",
        );
      return ok({
        ...state,
        finished: true,
        first: state.first ?? { marks: state.marks, text: state.text },
      });
  }
}

const UNKNOWN = refused("unknown", "Ce relevé n’existe plus.");
const NO_PASSAGE = refused(
  "no-passage",
  "Choisissez un passage du texte\u00a0: seul un oubli se relève sans passage.",
);

function checkMark(
  content: Content,
  { kind, correction, source }: { kind: string; correction: string; source: string },
): Result<null> {
  if (!content.kinds.some((k) => k.id === kind))
    return refused("no-kind", "Choisissez la nature de l’erreur.");
  if (source !== "" && ![...content.facts, ...content.sources].some((s) => s.id === source))
    return refused("no-source", "Cette source n’est pas dans le rayon.");
  if (correction.length > MAX_CORRECTION)
    return refused(
      "too-long",
      `La correction fait ${correction.length} signes\u00a0: tenez en ${MAX_CORRECTION}.`,
    );
  return ok(null);
}

function addMark(
  content: Content,
  state: State,
  action: Extract<Action, { type: "mark" }>,
): Result<State> {
  if (state.marks.length >= MAX_MARKS)
    return refused("too-many", `${MAX_MARKS} relevés au plus\u00a0: retirez-en un.`);
  const checked = checkMark(content, action);
  if (!checked.ok) return checked;
  const where = findSpan(content, action);
  if (!where.ok) return where;
  const span = where.value;
  if (span === null && !content.kinds.find((k) => k.id === action.kind)!.absence) return NO_PASSAGE;
  if (
    span &&
    state.marks.some(
      (m) => m.span?.from === span.from && m.span.to === span.to && m.kind === action.kind,
    )
  )
    return refused("twice", "Ce passage est déjà relevé avec cette nature.");
  const { kind, correction, source } = action;
  return ok({
    ...state,
    nextId: state.nextId + 1,
    marks: [
      ...state.marks,
      {
        id: `r${state.nextId}`,
        span,
        kind,
        correction: correction.trim(),
        source,
        pass: state.first ? 2 : 1,
      },
    ],
  });
}

/** Where the learner points: at words, or at a quotation; null when nowhere. */
function findSpan(
  content: Content,
  { from, to, quote }: { from: number | null; to: number | null; quote: string },
): Result<Span | null> {
  const passages = readPassages(content.draft);
  let span: Span | null = null;
  if (from !== null && to !== null) {
    if (from > to || to >= passages.words.length)
      return refused("no-place", "Ce passage n’est pas dans le texte.");
    span = { from, to };
  } else if (quote.trim() !== "") {
    span = locate(passages, quote)[0] ?? null;
    if (!span)
      return refused(
        "not-found",
        "Ce passage n’a pas été trouvé\u00a0: recopiez-le tel qu’il est dans le texte de l’IA.",
      );
  }
  if (span && spanLength(span) > content.settings.longestPassage)
    return refused(
      "too-wide",
      `Ce passage fait ${spanLength(span)} mots\u00a0: resserrez-le à ${content.settings.longestPassage} au plus, sur ce qui est faux.`,
    );
  return ok(span);
}
