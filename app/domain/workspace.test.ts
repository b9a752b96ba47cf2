import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Section, Step } from "./subject.ts";
import { nextThing, sectionShare, stepsProgress, type WorkState } from "./workspace.ts";

const section = (key: string, min: number): Section => ({
  key,
  title: key.toUpperCase(),
  guidance: "",
  competencies: [],
  words: { min, max: min + 100 },
  required: true,
});
const step = (id: string, tools: string[], sections: string[]): Step => ({
  id,
  title: `Étape ${id}`,
  goal: "",
  instructions: ["Faites."],
  minutes: 10,
  competencies: [],
  tools,
  sections,
});
const subject = {
  steps: [step("a", ["interview"], ["one"]), step("b", [], ["two", "three"])],
  sections: [section("one", 100), section("two", 200), section("three", 0)],
};
const nothing: WorkState = { words: {}, done: [], tools: [], rated: 0 };

describe("stepsProgress", () => {
  it("is to do when nothing was written", () => {
    expect(stepsProgress(subject, nothing).map((s) => [s.status, s.share])).toEqual([
      ["todo", 0],
      ["todo", 0],
    ]);
  });

  it("is the mean of what each tool and section has reached", () => {
    const work: WorkState = {
      ...nothing,
      words: { one: 50, two: 400 },
      tools: [{ step: "a", tool: "interview", done: 1, total: 4, next: "x" }],
    };
    expect(stepsProgress(subject, work).map((s) => s.share)).toEqual([0.375, 0.5]);
  });

  it("is started by the first move in its tool, whatever that move has reached", () => {
    const tools = [{ step: "a", tool: "interview", done: 0, total: 5, next: "x" }];
    expect(stepsProgress(subject, { ...nothing, tools })[0]).toMatchObject({
      status: "started",
      share: 0,
    });
    expect(stepsProgress(subject, { ...nothing, tools, done: ["a"] })[0]?.status).toBe("done");
  });

  it("ignores a tool session of another step", () => {
    const tools = [{ step: "b", tool: "interview", done: 4, total: 4, next: null }];
    expect(stepsProgress(subject, { ...nothing, tools })[0]).toMatchObject({
      status: "todo",
      share: 0,
    });
  });

  it("is whole once the learner says it is done", () => {
    expect(stepsProgress(subject, { ...nothing, done: ["a"] })[0]).toMatchObject({
      status: "done",
      share: 1,
    });
  });

  it("stays between 0 and 1 whatever is written", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (words, min) => {
        const share = sectionShare(section("x", min), words);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("nextThing", () => {
  const cases: [string, WorkState, string | null, object][] = [
    ["the tool first", nothing, "a", { kind: "tool", step: "a", tool: "interview" }],
    [
      "then the section",
      { ...nothing, tools: [{ step: "a", tool: "interview", done: 4, total: 4, next: null }] },
      "a",
      { kind: "section", section: "one" },
    ],
    [
      "then closing the step",
      {
        ...nothing,
        words: { one: 100 },
        tools: [{ step: "a", tool: "interview", done: 4, total: 4, next: null }],
      },
      "a",
      { kind: "finish-step", step: "a" },
    ],
    ["then the first open step", { ...nothing, done: ["a"] }, "a", { kind: "step", step: "b" }],
    ["the first open step from the dossier", nothing, null, { kind: "step", step: "a" }],
    [
      "then self-assessment",
      { ...nothing, done: ["a", "b"], rated: 1 },
      null,
      { kind: "assessment" },
    ],
    ["then the dossier", { ...nothing, done: ["a", "b"], rated: 2 }, "b", { kind: "dossier" }],
  ];
  it.each(cases)("%s", (_name, work, from, expected) => {
    expect(nextThing(subject, work, 2, from)).toMatchObject(expected);
  });
});
