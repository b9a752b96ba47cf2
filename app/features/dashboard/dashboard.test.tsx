import { describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import * as route from "~/routes/dashboard.tsx";
import { saveSelfRating } from "~db/queries/ratings.ts";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { smallCertification } from "../../../tests/small-certification.ts";
import { person, smallWorkspace, writeSection } from "../../../tests/small-workspace.ts";
import { pageNumber } from "./dashboard.server.ts";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({
  loadCertification: () => smallCertification,
  defaultCertification: () => smallCertification,
}));
vi.mock("~/tools/registry.ts", () => ({ tools: {} }));

const learner: Actor = { id: "lea", role: "learner", name: "Léa", email: "lea@exemple.test" };

describe("the dashboard", () => {
  const t = testDatabase();
  const visitor = new Visitor(testSite({ "/tableau-de-bord": route }));
  const open = async (search = "") => {
    const { text } = await visitor.get(`/tableau-de-bord${search}`);
    return text.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");
  };

  it("teaches when there is nothing yet, and leads to the catalogue", async () => {
    actor = learner;
    await person(t.db, "lea");
    const html = await open();
    expect(html).toContain("Choisir un premier sujet");
    expect(html).toMatch(/href="\/sujets"/);
    expect(html).not.toContain("Reprendre");
  });

  it("resumes the last workspace, lists all with their counts, and shows the latest levels", async () => {
    actor = learner;
    await smallWorkspace(t.db, "lea");
    const { id } = await smallWorkspace(t.db, "lea");
    await smallWorkspace(t.db, "max");
    await writeSection(t.db, id, "constat", "un deux trois quatre");
    await saveSelfRating(t.db, {
      workspaceId: id,
      attempt: 1,
      competency: "B1.2",
      raterId: "lea",
      level: 3,
      justification: "Une justification assez longue.",
      version: 0,
    });
    const html = await open();
    expect(html).toContain("Reprendre là où vous en étiez");
    expect(html).toContain(`href="/espaces/${id}/etapes/lire?vue=constat"`);
    expect(html.match(/<h3/g)).toHaveLength(2);
    expect(html).toMatch(/0\u00a0étape sur 2 · 4\u00a0mots · 1\u00a0compétence évaluée sur 3/);
    expect(html).toContain("B1.2 Écrire, Oui");
    expect(html).toContain("B1.1 Lire, pas encore évaluée");
    expect(html).toContain(`/espaces/${id}/evaluation?competence=B1.2#competence-B1.2`);
  });

  it("shows twenty at a time", async () => {
    actor = learner;
    for (let i = 0; i < 21; i++) await smallWorkspace(t.db, "lea");
    const first = await open();
    expect(first.match(/<h3/g)).toHaveLength(20);
    expect(first).toContain("Page suivante");
    const second = await open("?page=2");
    expect(second.match(/<h3/g)).toHaveLength(1);
    expect(second).not.toContain("Reprendre");
    expect(await open("?page=3")).toContain("Cette page est vide.");
  });

  it("asks a visitor to sign in", async () => {
    actor = null;
    const answer = await visitor.get("/tableau-de-bord");
    expect([answer.status, answer.location]).toEqual([302, "/connexion?retour=%2Ftableau-de-bord"]);
  });
});

it.each([
  ["", 1],
  ["page=3", 3],
  ["page=0", 1],
  ["page=-2", 1],
  ["page=1.5", 1],
  ["page=abc", 1],
  ["page=999999999999", 1],
])("page number of ?%s", (search, page) => {
  expect(pageNumber(new URLSearchParams(search))).toBe(page);
});
