import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import * as route from "~/routes/workspace-assessment.tsx";
import { listEvidence } from "~db/queries/evidence.ts";
import { listRatings } from "~db/queries/ratings.ts";
import { testDatabase } from "../../../tests/database.ts";
import { takeConsoleErrors } from "../../../tests/setup.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { smallCertification } from "../../../tests/small-certification.ts";
import { smallWorkspace, writeSection } from "../../../tests/small-workspace.ts";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({ loadCertification: () => smallCertification }));

vi.mock("~/tools/registry.ts", async () => {
  const { z } = await import("zod");
  const figures = (_content: object, state: { lines: string[] }) => [
    {
      id: "outil:carte",
      title: "La carte",
      alt: "Une carte",
      body: { kind: "list", items: state.lines.map((text) => ({ text })) },
    },
  ];
  const content = z.unknown().transform(() => ({}));
  return {
    tools: { outil: { content, state: z.object({ lines: z.array(z.string()) }), figures } },
  };
});

const as = (id: string): Actor => ({ id, role: "learner", name: id, email: `${id}@exemple.test` });
const NBSP = "\u00a0";
const strip = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<!-- -->/g, "")
    .replaceAll("&#x27;", "'");

describe("the assessment page, without scripts", () => {
  const t = testDatabase();
  const site = testSite({ "/espaces/:id/evaluation": route });
  const visitor = new Visitor(site);
  let id = "";
  let url = "";
  const open = async (search = "") => strip((await visitor.get(`${url}${search}`)).text);
  const post = (fields: Record<string, string>) => visitor.post(url, fields);
  const rate = (over: Record<string, string> = {}) =>
    post({
      intent: "rate",
      competency: "B1.1",
      attempt: "1",
      version: "0",
      level: "2",
      justification: "J’ai relu chaque phrase.",
      ...over,
    });

  beforeEach(async () => {
    actor = as("lea");
    id = (await smallWorkspace(t.db, "lea")).id;
    url = `/espaces/${id}/evaluation`;
  });

  it("shows the official words verbatim, our criteria and this certification's three levels", async () => {
    const html = await open();
    expect(html).toContain("Lire  en situation, afin de progresser");
    expect(html).toContain("Texte officiel, recopié mot pour mot");
    expect(html).toContain("Lire sans aide.");
    expect(html).toContain("(non officiels, écrits pour l’entraînement)");
    expect(html.match(/type="radio"/g)).toHaveLength(9);
    for (const level of smallCertification.scale.levels) expect(html).toContain(level.description);
    expect(html).toContain("Trois niveaux pour l’essai.");
    expect(html).toContain("0 sur 3 évaluées");
    expect(html).not.toMatch(/BC0\d|moyenne :|note globale/);
  });

  it("opens the competency the address names, else the next to rate", async () => {
    const opened = (html: string) =>
      /<details[^>]*id="competence-(B1\.\d)"[^>]*open/.exec(html)?.[1];
    expect(opened(await open())).toBe("B1.1");
    expect(opened(await open("?competence=B1.3"))).toBe("B1.3");
    expect(opened(await open("?competence=nimporte"))).toBe("B1.1");
  });

  it("saves a rating by a plain form and comes back to it", async () => {
    const answer = await rate();
    expect([answer.status, answer.location]).toEqual([
      303,
      `${url}?competence=B1.1&fait=niveau#competence-B1.1`,
    ]);
    const html = await open("?competence=B1.1&fait=niveau");
    expect(html).toContain("Votre évaluation est enregistrée.");
    expect(html).toContain("1 sur 3 évaluées");
    expect(html).toContain("J’ai relu chaque phrase.");
    expect(html).toMatch(/name="version" value="1"/);
    expect(html).toContain("Lire le graphique en tableau");
  });

  it("shows both texts when the version is old, replaces nothing, and offers the newer version to save on", async () => {
    await rate();
    const answer = await rate({ justification: "Tapé dans un autre onglet." });
    const html = strip(answer.text);
    expect(answer.status).toBe(409);
    expect(html).toContain("Deux versions de cette évaluation");
    expect(html.match(/Tapé dans un autre onglet\./g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain("J’ai relu chaque phrase.");
    expect(html).not.toContain("Garder ce que j’ai écrit ici");
    expect(html).toMatch(/name="version" value="1"/);
    expect((await listRatings(t.db, id))[0]?.justification).toBe("J’ai relu chaque phrase.");
  });

  it.each([
    ["a level of another scale", { level: "4" }, 422],
    ["a competency of another block", { competency: "BC01.1" }, 422],
    ["a text too long", { justification: "x".repeat(4_001) }, 422],
    ["a text beyond all bounds", { justification: "x".repeat(40_001) }, 422],
    ["an unknown intent", { intent: "effacer" }, 422],
    ["a broken version", { version: "-1" }, 422],
    ["a number PostgreSQL has not", { version: "99999999999" }, 422],
    ["an attempt to come", { attempt: "2" }, 409],
  ])("refuses %s with a page that says so", async (_name, over, status) => {
    const answer = await rate(over);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/role="(alert|status)"/);
    expect(await listRatings(t.db, id)).toEqual([]);
  });

  it("keeps a refused text on the page", async () => {
    const html = strip((await rate({ justification: `Gardé. ${"x".repeat(4_000)}` })).text);
    expect(html).toContain("Gardé. xxx");
    expect(html).toContain("La justification dépasse 4000 caractères");
  });

  it("shows markup as text", async () => {
    await rate({ justification: "<img src=x onerror=alert(1)> <script>alert(2)</script>\u0000" });
    const html = (await visitor.get(url)).text;
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("<img src=x");
    expect(html).not.toContain("<script>alert(2)");
  });

  it("links a passage, sees it reworded, then gone, and takes the link away", async () => {
    await writeSection(t.db, id, "constat", "Les ventes baissent chaque hiver.\nLe stock dort.");
    const offered = await open("?competence=B1.1&partie=constat");
    expect(offered).toContain(`2${NBSP}passages`);
    const fingerprint = /name="passage"[^>]*value="([0-9a-f]+)"/.exec(offered)?.[1] ?? "";
    const linked = await post({
      intent: "add-evidence",
      competency: "B1.1",
      sectionKey: "constat",
      passage: fingerprint,
      note: "Le fait",
    });
    expect(linked.location).toBe(`${url}?competence=B1.1&fait=preuve#preuves-B1.1`);
    const shown = await open("?competence=B1.1");
    expect(shown).toContain("retrouvé dans le dossier");
    expect(shown).toContain("Les ventes baissent chaque hiver.");
    expect(shown).toContain(`/espaces/${id}/etapes/lire?vue=constat`);

    await writeSection(t.db, id, "constat", "Les ventes baissent un peu chaque hiver.");
    const reworded = await open("?competence=B1.1");
    expect(reworded).toContain("texte modifié depuis");
    expect(reworded).toContain("Les ventes baissent un peu chaque hiver.");
    await writeSection(t.db, id, "constat", "Tout va bien.");
    expect(await open("?competence=B1.1")).toContain("introuvable");

    const [link] = await listEvidence(t.db, id);
    const gone = await post({ intent: "remove-evidence", evidence: link!.id });
    expect(gone.location).toContain("fait=retrait");
    expect(await listEvidence(t.db, id)).toEqual([]);
    expect((await post({ intent: "remove-evidence", evidence: link!.id })).status).toBe(404);
  });

  it("links the words the editor quotes, and answers a script with data, not a redirect", async () => {
    await writeSection(t.db, id, "constat", "Les ventes baissent chaque hiver.");
    const quote = {
      intent: "add-evidence",
      competency: "B1.2",
      sectionKey: "constat",
      reply: "data",
    };
    expect((await post({ ...quote, quote: "baissent chaque hiver" })).status).toBe(200);
    expect((await post({ ...quote, quote: "montent" })).status).toBe(422);
    expect((await post({ ...quote, sectionKey: "autre\u0000", quote: "baissent" })).status).toBe(
      422,
    );
    expect((await post({ ...quote, sectionKey: "" })).status).toBe(422);
    expect((await post({ ...quote, figureId: "outil:rien" })).status).toBe(422);
    expect((await post({ ...quote, competency: "BC01.1", quote: "baissent" })).status).toBe(422);
    expect(await listEvidence(t.db, id)).toMatchObject([
      { competency: "B1.2", quote: "baissent chaque hiver" },
    ]);
  });

  it("links a figure, and says when the tool gives another", async () => {
    const play = (state: object) =>
      t.db
        .insertInto("tool_sessions")
        .values({
          workspace_id: id,
          step_id: "lire",
          tool: "outil",
          subject_slug: "essai",
          subject_version: 1,
          seed: 1,
          state: JSON.stringify(state),
          progress: JSON.stringify({ done: 1, total: 2, next: null }),
        })
        .onConflict((c) =>
          c
            .columns(["workspace_id", "step_id", "tool"])
            .doUpdateSet({ state: JSON.stringify(state) }),
        )
        .execute();
    await play({ lines: ["un"] });
    const figure = { intent: "add-evidence", competency: "B1.1", figureId: "outil:carte" };
    expect((await post(figure)).status).toBe(303);
    expect(await open()).toContain(`/espaces/${id}/etapes/lire?vue=outil`);
    await play({ lines: ["un", "deux"] });
    expect(await open()).toContain("figure modifiée depuis");
    await play({ other: "a state of long ago" });
    expect(await open()).toContain("introuvable");
  });

  it("asks before a new attempt, opens one, and shows the earlier beside it", async () => {
    expect((await post({ intent: "new-attempt", attempt: "1", understood: "yes" })).status).toBe(
      422,
    );
    await rate({ level: "1" });
    const unsure = await post({ intent: "new-attempt", attempt: "1" });
    expect(unsure.status).toBe(422);
    expect(unsure.text).toContain("Cochez la case");
    const again = await post({ intent: "new-attempt", attempt: "1", understood: "yes" });
    expect(again.status).toBe(303);
    await post({ intent: "new-attempt", attempt: "1", understood: "yes" });
    await rate({ attempt: "2", level: "3", justification: "Bien mieux cette fois-ci." });
    const html = await open("?competence=B1.1");
    expect(html).toContain("tentative 2");
    expect(html).toContain("Vos tentatives précédentes");
    expect(html).toContain("J’ai relu chaque phrase.");
    expect(html).toContain("D’une tentative à l’autre");
    expect(html).toContain("plus haut");
    expect(html).toContain("Tentative 2 (en cours)");
    expect(html).not.toContain("Tentative 3");
  });

  it("is not there for anybody else: 404, and nothing written", async () => {
    await rate();
    await smallWorkspace(t.db, "max");
    actor = as("max");
    expect((await visitor.get(url)).status).toBe(404);
    expect((await rate({ version: "1", justification: "Pas à moi." })).status).toBe(404);
    expect((await post({ intent: "new-attempt", attempt: "1", understood: "yes" })).status).toBe(
      404,
    );
    expect((await listRatings(t.db, id))[0]?.justification).toBe("J’ai relu chaque phrase.");
    expect((await visitor.get("/espaces/pas-un-id/evaluation")).status).toBe(404);
    takeConsoleErrors();
  });

  it("sends a visitor to sign in", async () => {
    actor = null;
    const answer = await visitor.get(url);
    expect([answer.status, answer.location]).toEqual([
      302,
      expect.stringContaining("/connexion?retour="),
    ]);
    expect((await rate()).status).toBe(401);
    takeConsoleErrors();
  });
});
