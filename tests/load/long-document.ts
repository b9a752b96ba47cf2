/** A document of about `words` words with headings, paragraphs, lists and a table, as a learner would write. */
const SENTENCE =
  "La coopérative répare, reconditionne et apprend à réparer\u00a0; ses réservations baissent en semaine et ses abonnés n’y changent rien.";

export function longDocument(words: number): object {
  const perSentence = SENTENCE.split(/\s+/).length;
  const paragraphs = Math.ceil(words / (perSentence * 5));
  const text = (t: string, marks?: object[]) => ({
    type: "text",
    text: t,
    ...(marks ? { marks } : {}),
  });
  const paragraph = (n: number) => ({
    type: "paragraph",
    content: [
      text(`${n}. `),
      text("Constat. ", [{ type: "bold" }]),
      text(Array(5).fill(SENTENCE).join(" ")),
    ],
  });
  const content: object[] = [];
  for (let n = 1; n <= paragraphs; n++) {
    if (n % 6 === 1)
      content.push({
        type: "heading",
        attrs: { level: 2 },
        content: [text(`Partie ${Math.ceil(n / 6)}`)],
      });
    if (n % 9 === 0)
      content.push({
        type: "bulletList",
        content: [1, 2, 3].map((i) => ({
          type: "listItem",
          content: [{ type: "paragraph", content: [text(`Point ${i} du constat ${n}`)] }],
        })),
      });
    content.push(paragraph(n));
  }
  return { type: "doc", content };
}
