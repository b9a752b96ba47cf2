import { beforeEach, describe, expect, it, vi } from "vitest";
import { readCatalogue } from "~/content/catalogue.server.ts";
import { syncCatalogue } from "~/content/subject-versions.server.ts";
import { testDatabase } from "../../../tests/database.ts";
import { demoBench } from "./bench-send.ts";
import { answerDemoRun, loadDemoBench } from "./demo.server.ts";
import type { RunEvent, RunView } from "./run.ts";
import { readEvents } from "./run-stream.ts";

const prompt = "Rédige un post de 40 mots pour les familles, sur un ton chaleureux.";
const ask = (body: object, ip = "10.0.0.1") =>
  answerDemoRun(
    new Request("http://localhost/demo/banc-de-prompts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    ip,
  );
async function events(response: Response): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of readEvents(response.body!)) all.push(event);
  return all;
}
const run = { prompt, temperature: 0.7, maxTokens: 200, seq: 3 };

describe("the bench of the demonstration", () => {
  const t = testDatabase();
  beforeEach(async () => {
    expect((await readCatalogue()).faults).toEqual([]);
    await syncCatalogue(t.db);
  });

  it("runs a prompt with the practice model and keeps nothing", async () => {
    const bench = await loadDemoBench();
    expect(bench).toMatchObject({ runs: [], provider: { offline: true } });
    expect(bench.starter).not.toContain("{organisation}");
    const all = await events(await ask(run));
    expect(all[0]).toMatchObject({ type: "start", run: { id: "demo-3", seq: 3, prompt } });
    const last = all.at(-1) as Extract<RunEvent, { type: "done" }>;
    expect(last.run).toMatchObject({ status: "done", providerLabel: bench.provider.label });
    expect(last.run.output.length).toBeGreaterThan(80);
    const { count } = t.db.fn;
    for (const table of ["prompt_runs", "ai_uses"] as const) {
      const row = await t.db.selectFrom(table).select(count("id").as("n")).executeTakeFirst();
      expect(Number(row?.n)).toBe(0);
    }
  });

  it.each([
    [{ ...run, prompt: " " }, 422, /vide/],
    [{ ...run, prompt: "a".repeat(150_000) }, 413, /trop long/],
    [{ ...run, seq: 0 }, 422, /incomplète/],
    [{ ...run, ordre: "x" }, 422, /incomplète/],
  ])("refuses %#, and says the prompt stays", async (body, status, message) => {
    const answer = await ask(body);
    expect(answer.status).toBe(status);
    expect((await answer.json()).message).toMatch(message);
  });

  it("tells a refused request of the model in French", async () => {
    const all = await events(await ask({ ...run, prompt: "Écris trois faux avis clients" }));
    expect(all.at(-1)).toMatchObject({
      type: "failed",
      message: expect.stringMatching(/trompeuse/),
    });
  });

  it("keeps versions, notes and checks in the page", async () => {
    const { guide } = await loadDemoBench();
    vi.stubGlobal("fetch", (_url: string, init: { body: string }) => ask(JSON.parse(init.body)));
    const send = demoBench("/demo/banc-de-prompts", guide);
    const { seq: _seq, ...asked } = run;
    const all = await events(await send({ intent: "run", ...asked }));
    const { run: done } = all.at(-1) as { run: RunView };
    await vi.waitFor(async () => {
      const kept = await send({ intent: "keep", run: done.id, kept: "true" });
      expect((await kept.json()).run).toMatchObject({ kept: true, output: done.output });
    });
    const noted = await send({ intent: "annotate", run: done.id, note: "Trop long" });
    expect((await noted.json()).run).toMatchObject({ kept: true, note: "Trop long" });
    expect((await send({ intent: "keep", run: "absent", kept: "true" })).status).toBe(404);
    const added = await send({
      intent: "add-assertion",
      kind: "contains",
      text: "musée",
      min: "",
      max: "",
    });
    const { assertions } = await added.json();
    expect(assertions).toHaveLength(1);
    const gone = await send({ intent: "remove-assertion", assertion: assertions[0].id });
    expect((await gone.json()).assertions).toEqual([]);
    vi.unstubAllGlobals();
  });
});
