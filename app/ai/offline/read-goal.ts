export type Goal = { vous: string; tu: string; channel: string | null };

/** Stem of the wanted action → the imperative said with « vous » and « tu ». Order matters: the first found wins. */
const ACTIONS: [RegExp, { vous: string; tu: string }][] = [
  [/\breserv\w*/, { vous: "Réservez", tu: "Réserve" }],
  [/\binscri\w*/, { vous: "Inscrivez-vous", tu: "Inscris-toi" }],
  [/\bcommand\w*|\bachet\w*|\bvent\w*|\bvendre\b/, { vous: "Commandez", tu: "Commande" }],
  [/\bdon\b|\bdons\b|\bdonner de l'argent\b/, { vous: "Faites un don", tu: "Fais un don" }],
  [/\bvot\w*/, { vous: "Votez", tu: "Vote" }],
  [/\btelecharg\w*/, { vous: "Téléchargez le document", tu: "Télécharge le document" }],
  [/\babonn\w*/, { vous: "Abonnez-vous", tu: "Abonne-toi" }],
  [/\bpartag\w*/, { vous: "Partagez cette publication", tu: "Partage cette publication" }],
  [
    /\bcomment(?:er|aires?)\b|\breagir\b|\brepondre\b/,
    { vous: "Répondez en commentaire", tu: "Réponds en commentaire" },
  ],
  [
    /\bmessages?\b|\becrire\b|\bcontact\w*|\bappel(?:er|s)\b|\brendez-vous\b/,
    { vous: "Écrivez-nous", tu: "Écris-nous" },
  ],
  [
    /\bvisit\w*|\bvenir\b|\bvenue\b|\bviennent\b|\bfrequent\w*|\bvisiteurs\b|\bentrees\b/,
    { vous: "Venez nous voir", tu: "Viens nous voir" },
  ],
];
const CHANNELS: [RegExp, string][] = [
  [/\b(?:en|par) messages?(?: prives?)?\b|\bmp\b/, "par message"],
  [/\ben ligne\b|\bsur le site\b|\bsite\b/, "sur le site"],
  [/\bpar telephone\b|\bappel(?:er|s)\b/, "par téléphone"],
  [/\ben boutique\b|\bsur place\b|\ba l'accueil\b|\bau magasin\b/, "sur place"],
  [/\bpar (?:e-?mail|courriel)\b/, "par e-mail"],
  [/\ben bio\b/, "par le lien en bio"],
];

/** The one action wanted from the reader, said in both forms; null when no objective names one. */
export function readGoal(goalSentences: string[]): Goal | null {
  for (const sentence of goalSentences) {
    const action = ACTIONS.find(([pattern]) => pattern.test(sentence));
    if (!action) continue;
    const channel = CHANNELS.find(([pattern]) => pattern.test(sentence));
    return { ...action[1], channel: channel?.[1] ?? null };
  }
  return goalSentences.length > 0
    ? { vous: "Parlez-en autour de vous", tu: "Parles-en autour de toi", channel: null }
    : null;
}
