import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import * as html from "~/routes/dossier-html.ts";
import * as pdf from "~/routes/dossier-pdf.ts";
import * as page from "~/routes/workspace-dossier.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { sampleImage } from "../../../tests/factories-dossier.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { smallCertification } from "../../../tests/small-certification.ts";
import { smallWorkspace, writeSection } from "../../../tests/small-workspace.ts";
import { ExportFailure } from "../../export/worker.server.ts";
import { fileName } from "./export.server.ts";

let actor: Actor = null;
let failure: Error | null = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({ loadCertification: () => smallCertification }));
vi.mock("~/export/pdf.server.ts", async (original) => {
  const real = await original<typeof import("~/export/pdf.server.ts")>();
  return {
    exportPdf: (...args: Parameters<typeof real.exportPdf>) =>
      failure ? Promise.reject(failure) : real.exportPdf(...args),
  };
});

const as = (id: string): Actor => ({ id, role: "learner", name: id, email: `${id}@exemple.test` });

describe("the dossier's page and files, without scripts", () => {
  const t = testDatabase();
  const site = testSite({
    "/espaces/:id/dossier": page,
    "/espaces/:id/dossier.pdf": pdf,
    "/espaces/:id/dossier.html": html,
  });
  const visitor = new Visitor(site);
  let id = "";
  const open = async (search = "") =>
    (await visitor.get(`/espaces/${id}/dossier${search}`)).text.replaceAll("<!-- -->", "");

  beforeEach(async () => {
    actor = as("lea");
    failure = null;
    id = (await smallWorkspace(t.db, "lea")).id;
  });

  it("teaches how a dossier comes about while nothing is written", async () => {
    const text = await open();
    expect(text).toContain("s’écrit étape par étape");
    expect(text).toContain(`href="/espaces/${id}/etapes/lire"`);
    expect(text).not.toContain("dossier.pdf");
  });

  it("lists what is missing with a way to mend it, and offers both files", async () => {
    await writeSection(t.db, id, "constat", "Trop court.");
    const text = await open();
    expect(text).toContain("à reprendre avant de rendre");
    expect(text).toContain(`href="/espaces/${id}/etapes/lire?vue=constat"`);
    expect(text).toContain(`href="/espaces/${id}/evaluation?competence=B1.2#competence-B1.2"`);
    expect(text).toContain(`href="/espaces/${id}/dossier.pdf"`);
    expect(text).toContain(`href="/espaces/${id}/dossier.html"`);
  });

  it("reads in the subject's order, with escaped text and headings below the page's", async () => {
    await writeSection(t.db, id, "reponse", "La réponse.");
    await writeSection(t.db, id, "constat", "<script>alert(1)</script>");
    const text = await open("?vue=lecture");
    const at = (piece: string) => text.indexOf(piece);
    expect(at("&lt;script&gt;alert(1)")).toBeGreaterThan(0);
    expect(at("La réponse.")).toBeGreaterThan(at("&lt;script&gt;alert(1)"));
    expect(text).toContain("Tableau de correspondance");
  });

  it("gives the PDF with the learner's image, and its remarks in a header", async () => {
    const asset = randomUUID();
    const bytes = await sampleImage();
    await storage().write(assetKey(id, asset), bytes);
    await t.db
      .insertInto("assets")
      .values({
        id: asset,
        workspace_id: id,
        mime: "image/webp",
        bytes: bytes.length,
        width: 1200,
        height: 720,
        name: "affiche.webp",
        sha256: "x",
      })
      .execute();
    const attrs = {
      assetId: asset,
      alt: "Une affiche",
      decorative: false,
      caption: "Affiche",
      width: null,
      height: null,
    };
    const doc = {
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "Bravo 👏" }] },
        { type: "image", attrs },
      ],
    };
    await writeSection(t.db, id, "constat", "x");
    await t.db
      .updateTable("sections")
      .set({ doc: JSON.stringify(doc) })
      .execute();
    const answer = await visitor.get(`/espaces/${id}/dossier.pdf`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="pack-b1-[a-z0-9-]+\.pdf"$/,
    );
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const notices = JSON.parse(decodeURIComponent(answer.headers.get("x-export-notices") ?? ""));
    expect(notices).toEqual([expect.stringContaining("émojis")]);

    const file = await visitor.get(`/espaces/${id}/dossier.html`);
    expect(file.headers.get("content-disposition")).toContain(".html");
    expect(file.text).toContain("data:image/webp;base64,");
    expect(file.text).toContain("Bravo 👏");
  });

  it("comes back to the page with the reason when the PDF cannot be made", async () => {
    await writeSection(t.db, id, "constat", "Un texte.");
    failure = new ExportFailure("timeout", "");
    const answer = await visitor.get(`/espaces/${id}/dossier.pdf`);
    expect([answer.status, answer.location]).toEqual([
      303,
      `/espaces/${id}/dossier?export=timeout`,
    ]);
    expect(await open("?export=timeout")).toContain("trop de temps");
    expect(await open("?export=%3Cscript%3E")).not.toContain("n’a pas abouti");
  });

  it.each([
    "dossier.pdf",
    "dossier.html",
  ])("refuses %s beyond forty in ten minutes, and says so", async (name) => {
    await writeSection(t.db, id, "constat", "Un texte.");
    failure = new ExportFailure("timeout", "");
    for (let n = 0; n < 40; n++) await visitor.get(`/espaces/${id}/${name}`);
    const answer = await visitor.get(`/espaces/${id}/${name}`);
    expect(answer.location).toBe(`/espaces/${id}/dossier?export=too-many`);
    expect(await open("?export=too-many")).toContain("beaucoup d’exports");
    await sql`update rate_limits set last_request = last_request - 600001`.execute(t.db);
    const later = await visitor.get(`/espaces/${id}/${name}`);
    expect(later.location ?? "").not.toContain("too-many");
  });

  it.each([
    "dossier",
    "dossier.pdf",
    "dossier.html",
  ])("%s of somebody else does not exist", async (name) => {
    actor = as("zoe");
    await smallWorkspace(t.db, "zoe");
    const answer = await visitor.get(`/espaces/${id}/${name}`);
    expect(answer.status).toBe(404);
    actor = null;
    expect((await visitor.get(`/espaces/${id}/${name}`)).status).toBe(302);
  });
});

describe("the file's name", () => {
  it.each([
    [
      "Dossier numérique",
      "BC01",
      "La Cyclerie du Pont-Lévy",
      "Lou Martin",
      "dossier-bc01-la-cyclerie-du-pont-levy-lou-martin",
    ],
    ["Pack de contenus", "B1", '"; rm -rf /', "../..", "pack-b1-rm-rf"],
    ["", "", "日本", "", "dossier"],
  ])("%s %s %s %s", (kind, blockId, client, author, expected) => {
    const cover = {
      kind,
      title: "",
      client,
      blockId,
      blockOrder: 1,
      blockTitle: "",
      facts: [],
      notices: [],
    };
    expect(fileName({ cover, author })).toBe(expected);
  });
});
