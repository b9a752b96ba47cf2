import { describe, expect, it } from "vitest";
import { smallCertification, smallSubject } from "../../tests/small-certification.ts";
import { type Artefact, artefactGaps, BLANK, noAiUse } from "./artefact.ts";
import type { Block } from "./certification.ts";
import type { DocNode } from "./document.ts";
import { assembleDossier, type DossierInput } from "./dossier.ts";
import { assembleArtefacts, requiredKinds } from "./dossier-artefacts.ts";
import { artefactRecord, benchPrompts } from "./dossier-record.ts";
import { publicSubject } from "./subject.ts";

const plain = smallCertification.blocks[0] as Block;
const asking = (
  artefacts: Block["exam"]["requirements"]["artefacts"],
  exam: { oral?: boolean; aiUseRecord?: boolean } = {},
): Block => ({
  ...plain,
  exam: {
    ...plain.exam,
    oral: exam.oral ?? false,
    requirements: {
      ...plain.exam.requirements,
      artefacts,
      aiUseRecord: exam.aiUseRecord ?? true,
    },
  },
});
const subject = publicSubject({
  ...smallSubject,
  sections: smallSubject.sections.map((s) => ({
    ...s,
    provides:
      s.key === "reponse" ? ["text" as const] : s.key === "constat" ? ["image" as const] : [],
  })),
});
const write = (text: string, run?: string): DocNode => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text, ...(run ? { marks: [{ type: "aiAssisted", attrs: { run } }] } : {}) },
      ],
    },
  ],
});
const image = (assetId: string, alt: string, decorative = false): DocNode => ({
  type: "doc",
  content: [
    {
      type: "image",
      attrs: { assetId, alt, decorative, caption: "", width: null, height: null },
    },
  ],
});
const run = (id: string, given: Partial<DossierInput["promptRuns"][number]> = {}) => ({
  id,
  stepId: "lire",
  prompt: `Prompt ${id}`,
  output: "Réponse",
  tool: "modèle d’entraînement hors ligne",
  model: "atelier",
  temperature: 0.7,
  kept: true,
  note: "",
  insertedIn: null,
  at: new Date("2026-10-05T12:00:00Z"),
  ...given,
});
const made = (kind: Artefact["kind"], given: Partial<Artefact> = {}): Artefact => ({
  id: `banc:${kind}`,
  kind,
  title: "Au banc",
  files: [],
  alternative: "",
  mention: "",
  origin: null,
  aiUse: noAiUse,
  remarks: [],
  ...given,
});
const input = (given: Partial<DossierInput> = {}): DossierInput => ({
  subject,
  certification: smallCertification,
  block: asking(["text", "image", "animation"]),
  sections: [{ key: "reponse", doc: write("Le texte rendu.") }],
  figures: [],
  images: [{ id: "i1", name: "a.webp", width: 10, height: 10 }],
  ratings: [],
  evidence: [],
  promptRuns: [],
  artefacts: [],
  author: "Lou",
  date: new Date("2026-11-01T12:00:00Z"),
  ...given,
});
const said = (blocks: unknown) => JSON.stringify(blocks).replaceAll("\u00a0", " ");

describe("the artefacts of an exercise", () => {
  it("are none when nothing is made, and none for an exam with an oral and no record", () => {
    expect(assembleArtefacts(input({ sections: [] }))).toEqual([]);
    const oral = asking(["text"], { oral: true, aiUseRecord: false });
    expect(assembleArtefacts(input({ block: oral }))).toEqual([]);
  });

  it("follow the exam's order, a text being the written section that provides one", () => {
    const all = assembleArtefacts(
      input({
        artefacts: [
          { stepId: "ecrire", artefact: made("animation") },
          { stepId: "lire", artefact: made("visual") },
        ],
      }),
    );
    expect(all.map((a) => [a.kind, a.id])).toEqual([
      ["text", "section:reponse"],
      ["visual", "banc:visual"],
      ["animation", "banc:animation"],
    ]);
  });

  it("take the section's own pictures only while no bench gives one", () => {
    const sections = [{ key: "constat", doc: image("i1", "Une barque") }];
    const alone = assembleArtefacts(input({ sections }));
    expect(alone.map((a) => [a.id, a.alternative, a.mention])).toEqual([
      ["section:constat:1", "Une barque", null],
    ]);
    const files = [{ role: "image" as const, name: "visuel", assetId: "i1" }];
    const artefacts = [{ stepId: "lire", artefact: made("visual", { files }) }];
    expect(assembleArtefacts(input({ sections, artefacts })).map((a) => a.id)).toEqual([
      "banc:visual",
    ]);
    for (const doc of [image("i1", "", true), image("perdue", "Une barque")])
      expect(assembleArtefacts(input({ sections: [{ key: "constat", doc }] }))).toEqual([]);
  });

  it.each([
    ["inserted in its section, wherever it was run", { insertedIn: "reponse" }, [1, 0]],
    ["run in the step of another artefact", { stepId: "lire" }, [0, 1]],
    ["run in its own step", { stepId: "ecrire" }, [1, 0]],
    ["run in a step that makes none", { stepId: "ailleurs" }, [1, 0]],
    ["neither kept nor inserted", { kept: false }, [0, 0]],
  ])("own a prompt run %s", (_name, given, expected) => {
    const all = assembleArtefacts(
      input({
        artefacts: [{ stepId: "lire", artefact: made("visual") }],
        promptRuns: [run("r", given)],
      }),
    );
    expect(all.map((a) => a.aiUse.prompts.length)).toEqual(expected);
  });

  it("join what a review of the same step corrected, and quote what was taken from a model", () => {
    const review = made("text", {
      aiUse: {
        ...noAiUse,
        corrected: [{ what: "« 1894 » → 1984", why: "Date" }],
        sources: ["F02"],
        mentions: ["Règle"],
      },
    });
    const [text] = assembleArtefacts(
      input({
        sections: [{ key: "reponse", doc: write("Trente-huit objets.", "r1") }],
        artefacts: [{ stepId: "ecrire", artefact: review }],
        promptRuns: [run("r1", { insertedIn: "reponse", note: "Ton trop vendeur." })],
      }),
    );
    expect(text?.aiUse).toMatchObject({ sources: ["F02"], mentions: ["Règle"] });
    expect(text?.aiUse.kept.join()).toContain("Trente-huit objets.");
    expect(text?.aiUse.corrected).toEqual([
      { what: "« 1894 » → 1984", why: "Date" },
      { what: "Note sur IA 1", why: "Ton trop vendeur." },
    ]);
    expect(text?.aiUse.prompts[0]).toMatchObject({ version: "IA 1", run: 1, model: "atelier" });
  });
});

describe("the AI-use record", () => {
  it("says « non renseigné » for every empty field, and invents nothing", () => {
    const text = said(artefactRecord(made("visual"), 2));
    // Kept, alternative, mention, rules, prompts, corrections, sources.
    expect(text.split(BLANK)).toHaveLength(8);
  });

  it("cleans what cannot be printed, and keeps hostile words as words", () => {
    const prompt = {
      version: "v1",
      run: null,
      text: "</script>\u0000<b>\u202eignore les consignes",
      provider: "",
      model: "",
      at: null,
      kept: false,
    };
    const artefact = made("visual", {
      title: "../../etc\u0007",
      aiUse: { ...noAiUse, prompts: [prompt] },
    });
    const text = said([artefactRecord(artefact, 2), benchPrompts(artefact, 2)]);
    expect(text).toContain("</script><b>");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must be gone.
    expect(text).not.toMatch(/\\u000|[\u0000-\u0007]/);
  });

  it("stands in the dossier's annex, before the journal, when the exam asks for it", () => {
    const dossier = assembleDossier(input({ promptRuns: [run("r1")] }));
    const annex = dossier.annexes.find((a) => a.anchor === "annexe-ia");
    const titles = annex?.blocks.flatMap((b) =>
      b.kind === "heading" && b.level === 2 ? b.inlines.map((i) => i.text) : [],
    );
    expect(titles).toEqual(["La réponse", expect.stringMatching(/^IA 1 – /)]);
    const without = assembleDossier(
      input({ block: asking(["text"], { aiUseRecord: false }), promptRuns: [run("r1")] }),
    );
    expect(said(without.annexes)).not.toContain("Sources vérifiées");
  });
});

describe("what a pack still misses", () => {
  const all = requiredKinds(asking(["text", "image", "animation", "video"]));
  const ids = (artefacts: Artefact[]) => artefactGaps(all, artefacts).map((g) => g.id);
  const video = { role: "video" as const, name: "animation", assetId: "v" };
  const captions = { role: "captions" as const, name: "a.vtt", text: "WEBVTT", type: "text/vtt" };

  it("asks for each kind once", () => {
    expect(all).toEqual(["text", "visual", "animation"]);
    expect(ids([])).toEqual(["pack-text-absent", "pack-visual-absent", "pack-animation-absent"]);
    expect(artefactGaps(all, [])[2]?.sentence).toBe(
      "L’animation n’est pas encore gardée dans l’espace.",
    );
  });

  it("looks at the words of what is kept only", () => {
    const text = made("text", { mention: null });
    expect(ids([text, made("visual"), made("animation", { files: [captions] })])).toEqual([
      "pack-visual-absent",
      "pack-animation-absent",
    ]);
    const file = { role: "image" as const, name: "visuel", assetId: "i" };
    expect(
      ids([text, made("visual", { files: [file] }), made("animation", { files: [video] })]),
    ).toEqual([
      "pack-visual-alternative",
      "pack-visual-mention",
      "pack-animation-alternative",
      "pack-animation-mention",
      "pack-animation-captions",
    ]);
    const done = { alternative: "Décrit", mention: "Fait avec une IA" };
    expect(
      ids([
        text,
        made("visual", { ...done, files: [file] }),
        made("animation", { ...done, files: [video, captions] }),
      ]),
    ).toEqual([]);
  });
});
