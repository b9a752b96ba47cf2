import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { readCatalogue } from "../../app/content/catalogue.server.ts";
import { faultLine } from "../../app/content/fault.ts";
import { listFolder, readCsv } from "../../app/content/files.server.ts";
import { defaultCertification, loadCertification } from "../../app/content/load.server.ts";
import { findCompetency } from "../../app/domain/certification.ts";
import { publicSubject } from "../../app/domain/subject.ts";
import { sourceFiles } from "./files.ts";

const FIXTURE = "tests/content-fixture";

describe("the content", () => {
  it("holds no fault", async () => {
    expect((await readCatalogue()).faults.map(faultLine)).toEqual([]);
  });

  it("has a subject for each block, each with its interview", async () => {
    const { subjects } = await readCatalogue();
    const blocks = loadCertification("rncp38138").blocks.map((b) => b.id);
    expect(new Set(subjects.map((s) => s.block))).toEqual(new Set(blocks));
    for (const s of subjects) expect(s.steps[0]!.tools, s.slug).toContain("client-interview");
  });

  it("keeps the answers out of what a learner may read", async () => {
    for (const subject of (await readCatalogue()).subjects) {
      const shown = publicSubject(subject);
      expect(Object.keys(shown)).not.toContain("expected");
      expect(Object.keys(shown)).not.toContain("tools");
      for (const name of listFolder("content", `subjects/${subject.slug}/expected`)) {
        if (!name.endsWith(".csv")) continue;
        const [key, ...answers] = readCsv(
          "content",
          `subjects/${subject.slug}/expected/${name}`,
        ).header;
        expect(key, name).toBeDefined();
        const annex = shown.annexes.find((a) => `${a.id}.csv` === name);
        const columns = annex?.kind === "table" ? annex.columns.map((c) => c.key) : [];
        expect(
          columns.filter((c) => answers.includes(c)),
          `${subject.slug}/${name}`,
        ).toEqual([]);
      }
    }
  });

  it("warns before hateful or distressing comments", async () => {
    for (const subject of (await readCatalogue()).subjects)
      expect(subject.annexes.find((a) => a.id === "commentaires")?.warning, subject.slug).toMatch(
        /3114/,
      );
  });
});

describe("the sheet RNCP38138", () => {
  const sheet = loadCertification("rncp38138");

  it("has 4 blocks and 29 competencies", () => {
    expect(sheet.blocks.map((b) => [b.id, b.competencies.length])).toEqual([
      ["BC01", 9],
      ["BC02", 10],
      ["BC03", 5],
      ["BC04", 5],
    ]);
  });

  it("keeps the official words as they are, double spaces and faults included", () => {
    const text = (id: string) => findCompetency(sheet, id)?.competency.officialText;
    expect(text("BC02.2")).toBe(
      "Appliquer une charte éditoriale aux réseaux sociaux\u00a0 en s’appuyant sur son message et ses préconisations, afin de maintenir une cohérence entre les différentes présences sur le Web et optimiser la notoriété du client et le taux d’engagement de ses communautés",
    );
    expect(text("BC04.4")).toBe(
      "Elaborer des contenus dynamiques en s’appuyant sur l’utilisation de l’intelligence artificielle afin de créer des animations engageantes",
    );
    expect(text("BC03.2")).toContain("d’automation,en offrant");
    expect(sheet.officialSectors).toContain("indépédant");
    expect(sheet.officialAssessment[1]).toContain("individuel faisant\u00a0 l'objet");
  });

  it("has the official texts that were copied, letter for letter", () => {
    const official = [
      sheet.officialObjectives,
      ...sheet.officialActivities,
      ...sheet.officialAssessment,
      ...sheet.officialAccumulation,
      sheet.officialSectors,
      sheet.officialRegulation,
      ...sheet.officialPrerequisites,
      ...sheet.blocks.flatMap((b) => [
        b.officialCode,
        b.officialTitle,
        b.officialAssessment,
        b.officialAcquisition ?? "",
        ...b.competencies.map((c) => `${c.id}\t${c.officialText}`),
      ]),
    ].join("\n");
    expect(createHash("sha256").update(official).digest("hex")).toBe(
      "a2a0ad429fa181112b07255f1b286f370e0f8ce281ede77c51748368538b205a",
    );
  });

  it("says that it has expired, and that the scale is ours", () => {
    expect(sheet.registrationEnd).toBe("2026-10-18");
    expect(sheet.registrationNotice).toMatch(/a pris fin le 18\u00a0octobre\u00a02026/);
    expect(sheet.scale.official).toBe(false);
  });

  it("asks of each block what its exam asks", () => {
    expect(sheet.blocks.map((b) => [b.exam.oral, b.exam.requirements])).toEqual([
      [true, { accounts: 0, artefacts: [], kpiChoice: false, aiUseRecord: false }],
      [true, { accounts: 2, artefacts: ["text", "video"], kpiChoice: true, aiUseRecord: false }],
      [true, { accounts: 0, artefacts: [], kpiChoice: false, aiUseRecord: false }],
      [
        false,
        {
          accounts: 0,
          artefacts: ["text", "image", "animation"],
          kpiChoice: false,
          aiUseRecord: true,
        },
      ],
    ]);
  });
});

describe("a second, tiny certification", () => {
  it("loads and checks like the first: the code knows no competency", async () => {
    const { subjects, faults } = await readCatalogue(FIXTURE);
    expect(faults).toEqual([]);
    expect(subjects.map((s) => [s.slug, s.certification, s.block])).toEqual([
      ["savonnerie-du-puits", "mini-artisan", "FAIRE"],
    ]);
    expect(defaultCertification(FIXTURE).scale.levels).toHaveLength(3);
  });

  it("no competency or block of the sheet is named in the code", () => {
    const naming = [...sourceFiles("app"), ...sourceFiles("db")]
      .filter((f) => !/\.test\.tsx?$/.test(f))
      .filter((f) =>
        /["'`]BC0\d(\.\d+)?["'`]/.test(
          fs.readFileSync(f, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
        ),
      );
    expect(naming).toEqual([]);
  });
});

describe("faulty content", () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-faults-"));
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
  fs.cpSync(FIXTURE, dir, { recursive: true });
  const folder = "subjects/savonnerie-du-puits";
  const edit = (file: string, from: string, to: string) => {
    const at = path.join(dir, file);
    fs.writeFileSync(at, fs.readFileSync(at, "utf8").replace(from, to));
  };
  edit("certifications/mini-artisan.yaml", "means: une balance", "means: un bol");
  edit(
    `${folder}/subject.yaml`,
    "competencies: [f-couler]\n    tools: []",
    "competencies: [f-voler]\n    tools: [marteau]",
  );
  edit(`${folder}/subject.yaml`, "Une savonnière veut", "L'artisane veut");
  edit(`${folder}/annexes.yaml`, "kind: date", "kind: jour");
  edit(`${folder}/annexes/huiles.csv`, "nom,grammes", "nom,poids");
  fs.writeFileSync(path.join(dir, folder, "annexes/oubliee.csv"), "a\n1\n");
  fs.mkdirSync(path.join(dir, "subjects/vide"));
  fs.cpSync(path.join(dir, folder), path.join(dir, "subjects/illisible"), { recursive: true });
  fs.writeFileSync(path.join(dir, "subjects/illisible/subject.yaml"), "slug: [un");

  const expected = [
    /^certifications\/mini-artisan\.yaml: blocks\.0\.competencies\.0\.breakdown\.means: /,
    /^subjects\/savonnerie-du-puits\/subject\.yaml: steps\.1\.competencies\.0: .*f-voler/,
    /^subjects\/savonnerie-du-puits\/subject\.yaml: steps\.1\.tools\.0: .*marteau/,
    /^subjects\/savonnerie-du-puits\/subject\.yaml: steps: .*f-couler/,
    /^subjects\/savonnerie-du-puits\/subject\.yaml: pitch: apostrophe/,
    /^subjects\/savonnerie-du-puits\/annexes\.yaml: 0\.columns\.2\.kind: /,
    /^subjects\/illisible\/subject\.yaml: ligne 1: YAML illisible/,
    /^subjects\/vide\/subject\.yaml: \(fichier\): le fichier manque/,
    /^subjects\/vide\/annexes\.yaml: \(fichier\): le fichier manque/,
    /^subjects\/vide\/expected\.yaml: \(fichier\): le fichier manque/,
  ];

  it("is told whole, every fault at once", async () => {
    const lines = (await readCatalogue(dir)).faults.map(faultLine);
    for (const pattern of expected) expect(lines).toContainEqual(expect.stringMatching(pattern));
  });

  it("says what is wrong in a table once its description is right", async () => {
    edit(`${folder}/annexes.yaml`, "kind: jour", "kind: date");
    const lines = (await readCatalogue(dir)).faults.map(faultLine);
    expect(lines).toContainEqual(
      expect.stringMatching(/huiles\.csv: ligne 1: les colonnes doivent être/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/annexes\.yaml: \(fichier\): annexes\/oubliee\.csv/),
    );
  });

  it("makes the command fail, with the same lines", async () => {
    const run = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "app/content/check.cli.ts",
      dir,
    ])
      .then(() => ({ code: 0, stdout: "" }))
      .catch((e: { code: number; stdout: string }) => e);
    expect(run.code).toBe(1);
    const lines = run.stdout.split("\n");
    for (const pattern of expected.filter((p) => !p.source.includes("columns")))
      expect(lines).toContainEqual(expect.stringMatching(pattern));
  });
});
