import { quantities, sameQuantity } from "~/engines/french-quantities.ts";
import { foldWords, holdsPhrase, sharedRuns } from "~/engines/text-similarity.ts";
import type { Content, Fault } from "./content.ts";
import { borrowings, quotations } from "./measures.ts";

export type Introduced = {
  kind: "figure" | "quotation" | "borrowing" | "mention" | "tic";
  message: string;
};

/** Is the fault still in this text? */
export function remains(fault: Fault, folded: readonly string[]): boolean {
  return (
    fault.still.some((pattern) => holdsPhrase(folded, pattern)) ||
    (fault.needs.length > 0 && !fault.needs.some((pattern) => holdsPhrase(folded, pattern)))
  );
}

/** The faults the rewritten text still holds. */
export function remainingFaults(content: Content, text: string): Fault[] {
  const folded = foldWords(text);
  return content.expected.faults.filter((fault) => remains(fault, folded));
}

/**
 * What the learner's text brings in that is wrong: a figure or a quotation that no fact and no reliable source holds, a
 * borrowed sentence, a tic that the draft did not have, a right mention taken out.
 */
export function introducedFaults(content: Content, text: string): Introduced[] {
  if (text.trim() === "") return [{ kind: "mention", message: "Le texte final est vide." }];
  const found: Introduced[] = [];
  const reliable = content.sources.filter((s) =>
    content.expected.sources.some((e) => e.id === s.id && e.reliable),
  );
  const ground = [
    ...content.facts.map((f) => f.text),
    ...reliable.map((s) => `${s.extract} ${s.date}`),
  ];
  const known = [content.draft, ...ground].flatMap((t) => quantities(t));
  const unknown = quantities(text).filter((q) => !known.some((k) => sameQuantity(q, k)));
  for (const figure of [...new Set(unknown.map((q) => q.text))])
    found.push({
      kind: "figure",
      message: `«\u00a0${figure}\u00a0» n’est dans aucun fait ni aucune source fiable.`,
    });
  const holders = [content.draft, ...ground].map(foldWords);
  for (const quote of quotations(text))
    if (!holders.some((folded) => holdsPhrase(folded, quote)))
      found.push({
        kind: "quotation",
        message: `La citation «\u00a0${quote}\u00a0» n’est dans aucune source fiable.`,
      });
  const least = content.settings.borrowing;
  for (const run of borrowings(content, text))
    if (sharedRuns(run.text, content.draft, least).length === 0)
      found.push({
        kind: "borrowing",
        message: `${run.words} mots de suite viennent de «\u00a0${run.source}\u00a0», sans guillemets ni source.`,
      });
  const draft = foldWords(content.draft);
  const folded = foldWords(text);
  for (const tic of content.tics.list)
    if (holdsPhrase(folded, tic) && !holdsPhrase(draft, tic))
      found.push({
        kind: "tic",
        message: `La tournure «\u00a0${tic.replace("*", "")}\u00a0» n’était pas dans le texte de l’IA.`,
      });
  for (const mention of content.expected.mentions)
    if (!mention.any.some((pattern) => holdsPhrase(folded, pattern)))
      found.push({ kind: "mention", message: `${mention.label}\u00a0: retiré. ${mention.why}` });
  return found;
}
