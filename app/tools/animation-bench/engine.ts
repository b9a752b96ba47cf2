import { ok, type Result, refused } from "~/domain/result.ts";
import { seedOf } from "~/engines/scene/random.ts";
import { type Ratio, ratioNames } from "~/engines/scene/slots.ts";
import {
  draftAlternative,
  filmSeconds,
  type Shot,
  type Storyboard,
} from "~/engines/scene/storyboard.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import {
  type Action,
  MAX_CAPTION,
  MAX_LINE,
  MAX_SHOTS,
  MAX_TEXT,
  MAX_TITLE,
  MAX_VERSIONS,
  SHOT_SECONDS,
  type State,
} from "./state.ts";

/** An empty storyboard in the brand's look. */
export function start(content: Content, seed: number): State {
  return {
    seed: Math.trunc(seed),
    nextShot: 1,
    shots: [],
    ratio: content.look.ratio,
    network: content.networks[0]!.id,
    style: content.look.style,
    palette: content.look.palette,
    burnt: true,
    mention: "",
    stamp: "",
    alternative: "",
    poster: null,
    posterAlt: "",
    why: "",
    versions: [],
    rendered: null,
    attached: { video: null, poster: null },
  };
}

/** Everything the renderer needs to make the film again. */
export function storyboardOf(content: Content, state: State): Storyboard {
  const { ratio, style, palette, seed, shots, burnt, stamp } = state;
  return {
    ratio,
    style,
    palette,
    brand: content.brand.colours.map((c) => c.hex.toLowerCase()),
    seed,
    shots,
    mention: stamp,
    burnt,
  };
}

/** The same number for the same film. */
export const fingerprintOf = (board: Storyboard): number => seedOf(JSON.stringify(board));

/** Applies one move; a refused move is a value with a French sentence. */
export function apply(content: Content, state: State, action: Action): Result<Applied<State>> {
  const next = move(content, state, action);
  return next.ok ? ok({ state: next.value }) : next;
}

const UNKNOWN = refused("unknown", "Cet élément n’existe plus\u00a0: rechargez la page.");
const tooLong = (text: string, most: number) =>
  text.length > most
    ? refused(
        "too-long",
        `${text.length} signes\u00a0: ${most} au plus ici. Votre texte est toujours dans le champ\u00a0: raccourcissez-le.`,
      )
    : null;

function move(content: Content, state: State, action: Action): Result<State> {
  switch (action.type) {
    case "add-shot":
      return addShot(state, action.text ?? "");
    case "write-shot":
    case "seconds":
    case "transition":
    case "move-shot":
    case "place-shot":
    case "remove-shot":
      return onShot(state, action);
    case "write": {
      const refusal = tooLong(action.text, action.field === "alternative" ? MAX_TEXT : MAX_LINE);
      return refusal ?? ok({ ...state, [action.field]: action.text.replace(/\r\n?/g, "\n") });
    }
    case "add-mention":
      return addMention(state, action.text.trim());
    case "choose":
      if (action.field === "ratio")
        return (ratioNames as string[]).includes(action.value)
          ? ok({ ...state, ratio: action.value as Ratio })
          : UNKNOWN;
      return content.networks.some((n) => n.id === action.value)
        ? ok({ ...state, network: action.value })
        : UNKNOWN;
    case "burn":
      return ok({ ...state, burnt: action.on });
    case "save-version":
      return saveVersion(state);
    case "reuse": {
      const version = state.versions.find((v) => v.n === action.version);
      return version
        ? ok({
            ...state,
            shots: version.shots,
            style: version.style,
            palette: version.palette,
            why: "",
          })
        : UNKNOWN;
    }
    case "draft-alternative":
      if (state.shots.length === 0) return refused("no-shot", "Écrivez d’abord un plan.");
      if (state.alternative.trim())
        return refused(
          "written",
          "Un texte est déjà écrit\u00a0: effacez-le pour repartir du découpage.",
        );
      return ok({ ...state, alternative: draftAlternative(state) });
    case "poster":
      return ok({
        ...state,
        poster: Math.round(Math.min(action.at, filmSeconds(state)) * 10) / 10,
        attached: { ...state.attached, poster: null },
      });
    case "rendered": {
      if (state.shots.length === 0) return refused("no-shot", "Écrivez d’abord un plan.");
      const { type: _type, ...file } = action;
      return ok({
        ...state,
        rendered: { ...file, board: fingerprintOf(storyboardOf(content, state)) },
        attached: { ...state.attached, video: null },
      });
    }
    case "attach":
      if (action.what === "video" && !state.rendered)
        return refused("not-rendered", "Rendez d’abord l’animation.");
      if (action.what === "poster" && state.poster === null)
        return refused("no-poster", "Choisissez d’abord une image d’attente.");
      return ok({ ...state, attached: { ...state.attached, [action.what]: action.assetId } });
  }
}

/** A proposed mention joins what is already written. */
function addMention(state: State, proposed: string): Result<State> {
  const now = state.mention.trim();
  if (now.includes(proposed)) return ok(state);
  const mention = now ? `${now} ${proposed}` : proposed;
  return tooLong(mention, MAX_LINE) ?? ok({ ...state, mention });
}

function addShot(state: State, raw: string): Result<State> {
  if (state.shots.length >= MAX_SHOTS)
    return refused("too-many", `${MAX_SHOTS} plans au plus\u00a0: retirez-en un.`);
  const line = raw.replace(/\s+/g, " ").trim();
  const refusal = tooLong(line, MAX_LINE);
  if (refusal) return refusal;
  const shot: Shot = {
    id: `p${state.nextShot}`,
    line,
    seconds: 3,
    caption: "",
    title: "",
    transition: state.shots.length === 0 ? "cut" : "fade",
  };
  return ok({ ...state, nextShot: state.nextShot + 1, shots: [...state.shots, shot] });
}

type ShotAction = Extract<Action, { shot: string }>;
const MOST = { line: MAX_LINE, caption: MAX_CAPTION, title: MAX_TITLE } as const;

function onShot(state: State, action: ShotAction): Result<State> {
  const at = state.shots.findIndex((s) => s.id === action.shot);
  if (at < 0) return UNKNOWN;
  const change = (more: Partial<Shot>): Result<State> =>
    ok({ ...state, shots: state.shots.map((s, i) => (i === at ? { ...s, ...more } : s)) });
  const place = (to: number): Result<State> => {
    const shots = state.shots.filter((_, i) => i !== at);
    shots.splice(to, 0, state.shots[at]!);
    return ok({ ...state, shots });
  };
  switch (action.type) {
    case "write-shot":
      return (
        tooLong(action.text, MOST[action.field]) ??
        change({ [action.field]: action.text.replace(/\s*\n\s*/g, " ") })
      );
    case "seconds": {
      const { least, most } = SHOT_SECONDS;
      if (!(action.seconds >= least && action.seconds <= most))
        return refused("seconds", "Un plan dure de 0,5 à 15\u00a0secondes.");
      return change({ seconds: Math.round(action.seconds * 10) / 10 });
    }
    case "transition":
      return change({ transition: action.value });
    case "move-shot":
      return place(
        Math.min(state.shots.length - 1, Math.max(0, at + (action.by === "up" ? -1 : 1))),
      );
    case "place-shot":
      return place(Math.min(state.shots.length - 1, action.at));
    case "remove-shot":
      return ok({ ...state, shots: state.shots.filter((_, i) => i !== at) });
  }
}

function saveVersion(state: State): Result<State> {
  if (state.shots.length === 0) return refused("no-shot", "Écrivez d’abord un plan.");
  if (state.versions.length >= MAX_VERSIONS)
    return refused("too-many", `${MAX_VERSIONS} versions au plus.`);
  const last = state.versions.at(-1);
  const { shots, style, palette } = state;
  if (
    last &&
    JSON.stringify([last.shots, last.style, last.palette]) ===
      JSON.stringify([shots, style, palette])
  )
    return refused("same", "Rien n’a changé depuis la dernière version.");
  return ok({
    ...state,
    why: "",
    versions: [
      ...state.versions,
      { n: (last?.n ?? 0) + 1, why: state.why.trim(), shots, style, palette },
    ],
  });
}
