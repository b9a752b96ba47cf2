export type Mood = "sober" | "warm" | "playful" | "professional" | "direct" | "lively";

export type Tone = {
  /** How the reader is addressed; null: the prompt does not say. */
  address: "tu" | "vous" | null;
  mood: Mood | null;
};

const MOODS: [Mood, RegExp][] = [
  [
    "sober",
    /\bsobres?\b|\bneutres?\b|\bfactuel\w*|\binstitutionnel\w*|\bserieu\w*|\bcalmes?\b|\bposee?s?\b|\bpedagogique\w*/,
  ],
  [
    "warm",
    /\bchaleureu\w*|\bconvivia\w*|\bamical\w*|\bproches?\b|\bbienveillant\w*|\baccueillant\w*/,
  ],
  [
    "playful",
    /\bhumour\b|\bdroles?\b|\bdecalee?s?\b|\blegers?\b|\blegere\b|\bludique\w*|\bcomplice\w*/,
  ],
  ["professional", /\bprofessionnel\w*|\bexperte?s?\b|\bformel\w*|\bb2b\b/],
  ["direct", /\bdirecte?s?\b|\bconcrete?s?\b|\bconcrets?\b|\bsimples?\b|\bclaire?s?\b/],
  ["lively", /\benthousiaste\w*|\bdynamique\w*|\benergique\w*|\benjouee?s?\b/],
];

/** The register asked for. Only sentences about tone are read for the mood, so that « prix direct » is no tone. */
export function readTone(folded: string, toneSentences: string[]): Tone {
  const address = /\btutoi\w*|\btutoyez\b|\ba la deuxieme personne du singulier\b/.test(folded)
    ? "tu"
    : /\bvouvoi\w*|\bvouvoyez\b/.test(folded)
      ? "vous"
      : null;
  for (const sentence of toneSentences)
    for (const [mood, pattern] of MOODS) if (pattern.test(sentence)) return { address, mood };
  return { address, mood: null };
}
