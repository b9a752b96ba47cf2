import { type Defect, defectsOf } from "~/engines/scene/compose.ts";
import type { Insets, Overlay } from "~/engines/scene/overlay.ts";
import { asksForPhotograph, type Family, read } from "~/engines/scene/reading.ts";
import {
  promptText,
  type Ratio,
  type SlotName,
  type Slots,
  slotNames,
} from "~/engines/scene/slots.ts";
import type { Content } from "./content.ts";
import { brandColours, changedSlots, seedOfRun, slotsOf } from "./engine.ts";
import { insetsFor, measureKept, type Received, received } from "./kept-image.ts";
import type { Generated, State } from "./state.ts";

export const familyLabels: Record<Family, string> = {
  generique: "image convenue",
  affiche: "affiche à silhouette",
  paysage: "paysage",
  "nature-morte": "nature morte",
  geometrique: "aplats géométriques",
  editorial: "page en deux parties",
  vignette: "vignette encadrée",
  strates: "papiers superposés",
  plan: "plan",
  portrait: "portrait en médaillon",
  motif: "motif répété",
  typographique: "lettres géantes",
  collage: "collage de photos",
  isometrique: "isométrie",
  diagonale: "diagonale",
};

export type SlotView = {
  id: SlotName;
  label: string;
  question: string;
  ideas: string[];
  text: string;
};
export type RunView = {
  id: string;
  version: number;
  variant: number;
  slots: Slots;
  seed: number;
  prompt: string;
  ratio: Ratio;
  family: string;
  /** What was understood of each filled slot; none when it was too vague. */
  understood: { label: string; words: string[] }[];
  /** The prompt wants a photograph, which this renderer does not make. */
  photograph: boolean;
  marks: string[];
  inspected: boolean;
  /** What the image really carries; only once the learner asked to be told. */
  defects: Defect[] | null;
  note: string;
  kept: boolean;
  /** The image that a model made; null of one composed here. */
  generated: Generated | null;
};
export type VisualView = {
  order: string;
  brand: { name: string; colours: { hex: string; name: string }[] };
  slots: SlotView[];
  why: string;
  /** Slots of the draft that differ from the last version. */
  changed: string[];
  versions: {
    n: number;
    why: string;
    slots: Slots;
    changes: { label: string; before: string; after: string }[];
  }[];
  runs: RunView[];
  defects: { id: string; label: string; help: string }[];
  /** What the image model was last asked, and which time it was. */
  asked: { n: number; version: number; prompt: string; ratio: Ratio } | null;
  source: State["source"];
  /** The chosen image, when it was not composed here. */
  received: Received | null;
  own: State["own"];
  networks: { id: string; label: string; formats: string[] }[];
  network: string;
  overlay: Overlay;
  insets: Insets;
  kept: RunView | null;
  palette: {
    mean: number;
    colours: { hex: string; share: number; nearest: string; distance: number }[];
  } | null;
  contrast: { what: string; worst: number; needed: number }[];
  alt: string;
  altLimit: number;
  mention: string;
  mentions: string[];
  rights: string;
  attached: State["attached"];
  exported: State["exported"];
};

/** What the learner may see; nothing under `expected` is touched. */
export function view(content: Content, state: State): VisualView {
  const brand = brandColours(content);
  const label = (name: SlotName) => content.slots.find((s) => s.id === name)!.label;
  const runs = state.runs.map((run): RunView => {
    const slots = slotsOf(state, run);
    const reading = read(slots, brand);
    return {
      id: run.id,
      version: run.version,
      variant: run.variant,
      slots,
      seed: seedOfRun(state, run),
      prompt: promptText(slots),
      ratio: reading.ratio,
      family: run.generated?.label ?? familyLabels[reading.family],
      understood: slotNames
        .filter((name) => !run.generated && slots[name].trim())
        .map((name) => ({ label: label(name), words: reading.understood[name] ?? [] })),
      photograph: !run.generated && asksForPhotograph(slots),
      marks: run.marks,
      inspected: run.inspected,
      defects: run.inspected ? defectsOf(reading) : null,
      note: run.note,
      kept: run.id === state.kept,
      generated: run.generated ?? null,
    };
  });
  const kept = runs.find((r) => r.kept) ?? null;
  const measures = kept ? measureKept(content, state) : null;
  const last = state.versions.at(-1);
  return {
    order: content.order,
    brand: content.brand,
    slots: slotNames.map((id) => {
      const { label: name, question, ideas } = content.slots.find((s) => s.id === id)!;
      return { id, label: name, question, ideas, text: state.draft[id] };
    }),
    why: state.why,
    changed: last ? changedSlots(last.slots, state.draft).map(label) : [],
    versions: state.versions.map((v, i) => {
      const before = state.versions[i - 1];
      const changes = before
        ? changedSlots(before.slots, v.slots).map((name) => ({
            label: label(name),
            before: before.slots[name],
            after: v.slots[name],
          }))
        : [];
      return { n: v.n, why: v.why, slots: v.slots, changes };
    }),
    runs,
    defects: content.defects,
    asked: askedOf(state, brand),
    source: state.source,
    received: received(state),
    own: state.own,
    networks: content.networks.map((n) => ({
      id: n.id,
      label: n.label,
      formats: n.formats.map((f) => `${f.ratio} (${f.label})`),
    })),
    network: state.network,
    overlay: state.overlay,
    insets: insetsFor(content, state.network, kept?.ratio ?? "1:1"),
    kept,
    palette: measures?.palette ?? null,
    contrast: (measures?.contrast ?? []).map((c) => ({
      what: c.block.what,
      worst: c.worst,
      needed: c.large ? content.rules.contrast.large : content.rules.contrast.text,
    })),
    alt: state.alt,
    altLimit: content.rules.alt.max,
    mention: state.mention,
    mentions: content.mentions,
    rights: state.rights,
    attached: state.attached,
    exported: state.exported,
  };
}

function askedOf({ asked, versions }: State, brand: string[]): VisualView["asked"] {
  const slots = asked && versions.find((v) => v.n === asked.version)?.slots;
  return slots ? { ...asked, prompt: promptText(slots), ratio: read(slots, brand).ratio } : null;
}
