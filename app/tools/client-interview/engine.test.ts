import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, play, sampleCase } from "../../../tests/interview-cases.ts";
import { apply, start } from "./engine.ts";
import { action, type State, state as stateSchema } from "./state.ts";
import { clientInterview } from "./tool.ts";

const content = sampleCase();
const played = (...moves: unknown[]) => play(content, moves);
const refusal = (state: State, move: unknown) => {
  const result = apply(content, state, action.parse(move));
  return result.ok ? null : result.reason;
};

describe("phases", () => {
  it("goes from guide to interview to report to hand-in, and back to the report", () => {
    const done = played(
      {
        type: "add-questions",
        topic: "auto",
        text: "1. Quel est votre budget ?\n- Qui sont vos clients ?",
      },
      { type: "begin" },
      ask("Quel est votre budget ?"),
      { type: "end" },
      { type: "add-lines", topic: "budget", mark: "fact", text: "150 € par mois" },
      { type: "hand-in" },
    );
    expect(done.phase).toBe("closed");
    expect(done.guide.map((q) => [q.text, q.topic])).toEqual([
      ["Quel est votre budget ?", "budget"],
      ["Qui sont vos clients ?", "cibles"],
    ]);
    expect(play(content, [{ type: "revise" }], 7, done).phase).toBe("report");
  });

  it("starts over with the guide and the report, not with what was said", () => {
    const before = played(
      { type: "add-questions", topic: "auto", text: "Quel est votre budget ?" },
      ask("Quel est votre budget ?"),
      { type: "add-lines", topic: "budget", mark: "fact", text: "150 €" },
    );
    const again = play(content, [{ type: "restart" }], 7, before);
    expect(again).toMatchObject({
      phase: "prepare",
      round: 1,
      turns: [],
      levels: {},
      confidence: 1,
    });
    expect(again.guide).toEqual(before.guide);
    expect(again.lines).toEqual(before.lines);
  });

  it.each([
    [
      "guide-frozen",
      [ask("Quel est votre budget ?")],
      { type: "add-questions", topic: "auto", text: "Et ?" },
    ],
    ["nothing-asked", [{ type: "begin" }], { type: "end" }],
    ["not-talking", [ask("Quel budget ?"), { type: "end" }], ask("Encore ?")],
    ["empty-report", [ask("Quel budget ?"), { type: "end" }], { type: "hand-in" }],
    ["not-begun", [], { type: "restart" }],
    ["not-found", [], { type: "remove-line", id: "l9" }],
    ["unknown-topic", [], { type: "add-lines", topic: "x", mark: "fact", text: "y" }],
    ["empty", [], ask("   ")],
    ["empty", [], ask("🙂🙂")],
    ["too-long", [], ask("a".repeat(10_240))],
    ["empty", [], { type: "add-lines", topic: "budget", mark: "fact", text: " \n - \n" }],
  ])("refuses by name: %s", (reason, moves, move) => {
    expect(refusal(played(...moves), move)).toBe(reason);
  });

  it("stops when the appointment is over, but still takes a goodbye", () => {
    const over = played(
      ...Array.from({ length: content.turns }, () => ask("Quel est votre budget ?")),
    );
    expect(refusal(over, ask("Et vos dates ?"))).toBe("out-of-turns");
    expect(refusal(over, ask("Merci beaucoup, au revoir !"))).toBe(null);
    expect(over.turns.at(-4)?.answer).toMatch(/trois questions/);
  });

  it("reads marks written at the beginning of a line", () => {
    const text = "F : 150 € par mois\nH - sans doute plus\nà vérifier";
    const { lines } = played({ type: "add-lines", topic: "budget", mark: "open", text });
    expect(lines.map((l) => [l.mark, l.text])).toEqual([
      ["fact", "150 € par mois"],
      ["hypothesis", "sans doute plus"],
      ["open", "à vérifier"],
    ]);
  });
});

describe("confidence and disclosure", () => {
  it("rises with useful open questions, falls with reproach, and opens what was sensitive", () => {
    const sensitive = ask("Y a-t-il eu un incident dont vous parlez peu ?");
    expect(played(sensitive).turns[0]?.outcome).toBe("hinted");
    const warm = played(
      ask("Racontez-moi l’histoire du fournil."),
      ask("Qu’est-ce qui vous a décidée à nous appeler ?"),
      sensitive,
    );
    expect(warm.turns[2]?.outcome).toBe("told");
    expect(played(ask("C’est une grosse erreur !")).confidence).toBe(0);
  });

  it("grows impatient when the same thing is asked again and again", () => {
    const insisting = played(...Array.from({ length: 4 }, () => ask("Quel est votre budget ?")));
    expect(insisting.turns.map((t) => t.outcome)).toEqual(["told", "known", "known", "known"]);
    expect(insisting.confidence).toBe(0);
  });

  it("answers only the last of two questions", () => {
    const [turn] = played(ask("Quel est votre budget et qui sont vos clients ?")).turns;
    expect(turn).toMatchObject({ topic: "cibles", flags: ["multiple"] });
    expect(turn?.answer).not.toContain("150");
  });

  it("agrees to a leading question with an error, which is never counted as said", () => {
    const trapped = played(ask("Vous voulez évidemment plus d’abonnés ?"));
    expect(trapped.turns[0]).toMatchObject({ trap: "piege-abonnes", earned: [] });
    const check = play(
      content,
      [{ type: "reformulate", text: "Vous voulez mille abonnés de plus" }],
      7,
      trapped,
    );
    expect(check.turns[1]?.outcome).toBe("corrected");
  });

  it("validates a true summary once, and corrects an invented figure", () => {
    const known = [
      ask("Quel est votre budget ?"),
      ask("Quel est votre objectif ?"),
      ask("Quelles dates ?"),
    ];
    const text =
      "150 € par mois pendant six mois, de 30 à 60 clients fin mai, fête du pain le 15 mai";
    const state = played(...known, { type: "reformulate", text }, { type: "reformulate", text });
    expect(state.turns.slice(3).map((t) => t.outcome)).toEqual(["validated", "validated"]);
    const gain = state.confidence - played(...known).confidence;
    expect(gain).toBe(1);
    const wrong = played(...known, { type: "reformulate", text: "Vous avez 900 € par mois" });
    expect(wrong.turns[3]?.outcome).toBe("corrected");
    expect(wrong.turns[3]?.answer).toContain("900");
  });

  it("settles a contradiction that is put face to face", () => {
    const state = played(
      ask("Quel est le vrai problème ?"),
      ask("Vous parlez d’abonnés, mais votre boutique est vide l’après-midi : que choisir ?"),
    );
    expect(state.raised).toEqual(["abonnes-ou-apresmidi"]);
  });
});

describe("a model's wording", () => {
  const asked = apply(content, start(content, 7), { type: "ask", text: "Quel est votre budget ?" });
  if (!asked.ok || !asked.value.request) throw new Error("a question must ask for a wording");
  const { state, request } = asked.value;
  const reword = (text: string) => play(content, [request.toAction(text)], 7, state).turns[0];

  it("is asked for with nothing but what may be said, and the answer stands without it", () => {
    const told = `${request.system}\n${request.brief}\n${request.fallback}`;
    expect(state.turns[0]?.answer).toBe(request.fallback);
    const secret = content.expected.facts.filter((f) => f.id !== "budget");
    for (const f of secret)
      for (const text of Object.values(f.answers)) expect(told).not.toContain(text);
  });

  it("replaces the answer when it says the same", () => {
    const text =
      "Chez nous, c’est 150 € par mois sur six mois, tout compris. Et le photographe de l’ouverture est déjà payé.";
    expect(reword(text)).toMatchObject({ answer: text, wording: "model" });
  });

  it.each([
    ["a new figure", "150 € par mois pendant six mois, tout compris, plus 500 € pour Noël."],
    ["a missing figure", "Un petit budget pendant six mois, tout compris, photographe payé."],
    ["a new name", "150 € par mois pendant six mois, tout compris, voyez avec Bernard."],
    ["markup", "<img src=x onerror=alert(1)> 150 € par mois pendant six mois"],
  ])("is refused with %s, and the engine's sentence stays", (_, text) => {
    expect(reword(text)).toMatchObject({ answer: request.fallback, wording: "rejected" });
  });

  it("is refused for a turn or a round that no longer exists", () => {
    for (const move of [
      { round: 0, turn: 4 },
      { round: 1, turn: 0 },
    ]) {
      const result = apply(content, state, { type: "phrased", ...move, text: "150 €" });
      expect(result.ok).toBe(false);
    }
  });
});

const anyMove = fc.oneof(
  fc.constantFrom(
    ask("Quel est votre budget ?"),
    ask("Racontez-moi l’histoire du fournil."),
    ask("C’est-à-dire ?"),
    ask("Vous voulez des abonnés, n’est-ce pas ?"),
    ask("C’est nul !"),
    { type: "reformulate", text: "Si je résume : 150 € par mois" },
    { type: "begin" },
    { type: "end" },
    { type: "resume" },
    { type: "restart" },
    { type: "hand-in" },
    { type: "revise" },
    { type: "add-lines", topic: "budget", mark: "fact", text: "150 € par mois" },
    { type: "remove-line", id: "l1" },
    { type: "add-questions", topic: "auto", text: "Pourquoi nous ?" },
  ),
  fc.string({ unit: "grapheme", maxLength: 80 }).map(ask),
);

describe("whatever is played", () => {
  it("keeps its bounds, gives the same state for the same seed, and stays in its schema", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 30 }), fc.integer(), (moves, seed) => {
        const run = () => {
          let state = start(content, seed);
          for (const move of moves) {
            const result = apply(content, state, action.parse(move));
            if (result.ok) state = result.value.state;
            else expect(result.message).toMatch(/[.!?]$/);
          }
          return state;
        };
        const state = run();
        expect(run()).toEqual(state);
        expect(stateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
        expect(state.confidence).toBeGreaterThanOrEqual(0);
        expect(state.confidence).toBeLessThanOrEqual(5);
        expect(state.turns.filter((t) => !t.free).length).toBeLessThanOrEqual(content.turns);
        const progress = clientInterview.progress(content, state);
        expect(progress.done).toBeLessThanOrEqual(progress.total);
      }),
      { numRuns: 120 },
    );
  });
});
