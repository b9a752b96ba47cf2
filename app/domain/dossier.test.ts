import { describe, expect, it } from "vitest";
import { smallCertification, smallSubject } from "../../tests/small-certification.ts";
import type { Block } from "./certification.ts";
import type { DocNode } from "./document.ts";
import { assembleDossier, type DossierInput, dossierKind } from "./dossier.ts";
import { numberCaptions } from "./dossier-numbering.ts";
import { publicSubject } from "./subject.ts";

const block = smallCertification.blocks[0] as Block;
const write = (text: string): DocNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const input = (given: Partial<DossierInput> = {}): DossierInput => ({
  subject: publicSubject(smallSubject),
  certification: smallCertification,
  block,
  sections: [],
  figures: [],
  images: [],
  ratings: [],
  evidence: [],
  promptRuns: [],
  artefacts: [],
  author: "Lou Martin",
  date: new Date("2026-11-01T12:00:00Z"),
  ...given,
});
const run = (id: string, given: Partial<DossierInput["promptRuns"][number]> = {}) => ({
  id,
  stepId: "lire",
  prompt: "Écris\u0000 trois lignes.",
  output: "Une.\nDeux.",
  tool: "modèle d’entraînement hors ligne",
  model: "atelier",
  temperature: 0.7,
  kept: false,
  note: "",
  insertedIn: null,
  at: new Date("2026-10-05T12:00:00Z"),
  ...given,
});
const withExam = (exam: Partial<Block["exam"]>): Block => ({
  ...block,
  exam: { ...block.exam, ...exam },
});

describe("the plan", () => {
  it("keeps the subject's order, numbers sections, leaves out empty optional ones", () => {
    const dossier = assembleDossier(
      input({
        sections: [
          { key: "reponse", doc: write("Oui.") },
          { key: "constat", doc: write("Vu.") },
        ],
      }),
    );
    expect(dossier.sections.map((s) => [s.number, s.key])).toEqual([
      [1, "constat"],
      [2, "reponse"],
    ]);
    expect(dossier.empty).toBe(false);
  });

  it("keeps a required section that is empty, so that its place is seen", () => {
    const dossier = assembleDossier(input());
    expect(dossier.sections.map((s) => s.key)).toEqual(["constat", "reponse"]);
    expect(dossier.empty).toBe(true);
  });

  it("links each competency to the sections that show it", () => {
    const [first, second, third] = assembleDossier(input()).correspondence;
    expect(first?.sections).toEqual([{ anchor: "partie-constat", number: 1, title: "Le constat" }]);
    expect(second?.sections.map((s) => s.number)).toEqual([2]);
    expect(third?.sections).toEqual([]);
  });
});

describe("the cover follows the exam's data", () => {
  it.each([
    ["an exercise without an oral is a pack", {}, "Pack de contenus", false],
    ["an oral makes it a dossier", { oral: true }, "Dossier numérique", true],
  ])("%s", (_name, exam, kind, oral) => {
    const { cover } = assembleDossier(input({ block: withExam(exam) }));
    expect(cover.kind).toBe(kind);
    expect(dossierKind(withExam(exam))).toBe(kind);
    expect(JSON.stringify(cover).includes("soutenance")).toBe(oral);
  });

  it("names the accounts only when the exam asks for some", () => {
    const requirements = { ...block.exam.requirements, accounts: 2 };
    const asked = assembleDossier(input({ block: withExam({ requirements }) })).cover.facts;
    expect(asked.find((f) => f.label === "Comptes")?.value).toContain("2 comptes");
    expect(assembleDossier(input()).cover.facts.some((f) => f.label === "Comptes")).toBe(false);
  });

  it("says that the case is fictional, the platform unofficial and when the registration ended", () => {
    const { notices, facts } = assembleDossier(input()).cover;
    expect(notices.join(" ")).toMatch(/fictif.*sans lien.*Certification fictive/s);
    expect(facts.find((f) => f.label === "Date")?.value).toBe("1er novembre 2026");
  });
});

describe("annexes", () => {
  it("record kept and inserted runs only, oldest first, with what became of them", () => {
    const marked: DocNode = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Deux.", marks: [{ type: "aiAssisted", attrs: { run: "b" } }] },
          ],
        },
      ],
    };
    const { annexes } = assembleDossier(
      input({
        sections: [{ key: "constat", doc: marked }],
        promptRuns: [
          run("a"),
          run("b", { insertedIn: "constat", at: new Date("2026-10-07T12:00:00Z") }),
          run("c", { kept: true }),
          run("d", { insertedIn: "reponse", at: new Date("2026-10-09T12:00:00Z") }),
        ],
      }),
    );
    const record = annexes.find((a) => a.title === "Relevé d’usage de l’IA");
    const text = JSON.stringify(record);
    expect(record?.blocks.filter((b) => b.kind === "heading")).toHaveLength(3);
    expect(text).toMatch(
      /IA 1 – 5 octobre.*non inséré.*IA 2 – 7 octobre.*Deux\..*IA 3 – 9 octobre.*retiré/s,
    );
    expect(text).toContain("hors ligne");
    expect(text).not.toContain("\\u0000");
  });

  it("say that evidence was reworded or removed since", () => {
    const passage = (id: string, quote: string) => ({
      id,
      competency: "B1.1",
      attempt: 1,
      kind: "passage" as const,
      sectionKey: "constat",
      quote,
      fingerprint: "",
      note: "",
      createdAt: "2026-11-01T10:00:00Z",
    });
    const { annexes } = assembleDossier(
      input({
        sections: [{ key: "constat", doc: write("La vitrine attire les passants du quai.") }],
        evidence: [
          passage("1", "La vitrine attire les passants"),
          passage("2", "La vitrine attire les clients du quai"),
          passage("3", "Rien de commun ici"),
        ],
      }),
    );
    const text = JSON.stringify(annexes.find((a) => a.title === "Auto-évaluation"));
    expect(text.match(/texte modifié depuis/g)).toHaveLength(1);
    expect(text.match(/texte retiré depuis/g)).toHaveLength(1);
  });

  it("draw a radar from three rated competencies on, and letter annexes in order", () => {
    const ratings = ["B1.1", "B1.2", "B1.3"].map((competency) => ({
      competency,
      level: 2,
      justification: "Parce que c’est écrit.",
    }));
    const { annexes } = assembleDossier(input({ ratings }));
    expect(annexes.map((a) => `${a.letter} ${a.title}`)).toEqual(["A Auto-évaluation"]);
    expect(JSON.stringify(annexes)).toContain('"radar"');
    const two = assembleDossier(input({ ratings: ratings.slice(0, 2) }));
    expect(JSON.stringify(two.annexes)).not.toContain('"radar"');
  });
});

it("the reading view numbers captions as the exports do", () => {
  const image = (caption: string): DocNode => ({
    type: "image",
    attrs: { assetId: "a", alt: "", decorative: false, caption, width: null, height: null },
  });
  const live = (figureId: string): DocNode => ({
    type: "figure",
    attrs: { figureId, caption: "" },
  });
  const docs: DocNode[] = [
    { type: "doc", content: [image("Un"), live("o:absente"), live("o:la")] },
    { type: "doc", content: [image(""), image("Deux")] },
  ];
  const figure = {
    id: "o:la",
    title: "La carte",
    alt: "Carte",
    body: { kind: "list" as const, items: [] },
  };
  const read = JSON.stringify(numberCaptions(docs, new Set(["o:la"])));
  const { figures } = assembleDossier(
    input({
      sections: docs.map((doc, i) => ({ key: ["constat", "reponse"][i] as string, doc })),
      figures: [{ stepId: "lire", figure }],
    }),
  );
  expect(figures.map((f) => f.caption)).toEqual([
    "Figure 1 – Un",
    "Figure 2 – La carte",
    "Figure 3 – Deux",
  ]);
  for (const caption of ["Figure 1 – Un", '"Figure 2"', "Figure 3 – Deux"])
    expect(read).toContain(caption);
});
