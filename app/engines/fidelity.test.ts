import { describe, expect, it } from "vitest";
import { compareReport, properNames, type ReportLine, type Said } from "./fidelity.ts";
import { acceptsWording } from "./wording-guard.ts";

const statement = (id: string, terms: string[]) => ({
  statement: { id, text: id, terms, from: "full" as const },
  topic: "budget",
});
const said: Said = {
  statements: [
    statement("montant", ["9 600 €"]),
    statement("engage", ["1 200 €", "photo*|reportage"]),
  ],
  texts: [
    "9 600 € pour douze mois, dont 1 200 € de photos. Lucie filme le jeudi.",
    "Le salon est le 21 mars.",
  ],
  asked: ["Et sur TikTok ?"],
  traps: [
    {
      id: "t",
      topic: "cibles",
      cues: ["tiktok"],
      answer: "Oui, la moitié.",
      error: { text: "la moitié serait jeune", terms: ["moitié|50 %", "jeunes"] },
    },
  ],
};
const line = (text: string, claims = true, topic = "budget"): ReportLine => ({
  id: text,
  topic,
  text,
  claims,
});
const compare = (...lines: ReportLine[]) => compareReport(lines, said);

describe("compareReport", () => {
  it("finds what was said and is missing", () => {
    const check = compare(line("Budget de 9600 euros"));
    expect(check.reported.map((s) => s.id)).toEqual(["montant"]);
    expect(check.missing.map((m) => m.statement.id)).toEqual(["engage"]);
  });

  it("accepts a fact spread over two lines of its topic, not over two topics", () => {
    expect(compare(line("1 200 € engagés"), line("pour un reportage")).missing).toHaveLength(1);
    expect(
      compare(line("1 200 € engagés"), line("un reportage", true, "cibles")).missing,
    ).toHaveLength(2);
  });

  it.each([
    ["20 000 € de budget", ["20\u202f000\u00a0€"]],
    ["Salon le 22 mars", ["22\u00a0mars"]],
    ["9 600 % de hausse", ["9\u202f600\u00a0%"]],
    ["Budget : 9,6 k€ sur 12 mois", []],
    ["Le salon est le 21/03", []],
    ["Deux réseaux suffisent", []],
    ["1. Budget confirmé", []],
    ["Vu avec Paul Durand", ["Paul", "Durand"]],
    ["Le jeudi, Lucie filme", []],
    ["Ne pas aller sur TikTok ni sur la RATP", []],
  ])("written and never said in « %s »", (text, expected) => {
    expect(compare(line(text)).unsaid.map((u) => u.text)).toEqual(expected);
  });

  it("lets a hypothesis hold any figure", () => {
    expect(compare(line("Peut-être 20 000 €", false)).unsaid).toEqual([]);
  });

  it("finds an error born of a leading question, unless it is marked as a hypothesis", () => {
    const text = "La moitié des clients sont jeunes";
    expect(compare(line(text)).induced).toHaveLength(1);
    expect(compare(line(text, false)).induced).toHaveLength(0);
  });
});

describe("properNames", () => {
  it.each([
    ["Paul est là", []],
    ["avec Paul et l’Atelier Mistigri", ["Paul", "Atelier", "Mistigri"]],
    ["le RGPD et la SCOP", []],
    ["« Bonjour », dit-il. Merci", []],
  ])("%s", (text, names) => {
    expect(properNames(text)).toEqual(names);
  });
});

describe("acceptsWording", () => {
  const fallback = "9 600 € pour douze mois, tout compris.";
  const earned = [statement("montant", ["9 600 €"]).statement];
  const ok = (text: string) => acceptsWording(text, fallback, earned, ["Inès Carbonnel"]);

  it.each([
    ["On a 9 600 € TTC sur douze mois, tout compris, concrètement.", true],
    ["On a 9600 euros pour 12 mois.", true],
    ["On a 9 600 € pour douze mois, et 1 200 € de côté.", false],
    ["On a de quoi faire sur douze mois.", false],
    ["On a 9 600 € pour douze mois, demandez à Gérard.", false],
    ["On a 9 600 € pour douze mois, foi d’Inès.", true],
    ["<b>9 600 €</b> pour douze mois", false],
    ["", false],
    [`9 600 € pour douze mois ${"très ".repeat(200)}`, false],
  ])("« %s » → %s", (text, expected) => {
    expect(ok(text)).toBe(expected);
  });
});
