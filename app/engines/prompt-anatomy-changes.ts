import { type Anatomy, holds, type ReadingGuide, readAnatomy } from "./prompt-anatomy.ts";
import { fold, type Span, wordsOf } from "./prompt-text.ts";

/** What a version is, as far as comparing goes. */
export type Version = { seq: number; prompt: string; temperature: number; maxTokens: number };

export type ChangeKind = "added" | "removed" | "sharpened" | "blurred" | "reworded";

export type ComponentChange = { id: string; name: string; kind: ChangeKind };

export type VersionChange = {
  components: ComponentChange[];
  /** Settings that differ. */
  settings: ("temperature" | "length")[];
  /** Words changed, but in no part of the anatomy. */
  otherWords: boolean;
};

const tidy = (text: string) => fold(text).replace(/\s+/g, " ").trim();

/**
 * Which parts of the anatomy changed between two versions of a prompt. A part is reworded only when a
 * sentence that carries it changed for no other reason: adding « pour les familles » to the task's sentence
 * adds the audience and leaves the task as it was.
 */
export function versionChange(
  guide: ReadingGuide,
  before: Version,
  after: Version,
  read: (prompt: string) => Anatomy = (prompt) => readAnatomy(guide, prompt),
): VersionChange {
  const settings: VersionChange["settings"] = [];
  if (before.temperature !== after.temperature) settings.push("temperature");
  if (before.maxTokens !== after.maxTokens) settings.push("length");
  if (tidy(before.prompt.normalize("NFC")) === tidy(after.prompt.normalize("NFC")))
    return { components: [], settings, otherWords: false };

  const one = read(before.prompt);
  const two = read(after.prompt);
  const kinds = guide.components.map(({ id }) => presenceChange(one, two, id));
  const explained = new Set(
    guide.components.filter((_, i) => kinds[i] !== null).map((component) => component.id),
  );
  const carriers = (anatomy: Anatomy) =>
    new Set([...explained].flatMap((id) => sentencesOf(anatomy, id)));
  const [explainedBefore, explainedAfter] = [carriers(one), carriers(two)];
  // One edited sentence is one change, whatever parts it carries: the first of them names it.
  const named = new Set<string>();
  guide.components.forEach((component, i) => {
    if (kinds[i] !== null || !holds(two, component.id)) return;
    const [was, is] = [sentencesOf(one, component.id), sentencesOf(two, component.id)];
    const lost = was.filter((s) => !is.includes(s));
    const fresh = is.filter((s) => !was.includes(s));
    if (lost.some((s) => explainedBefore.has(s)) || fresh.some((s) => explainedAfter.has(s)))
      return;
    const touched = [...fresh, ...lost].find((s) => !named.has(s));
    if (!touched) return;
    for (const sentence of [...fresh, ...lost]) named.add(sentence);
    kinds[i] = "reworded";
  });
  const components = guide.components.flatMap(({ id, name }, i) => {
    const kind = kinds[i];
    return kind ? [{ id, name, kind }] : [];
  });
  return { components, settings, otherWords: components.length === 0 };
}

function presenceChange(one: Anatomy, two: Anatomy, id: string): ChangeKind | null {
  const was = holds(one, id);
  const is = holds(two, id);
  if (was !== is) return is ? "added" : "removed";
  if (!is) return null;
  const [a, b] = [presenceOf(one, id), presenceOf(two, id)];
  return a === b ? null : b === "precise" ? "sharpened" : "blurred";
}

function presenceOf(anatomy: Anatomy, id: string) {
  return anatomy.components.find((c) => c.id === id)?.presence ?? "absent";
}

function sentencesOf(anatomy: Anatomy, id: string): string[] {
  const spans: Span[] = anatomy.components.find((c) => c.id === id)?.sentences ?? [];
  return spans.map((s) => tidy(anatomy.text.slice(s.start, s.end)));
}

const NOUNS: Record<ChangeKind, string> = {
  added: "ajout de",
  removed: "retrait de",
  sharpened: "précision de",
  blurred: "perte de précision de",
  reworded: "reformulation de",
};
const SETTINGS = {
  temperature: "réglage de la température",
  length: "réglage de la longueur maximale",
} as const;

/** Each thing that changed as a French noun phrase, in lower case: « ajout de « Audience » ». */
export function changePhrases(change: VersionChange): string[] {
  return [
    ...change.components.map(({ kind, name }) => `${NOUNS[kind]} «\u00a0${name}\u00a0»`),
    ...(change.otherWords ? ["quelques mots, sans toucher à un élément de l’anatomie"] : []),
    ...change.settings.map((s) => SETTINGS[s]),
  ];
}

/** « a, b et c ». */
export function listed(parts: string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
}

const NUMBERS = ["", "Une", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf"];

/** « One thing at a time », observed: what changed since another version, in one or two French sentences. */
export function observeChange(change: VersionChange, since: number): string {
  const phrases = changePhrases(change);
  if (phrases.length === 0)
    return `Même prompt et mêmes réglages que la version ${since}\u00a0: seule la part de hasard du modèle fait la différence.`;
  if (phrases.length === 1)
    return `Une seule chose change depuis la version ${since}\u00a0: ${phrases[0]}. Ce qui change dans la réponse vient de là, ou du hasard du modèle.`;
  const count = NUMBERS[phrases.length] ?? String(phrases.length);
  return `${count} choses changent à la fois depuis la version ${since}\u00a0: ${listed(phrases)}. Si la réponse est meilleure, vous ne saurez pas grâce à laquelle.`;
}

/**
 * The version each one came from: the earlier one whose words are nearest (Dice's coefficient on words,
 * repeats counted), the latest when several are as near. A version taken up again is so compared with what
 * was taken up, not with the one that happens to be just before it. The first has none.
 */
export function originsOf(versions: Version[]): Map<number, number> {
  const ordered = [...versions].sort((a, b) => a.seq - b.seq);
  const bags = ordered.map((v) => bagOf(v.prompt));
  const origins = new Map<number, number>();
  for (let i = 1; i < ordered.length; i++) {
    let best = i - 1;
    let near = -1;
    for (let j = i - 1; j >= 0; j--) {
      const likeness = dice(bags[i]!, bags[j]!);
      if (likeness > near) [near, best] = [likeness, j];
    }
    origins.set(ordered[i]!.seq, ordered[best]!.seq);
  }
  return origins;
}

type Bag = { counts: Map<string, number>; size: number };

function bagOf(prompt: string): Bag {
  const counts = new Map<string, number>();
  const words = wordsOf(fold(prompt.normalize("NFC")));
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

function dice(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1;
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
