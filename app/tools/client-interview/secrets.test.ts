import { describe, expect, it } from "vitest";
import {
  ask,
  play,
  sampleCase,
  subjectCase,
  subjectSlugs,
} from "../../../tests/interview-cases.ts";
import type { Content } from "./content.ts";
import type { State } from "./state.ts";
import { clientInterview } from "./tool.ts";

/** The same content with every text and number of the answer key changed. */
function swapped(content: Content): Content {
  const swap = (value: unknown): unknown => {
    if (typeof value === "string") return `autre ${value.length}`;
    if (typeof value === "number") return value + 1;
    if (typeof value === "boolean") return !value;
    if (Array.isArray(value)) return value.map(swap);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, swap(v)]));
    return value;
  };
  return { ...content, expected: swap(content.expected) as Content["expected"] };
}

/** Texts of the answer key that this learner has not heard. */
function unheard(content: Content, state: State): string[] {
  const { facts, contradictions, traps } = content.expected;
  const earned = new Set(state.turns.flatMap((t) => t.earned));
  const heard = state.turns.map((t) => t.answer).join("\n");
  const known = [heard, JSON.stringify(content.publicFacts), content.client.opening].join("\n");
  return [
    ...facts.flatMap((f) => [
      ...Object.values(f.answers),
      ...f.statements.filter((s) => !earned.has(s.id)).map((s) => s.text),
    ]),
    ...contradictions
      .filter((c) => !state.raised.includes(c.id))
      .flatMap((c) => [c.title, c.answer]),
    ...traps.map((t) => t.error.text),
  ].filter((text) => !known.includes(text));
}

const talk = [
  ask("Bonjour, je vous propose une heure."),
  ask("Avez-vous un budget ?"),
  ask("Quels sont vos objectifs ?"),
  ask("C’est-à-dire ?"),
  ask("Y a-t-il un incident ou un sujet sensible ?"),
  ask("Vous voulez évidemment des jeunes et des abonnés ?"),
  ask("Qui sont vos clients ?"),
  { type: "reformulate", text: "Vous voulez 123 456 abonnés" },
  { type: "add-lines", topic: "budget", mark: "fact", text: "Budget de 77 €" },
];

describe.each(["sample", ...subjectSlugs])("the secrets of %s", (name) => {
  const content = name === "sample" ? sampleCase() : subjectCase(name);
  const states = talk.map((_, i) => play(content, talk.slice(0, i)));
  states.push(play(content, talk));
  states.push(play(content, [...talk, { type: "end" }, { type: "hand-in" }]));

  it("never reads the answer key to draw the screen", () => {
    for (const state of states)
      expect(clientInterview.view(swapped(content), state)).toEqual(
        clientInterview.view(content, state),
      );
  });

  it("starts alike whatever the answers are", () => {
    const other = {
      ...content,
      expected: { ...swapped(content).expected, startConfidence: content.expected.startConfidence },
    };
    expect(clientInterview.start(other, 3)).toEqual(clientInterview.start(content, 3));
  });

  it("shows, observes and draws only what was heard", () => {
    for (const state of states) {
      const sent = JSON.stringify([
        clientInterview.view(content, state),
        clientInterview.findings(content, state),
        clientInterview.figures(content, state),
        clientInterview.progress(content, state),
      ]);
      expect(
        unheard(content, state).filter((text) => sent.includes(JSON.stringify(text).slice(1, -1))),
      ).toEqual([]);
    }
  });

  it("does not tell how many facts a topic still holds", () => {
    const fewer: Content = {
      ...content,
      expected: {
        ...content.expected,
        facts: content.expected.facts.filter(
          (f, i, all) => all.findIndex((x) => x.topic === f.topic) === i,
        ),
      },
    };
    const [state] = states;
    expect(clientInterview.view(fewer, state!)).toEqual(clientInterview.view(content, state!));
  });
});
