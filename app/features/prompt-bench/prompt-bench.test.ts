import { describe, expect, it } from "vitest";
import { offlineProvider } from "~/ai/adapters/offline.server.ts";
import { failure } from "~/ai/failures.ts";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import type { Provider, TextChunk, TextRequest } from "~/ai/provider.ts";
import { listPromptRuns } from "~db/queries/prompt-runs.ts";
import { testDatabase } from "../../../tests/database.ts";
import { smallSubject } from "../../../tests/small-certification.ts";
import { smallWorkspace } from "../../../tests/small-workspace.ts";
import { answerIntent, answerRuns, readIntent } from "./answer.server.ts";
import {
  type BenchAccess,
  changeRun,
  executeRun,
  hasStep,
  loadBenchPanel,
  openRun,
} from "./prompt-bench.server.ts";
import type { RunEvent, RunView } from "./run.ts";
import { eventStream } from "./run-prompt.server.ts";

/** A provider that says what the test wants. */
function fake(streamText: (request: TextRequest) => AsyncGenerator<TextChunk>): Provider {
  return { id: "openai", label: "modèle factice", model: "f-1", offline: false, streamText };
}
const says = (...texts: string[]) =>
  fake(async function* () {
    for (const text of texts) yield { type: "text", text };
    yield { type: "done", usage: { inputTokens: 1, outputTokens: 2 } };
  });

const asked = {
  intent: "run" as const,
  prompt: "Rédige un post",
  temperature: 0.7,
  maxTokens: 600,
};
const never = new AbortController().signal;

describe("the prompt bench", () => {
  const t = testDatabase();

  async function access(owner = "lea"): Promise<BenchAccess> {
    const workspace = await smallWorkspace(t.db, owner);
    return {
      actor: { id: owner, role: "learner", name: owner, email: `${owner}@exemple.test` },
      workspace,
      subject: smallSubject,
    };
  }
  async function run(who: BenchAccess, provider: Provider, signal = never, over = {}) {
    const opened = await openRun(who, "ecrire", { ...asked, ...over }, provider);
    if (!opened.ok) throw new Error(opened.message);
    const events: RunEvent[] = [];
    await executeRun(who, opened.value, signal, (e) => events.push(e), provider);
    return events;
  }
  const stored = async (who: BenchAccess) =>
    (await listPromptRuns(t.db, who.workspace.id, "ecrire", 1))[0];

  it("opens a row first, streams, keeps everything", async () => {
    const who = await access();
    let during: string | undefined;
    const provider = fake(async function* () {
      during = (await stored(who))?.status;
      yield { type: "text", text: "Bon\u0000" };
      yield { type: "text", text: "jour." };
      yield { type: "done", usage: { inputTokens: 1, outputTokens: 2 } };
    });
    const events = await run(who, provider);
    expect(during).toBe("running");
    expect(events.map((e) => e.type)).toEqual(["start", "text", "text", "done"]);
    expect(events[0]).toMatchObject({
      used: 1,
      run: { seq: 1, status: "running", providerLabel: "modèle factice" },
    });
    expect(await stored(who)).toMatchObject({ status: "done", output: "Bonjour.", model: "f-1" });
  });

  it.each([
    "refused",
    "too-long",
    "unavailable",
    "rate-limited",
    "over-budget",
  ] as const)("keeps the partial text of a run that ends %s", async (kind) => {
    const who = await access();
    const provider = fake(async function* () {
      yield { type: "text", text: "Un début" };
      throw failure(kind);
    });
    const last = (await run(who, provider)).at(-1);
    expect(last).toMatchObject({ type: "failed", run: { status: "failed", output: "Un début" } });
    expect(last?.type === "failed" && last.message).toMatch(/gardé/);
    expect(await stored(who)).toMatchObject({
      status: "failed",
      output: "Un début",
      failure: kind,
    });
  });

  it("keeps the text of a run that breaks in an unforeseen way", async () => {
    const who = await access();
    const provider = fake(async function* () {
      yield { type: "text", text: "Un début" };
      throw new Error("sk-secret dans le message");
    });
    const last = (await run(who, provider)).at(-1);
    expect(JSON.stringify(last)).not.toContain("secret");
    expect(await stored(who)).toMatchObject({
      status: "failed",
      output: "Un début",
      failure: "unavailable",
    });
  });

  it("keeps what was received when the learner stops or leaves", async () => {
    const who = await access();
    const control = new AbortController();
    const provider = fake(async function* ({ signal }) {
      yield { type: "text", text: "Un début" };
      control.abort();
      if (signal.aborted) throw failure("cancelled");
    });
    const last = (await run(who, provider, control.signal)).at(-1);
    expect(last).toMatchObject({ run: { status: "stopped", output: "Un début", failure: null } });
    expect(await stored(who)).toMatchObject({
      status: "stopped",
      output: "Un début",
      failure: null,
    });
  });

  it("cuts a provider that never ends", async () => {
    const who = await access();
    const provider = fake(async function* () {
      for (;;) yield { type: "text", text: "x".repeat(10_000) };
    });
    await run(who, provider);
    expect((await stored(who))?.output.length).toBeLessThan(120_000);
  });

  it("aborts the provider when the reader of the stream leaves, and still saves", async () => {
    const who = await access();
    const opened = await openRun(who, "ecrire", asked, says());
    if (!opened.ok) throw new Error();
    const left = new AbortController();
    const provider = fake(async function* ({ signal }) {
      yield { type: "text", text: "Un début" };
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      throw failure("cancelled");
    });
    const response = eventStream(
      (emit) => executeRun(who, opened.value, left.signal, emit, provider),
      () => left.abort(),
    );
    expect(response.headers.get("cache-control")).toContain("no-transform");
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(async () => (await stored(who))?.status).toBe("stopped");
    expect((await stored(who))?.output).toBe("Un début");
  });

  it("gives the provider public facts only", async () => {
    const who = await access();
    const secret = {
      ...smallSubject,
      tools: { "client-interview": { expected: "SECRET-1" } },
      expected: { answer: "SECRET-2" },
      client: { ...smallSubject.client, offers: [{ name: "Atelier", price: "12 €" }] },
    };
    let seen = "";
    const provider = fake(async function* ({ facts }) {
      seen = JSON.stringify(facts);
      yield { type: "text", text: "x" };
      yield { type: "done", usage: { inputTokens: 0, outputTokens: 0 } };
    });
    await run({ ...who, subject: secret }, provider);
    expect(seen).toContain("Atelier\u00a0: 12 €.");
    expect(seen).not.toContain("SECRET");
  });

  it("runs the practice model from end to end", async () => {
    const who = await access();
    const events = await run(who, offlineProvider(loadPromptGuide(), 0), never, {
      prompt: "Rédige un post Instagram. Contexte : la librairie fête ses dix ans le 12 décembre.",
    });
    expect(events.at(-1)).toMatchObject({
      type: "done",
      run: { providerLabel: "modèle d’entraînement hors ligne" },
    });
    expect((await stored(who))?.output).toContain("12 décembre");
  });

  it.each([
    ["empty", "  \n "],
    ["too-long", "é".repeat(10_001)],
  ])("refuses a prompt that is %s, without a run", async (reason, prompt) => {
    const who = await access();
    expect(await openRun(who, "ecrire", { ...asked, prompt }, says())).toMatchObject({
      ok: false,
      reason,
    });
    expect(await stored(who)).toBeUndefined();
  });

  it("shows a run left under way by a stopped server as interrupted", async () => {
    const who = await access();
    const opened = await openRun(who, "ecrire", asked, says());
    expect((await loadBenchPanel(who, "ecrire"))?.runs[0]?.status).toBe("running");
    await t.db
      .updateTable("prompt_runs")
      .set({ created_at: new Date(Date.now() - 11 * 60_000), output: "Un début" })
      .where("id", "=", opened.ok ? opened.value.row.id : "")
      .execute();
    expect((await loadBenchPanel(who, "ecrire"))?.runs[0]).toMatchObject({
      status: "interrupted",
      output: "Un début",
    });
  });

  it("loads a panel for a step of the subject only, with nothing the browser must not have", async () => {
    const who = await access();
    const bench = await loadBenchPanel(who, "ecrire");
    expect(bench).toMatchObject({ stepId: "ecrire", runs: [], older: null, used: 0 });
    expect(bench?.starter).toContain("Librairie d’essai");
    expect(bench?.sections).toMatchObject({ reponse: "La réponse" });
    expect(await loadBenchPanel(who, "ailleurs")).toBeNull();
    expect(hasStep(who, "constructor")).toBe(false);
  });

  it("keeps, annotates, records an insertion, in one's own workspace and step", async () => {
    const who = await access();
    const stranger = await access("max");
    const [start] = await run(who, says("x"));
    const id = start?.type === "start" ? start.run.id : "";
    const change = (c: Parameters<typeof changeRun>[2], a = who, step = "ecrire") =>
      changeRun(a, step, c);
    expect(await change({ intent: "keep", run: id, kept: "true" })).toMatchObject({
      value: { kept: true },
    });
    expect(await change({ intent: "annotate", run: id, note: "<b>Mieux</b>" })).toMatchObject({
      value: { note: "<b>Mieux</b>" },
    });
    expect(await change({ intent: "inserted", run: id, section: "reponse" })).toMatchObject({
      value: { insertedIn: "reponse" },
    });
    expect(await change({ intent: "inserted", run: id, section: "nulle-part" })).toMatchObject({
      reason: "not-found",
    });
    expect(await change({ intent: "annotate", run: id, note: "x".repeat(2_001) })).toMatchObject({
      reason: "too-long",
    });
    expect(await change({ intent: "keep", run: id, kept: "false" }, stranger)).toMatchObject({
      reason: "not-found",
    });
    expect(await change({ intent: "keep", run: id, kept: "false" }, who, "lire")).toMatchObject({
      reason: "not-found",
    });
    expect(await stored(who)).toMatchObject({ kept: true, inserted_in: "reponse" });
  });

  describe("over HTTP", () => {
    const url = "http://localhost/espaces/x/essais/ecrire";
    const post = (body: unknown, scripted: boolean) =>
      new Request(url, {
        method: "POST",
        headers: scripted
          ? { "content-type": "application/json", accept: "application/json" }
          : { "content-type": "application/x-www-form-urlencoded", accept: "text/html" },
        body: scripted ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>),
      });
    const send = async (who: BenchAccess, body: unknown, scripted = true) => {
      const request = post(body, scripted);
      return answerIntent(who, "ecrire", await readIntent(request.clone()), request);
    };
    const form = { ...asked, temperature: "0.7", maxTokens: "600" };

    it("streams lines to a script", async () => {
      const who = await access();
      const response = await send(who, asked);
      expect(response.headers.get("content-type")).toContain("ndjson");
      const lines = (await response.text())
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l) as RunEvent);
      expect(lines[0]?.type).toBe("start");
      expect(lines.at(-1)?.type).toBe("done");
      const text = lines.map((l) => (l.type === "text" ? l.text : "")).join("");
      expect(text).toBe((await stored(who))?.output);
    });

    it("runs a plain form to its end and comes back to the open panel", async () => {
      const who = await access();
      const response = await send(who, form, false);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe(
        `/espaces/${who.workspace.id}/etapes/ecrire?panneau=essais`,
      );
      expect((await stored(who))?.status).toBe("done");
      const id = (await stored(who))!.id;
      await send(who, { intent: "keep", run: id, kept: "true" }, false);
      expect((await stored(who))?.kept).toBe(true);
    });

    it("refuses the sixteenth run of a minute, and says until when", async () => {
      const who = await access();
      for (let n = 0; n < 15; n++) await send(who, { ...asked, prompt: "" });
      const response = await send(who, asked);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
      const { reason, message } = (await response.json()) as { reason: string; message: string };
      expect(reason).toBe("too-many");
      expect(message).toMatch(/^Trop d’essais en une minute.; réessayez dans \d+.secondes?\. /);
      expect((await send(await access("max"), asked)).status).toBe(200);
      expect((await send(who, { intent: "delete" })).status).toBe(422);
    });

    it.each<[string, unknown, number]>([
      ["nothing", null, 422],
      ["an unknown intent", { intent: "delete" }, 422],
      ["a run that is no id", { intent: "keep", run: "1", kept: "true" }, 422],
      ["an absurd temperature", { ...asked, temperature: 9 }, 422],
      ["a prompt that is no text", { ...asked, prompt: { $gt: "" } }, 422],
      ["an empty prompt", { ...asked, prompt: "" }, 422],
      ["a prompt of 100 kB", { ...asked, prompt: "a".repeat(100_000) }, 413],
      ["a body of 2 MB", { ...asked, prompt: "a".repeat(2_000_000) }, 413],
      [
        "somebody's run",
        { intent: "keep", run: "00000000-0000-4000-8000-000000000000", kept: "true" },
        404,
      ],
    ])("answers %s by a status and a French sentence", async (_name, body, status) => {
      const response = await send(await access(), body);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        ok: false,
        message: expect.stringMatching(/\p{L}{4}/u),
      });
    });

    it("gives older runs page by page", async () => {
      const who = await access();
      for (let i = 0; i < 22; i++)
        await openRun(who, "ecrire", { ...asked, prompt: `p${i}` }, says());
      const page = async (query: string) =>
        (await (await answerRuns(who, "ecrire", new Request(url + query))).json()) as {
          runs: RunView[];
          older: string | null;
        };
      const first = await page("");
      expect(first.runs).toHaveLength(20);
      const second = await page(`?avant=${first.older}`);
      expect(second.runs.map((r) => r.seq)).toEqual([2, 1]);
      expect(second.older).toBeNull();
      expect((await page("?avant=x'--")).runs).toHaveLength(20);
    });
  });
});
