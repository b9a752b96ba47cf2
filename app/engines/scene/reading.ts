import { normalise } from "../french-text.ts";
import { type Found, find, findMotifs, findSettings, lexicon, type Setting } from "./lexicon.ts";
import type { MotifName } from "./motifs/catalogue.ts";
import { CLICHE, NAMED } from "./palette.ts";
import { type Ratio, ratioNames, type SlotName, type Slots } from "./slots.ts";

export const families = [
  "generique",
  "affiche",
  "paysage",
  "nature-morte",
  "geometrique",
  "editorial",
  "vignette",
  "strates",
  "plan",
  "portrait",
  "motif",
  "typographique",
  "collage",
  "isometrique",
  "diagonale",
] as const;
export type Family = (typeof families)[number];

export const treatments = [
  "aplat",
  "gravure",
  "trame",
  "papier",
  "ligne",
  "aquarelle",
  "doux",
] as const;
export type Treatment = (typeof treatments)[number];
export const lights = ["plain", "dawn", "night", "backlight", "mist", "studio", "noon"] as const;
export type Light = (typeof lights)[number];
export const removals = [
  "people",
  "sun",
  "glow",
  "birds",
  "lettering",
  "logo",
  "frame",
  "gradient",
  "background",
  "anachronism",
] as const;
export type Removal = (typeof removals)[number];

/** What the renderer understood of a prompt. */
export type Reading = {
  cast: MotifName[];
  setting: Setting;
  treatment: Treatment;
  family: Family;
  /** Where the subject stands, from −1 (left third) to 1 (right third). */
  side: -1 | 0 | 1;
  /** Where room is kept free, beside the overlay. */
  room: "top" | "bottom" | null;
  light: Light;
  zoom: number;
  angle: "level" | "above" | "below";
  colours: string[];
  /** True when the colours asked for are the brand's. */
  branded: boolean;
  ratio: Ratio;
  overlay: string;
  without: Removal[];
  /** Words recognised, by slot; a filled slot that is absent was not understood. */
  understood: Partial<Record<SlotName, string[]>>;
};

const STYLES = lexicon<Treatment>({
  aplat: "aplat vectoriel flat illustration minimaliste graphique plat affiche vintage art_deco",
  gravure: "linogravure gravure lino xylogravure estampe bois_grave tampon",
  trame: "trame risographie riso serigraphie retro pop demi_teinte bande_dessinee bd",
  papier: "papier_decoupe papier decoupe decoupage origami collage_papier",
  ligne: "ligne_claire trait ligne line contour dessin_au_trait croquis encre plume",
  aquarelle: "aquarelle lavis gouache peinture pinceau",
  doux: "photo photographie photographique realiste 3d degrade cinematographique rendu argentique doux",
});
const FAMILIES = lexicon<Exclude<Family, "generique">>({
  affiche: "affiche poster silhouette disque",
  paysage: "paysage panorama panoramique vue_d_ensemble horizon",
  "nature-morte": "nature_morte objet_pose sur_une_table pose_sur table packshot",
  geometrique: "geometrique bauhaus grille cercles formes_simples quart_de_cercle mosaique",
  editorial: "editorial magazine moitie deux_colonnes bloc_de_couleur couverture split",
  vignette: "vignette ex_libris encadre bordure ornement timbre",
  strates: "strate couche superpose superposition profondeur decoupe_en_couche vague_superposee",
  plan: "plan_d_acces plan_du_quartier plan_de_la_ville plan_de_ville carte itineraire cartographie trajet",
  portrait: "medaillon camee portrait ovale buste",
  motif: "motif repete repetition pattern semis papier_peint tapisserie",
  typographique: "typographique typographie lettre_geante grand_titre lettrage",
  collage: "collage polaroid photos_encadrees cadre_photo album mur_de_photos",
  isometrique: "isometrique isometrie axonometrie maquette",
  diagonale: "diagonale dynamique oblique en_mouvement bande_oblique",
});
const LIGHTS = lexicon<Exclude<Light, "plain">>({
  dawn: "aube doree dore lever levant couchant coucher crepuscule golden_hour chaude chaleureuse soir matin matinale automne rasante",
  night: "nuit nocturne lune etoile bougie obscurite sombre clair_de_lune",
  backlight: "contre_jour silhouette_sombre retroeclairage halo",
  mist: "brume brouillard douce diffuse voilee tamisee vaporeuse pale hiver",
  studio: "studio dure projecteur contrastee clair_obscur laterale ombre_portee",
  noon: "midi plein_soleil zenith franche ete vive eclatante naturelle jour",
});
const FRAMINGS = lexicon<"close" | "medium" | "wide" | "above" | "below">({
  close: "gros_plan tres_gros_plan macro detail serre rapproche insert",
  medium: "plan_moyen mi_corps taille plan_americain normal",
  wide: "plan_large plan_d_ensemble large grand_angle eloigne lointain general",
  above: "vue_de_dessus plongee vue_aerienne drone haut flat_lay zenithale",
  below: "contre_plongee vu_d_en_bas ras_du_sol",
});
const REMOVALS = lexicon<Removal>({
  people: "personnage personne humain visage femme homme enfant silhouette",
  sun: "soleil lune astre coucher_de_soleil",
  glow: "halo eclat reflet paillette etincelle lueur lens_flare flare effet brillance etoile",
  birds: "oiseau mouette",
  lettering: "texte lettre ecriture typographie mot faux_texte texte_illisible",
  logo: "logo marque filigrane watermark signature embleme",
  frame: "cadre bordure bord",
  gradient: "degrade fondu",
  background: "decor arriere_plan fond surcharge detail",
  anachronism: "anachronisme moderne avion antenne voiture modernite contemporain",
});
const COLOURS = Object.entries(NAMED)
  .map(([pattern, means]) => ({ pattern, means }))
  .sort((a, b) => b.pattern.length - a.pattern.length);

const FEMININE: [RegExp, string][] = [
  [/\bbleue\b/g, "bleu"],
  [/\bverte\b/g, "vert"],
  [/\bblanche\b/g, "blanc"],
  [/\bgrise\b/g, "gris"],
  [/\bnoire\b/g, "noir"],
  [/\bviolette\b/g, "violet"],
  [/\bbrune\b/g, "brun"],
  [/\bdoree\b/g, "dore"],
  [/\bsables\b/g, "sable"],
];

const names = (found: readonly Found<unknown>[]) => found.map((f) => f.word);

/** « Titre : « Femmes de rivière » » gives the words between the marks; « sans texte » and an empty slot give none. */
export function overlayText(slot: string): string {
  const text = slot.trim();
  if (!text || /^(?:sans|aucun|pas de)\b/i.test(text)) return "";
  const quoted = [...text.matchAll(/[«“"]\s*([^»”"]+?)\s*[»”"]/g)].map((m) => m[1]!.trim());
  return (
    quoted.length > 0 ? quoted.join("\n") : text.replace(/^(?:texte|titre)\s*:\s*/i, "")
  ).slice(0, 160);
}

/** The ratio named in a text (« 4:5 », « 1080 × 1350 », « carré », « story »), or null. */
export function readRatio(text: string): Ratio | null {
  const flat = text.replace(/[\s\u00a0\u202f]/g, "").toLowerCase();
  const pair = /(\d+(?:[.,]\d+)?)[:/x×](\d+(?:[.,]\d+)?)/.exec(flat);
  if (pair) {
    const asked = Number(pair[1]!.replace(",", ".")) / Number(pair[2]!.replace(",", "."));
    const close = ratioNames.find((r) => {
      const [a, b] = r.split(":").map(Number) as [number, number];
      return Math.abs(a / b - asked) < 0.02;
    });
    if (close) return close;
  }
  const plain = normalise(text);
  if (/\b(carre|square)\b/.test(plain)) return "1:1";
  if (/\b(story|stories|reel|reels|short|shorts|vertical|verticale)\b/.test(plain)) return "9:16";
  if (/\b(paysage|horizontal|horizontale|youtube)\b/.test(plain)) return "16:9";
  if (/\b(pinterest|epingle)\b/.test(plain)) return "2:3";
  if (/\b(portrait|instagram)\b/.test(plain)) return "4:5";
  return null;
}

function readColours(
  slot: string,
  brand: readonly string[],
): { colours: string[]; branded: boolean; seen: string[] } {
  const hex = (slot.match(/#[0-9a-f]{6}\b/gi) ?? []).map((c) => c.toLowerCase());
  let flat = normalise(slot);
  for (const [pattern, word] of FEMININE) flat = flat.replace(pattern, word);
  const named = find(flat, COLOURS);
  const brandWords = /\b(charte|marque|musee|identite|logo|maison)\b/.exec(flat);
  const own = brand.map((c) => c.toLowerCase());
  if (hex.length === 0 && (brandWords || (named.length === 0 && slot.trim())))
    return { colours: own, branded: Boolean(brandWords), seen: brandWords ? [brandWords[0]] : [] };
  const colours = [...hex, ...named.map((f) => f.means)].slice(0, 6);
  if (colours.length === 0) return { colours: [...CLICHE], branded: false, seen: [] };
  // Paper is always needed: the brand's own when the prompt names only colours.
  const list =
    colours.length < 3 && !colours.includes("#fbf9f4")
      ? [...colours, own.at(-2) ?? "#f4eddc"]
      : colours;
  return {
    colours: list,
    branded: hex.length > 0 && hex.every((c) => own.includes(c)),
    seen: [...hex, ...names(named)],
  };
}

const PHOTOGRAPHIC =
  /\b(?:photos?|photographies?|photographiques?|(?:photo)?realistes?|3d|cinematographiques?|argentiques?)\b/;

/** True when a prompt wants what a renderer of flat shapes cannot give: the look of a photograph. */
export function asksForPhotograph({ sujet, style }: Slots): boolean {
  const subject = normalise(sujet).replace(/\bappareils? photo\b/g, "");
  return PHOTOGRAPHIC.test(normalise(style)) || /^(?:une |des )?photo/.test(subject);
}

const OBJECTS: Family = "nature-morte";
function familyFor(cast: readonly MotifName[], setting: Setting): Family {
  const lead = cast[0];
  if (lead === "portrait") return "portrait";
  // A hand stands on no table.
  if (lead === "hand") return "affiche";
  if (setting === "river" || setting === "sea" || setting === "country" || setting === "mountain")
    return "paysage";
  if (lead === "woman" || lead === "man" || lead === "child") return "affiche";
  if (
    lead === "museum" ||
    lead === "city" ||
    lead === "house" ||
    lead === "peniche" ||
    lead === "barque"
  )
    return "paysage";
  return OBJECTS;
}

/**
 * Reads the nine slots with a lexicon of French words. What a slot leaves open stays at the commonplace answer:
 * centred subject, sunset, stock colours, square, effects.
 */
export function read(slots: Slots, brand: readonly string[]): Reading {
  const understood: Reading["understood"] = {};
  const note = (slot: SlotName, list: string[]) => {
    if (list.length > 0) understood[slot] = [...new Set([...(understood[slot] ?? []), ...list])];
  };
  const without = find(slots.exclusions, REMOVALS);
  note("exclusions", names(without));
  const removed = without.map((f) => f.means);
  const things = findMotifs(slots.sujet);
  const elsewhere = findSettings(`${slots.sujet} . ${slots.composition}`);
  note("sujet", [...names(things), ...names(findSettings(slots.sujet))]);
  const people: MotifName[] = ["woman", "man", "child", "portrait"];
  const cast = things
    .map((f) => f.means)
    .filter((m) => !(removed.includes("people") && people.includes(m)));
  const setting = elsewhere[0]?.means ?? "none";

  const style = find(slots.style, STYLES);
  note("style", names(style));
  const layout = find(slots.composition, FAMILIES);
  const side = /\b(gauche)\b/.test(normalise(slots.composition))
    ? -1
    : /\b(droite|tiers)\b/.test(normalise(slots.composition))
      ? 1
      : 0;
  const space = /\b(espace|vide|place|marge|respiration)\b[^.;]*\b(haut|bas|titre)?/.exec(
    normalise(slots.composition),
  );
  const room = space ? (/\bbas\b/.test(normalise(slots.composition)) ? "bottom" : "top") : null;
  note("composition", [
    ...names(layout),
    ...(
      /\b(centre|centree|symetrique|gauche|droite|tiers)\b/.exec(normalise(slots.composition)) ?? []
    ).slice(0, 1),
    ...(space ? [space[1]!] : []),
  ]);
  const light = find(slots.lumiere, LIGHTS);
  note("lumiere", names(light));
  const framing = find(slots.cadrage, FRAMINGS).map((f) => f.means);
  note("cadrage", names(find(slots.cadrage, FRAMINGS)));
  const { colours, branded, seen } = slots.palette.trim()
    ? readColours(slots.palette, brand)
    : { colours: [...CLICHE] as string[], branded: false, seen: [] };
  note("palette", seen);
  const ratio = readRatio(slots.ratio);
  if (ratio) note("ratio", [ratio]);
  const overlay = overlayText(slots.texte);
  if (slots.texte.trim()) note("texte", [overlay || "sans texte"]);

  const family: Family =
    layout[0]?.means ?? (slots.composition.trim() ? familyFor(cast, setting) : "generique");
  return {
    cast,
    setting,
    treatment: style[0]?.means ?? (slots.style.trim() ? "aplat" : "doux"),
    family,
    side,
    room,
    light: light[0]?.means ?? (slots.lumiere.trim() ? "mist" : "plain"),
    zoom: framing.includes("close") ? 1.55 : framing.includes("wide") ? 0.68 : 1,
    angle: framing.includes("above") ? "above" : framing.includes("below") ? "below" : "level",
    colours,
    branded,
    ratio: ratio ?? "1:1",
    overlay,
    without: removed,
    understood,
  };
}
