import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultCertification } from "~/content/load.server.ts";
import { loadSubject, syncCatalogue } from "~/content/subject-versions.server.ts";
import { loadPanel } from "~/features/workspace/panel.server.ts";
import { SubjectPanel } from "~/features/workspace/panels.tsx";
import { paths } from "~/paths.ts";
import * as annex from "~/routes/subject-annex.tsx";
import * as download from "~/routes/subject-annex-download.ts";
import { insertWorkspace } from "~db/queries/workspaces.ts";
import { testDatabase } from "../../../tests/database.ts";
import { makeUser } from "../../../tests/factories.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";

vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => null }));

const SLUG = "savonnerie-du-puits";
const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-annex-"));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

describe("the annexes of a workspace whose subject changed since", () => {
  const t = testDatabase();
  const visitor = new Visitor(
    testSite({
      "/sujets/:slug/annexes/:annex": annex,
      "/sujets/:slug/annexes/:annex/telecharger": download,
    }),
  );
  const shown = async (address: string) => {
    const { status, text } = await visitor.get(address);
    return {
      status,
      html: text.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, ""),
    };
  };
  const table = path.join(dir, "subjects", SLUG, "annexes/huiles.csv");
  const publish = (from: string, to: string) => {
    fs.writeFileSync(table, fs.readFileSync(table, "utf8").replace(from, to));
    return syncCatalogue(t.db, dir);
  };

  beforeEach(async () => {
    fs.cpSync("tests/content-fixture", dir, { recursive: true });
    await publish(",300,", ",311,");
    await publish(",311,", ",322,");
  });

  it("are those of the version the workspace began with", async () => {
    const subject = await loadSubject(SLUG, 1);
    const workspace = await insertWorkspace(t.db, {
      owner_id: (await makeUser(t.db)).id,
      subject_slug: SLUG,
      subject_version: 1,
      certification: subject.certification,
      block: subject.block,
      title: subject.title,
      current_step: subject.steps[0]!.id,
    });
    const certification = defaultCertification("tests/content-fixture");
    const block = certification.blocks.find((b) => b.id === subject.block)!;
    const access = { workspace, subject, certification, block, actor: null };
    const panel = await loadPanel(access as never, "sujet", null);
    if (panel?.name !== "sujet") throw new Error("no subject panel");
    const html = renderToStaticMarkup(<SubjectPanel subject={panel.subject} />);
    const address = /href="([^"]*\/annexes\/huiles[^"]*)"/.exec(html)?.[1];
    expect(address).toBe(paths.annex(SLUG, "huiles", 1));

    const page = await shown(address!);
    expect(page.html).toContain("311");
    expect(page.html).not.toContain("322");
    expect(page.html).toContain("Cette annexe est celle de la version 1 du sujet");
  });

  it("stay so when the table is sorted, filtered or taken away", async () => {
    const { html } = await shown(`${paths.annex(SLUG, "huiles", 1)}&filtre=coco`);
    const links = [...html.matchAll(/href="([^"]*(?:tri=|telecharger)[^"]*)"/g)].map((m) => m[1]);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link).toContain("version=1");
    expect(html).toMatch(/<input[^>]*name="version"[^>]*value="1"/);
    const file = await visitor.get(paths.annexDownload(SLUG, "huiles", 1));
    expect(file.text).toContain("311");
    expect(file.headers.get("content-disposition")).toContain(`${SLUG}-huiles-v1.csv`);
  });

  it("are the newest for who reads the catalogue, or names the newest", async () => {
    for (const address of [paths.annex(SLUG, "huiles"), paths.annex(SLUG, "huiles", 2)]) {
      const { html } = await shown(address);
      expect(html).toContain("322");
      expect(html).not.toContain("Cette annexe est celle de la version");
    }
    const file = await visitor.get(paths.annexDownload(SLUG, "huiles"));
    expect(file.headers.get("content-disposition")).toContain(`${SLUG}-huiles.csv`);
  });

  it("keep their warning, and its button keeps the version", async () => {
    const { html } = await shown(paths.annex(SLUG, "lettre", 1));
    expect(html).not.toContain("Vieille éponge");
    expect(html).toMatch(/href="[^"]*\?afficher=oui&amp;version=1"/);
  });

  it.each([
    "3",
    "0",
    "-1",
    "1.5",
    "deux",
    "",
    "999999999",
    "99999999999999999999",
    "1%00",
  ])("version « %s » is not found", async (version) => {
    for (const address of [paths.annex(SLUG, "huiles"), paths.annexDownload(SLUG, "huiles")])
      expect((await shown(`${address}?version=${version}`)).status).toBe(404);
  });

  it("an unknown subject is not found, whatever the version", async () => {
    expect((await shown("/sujets/zz/annexes/huiles?version=1")).status).toBe(404);
  });
});
