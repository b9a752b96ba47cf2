import { describe, expect, it } from "vitest";
import { failure } from "~/ai/failures.ts";
import type { Provider, TextChunk, TextRequest } from "~/ai/provider.ts";
import { usedToday } from "~db/queries/ai-uses.ts";
import { listPromptRuns } from "~db/queries/prompt-runs.ts";
import { testDatabase } from "../../../tests/database.ts";
import { smallSubject } from "../../../tests/small-certification.ts";
import { smallWorkspace } from "../../../tests/small-workspace.ts";
import { type BenchAccess, executeRun, openRun } from "./prompt-bench.server.ts";
import type { RunEvent } from "./run.ts";

type Stream = (request: TextRequest) => AsyncGenerator<TextChunk>;
const fake = (streamText: Stream): Provider => ({
  id: "openai",
  label: "modèle factice",
  model: "f-1",
  offline: false,
  streamText,
});
const says: Stream = async function* () {
  yield { type: "text", text: "x" };
  yield { type: "done", usage: { inputTokens: 1, outputTokens: 2 } };
};
const asked = { intent: "run" as const, prompt: "Rédige un post", temperature: 0, maxTokens: 600 };

describe("the day's budget of the bench", () => {
  const t = testDatabase();
  async function access(): Promise<BenchAccess> {
    const workspace = await smallWorkspace(t.db, "lea");
    const actor = { id: "lea", role: "learner" as const, name: "Léa", email: "lea@exemple.test" };
    return { actor, workspace, subject: smallSubject };
  }
  const stored = async (who: BenchAccess) =>
    (await listPromptRuns(t.db, who.workspace.id, "ecrire", 1))[0];
  async function run(who: BenchAccess, provider: Provider) {
    const opened = await openRun(who, "ecrire", asked, provider);
    if (!opened.ok) throw new Error(opened.message);
    const events: RunEvent[] = [];
    const signal = new AbortController().signal;
    await executeRun(who, opened.value, signal, (e) => events.push(e), provider);
    return events;
  }

  it.each([
    ["runs", 200, 1, /200.essais aujourd’hui/],
    ["tokens", 1, 400_000, /400.000.jetons/],
  ])("stops at the day's limit of %s and says what was kept", async (_of, uses, tokens, said) => {
    const who = await access();
    await t.db
      .insertInto("ai_uses")
      .values(
        Array.from({ length: uses }, () => ({
          user_id: who.actor.id,
          kind: "text" as const,
          tokens,
        })),
      )
      .execute();
    const refusal = await openRun(who, "ecrire", asked, fake(says));
    expect(refusal).toMatchObject({ ok: false, reason: "over-budget" });
    expect(!refusal.ok && refusal.message).toMatch(said);
    expect(!refusal.ok && refusal.message).toMatch(/gardés/);
    expect(await stored(who)).toBeUndefined();
  });

  it.each<[string, Stream, number, boolean]>([
    [
      "fails before a word",
      // biome-ignore lint/correctness/useYield: it fails first.
      async function* () {
        throw failure("unavailable");
      },
      0,
      false,
    ],
    [
      "fails after a word",
      async function* () {
        yield { type: "text", text: "Un début" };
        throw failure("unavailable");
      },
      1,
      true,
    ],
    ["ends", says, 1, true],
  ])("counts a run that %s as it deserves: a retry is not charged twice", async (_how, streamText, counted, spent) => {
    const who = await access();
    const last = (await run(who, fake(streamText))).at(-1);
    const today = await usedToday(t.db, { kind: "user", id: who.actor.id });
    expect(today.runs).toBe(counted);
    expect(today.tokens > 0).toBe(spent);
    if (last?.type === "failed") expect(last.used).toBe(counted);
    expect((await run(who, fake(says)))[0]).toMatchObject({ used: counted + 1 });
  });

  it("counts what a learner stopped: stopping before the end is not a way round", async () => {
    const who = await access();
    const stops: Stream = async function* () {
      yield { type: "text", text: "mot ".repeat(100) };
      throw failure("cancelled");
    };
    await run(who, fake(stops));
    const today = await usedToday(t.db, { kind: "user", id: who.actor.id });
    expect(today).toMatchObject({ runs: 1, tokens: 104 });
  });
});
