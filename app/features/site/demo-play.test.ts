import { describe, expect, it } from "vitest";
import { clientInterview } from "~/tools/client-interview/tool.ts";
import { criticalReview } from "~/tools/critical-review/tool.ts";
import { getDemoTool, listDemoTools, replayDemo, startDemo } from "./demo-play.server.ts";

const post = (body: unknown, type = "application/json") =>
  new Request("http://localhost/demo/client-interview", {
    method: "POST",
    headers: { "content-type": type },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const play = (...actions: unknown[]) => replayDemo(clientInterview, post({ actions }));
const begin = { type: "begin" };
const ask = { type: "ask", text: "Quels sont vos objectifs pour l’année qui vient\u00a0?" };

describe("the demonstration", () => {
  it("offers every tool that has a sample, and no other", () => {
    expect(listDemoTools().map((tool) => tool.id)).toContain("client-interview");
    for (const id of ["nothing", "__proto__", "constructor", "../client-interview"]) {
      expect(() => getDemoTool(id)).toThrow();
    }
  });

  it("plays the same moves to the same screen, from the start", async () => {
    const first = await play(begin, ask);
    expect(first.refusal).toBeNull();
    expect(first.screen.version).toBe(2);
    expect(await play(begin, ask)).toEqual(first);
    expect(await play()).toEqual({ refusal: null, screen: await startDemo(clientInterview) });
  });

  it("has what a visitor writes looked up in the dictionary, and the exercise's own words left out", async () => {
    const write = async (text: string) => {
      const answer = await replayDemo(criticalReview, post({ actions: [{ type: "write", text }] }));
      return answer.screen.findings.find((finding) => finding.rule === "spelling");
    };
    expect(await write("Inès Morvan à la librairie du Pont-Vieux.")).toMatchObject({ met: true });
    expect(await write("Inès Morvan à la librarie du Pont-Vieux.")).toMatchObject({
      met: false,
      note: expect.stringContaining("«\u00a0librarie\u00a0» (proche de"),
      source: expect.stringContaining("Hunspell"),
    });
  });

  it("stops at the first refused move and keeps what came before", async () => {
    const refused = await play(begin, { type: "ask", text: "" }, ask);
    expect(refused.refusal).toBeTruthy();
    expect(refused.screen).toEqual((await play(begin)).screen);
  });

  it.each([
    ["an unknown move", [begin, { type: "tell-me-everything" }]],
    ["a move of the server", [begin, ask, { type: "phrased", round: 0, turn: 0, text: "Oui." }]],
  ])("refuses %s", async (_name, actions) => {
    const answer = await play(...actions);
    expect(answer.refusal).toBe("Cette action n’a pas été comprise.");
    expect(answer.screen.version).toBe(actions.length - 1);
  });

  it.each([
    ["more than 200 moves", post({ actions: Array(201).fill(begin) })],
    ["more than 200 kB", post({ actions: ["x".repeat(210_000)] })],
    ["what is not a list", post({ actions: "begin" })],
    ["unreadable JSON", post("{")],
    ["a plain form", post("action=begin", "application/x-www-form-urlencoded")],
  ])("answers %s with a sentence and the first screen", async (_name, request) => {
    const answer = await replayDemo(clientInterview, request);
    expect(answer.refusal).toMatch(/démonstration/);
    expect(answer.screen.version).toBe(0);
  });

  it("never sends the content of the tool", async () => {
    const { screen } = await play(begin, ask);
    expect(Object.keys(screen).sort()).toEqual([
      "figures",
      "findings",
      "progress",
      "version",
      "view",
    ]);
    expect(JSON.stringify(screen)).not.toContain('"expected"');
  });
});
