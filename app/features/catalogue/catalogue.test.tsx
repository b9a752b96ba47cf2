import Papa from "papaparse";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { syncCatalogue } from "~/content/subject-versions.server.ts";
import type { Actor } from "~/domain/policy.ts";
import * as referential from "~/routes/referential.tsx";
import * as block from "~/routes/referential-block.tsx";
import * as competency from "~/routes/referential-competency.tsx";
import * as subject from "~/routes/subject.tsx";
import * as annex from "~/routes/subject-annex.tsx";
import * as download from "~/routes/subject-annex-download.ts";
import * as subjects from "~/routes/subjects.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));

/* The pages run on the fixture's certification: none of them may know a block or a competency by name. */
vi.mock("~/content/files.server.ts", async (original) => ({
  ...(await original<typeof import("~/content/files.server.ts")>()),
  contentDirectory: () => "tests/content-fixture",
}));

const SLUG = "savonnerie-du-puits";

describe("the pages anybody may read", () => {
  const t = testDatabase();
  const visitor = new Visitor(
    testSite({
      "/referentiel": referential,
      "/referentiel/:block": block,
      "/referentiel/:block/:competency": competency,
      "/sujets": subjects,
      "/sujets/:slug": subject,
      "/sujets/:slug/annexes/:annex": annex,
      "/sujets/:slug/annexes/:annex/telecharger": download,
    }),
  );
  /** The page without its data script, so that only what is shown counts. */
  const open = async (path: string) => {
    const answer = await visitor.get(path);
    const shown = answer.text.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");
    return { ...answer, status: answer.status, all: answer.text, html: shown };
  };
  beforeEach(async () => {
    actor = null;
    await syncCatalogue(t.db, "tests/content-fixture");
  });

  it("the référentiel says its expiry, its source, that it is nobody’s delegate", async () => {
    const { html } = await open("/referentiel");
    expect(html).toContain("Certification inventée pour les tests.");
    expect(html).toContain("n’a aucun lien avec Poche");
    expect(html).toContain('href="https://poche.test/fiche"');
    expect(html).toMatch(/href="\/referentiel\/FAIRE"/);
    expect(html).toContain("Trois niveaux, inventés pour les tests.");
  });

  it("a block shows its official words apart, its requirements, its competencies, its subjects", async () => {
    const { html } = await open("/referentiel/FAIRE");
    expect(html).toMatch(
      /<figure[^>]*>(?:(?!<\/figure>)[\s\S])*Texte officiel(?:(?!<\/figure>)[\s\S])*Fabriquer un savon/,
    );
    expect(html).toContain("Contenus à produire\u00a0: un texte.");
    expect(html).toMatch(/href="\/referentiel\/FAIRE\/f-couler"/);
    expect(html).toMatch(new RegExp(`href="/sujets/${SLUG}"`));
    expect((await open("/referentiel/DIRE")).html).toContain("Aucun sujet n’exerce encore ce bloc");
  });

  it("a competency quotes the official text, marks ours as unofficial, and says what trains it", async () => {
    const { html } = await open("/referentiel/FAIRE/f-peser");
    expect(html).toMatch(
      /<blockquote[^>]*><p[^>]*>Peser les huiles avec une balance afin de réussir</,
    );
    const [official, ours] = html.split("Repères de la plateforme, non officiels");
    expect(official).not.toContain("La balance est à zéro.");
    expect(ours).toContain("La balance est à zéro.");
    expect(html).toContain("Étape\u00a0: Peser");
    expect(html).toMatch(/rel="next"/);
  });

  it.each([
    "/referentiel/ZZ",
    "/referentiel/FAIRE/zz",
    "/referentiel/DIRE/f-peser",
    "/sujets/zz",
    `/sujets/${SLUG}/annexes/zz`,
    `/sujets/${SLUG}/annexes/zz/telecharger`,
  ])("%s is not found", async (path) => expect((await open(path)).status).toBe(404));

  it("the catalogue filters by block from its address", async () => {
    expect((await open("/sujets")).html).toContain("La savonnerie du Puits");
    expect((await open("/sujets?bloc=FAIRE")).html).toContain("La savonnerie du Puits");
    const other = await open("/sujets?bloc=DIRE");
    expect(other.html).not.toContain("La savonnerie du Puits");
    expect(other.html).toContain("Aucun sujet n’exerce encore ce bloc");
    expect((await open("/sujets?bloc=ZZ")).html).toContain("La savonnerie du Puits");
  });

  it("a subject starts by a plain form post, and tells a visitor that an account is needed", async () => {
    const { html } = await open(`/sujets/${SLUG}`);
    expect(html).toMatch(
      new RegExp(
        `<form[^>]*method="post"[^>]*action="/espaces"[^>]*>\\s*<input[^>]*name="slug"[^>]*value="${SLUG}"`,
      ),
    );
    expect(html).toContain("Un compte est nécessaire");
    expect(html).toContain("Bonjour, aidez-moi à le raconter. Rose");
    actor = { id: "lea", role: "learner", name: "Léa", email: "lea@exemple.test" };
    expect((await open(`/sujets/${SLUG}`)).html).not.toContain("Un compte est nécessaire");
  });

  it("no page carries an answer, not even in its data", async () => {
    for (const path of [
      "/sujets",
      `/sujets/${SLUG}`,
      `/sujets/${SLUG}/annexes/huiles`,
      `/sujets/${SLUG}/annexes/huiles/telecharger`,
    ])
      expect((await open(path)).all).not.toMatch(/SECRET|recette perdue|verdict/);
  });

  it("a table sorts and filters from its address, in French figures", async () => {
    const path = `/sujets/${SLUG}/annexes/huiles`;
    const sorted = (await open(`${path}?tri=grammes&ordre=desc`)).html;
    expect(sorted).toMatch(/aria-sort="descending"/);
    expect([...sorted.matchAll(/scope="row"[^>]*>(\w+)</g)].map((m) => m[1])).toEqual([
      "olive",
      "coco",
      "ricin",
    ]);
    expect(sorted).toContain("1\u202f250,5");
    expect(sorted).toContain("02/01/2026 08:30");
    const filtered = (await open(`${path}?filtre=COCO`)).html;
    expect([...filtered.matchAll(/scope="row"[^>]*>(\w+)</g)].map((m) => m[1])).toEqual(["coco"]);
    expect((await open(`${path}?filtre=%3Cscript%3E`)).all).not.toContain("<script>»");
  });

  it("content that comes with a warning waits to be asked for, and is not in the page’s data before", async () => {
    const path = `/sujets/${SLUG}/annexes/lettre`;
    const before = await open(path);
    expect(before.html).toContain("Cette lettre contient une insulte.");
    expect(before.html).toMatch(/href="[^"]*\?afficher=oui"/);
    expect(before.all).not.toContain("Vieille éponge");
    expect((await open(`${path}?afficher=oui`)).html).toContain("Vieille éponge");
  });

  it("gives a CSV that French spreadsheets open", async () => {
    const answer = await visitor.get(`/sujets/${SLUG}/annexes/huiles/telecharger`);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain(`${SLUG}-huiles.csv`);
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data } = Papa.parse<string[]>(answer.text.replace(/^\uFEFF/, ""), {
      skipEmptyLines: true,
    });
    expect(data).toEqual([
      ["Huile", "Poids", "Reçue le", "Bio"],
      ["olive", "1250,5", "2025-12-01", "oui"],
      ["coco", "300", "2026-01-02 08:30", "non"],
      ["ricin", "", "", ""],
    ]);
  });
});
