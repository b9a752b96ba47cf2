/** What a line of the report says of itself: fait dit, donnée vérifiée, opinion, hypothèse, point ouvert. */
export const marks = ["fact", "data", "opinion", "hypothesis", "open"] as const;
export type Mark = (typeof marks)[number];
