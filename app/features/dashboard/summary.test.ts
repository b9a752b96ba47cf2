import { describe, expect, it } from "vitest";
import { smallCertification, smallSubject } from "../../../tests/small-certification.ts";
import { ledgerOf, summarise, type WorkspaceFacts } from "./summary.ts";

const block = smallCertification.blocks[0]!;
const facts: WorkspaceFacts = {
  id: "w1",
  title: "L’essai",
  attempt: 1,
  currentStep: "lire",
  workedAt: "2026-11-01T10:00:00.000Z",
  words: {},
  done: [],
  tools: [],
  rated: 0,
};

describe("summarise", () => {
  it.each<[string, Partial<WorkspaceFacts>, string]>([
    ["nothing written", {}, "/espaces/w1/etapes/lire?vue=constat"],
    ["the section is long enough", { words: { constat: 10 } }, "/espaces/w1/etapes/lire"],
    ["the step is done", { done: ["lire"] }, "/espaces/w1/etapes/ecrire"],
    ["in the second step", { currentStep: "ecrire" }, "/espaces/w1/etapes/ecrire?vue=reponse"],
    ["a step the subject has not", { currentStep: "autre" }, "/espaces/w1/etapes/lire"],
    ["all steps done", { done: ["lire", "ecrire"], rated: 2 }, "/espaces/w1/evaluation"],
    ["all rated too", { done: ["lire", "ecrire"], rated: 3 }, "/espaces/w1/dossier"],
  ])("leads on: %s", (_name, over, to) => {
    expect(summarise({ ...facts, ...over }, smallSubject, block).next.to).toBe(to);
  });

  it("counts steps, words and competencies", () => {
    const line = summarise(
      { ...facts, words: { constat: 12, reponse: 30 }, done: ["lire", "ailleurs"], rated: 2 },
      smallSubject,
      block,
    );
    expect(line).toMatchObject({
      steps: { done: 1, total: 2 },
      words: 42,
      rated: { done: 2, total: 3 },
      step: "Lire le sujet",
      client: "Librairie d’essai",
      block: { id: "B1", order: 1 },
    });
  });
});

describe("ledgerOf", () => {
  const latest = {
    at: "2026-11-01T10:00:00.000Z",
    workspaceId: "w1",
    title: "L’essai",
    attempt: 2,
  };
  it("gives every competency of the certification a cell, empty where no level is known", () => {
    const ledger = ledgerOf(smallCertification, [
      { ...latest, competency: "B1.2", level: 3 },
      { ...latest, competency: "B1.3", level: 4 },
      { ...latest, competency: "AILLEURS", level: 1 },
    ]);
    expect(ledger.blocks.map((b) => b.cells.map((c) => c.latest?.level ?? null))).toEqual([
      [null, 3, null],
    ]);
    expect(ledger.blocks[0]?.cells[1]?.latest?.to).toBe(
      "/espaces/w1/evaluation?competence=B1.2#competence-B1.2",
    );
  });
});
