import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclose, earnedAt } from "./disclosure.ts";
import { checkReformulation, fallenTrap, raisedContradiction } from "./disclosure-claims.ts";
import { recognise } from "./disclosure-recognition.ts";
import type { Fact, FactGraph } from "./disclosure-schema.ts";
import { quantities } from "./french-quantities.ts";
import { classifyQuestion } from "./question-types.ts";

const fact = (id: string, topic: string, cues: string[], more: Partial<Fact> = {}): Fact => ({
  id,
  topic,
  cues,
  answers: { closed: `${id} évasif`, partial: `${id} à moitié`, full: `${id} entier` },
  confidence: 1,
  vital: false,
  difficulty: 1,
  weight: 1,
  statements: [
    { id: `${id}-a`, text: `${id} a`, terms: ["100 €"], from: "partial" },
    { id: `${id}-b`, text: `${id} b`, terms: ["200 €"], from: "full" },
  ],
  ...more,
});

const graph: FactGraph = {
  startConfidence: 1,
  facts: [
    fact("budget", "budget", ["budget", "enveloppe"], { vital: true }),
    fact("aide", "budget", ["subvention", "aide"], { confidence: 2, difficulty: 3 }),
    fact("clients", "cibles", ["-client", "âge"]),
    fact("equipe", "moyens", ["équipe", "heures"], { difficulty: 2 }),
  ],
  contradictions: [
    {
      id: "jeunes",
      title: "jeunes ou retraités",
      requires: ["clients"],
      sides: [
        ["jeunes", "tiktok"],
        ["retraités", "9 %"],
      ],
      answer: "Vous avez raison.",
      statements: [],
    },
  ],
  traps: [
    {
      id: "piege",
      topic: "cibles",
      cues: ["tiktok"],
      answer: "Oui, oui.",
      error: { text: "erreur", terms: ["moitié"] },
    },
  ],
};
const topics = [{ id: "budget" }, { id: "cibles" }, { id: "moyens" }];
const none = { fact: null, topic: null };

function ask(
  text: string,
  levels = {},
  confidence = 1,
  last: typeof none | { fact: string; topic: string } = none,
) {
  const question = classifyQuestion(text);
  return disclose(
    graph,
    levels,
    confidence,
    question,
    recognise(question.part, topics, graph),
    last,
  );
}

describe("disclose", () => {
  it("tells all to a precise question that names the fact", () => {
    expect(ask("Quel est votre budget ?")).toMatchObject({
      kind: "told",
      level: 3,
      earned: ["budget-a", "budget-b"],
    });
  });

  it("tells half to a closed question, and the rest to a follow-up", () => {
    expect(ask("Avez-vous un budget ?")).toMatchObject({
      kind: "told",
      level: 2,
      earned: ["budget-a"],
    });
    const more = ask("C’est-à-dire ?", { budget: 2 }, 1, { fact: "budget", topic: "budget" });
    expect(more).toMatchObject({ kind: "told", level: 3, earned: ["budget-b"] });
  });

  it("tells half of a fact that only its topic named", () => {
    expect(ask("Quels sont vos moyens humains ?")).toMatchObject({ kind: "told", level: 2 });
  });

  it("keeps a sensitive fact until there is trust", () => {
    expect(ask("Touchez-vous une subvention ?")).toMatchObject({ kind: "evaded" });
    expect(ask("Comment fonctionne votre subvention ?", {}, 2)).toMatchObject({
      kind: "told",
      level: 3,
    });
  });

  it("prefers the named fact to the broad one of the same topic", () => {
    expect(ask("Quelles aides financières recevez-vous ?", {}, 3)).toMatchObject({
      fact: { id: "aide" },
    });
  });

  it("opens another fact of the topic when asked for more", () => {
    expect(
      ask("Autre chose ?", { budget: 3 }, 3, { fact: "budget", topic: "budget" }),
    ).toMatchObject({
      kind: "told",
      fact: { id: "aide" },
    });
  });

  it("repeats what is known without giving more", () => {
    expect(ask("Quel est votre budget ?", { budget: 3 }, 3)).toMatchObject({ kind: "known" });
  });

  it("says when a topic is exhausted, empty, or not understood", () => {
    const last = { fact: "clients", topic: "cibles" };
    expect(ask("Et ensuite ?", { clients: 3 }, 3, last)).toMatchObject({ kind: "exhausted" });
    expect(ask("Avez-vous une charte graphique ?")).toMatchObject({
      kind: "none",
      topic: "identite",
    });
    expect(ask("Aimez-vous la soupe ?")).toEqual({ kind: "not-understood" });
  });

  it("never gives a statement twice, nor one of another fact, whatever is asked", () => {
    const questions = [
      "Quel est votre budget ?",
      "Avez-vous des aides ?",
      "C’est-à-dire ?",
      "Autre chose ?",
      "Quel âge ?",
      "L’équipe ?",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...questions), { maxLength: 12 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (asked, confidence) => {
          let levels: Record<string, number> = {};
          let last: { fact: string; topic: string } | typeof none = none;
          const earned: string[] = [];
          for (const text of asked) {
            const said = ask(text, levels, confidence, last);
            if (said.kind !== "told") continue;
            expect(confidence).toBeGreaterThanOrEqual(said.fact.confidence);
            for (const id of said.earned) expect(id.startsWith(said.fact.id)).toBe(true);
            earned.push(...said.earned);
            levels = { ...levels, [said.fact.id]: Math.max(levels[said.fact.id] ?? 0, said.level) };
            last = { fact: said.fact.id, topic: said.fact.topic };
          }
          expect(new Set(earned).size).toBe(earned.length);
        },
      ),
    );
  });

  it("earns nothing below the partial level", () => {
    const [first] = graph.facts;
    expect([0, 1, 2, 3].map((l) => earnedAt(first!, l as 0 | 1 | 2 | 3).length)).toEqual([
      0, 0, 1, 2,
    ]);
  });
});

describe("claims", () => {
  const earned = graph.facts[0]!.statements;
  const said = quantities("100 € puis 200 €");

  it("validates a reformulation that takes up what was said", () => {
    expect(checkReformulation("Si je résume : 100 €", earned, said).verdict).toBe("validated");
  });

  it("corrects a figure nobody said", () => {
    const check = checkReformulation("Si je résume : 300 €", earned, said);
    expect(check).toMatchObject({ verdict: "corrected", wrong: { value: 300 } });
  });

  it("finds a general summary vague", () => {
    expect(checkReformulation("Vous voulez progresser", earned, said).verdict).toBe("vague");
  });

  it("hears a contradiction only with both sides, a confrontation and the facts known", () => {
    const text = "Vous voulez les jeunes, mais vos clients sont retraités ?";
    const raise = (q: string, levels: Record<string, number>, done: string[] = []) =>
      raisedContradiction(q, graph, levels, done)?.id ?? null;
    expect(raise(text, { clients: 3 })).toBe("jeunes");
    expect(raise(text, {})).toBe(null);
    expect(raise("Vos clients sont-ils jeunes ou retraités ?", { clients: 3 })).toBe(null);
    expect(raise("Vous voulez les jeunes, mais pourquoi ?", { clients: 3 })).toBe(null);
    expect(raise(text, { clients: 3 }, ["jeunes"])).toBe(null);
  });

  it("falls into a trap only on its cue", () => {
    expect(fallenTrap("Vous voulez donc du TikTok ?", graph)?.id).toBe("piege");
    expect(fallenTrap("Vous voulez donc du papier ?", graph)).toBe(null);
  });
});
