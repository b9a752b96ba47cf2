/** The nine slots of a visual prompt, as the learner fills them. */
export const slotNames = [
  "sujet",
  "style",
  "composition",
  "lumiere",
  "cadrage",
  "palette",
  "ratio",
  "texte",
  "exclusions",
] as const;
export type SlotName = (typeof slotNames)[number];
export type Slots = Record<SlotName, string>;

export const emptySlots: Slots = {
  sujet: "",
  style: "",
  composition: "",
  lumiere: "",
  cadrage: "",
  palette: "",
  ratio: "",
  texte: "",
  exclusions: "",
};

export const ratios = {
  "1:1": [1080, 1080],
  "4:5": [1080, 1350],
  "9:16": [1080, 1920],
  "16:9": [1920, 1080],
  "2:3": [1000, 1500],
} as const;
export type Ratio = keyof typeof ratios;
export const ratioNames = Object.keys(ratios) as Ratio[];

/** Pixels of an image of that ratio. */
export function sizeOf(ratio: Ratio): { width: number; height: number } {
  const [width, height] = ratios[ratio];
  return { width, height };
}

/** The nine slots as one French prompt, as it would be sent to an image model. */
export function promptText(slots: Slots): string {
  const labels: Record<SlotName, string> = {
    sujet: "",
    style: "Style\u00a0: ",
    composition: "Composition\u00a0: ",
    lumiere: "Lumière\u00a0: ",
    cadrage: "Cadrage\u00a0: ",
    palette: "Palette\u00a0: ",
    ratio: "Format\u00a0: ",
    texte: "Texte\u00a0: ",
    exclusions: "À éviter\u00a0: ",
  };
  return slotNames
    .filter((name) => slots[name].trim())
    .map((name) => `${labels[name]}${slots[name].trim().replace(/[.\s]+$/, "")}.`)
    .join(" ");
}
