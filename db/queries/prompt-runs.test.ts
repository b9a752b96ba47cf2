import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { makeWorkspace } from "../../tests/factories.ts";
import { usedToday } from "./ai-uses.ts";
import {
  finishPromptRun,
  insertPromptRun,
  listPromptRuns,
  listRecordedRuns,
  type NewRun,
  updatePromptRun,
  updatePromptRunOutput,
} from "./prompt-runs.ts";

describe("prompt runs", () => {
  const t = testDatabase();
  const open = async (workspace: { id: string; owner_id: string }, over: Partial<NewRun> = {}) => {
    const limits = { runs: 200, images: 0, tokens: 1_000 };
    const opened = await insertPromptRun(
      t.db,
      {
        workspaceId: workspace.id,
        stepId: "ecrire",
        ownerId: workspace.owner_id,
        prompt: "Rédige un post",
        temperature: 0.7,
        maxTokens: 600,
        reservedTokens: 10,
        provider: { id: "offline", label: "modèle d’entraînement", model: "e-1" },
        ...over,
      },
      [{ kind: "user", id: workspace.owner_id, limits }],
    );
    return opened.ok ? opened.row : null;
  };

  it("numbers the versions of each step, even when they start together", async () => {
    const workspace = await makeWorkspace(t.db);
    const runs = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => open(workspace, { prompt: `p${n}` })),
    );
    expect(runs.map((r) => r?.seq).sort()).toEqual([1, 2, 3, 4, 5]);
    expect((await open(workspace, { stepId: "lire" }))?.seq).toBe(1);
  });

  it("starts the seed again when the prompt changes", async () => {
    const workspace = await makeWorkspace(t.db);
    const seeds = [];
    for (const prompt of ["a", "a", "b", "a"])
      seeds.push((await open(workspace, { prompt }))?.settings.seed);
    expect(seeds).toEqual([0, 1, 0, 2]);
  });

  it("is no run, and takes no number, when the day is used up", async () => {
    const workspace = await makeWorkspace(t.db);
    expect(await open(workspace, { reservedTokens: 1_001 })).toBeNull();
    expect((await open(workspace))?.seq).toBe(1);
  });

  it("settles its use when it ends: what was used, or nothing at all", async () => {
    const workspace = await makeWorkspace(t.db);
    const today = () => usedToday(t.db, { kind: "user", id: workspace.owner_id });
    const [heard, silent] = [(await open(workspace))!, (await open(workspace))!];
    expect(await today()).toMatchObject({ runs: 2, tokens: 20 });
    const end = { status: "failed" as const, failure: "unavailable" };
    await finishPromptRun(t.db, silent.id, { ...end, output: "", usage: null });
    const usage = { inputTokens: 3, outputTokens: 4 };
    await finishPromptRun(t.db, heard.id, { ...end, output: "Un début", usage });
    expect(await today()).toMatchObject({ runs: 1, tokens: 7 });
    // A late second end changes nothing.
    await finishPromptRun(t.db, heard.id, { ...end, output: "", usage: null });
    expect(await today()).toMatchObject({ runs: 1, tokens: 7 });
  });

  it("lists newest first, page after page", async () => {
    const workspace = await makeWorkspace(t.db);
    for (const stepId of ["ecrire", "lire", "ecrire", "ecrire"]) await open(workspace, { stepId });
    const first = await listPromptRuns(t.db, workspace.id, "ecrire", 2);
    expect(first.map((r) => r.seq)).toEqual([3, 2]);
    const second = await listPromptRuns(t.db, workspace.id, "ecrire", 2, first[1]!.id);
    expect(second.map((r) => r.seq)).toEqual([1]);
    const all = await listPromptRuns(t.db, workspace.id, null, 3);
    const rest = await listPromptRuns(t.db, workspace.id, null, 3, all[2]!.id);
    expect(new Set([...all, ...rest].map((r) => r.id)).size).toBe(4);
    expect(await listPromptRuns(t.db, (await makeWorkspace(t.db)).id, "ecrire", 9)).toEqual([]);
  });

  it("ends a run once, and keeps what came before", async () => {
    const workspace = await makeWorkspace(t.db);
    const run = (await open(workspace))!;
    await updatePromptRunOutput(t.db, run.id, "Un début");
    const usage = { inputTokens: 3, outputTokens: 5 };
    const done = await finishPromptRun(t.db, run.id, {
      status: "done",
      output: "Un début et une fin",
      failure: null,
      usage,
    });
    expect(done).toMatchObject({ status: "done", output: "Un début et une fin" });
    expect(done?.finished_at).toBeInstanceOf(Date);
    await updatePromptRunOutput(t.db, run.id, "trop tard");
    expect(
      await finishPromptRun(t.db, run.id, {
        status: "failed",
        output: "",
        failure: "unavailable",
        usage: null,
      }),
    ).toBeNull();
    expect((await listPromptRuns(t.db, workspace.id, "ecrire", 1))[0]?.output).toBe(
      "Un début et une fin",
    );
  });

  it("changes a run in its own workspace and step only", async () => {
    const workspace = await makeWorkspace(t.db);
    const other = await makeWorkspace(t.db);
    const run = (await open(workspace))!;
    const place = { workspaceId: workspace.id, stepId: "ecrire", id: run.id };
    expect(await updatePromptRun(t.db, place, { kept: true, note: "Bien" })).toMatchObject({
      kept: true,
      note: "Bien",
    });
    expect(
      await updatePromptRun(t.db, { ...place, workspaceId: other.id }, { note: "x" }),
    ).toBeNull();
    expect(await updatePromptRun(t.db, { ...place, stepId: "lire" }, { note: "x" })).toBeNull();
  });

  it("gives the AI-use record: kept or inserted, oldest first", async () => {
    const workspace = await makeWorkspace(t.db);
    const runs: { id: string }[] = [];
    for (let i = 0; i < 3; i++) runs.push((await open(workspace))!);
    const change = (i: number, what: object) =>
      updatePromptRun(t.db, { workspaceId: workspace.id, stepId: "ecrire", id: runs[i]!.id }, what);
    await change(2, { kept: true });
    await change(0, { inserted_in: "analyse" });
    expect((await listRecordedRuns(t.db, workspace.id)).map((r) => r.seq)).toEqual([1, 3]);
  });
});
