import { describe, expect, it } from "vitest";
import { smallCertification, smallSubject } from "../../tests/small-certification.ts";
import { type Artefact, noAiUse } from "./artefact.ts";
import type { Block } from "./certification.ts";
import type { DocNode } from "./document.ts";
import type { DossierInput } from "./dossier.ts";
import { checkDossier } from "./dossier-check.ts";
import { publicSubject, type Section } from "./subject.ts";

const block = smallCertification.blocks[0] as Block;
const words = (n: number): DocNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "mot ".repeat(n) }] }],
});
const image = (alt: string, decorative = false): DocNode => ({
  type: "image",
  attrs: { assetId: "a1", alt, decorative, caption: "", width: null, height: null },
});
const complete = block.competencies.map((c) => ({
  competency: c.id,
  level: 2,
  justification: "Le passage cité le montre clairement.",
}));
const proof = (competency: string, quote = "mot mot") => ({
  id: competency,
  competency,
  attempt: 1,
  kind: "passage" as const,
  sectionKey: "constat",
  quote,
  fingerprint: "",
  note: "",
  createdAt: "2026-11-01T10:00:00Z",
});
const full: DossierInput = {
  subject: publicSubject(smallSubject),
  certification: smallCertification,
  block: {
    ...block,
    exam: { ...block.exam, requirements: { ...block.exam.requirements, artefacts: [] } },
  },
  sections: ["constat", "reponse", "bilan"].map((key) => ({ key, doc: words(50) })),
  figures: [],
  images: [{ id: "a1", name: "a.webp", width: 10, height: 10 }],
  ratings: complete,
  evidence: block.competencies.map((c) => proof(c.id)),
  promptRuns: [],
  artefacts: [],
  author: "Lou",
  date: new Date("2026-11-01"),
};
const ids = (given: Partial<DossierInput>) => {
  const check = checkDossier({ ...full, ...given });
  return [...check.competencies.flatMap((c) => c.lines), ...check.block, ...check.form].map(
    (l) => `${l.id} ${l.observed ? l.severity : "look"}`,
  );
};
const section = (key: string, doc: DocNode) => [
  ...full.sections.filter((s) => s.key !== key),
  { key, doc },
];
const asking = (requirements: Partial<Block["exam"]["requirements"]>): Block => ({
  ...full.block,
  exam: { ...full.block.exam, requirements: { ...full.block.exam.requirements, ...requirements } },
});
const providing = (key: string, provides: Section["provides"]) => ({
  ...full.subject,
  sections: full.subject.sections.map((s) => (s.key === key ? { ...s, provides } : s)),
});

it("has nothing to say of a complete dossier", () => {
  expect(ids({})).toEqual([]);
  expect(checkDossier(full)).toMatchObject({ blocking: 0, advisory: 0, toLookAt: 0 });
});

describe("each missing thing, one line", () => {
  const cases: [string, Partial<DossierInput>, string[]][] = [
    [
      "an empty required section",
      { sections: section("reponse", words(0)) },
      ["empty:reponse blocking"],
    ],
    [
      "a section never saved",
      { sections: full.sections.slice(0, 1) },
      ["empty:reponse blocking", "empty:bilan advisory"],
    ],
    ["too few words", { sections: section("reponse", words(19)) }, ["short:reponse blocking"]],
    ["just enough words", { sections: section("reponse", words(20)) }, []],
    ["too many words", { sections: section("constat", words(101)) }, ["long:constat advisory"]],
    ["no level", { ratings: complete.slice(1) }, ["level:B1.1 blocking"]],
    [
      "a level without a justification",
      { ratings: [{ competency: "B1.1", level: 1, justification: " " }, ...complete.slice(1)] },
      ["justification:B1.1 blocking"],
    ],
    ["no evidence", { evidence: full.evidence.slice(1) }, ["evidence:B1.1 blocking"]],
    [
      "one link of two reworded",
      { evidence: [...full.evidence, { ...proof("B1.1", "phrase disparue du texte"), id: "x" }] },
      ["evidence-changed:B1.1 advisory"],
    ],
    [
      "the only link gone",
      { evidence: [proof("B1.1", "phrase disparue"), ...full.evidence.slice(1)] },
      ["evidence-changed:B1.1 blocking"],
    ],
    [
      "an image without alternative",
      {
        sections: section("bilan", {
          type: "doc",
          content: [...(words(5).content ?? []), image(" ")],
        }),
      },
      ["alt:bilan blocking"],
    ],
    [
      "a decorative one needs none",
      {
        sections: section("bilan", {
          type: "doc",
          content: [...(words(5).content ?? []), image("", true)],
        }),
      },
      [],
    ],
    [
      "an image whose file is gone",
      {
        images: [],
        sections: section("bilan", {
          type: "doc",
          content: [...(words(5).content ?? []), image("Un quai")],
        }),
      },
      ["lost-image:bilan advisory"],
    ],
    [
      "a heading that jumps",
      {
        sections: section("bilan", {
          type: "doc",
          content: [
            { type: "heading", attrs: { level: 4 }, content: [{ type: "text", text: "Haut" }] },
          ],
        }),
      },
      ["headings:bilan advisory"],
    ],
    [
      "a figure its tool does not give",
      {
        sections: section("bilan", {
          type: "doc",
          content: [
            ...(words(5).content ?? []),
            { type: "figure", attrs: { figureId: "o:x", caption: "" } },
          ],
        }),
      },
      ["lost-figure:bilan advisory"],
    ],
    [
      "an AI passage without a run",
      {
        sections: section("bilan", {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [
                {
                  type: "text",
                  text: "écrit",
                  marks: [{ type: "aiAssisted", attrs: { run: "z" } }],
                },
              ],
            },
          ],
        }),
      },
      ["ai-trace:bilan advisory"],
    ],
  ];
  it.each(cases)("%s", (_name, given, expected) => {
    expect(ids(given)).toEqual(expected);
  });
});

describe("figures of the competency's tools", () => {
  const subject = {
    ...full.subject,
    steps: full.subject.steps.map((s) => (s.id === "lire" ? { ...s, tools: ["outil"] } : s)),
  };
  const figure = {
    id: "outil:carte",
    title: "La carte",
    alt: "Carte",
    body: { kind: "list" as const, items: [] },
  };
  const figures = [{ stepId: "lire", figure }];

  it("are asked for when none is in the text", () => {
    const check = checkDossier({ ...full, subject, figures });
    expect(check.competencies[0]?.lines).toMatchObject([
      { id: "figure:lire", severity: "advisory", target: { kind: "step", id: "lire" } },
    ]);
    expect(check.competencies[0]?.lines[0]?.sentence).toContain("La carte");
    expect(check.competencies[1]?.lines).toEqual([]);
  });
  it("are not once one is", () => {
    const doc: DocNode = {
      type: "doc",
      content: [
        ...(words(50).content ?? []),
        { type: "figure", attrs: { figureId: "outil:carte", caption: "" } },
      ],
    };
    expect(ids({ subject, figures, sections: section("constat", doc) })).toEqual([]);
  });
});

describe("what the exam asks for", () => {
  const film: Artefact = {
    id: "banc:film",
    kind: "animation",
    title: "Film",
    files: [{ role: "video", name: "animation", assetId: "v" }],
    alternative: " ",
    mention: "Fait avec une IA",
    origin: null,
    aiUse: noAiUse,
    remarks: [],
  };
  const withImage: DocNode = {
    type: "doc",
    content: [...(words(50).content ?? []), image("Affiche")],
  };
  const cases: [string, Partial<DossierInput>, string[]][] = [
    [
      "two accounts, none shown",
      { block: asking({ accounts: 2 }) },
      ["accounts blocking", "accounts-look look"],
    ],
    [
      "two accounts, both in one section's word",
      { block: asking({ accounts: 2 }), subject: providing("constat", ["account", "account"]) },
      ["accounts-look look"],
    ],
    [
      "two accounts, the section that shows one is empty",
      {
        block: asking({ accounts: 2 }),
        subject: {
          ...full.subject,
          sections: full.subject.sections.map((s) => ({
            ...s,
            required: false,
            provides: s.key === "constat" ? [] : ["account" as const],
          })),
        },
        sections: full.sections.filter((s) => s.key !== "bilan"),
      },
      ["empty:bilan advisory", "accounts blocking", "accounts-look look"],
    ],
    [
      "a text that no section provides",
      { block: asking({ artefacts: ["text"] }) },
      ["artefact:text blocking"],
    ],
    [
      "a text that is written",
      { block: asking({ artefacts: ["text"] }), subject: providing("constat", ["text"]) },
      [],
    ],
    [
      "a visual without an image",
      { block: asking({ artefacts: ["image"] }), subject: providing("constat", ["image"]) },
      ["artefact:image-missing blocking", "pack-visual-absent advisory"],
    ],
    [
      "a visual with one",
      {
        block: asking({ artefacts: ["image"] }),
        subject: providing("constat", ["image"]),
        sections: section("constat", withImage),
      },
      [],
    ],
    [
      "a video cannot be seen, and is missing from a pack",
      { block: asking({ artefacts: ["video"] }), subject: providing("constat", ["video"]) },
      ["artefact:video-look look", "pack-animation-absent advisory"],
    ],
    [
      "a video for an oral",
      {
        block: {
          ...asking({ artefacts: ["video"] }),
          exam: { ...asking({ artefacts: ["video"] }).exam, oral: true },
        },
        subject: providing("constat", ["video"]),
      },
      ["artefact:video-look look"],
    ],
    [
      "an animation kept, without its words",
      {
        block: asking({ artefacts: ["animation"] }),
        subject: providing("constat", ["animation"]),
        artefacts: [{ stepId: "lire", artefact: film }],
      },
      ["pack-animation-alternative advisory", "pack-animation-captions advisory"],
    ],
    ["KPI choice, nowhere", { block: asking({ kpiChoice: true }) }, ["kpi blocking"]],
    [
      "KPI choice, written",
      { block: asking({ kpiChoice: true }), subject: providing("bilan", ["kpi-choice"]) },
      ["kpi-look look"],
    ],
    ["an empty AI-use record", { block: asking({ aiUseRecord: true }) }, ["ai-record blocking"]],
  ];
  it.each(cases)("%s", (_name, given, expected) => {
    expect(ids(given)).toEqual(expected);
  });
});

it("counts an observation shared by two competencies once, and knows where to mend it", () => {
  const subject = {
    ...full.subject,
    sections: full.subject.sections.map((s) => ({ ...s, competencies: ["B1.1", "B1.2", "B1.3"] })),
  };
  const check = checkDossier({ ...full, subject, sections: section("constat", words(3)) });
  expect(check.competencies.map((c) => c.lines.length)).toEqual([1, 1, 1]);
  expect(check.blocking).toBe(1);
  expect(check.competencies[0]?.lines[0]?.target).toEqual({ kind: "section", id: "constat" });
});
