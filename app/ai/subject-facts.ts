import type { PublicSubject } from "~/domain/subject.ts";
import type { SubjectFacts } from "./provider.ts";

/**
 * What the practice model may compose from: the sheet every learner reads. Neither the hidden facts nor what a
 * client told in an interview is in it: the learner brings those into the prompt.
 */
export function subjectFacts(subject: Pick<PublicSubject, "client">): SubjectFacts {
  const { client } = subject;
  return {
    organisation: client.name,
    place: client.place.replace(/\s*\(.*\)\s*$/, ""),
    sector: client.sector,
    facts: [
      ...client.offers.map((o) => `${o.name}\u00a0: ${o.price}.`),
      ...client.facts.map((f) => `${f.label}\u00a0: ${f.value}.`),
      ...client.story.split(/(?<=[.!?…])\s+(?=\p{Lu})/u),
    ],
  };
}
