import type { AppLoadContext } from "@remix-run/node";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import { testDatabase } from "../../tests/database.ts";
import { smallCertification } from "../../tests/small-certification.ts";
import { smallWorkspace, writeSection } from "../../tests/small-workspace.ts";
import { requirePin, requireWorkspace } from "./guard.server.ts";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({ loadCertification: () => smallCertification }));

const as = (id: string): Actor => ({ id, role: "learner", name: id, email: `${id}@exemple.test` });

describe("the guard of a workspace", () => {
  const t = testDatabase();
  let id = "";
  beforeEach(async () => {
    actor = as("lea");
    id = (await smallWorkspace(t.db, "lea")).id;
  });
  const args = (search = "", workspace = id) => ({
    request: new Request(`http://localhost/espaces/${workspace}/etapes/lire${search}`, {
      headers: { accept: "application/json" },
    }),
    params: { id: workspace },
    context: { nonce: "n", ip: "::1", memo: new Map() } as AppLoadContext,
  });
  const status = (work: Promise<unknown>) =>
    work.then(
      () => 200,
      (thrown: unknown) => (thrown instanceof Response ? thrown.status : String(thrown)),
    );

  it("gives a page the state of the work and the text its address names, in one reading", async () => {
    await writeSection(t.db, id, "constat", "un deux trois");
    const { work, named } = await requireWorkspace(args("?vue=constat"), "read");
    expect(work).toMatchObject({ words: { constat: 3 }, done: null, tools: null, rated: 0 });
    expect(named).toMatchObject({ key: "constat", text: { version: 1 } });
    expect(named?.text?.updated_at).toBeInstanceOf(Date);
  });

  it.each<[string, object | null]>([
    ["", null],
    ["?vue=reponse", { key: "reponse", text: null }],
    ["?vue=%00", null],
    ["?vue=a'--", null],
  ])("of the address %j reads no text", async (search, named) => {
    expect((await requireWorkspace(args(search), "read")).named).toEqual(named);
  });

  it("refuses others and visitors, the first time and once it knows the workspace", async () => {
    for (let time = 0; time < 2; time++) {
      actor = as("zoe");
      expect(await status(requirePin(args(), "write"))).toBe(404);
      expect(await status(requireWorkspace(args(), "read"))).toBe(404);
      actor = null;
      expect(await status(requirePin(args(), "write"))).toBe(401);
      expect(await status(requireWorkspace(args(), "read"))).toBe(401);
      actor = as("lea");
      expect((await requirePin(args(), "write")).id).toBe(id);
    }
    expect(await status(requirePin(args("", "pas-un-id"), "write"))).toBe(404);
  });

  it("reads what never changes of a workspace once", async () => {
    const first = await requirePin(args(), "write");
    // Read again, it would no longer be Léa's.
    await sql`insert into users (id, name, email) values ('max', 'Max', 'max@exemple.test')`.execute(
      t.db,
    );
    await t.db.updateTable("workspaces").set({ owner_id: "max" }).execute();
    expect((await requirePin(args(), "write")).subject).toBe(first.subject);
  });
});
