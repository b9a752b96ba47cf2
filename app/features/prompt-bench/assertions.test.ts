import { describe, expect, it } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { testDatabase } from "../../../tests/database.ts";
import { smallSubject } from "../../../tests/small-certification.ts";
import { smallWorkspace } from "../../../tests/small-workspace.ts";
import { answerIntent } from "./answer.server.ts";
import { changeAssertions, listAssertions } from "./assertions.server.ts";
import type { AssertionChange } from "./intents.ts";
import { type BenchAccess, loadBenchPanel } from "./prompt-bench.server.ts";

const add = (over: object = {}): AssertionChange => ({
  intent: "add-assertion",
  kind: "contains",
  text: "35 €",
  min: "",
  max: "",
  ...over,
});

describe("the assertions of a step", () => {
  const t = testDatabase();
  async function access(owner = "lea"): Promise<BenchAccess> {
    const workspace = await smallWorkspace(t.db, owner);
    return {
      actor: { id: owner, role: "learner", name: owner, email: `${owner}@exemple.test` },
      workspace,
      subject: smallSubject,
    };
  }

  it("keeps them in the order written, for their step alone", async () => {
    const who = await access();
    await changeAssertions(who, "ecrire", add());
    const after = await changeAssertions(who, "ecrire", add({ kind: "words", max: "80" }));
    const bodies = [
      { kind: "contains", text: "35 €" },
      { kind: "words", min: null, max: 80 },
    ];
    expect(after).toMatchObject({ ok: true, value: bodies.map((assertion) => ({ assertion })) });
    const panel = await loadBenchPanel(who, "ecrire");
    expect(panel?.assertions.map((a) => a.assertion)).toEqual(bodies);
    expect(await listAssertions(who.workspace.id, "lire")).toEqual([]);
  });

  it("refuses what makes no assertion, in French", async () => {
    const who = await access();
    expect(await changeAssertions(who, "ecrire", add({ text: " " }))).toMatchObject({
      ok: false,
      reason: "malformed",
    });
    expect(await listAssertions(who.workspace.id, "ecrire")).toEqual([]);
  });

  it("stops at eight, even when many come at once", async () => {
    const who = await access();
    const { most } = loadPromptGuide().assertions;
    const all = await Promise.all(
      Array.from({ length: most + 3 }, (_, i) =>
        changeAssertions(who, "ecrire", add({ text: `mot${i}` })),
      ),
    );
    expect(all.filter((one) => !one.ok)).toHaveLength(3);
    expect(all.find((one) => !one.ok)).toMatchObject({
      reason: "full",
      message: /8.vérifications/,
    });
    expect(await listAssertions(who.workspace.id, "ecrire")).toHaveLength(most);
  });

  it("takes out its own only", async () => {
    const lea = await access();
    const tom = await access("tom");
    const added = await changeAssertions(lea, "ecrire", add());
    const id = added.ok ? (added.value[0]?.id ?? "") : "";
    await changeAssertions(tom, "ecrire", { intent: "remove-assertion", assertion: id });
    await changeAssertions(lea, "lire", { intent: "remove-assertion", assertion: id });
    expect(await listAssertions(lea.workspace.id, "ecrire")).toHaveLength(1);
    await changeAssertions(lea, "ecrire", { intent: "remove-assertion", assertion: id });
    expect(await listAssertions(lea.workspace.id, "ecrire")).toEqual([]);
  });

  it("leaves out what a former version of the rules had stored", async () => {
    const who = await access();
    await t.db
      .insertInto("prompt_assertions")
      .values({
        workspace_id: who.workspace.id,
        step_id: "ecrire",
        body: JSON.stringify({ kind: "no-longer-known" }),
      })
      .execute();
    expect(await listAssertions(who.workspace.id, "ecrire")).toEqual([]);
  });

  it("answers a script with the list, and a plain form with the page", async () => {
    const who = await access();
    const request = (accept: string) => new Request("http://localhost/x", { headers: { accept } });
    const asked = { ok: true as const, value: add() };
    const scripted = await answerIntent(who, "ecrire", asked, request("application/json"));
    expect(await scripted.json()).toMatchObject({
      ok: true,
      assertions: [{ assertion: { kind: "contains", text: "35 €" } }],
    });
    const plain = await answerIntent(who, "ecrire", asked, request("text/html"));
    expect(plain.status).toBe(303);
    expect(plain.headers.get("location")).toContain("panneau=essais");
    const wrong = { ok: true as const, value: add({ kind: "words" }) };
    expect((await answerIntent(who, "ecrire", wrong, request("application/json"))).status).toBe(
      422,
    );
  });
});
