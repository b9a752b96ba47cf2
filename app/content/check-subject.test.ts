import { beforeAll, describe, expect, it } from "vitest";
import type { Certification } from "~/domain/certification.ts";
import type { Subject } from "~/domain/subject.ts";
import { checkCertification } from "./check.ts";
import { checkSubject } from "./check-subject.ts";
import { listCertifications } from "./load.server.ts";
import { readSubject } from "./read-subject.server.ts";

const DIR = "tests/content-fixture";
let certification: Certification;
let subject: Subject;
beforeAll(() => {
  certification = listCertifications(DIR)[0]!;
  subject = readSubject(DIR, "savonnerie-du-puits", []).subject!;
});

/** A deep copy of the good subject, changed by `spoil`, then checked. */
function faultsOf(spoil: (subject: Subject) => void): string[] {
  const copy = structuredClone(subject);
  spoil(copy);
  return checkSubject("subjects/x", copy, { certifications: [certification], tools: {} }).map(
    (f) => `${f.path}: ${f.message}`,
  );
}

describe("checkSubject", () => {
  it("finds nothing to say of the good subject", () => {
    expect(faultsOf(() => {})).toEqual([]);
  });

  it.each<[string, (s: Subject) => void, RegExp]>([
    [
      "unknown certification",
      (s) => Object.assign(s, { certification: "x" }),
      /certification x n’existe/,
    ],
    ["unknown block", (s) => Object.assign(s, { block: "ZZ" }), /bloc ZZ n’existe/],
    ["unknown related block", (s) => void s.relatedBlocks.push("ZZ"), /^relatedBlocks\.1: .*ZZ/],
    [
      "competency of another block",
      (s) => void s.steps[0]!.competencies.push("d-raconter"),
      /steps\.0\.competencies\.1: .*d-raconter/,
    ],
    [
      "uncovered by steps",
      (s) => Object.assign(s.steps[0]!, { competencies: [] }),
      /^steps: aucune étape.*f-peser/,
    ],
    [
      "uncovered by sections",
      (s) => Object.assign(s.sections[0]!, { competencies: [] }),
      /^sections: aucune partie.*f-peser/,
    ],
    [
      "unknown section",
      (s) => void s.steps[0]!.sections.push("nulle"),
      /steps\.0\.sections\.1: .*nulle/,
    ],
    [
      "unreached section",
      (s) => Object.assign(s.steps[0]!, { sections: [] }),
      /sections\.0: aucune étape.*pesee/,
    ],
    [
      "doubled step",
      (s) => Object.assign(s.steps[1]!, { id: "peser" }),
      /deux étapes s’appellent peser/,
    ],
    [
      "doubled section",
      (s) => Object.assign(s.sections[1]!, { key: "pesee" }),
      /deux parties s’appellent pesee/,
    ],
    [
      "words upside down",
      (s) => Object.assign(s.sections[0]!, { words: { min: 90, max: 80 } }),
      /inférieur au maximum/,
    ],
    [
      "words without end",
      (s) => Object.assign(s.sections[0]!.words, { max: 9000 }),
      /ne dépasse pas/,
    ],
    [
      "requirement not met",
      (s) => void delete s.sections[1]!.provides,
      /l’épreuve demande 1 × text/,
    ],
    [
      "requirement by choice only",
      (s) => Object.assign(s.sections[1]!, { required: false }),
      /l’épreuve demande 1 × text/,
    ],
    ["unknown tool", (s) => void s.steps[0]!.tools.push("marteau"), /outil marteau n’existe pas/],
    [
      "tool nobody uses",
      (s) => Object.assign(s, { tools: { marteau: {} } }),
      /aucune étape n’emploie l’outil marteau/,
    ],
    [
      "straight apostrophe",
      (s) => Object.assign(s, { pitch: "L'envers" }),
      /^pitch: apostrophe droite/,
    ],
    [
      "secret in a text",
      (s) => Object.assign(s.client, { story: "C’était la  Recette\u00a0perdue." }),
      /^client\.story: .*fait caché/,
    ],
    [
      "secret in a row",
      (s) =>
        Object.assign((s.annexes[0] as { rows: object[] }).rows, {
          0: { nom: "la recette perdue" },
        }),
      /fait caché/,
    ],
    [
      "answer column",
      (s) =>
        void (s.annexes[0] as { columns: object[] }).columns.push({
          key: "verdict",
          label: "Verdict",
          kind: "text",
        }),
      /verdict est une réponse/,
    ],
    [
      "answer to nothing",
      (s) =>
        void (s.expected as { annexes: { huiles: object[] } }).annexes.huiles.push({
          nom: "beurre",
          verdict: "?",
        }),
      /beurre.* aucune ligne/,
    ],
  ])("faults: %s", (_name, spoil, said) => {
    expect(faultsOf(spoil)).toContainEqual(expect.stringMatching(said));
  });

  it("says everything at once", () => {
    const faults = faultsOf((s) => {
      s.block = "ZZ";
      s.pitch = "L'envers";
      s.steps[0]!.sections.push("nulle");
    });
    expect(faults.length).toBe(3);
  });
});

describe("checkCertification", () => {
  it.each<[string, (c: Certification) => void, RegExp]>([
    [
      "doubled id",
      (c) => Object.assign(c.blocks[1]!, { id: "FAIRE" }),
      /FAIRE est employé deux fois/,
    ],
    [
      "order",
      (c) => Object.assign(c.blocks[0]!.competencies[1]!, { order: 5 }),
      /blocks\.0\.competencies\.1\.order/,
    ],
    [
      "breakdown",
      (c) => Object.assign(c.blocks[0]!.competencies[0]!.breakdown, { means: "un bol" }),
      /breakdown\.means/,
    ],
    ["scale", (c) => void c.scale.levels.reverse(), /niveaux doivent aller en croissant/],
    [
      "our typography",
      (c) => Object.assign(c.scale, { note: "C'est nous" }),
      /^scale\.note: apostrophe/,
    ],
  ])("faults: %s", (_name, spoil, said) => {
    const copy = structuredClone(certification);
    spoil(copy);
    const faults = checkCertification("x.yaml", copy).map((f) => `${f.path}: ${f.message}`);
    expect(faults).toContainEqual(expect.stringMatching(said));
  });

  it("leaves the official texts as they are, faults and double spaces included", () => {
    expect(certification.officialObjectives).toBe("Faire  et dire");
    expect(checkCertification("x.yaml", certification)).toEqual([]);
  });
});
