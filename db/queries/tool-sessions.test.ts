import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { makeWorkspace } from "../../tests/factories.ts";
import {
  findToolSession,
  listToolActions,
  listToolSessions,
  saveToolStep,
} from "./tool-sessions.ts";

describe("a tool session", () => {
  const test = testDatabase();
  const play = async (
    workspaceId: string,
    version: number,
    n: number,
    origin: "learner" | "system" = "learner",
  ) => {
    const slug = (
      await test.db
        .selectFrom("workspaces")
        .selectAll()
        .where("id", "=", workspaceId)
        .executeTakeFirstOrThrow()
    ).subject_slug;
    return saveToolStep(test.db, {
      workspaceId,
      stepId: "brief",
      tool: "client-interview",
      subjectSlug: slug,
      subjectVersion: 1,
      seed: 7,
      version,
      state: { n },
      progress: { done: n, total: 3, next: n < 3 ? "Continuez" : null },
      origin,
      action: { type: "count", list: [n] },
    });
  };

  it("starts with its first action and logs every action in order", async () => {
    const { id } = await makeWorkspace(test.db);
    expect(await play(id, 0, 1)).toBe(1);
    expect(await play(id, 1, 2, "system")).toBe(2);
    const session = await findToolSession(test.db, id, "brief", "client-interview");
    expect(session).toMatchObject({ version: 2, seed: 7, state: { n: 2 } });
    expect(
      (await listToolActions(test.db, session!.id)).map((a) => [a.seq, a.origin, a.action]),
    ).toEqual([
      [1, "learner", { type: "count", list: [1] }],
      [2, "system", { type: "count", list: [2] }],
    ]);
    expect(await listToolSessions(test.db, id)).toHaveLength(1);
  });

  it.each([
    0, 1, 5,
  ])("refuses an action on version %i when 2 is current, and logs nothing", async (version) => {
    const { id } = await makeWorkspace(test.db);
    await play(id, 0, 1);
    await play(id, 1, 2);
    expect(await play(id, version, 9)).toBeNull();
    const session = await findToolSession(test.db, id, "brief", "client-interview");
    expect(session).toMatchObject({ version: 2, state: { n: 2 } });
    expect(await listToolActions(test.db, session!.id)).toHaveLength(2);
  });
});
