import { ok, type Result, refused } from "~/domain/result.ts";
import { askedOverlay } from "~/engines/scene/compose.ts";
import {
  faces,
  grounds,
  inks,
  type Overlay,
  places,
  plainOverlay,
  sizes,
} from "~/engines/scene/overlay.ts";
import { read } from "~/engines/scene/reading.ts";
import { emptySlots, type SlotName, type Slots, slotNames } from "~/engines/scene/slots.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import {
  type Action,
  type Generated,
  MAX_NOTE,
  MAX_RUNS,
  MAX_SLOT,
  MAX_VERSIONS,
  type Maker,
  type noteFields,
  type Run,
  type State,
  type Version,
} from "./state.ts";

/** An empty bench: no prompt, no image. */
export function start(content: Content, seed: number): State {
  return {
    seed: Math.trunc(seed),
    nextRun: 1,
    draft: emptySlots,
    why: "",
    versions: [],
    runs: [],
    kept: null,
    source: "composed",
    own: { asset: null, tool: "", prompt: "", licence: "" },
    network: content.networks[0]!.id,
    overlay: plainOverlay,
    alt: "",
    mention: "",
    rights: "",
    attached: null,
    exported: null,
  };
}

export const brandColours = (content: Content): string[] =>
  content.brand.colours.map((c) => c.hex.toLowerCase());
export const slotsOf = (state: State, run: Run): Slots =>
  state.versions.find((v) => v.n === run.version)?.slots ?? emptySlots;
/** One seed for all versions: between two of them, only the words change the image. */
export const seedOfRun = (state: State, run: Pick<Run, "variant">): number =>
  (state.seed + run.variant * 7919) >>> 0;
export const changedSlots = (before: Slots, after: Slots): SlotName[] =>
  slotNames.filter((name) => before[name].trim() !== after[name].trim());

const UNKNOWN = refused("unknown", "Cet essai n’existe plus\u00a0: rechargez la page.");

/** Applies one move; a refused move is a value with a French sentence. */
export function apply(content: Content, state: State, action: Action): Result<Applied<State>> {
  const next = move(content, state, action);
  return next.ok ? ok({ state: next.value }) : next;
}

function move(content: Content, state: State, action: Action): Result<State> {
  switch (action.type) {
    case "write":
      return write(state, action.field, action.text);
    case "add": {
      const now = fieldText(state, action.field);
      if (now.toLowerCase().includes(action.text.toLowerCase())) return ok(state);
      return write(
        state,
        action.field,
        now.trim() ? `${now.trim().replace(/[.,;]$/, "")}, ${action.text}` : action.text,
      );
    }
    case "run":
      return makeRun(state, action);
    case "ask":
      return ask(state);
    case "generated": {
      const { type: _type, version, ...image } = action;
      if (!state.versions.some((v) => v.n === version)) return UNKNOWN;
      // Sent again because the answer was lost: it is already there.
      if (state.runs.some((r) => r.generated?.assetId === image.assetId)) return ok(state);
      return addRun(state, version, nextVariant(state, version), image);
    }
    case "source":
      return ok({ ...state, source: action.value });
    case "own":
      return ok({
        ...state,
        source: "own",
        own: {
          ...state.own,
          asset: {
            assetId: action.assetId,
            width: action.width,
            height: action.height,
            name: action.name,
          },
        },
      });
    case "drop-own":
      return ok({ ...state, source: "composed", own: { ...state.own, asset: null } });
    case "choose":
      return choose(content, state, action.field, action.value);
    case "attach":
      if (!state.kept) return refused("nothing-kept", "Gardez d’abord une image.");
      return ok({
        ...state,
        attached: { assetId: action.assetId, width: action.width, height: action.height },
      });
    case "exported":
      if (!state.kept) return refused("nothing-kept", "Gardez d’abord une image.");
      return ok({
        ...state,
        exported: { format: action.format, bytes: action.bytes, sha256: action.sha256 },
      });
    default:
      return onRun(content, state, action);
  }
}

type RunAction = Extract<Action, { run: string }>;

function onRun(content: Content, state: State, action: RunAction): Result<State> {
  const run = state.runs.find((r) => r.id === action.run);
  if (!run) return UNKNOWN;
  const change = (more: Partial<Run>): Result<State> =>
    ok({ ...state, runs: state.runs.map((r) => (r.id === run.id ? { ...r, ...more } : r)) });
  switch (action.type) {
    case "vary":
      return addRun(state, run.version, nextVariant(state, run.version));
    case "remove":
      if (state.kept === run.id)
        return refused(
          "kept",
          "Cette image est celle que vous gardez\u00a0: gardez-en une autre avant de la retirer.",
        );
      return ok({ ...state, runs: state.runs.filter((r) => r.id !== run.id) });
    case "reuse":
      return ok({ ...state, draft: slotsOf(state, run), why: "" });
    case "note":
      return tooLong(action.text, MAX_NOTE) ?? change({ note: action.text });
    case "mark": {
      if (!content.defects.some((d) => d.id === action.defect)) return UNKNOWN;
      if (run.inspected)
        return refused(
          "inspected",
          "Les défauts de cet essai vous ont été montrés\u00a0: examinez un autre essai.",
        );
      const marks = run.marks.includes(action.defect)
        ? run.marks.filter((m) => m !== action.defect)
        : [...run.marks, action.defect];
      return change({ marks });
    }
    case "inspect":
      if (run.generated)
        return refused(
          "not-composed",
          "Un modèle a fait cette image\u00a0: ses défauts ne sont pas connus ici. Relevez-les vous-même.",
        );
      return change({ inspected: true });
    case "keep": {
      if (run.generated)
        return ok({ ...state, kept: run.id, source: "composed", attached: null, exported: null });
      const asked = askedOverlay(read(slotsOf(state, run), brandColours(content)));
      // Words already written over an image are the learner's: another image takes them as they are.
      const overlay: Overlay =
        state.overlay.title || state.overlay.detail
          ? state.overlay
          : { ...asked, mention: state.overlay.mention };
      return ok({
        ...state,
        kept: run.id,
        source: "composed",
        overlay,
        attached: null,
        exported: null,
      });
    }
  }
}

function tooLong(text: string, most: number): Result<State> | null {
  return text.length > most
    ? refused(
        "too-long",
        `${text.length} signes\u00a0: ${most} au plus ici. Votre texte est toujours dans le champ\u00a0: raccourcissez-le.`,
      )
    : null;
}

const isSlot = (field: string): field is SlotName =>
  (slotNames as readonly string[]).includes(field);
type NoteField = (typeof noteFields)[number];

function fieldText(state: State, field: SlotName | NoteField): string {
  if (isSlot(field)) return state.draft[field];
  if (field === "title" || field === "detail") return state.overlay[field];
  if (field === "stamp") return state.overlay.mention;
  if (field === "tool" || field === "prompt" || field === "licence") return state.own[field];
  return state[field];
}

function write(state: State, field: SlotName | NoteField, raw: string): Result<State> {
  const text = raw.replace(/\r\n?/g, "\n");
  const most =
    isSlot(field) || field === "title" || field === "detail" || field === "stamp"
      ? MAX_SLOT
      : field === "prompt"
        ? 4000
        : MAX_NOTE;
  const refusal = tooLong(text, most);
  if (refusal) return refusal;
  if (isSlot(field)) return ok({ ...state, draft: { ...state.draft, [field]: text } });
  if (field === "title" || field === "detail")
    return ok(stale({ ...state, overlay: { ...state.overlay, [field]: text } }));
  if (field === "stamp")
    return ok(stale({ ...state, overlay: { ...state.overlay, mention: text } }));
  if (field === "tool" || field === "prompt" || field === "licence")
    return ok({ ...state, own: { ...state.own, [field]: text } });
  // Both are written in the file that is downloaded; the workspace keeps the pixels only.
  if (field === "alt" || field === "mention")
    return ok({ ...state, exported: null, [field]: text });
  return ok({ ...state, [field]: text });
}

/** What was exported or sent no longer shows what the bench shows. */
const stale = (state: State): State => ({ ...state, exported: null, attached: null });

function makeRun(state: State, action: Extract<Action, { type: "run" }>): Result<State> {
  let now = state;
  for (const name of slotNames) {
    const typed = (action as Record<string, unknown>)[name];
    if (typeof typed !== "string") continue;
    const written = write(now, name, typed);
    if (!written.ok) return written;
    now = written.value;
  }
  if (typeof action.why === "string") {
    const written = write(now, "why", action.why);
    if (!written.ok) return written;
    now = written.value;
  }
  const fixed = fixVersion(now);
  return fixed.ok
    ? addRun(fixed.value.state, fixed.value.n, nextVariant(fixed.value.state, fixed.value.n))
    : fixed;
}

const nextVariant = (state: State, version: number): number =>
  Math.max(-1, ...state.runs.filter((r) => r.version === version).map((r) => r.variant)) + 1;

/** Nothing is asked of a model whose answer could not be kept. */
function ask(state: State): Result<State> {
  if (state.runs.length >= MAX_RUNS) return TOO_MANY_RUNS;
  const fixed = fixVersion(state);
  if (!fixed.ok) return fixed;
  const n = (state.asked?.n ?? 0) + 1;
  return ok({ ...fixed.value.state, asked: { n, version: fixed.value.n } });
}

/** The version that says what the draft says, made when there is none. */
function fixVersion(now: State): Result<{ state: State; n: number }> {
  if (slotNames.every((name) => !now.draft[name].trim()))
    return refused("empty-prompt", "Le prompt est vide\u00a0: remplissez au moins le sujet.");
  const last = now.versions.at(-1);
  const same = now.versions.find((v) => changedSlots(v.slots, now.draft).length === 0);
  if (same) return ok({ state: now, n: same.n });
  if (now.versions.length >= MAX_VERSIONS)
    return refused("too-many", `${MAX_VERSIONS} versions au plus\u00a0: reprenez l’une d’elles.`);
  const n = (last?.n ?? 0) + 1;
  const version: Version = { n, slots: now.draft, why: now.why.trim(), composed: false };
  return ok({ state: { ...now, why: "", versions: [...now.versions, version] }, n });
}

const TOO_MANY_RUNS = refused(
  "too-many",
  `${MAX_RUNS} essais au plus\u00a0: retirez-en un que vous ne gardez pas.`,
);

function addRun(
  state: State,
  version: number,
  variant: number,
  generated?: Generated,
): Result<State> {
  if (state.runs.length >= MAX_RUNS) return TOO_MANY_RUNS;
  const run: Run = {
    id: `e${state.nextRun}`,
    version,
    variant,
    marks: [],
    inspected: false,
    note: "",
    ...(generated ? { generated } : {}),
  };
  const versions = state.versions.map((v) => (v.n === version ? madeBy(v, generated) : v));
  return ok({ ...state, versions, nextRun: state.nextRun + 1, runs: [...state.runs, run] });
}

/** The version, remembering who made an image of it. */
function madeBy(version: Version, by?: Maker): Version {
  if (!by) return { ...version, composed: true };
  const before = version.models ?? [];
  if (before.some((m) => m.label === by.label && m.model === by.model)) return version;
  return { ...version, models: [...before, { label: by.label, model: by.model }] };
}

const CHOICES: Record<string, readonly string[]> = {
  place: places,
  align: ["start", "middle"],
  size: sizes,
  ground: grounds,
  ink: inks,
  face: faces,
};

function choose(content: Content, state: State, field: string, value: string): Result<State> {
  if (field === "network") {
    if (!content.networks.some((n) => n.id === value)) return UNKNOWN;
    return ok({ ...state, network: value });
  }
  if (!CHOICES[field]?.includes(value)) return UNKNOWN;
  return ok(stale({ ...state, overlay: { ...state.overlay, [field]: value } }));
}
