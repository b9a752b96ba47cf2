import { normalise } from "../french-text.ts";
import type { MotifName } from "./motifs/catalogue.ts";

/** French words that name each motif, without accents, in the singular; « _ » joins the words of one name. */
const MOTIF_WORDS: Record<MotifName, string> = {
  woman:
    "femme fille dame bateliere mariniere eclusiere lavandiere passeuse passagere cliente ouvriere artisane vendangeuse vendeuse elle mere grand_mere batelieres jeune_femme vieille_dame",
  man: "homme garcon monsieur batelier marinier pecheur passeur artisan ouvrier vendeur client mecanicien mecano eclusier vigneron pere grand_pere cidrier personne personnage",
  child: "enfant bebe ecolier eleve gamin fillette famille scolaire",
  portrait: "portrait visage buste tete marcelle temoin regard",
  hand: "main doigt poing geste paume",
  barque: "barque canot bac toue gabare embarcation eulalie rame rameur aviron",
  peniche: "peniche bateau chaland batellerie perseverance navire cargo bateau_mouche",
  sailboat: "voilier voile regate",
  anchor: "ancre amarre",
  knot: "corde cordage noeud nouer ficelle cable amarrage corderie",
  lantern: "lanterne fanal falot",
  fish: "poisson truite brochet peche",
  museum:
    "musee entrepot facade exposition galerie patrimoine monument gare mairie batiment edifice",
  house: "maison ferme chalet gite grange hangar",
  bridge: "pont passerelle viaduc arche",
  workshop: "atelier etabli menuiserie fabrique garage",
  city: "ville immeuble rue quartier centre_ville toit village bourg",
  book: "livre livret roman cahier carnet lecture page archive registre journal lettre",
  apple: "pomme fruit cidre_doux poire verger",
  bottle: "bouteille cidre vin flacon jus huile",
  glass: "verre biere boisson gobelet bulle degustation",
  candle: "bougie cierge cire parfum",
  plant: "plante pot_de_fleurs feuillage ficus monstera verdure",
  cup: "tasse the cafe tisane theiere mug chocolat",
  basket: "panier corbeille recolte marche cueillette",
  bicycle: "velo bicyclette cycle cycliste roue guidon selle",
  tools: "outil marteau cle cle_anglaise reparation reparer tournevis",
  phone: "telephone smartphone ecran application portable mobile",
  megaphone: "megaphone porte_voix annonce haut_parleur",
  chair: "chaise fauteuil siege meuble tabouret",
  lamp: "lampe abat_jour lampadaire luminaire",
  jar: "bocal confiture savon miel conserve pot creme",
  accordion: "accordeon musique chanson bal guinguette",
  camera: "appareil_photo photographe camera",
  tree: "arbre chene pommier tilleul saule foret",
  poplar: "peuplier cypres",
  reeds: "roseau jonc berge rive marais",
  heron: "heron oiseau_d_eau aigrette",
  gull: "oiseau mouette hirondelle",
  flower: "fleur rose tournesol bouquet marguerite jardin",
  leafBranch: "feuille branche laurier rameau herbe",
  mountain: "montagne colline sommet alpe pic",
  cloud: "nuage ciel",
  heart: "coeur amour solidarite",
  cheese: "fromage fromager tomme",
};

/** Places a scene may happen in. */
export const settings = ["river", "sea", "town", "country", "mountain", "indoors", "none"] as const;
export type Setting = (typeof settings)[number];
const SETTING_WORDS: Record<Setting, string> = {
  river:
    "riviere fleuve canal eau quai berge port ecluse halage batellerie courant rive chemin_de_halage amont aval crue loire seine",
  sea: "mer plage ocean littoral cote vague rivage",
  town: "ville rue place quartier boulevard trottoir urbain",
  country: "campagne champ verger jardin prairie foret bois sentier vigne ferme",
  mountain: "montagne alpe colline vallee",
  indoors:
    "interieur salle cuisine table salon boutique comptoir bureau atelier fenetre mur etagere vitrine",
  none: "fond_uni fond_blanc fond_neutre studio sans_decor",
};

const escaped = (word: string) => word.replace(/_/g, " ");
type Entry<T> = { pattern: string; means: T };

const entries = <T extends string>(table: Record<T, string>): Entry<T>[] =>
  (Object.entries(table) as [T, string][])
    .flatMap(([means, words]) => words.split(" ").map((w) => ({ pattern: escaped(w), means })))
    .sort((a, b) => b.pattern.length - a.pattern.length);

const motifEntries = entries(MOTIF_WORDS);
const settingEntries = entries(SETTING_WORDS);

/** `word` as it was written, accents and all. */
export type Found<T> = { means: T; word: string; at: number };

/** The words of a text that a normalised phrase was read from. */
function asWritten(text: string, phrase: string): string {
  const tokens = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const folded = tokens.map((t) => normalise(t));
  const parts = phrase.split(" ");
  const at = folded.findIndex((_, i) => parts.every((part, k) => folded[i + k] === part));
  return at < 0 ? phrase : tokens.slice(at, at + parts.length).join(" ");
}

/**
 * The names found in a French text, in the order of the text, each meaning once; plurals count. Longer names win over
 * the words inside them (« appareil photo » is not a photograph).
 */
export function find<T>(text: string, list: readonly Entry<T>[]): Found<T>[] {
  let rest = ` ${normalise(text)} `;
  const found: Found<T>[] = [];
  for (const { pattern, means } of list) {
    const expression = new RegExp(` (${pattern.split(" ").join("[sx]? ")}[sx]?)(?= )`);
    const match = expression.exec(rest);
    if (!match) continue;
    if (!found.some((f) => f.means === means))
      found.push({ means, word: asWritten(text, match[1]!), at: match.index });
    rest = rest.replace(new RegExp(expression, "g"), (m) => ` ${"·".repeat(m.length - 1)}`);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** A table « meaning → words » made ready for `find`. */
export const lexicon = entries;
export const findMotifs = (text: string): Found<MotifName>[] => find(text, motifEntries);
export const findSettings = (text: string): Found<Setting>[] => find(text, settingEntries);
