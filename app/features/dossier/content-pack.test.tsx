import { createHash, randomUUID } from "node:crypto";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import sharp from "sharp";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readCatalogue } from "~/content/catalogue.server.ts";
import type { Actor } from "~/domain/policy.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import * as pack from "~/routes/workspace-pack.ts";
import { animationBench } from "~/tools/animation-bench/tool.ts";
import { visualBench } from "~/tools/visual-bench/tool.ts";
import { insertWorkspace } from "~db/queries/workspaces.ts";
import { testDatabase } from "../../../tests/database.ts";
import { sampleImage } from "../../../tests/factories-dossier.ts";
import { playTool } from "../../../tests/review-cases.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { person, writeSection } from "../../../tests/small-workspace.ts";
import { unzip } from "../../../tests/unzip.ts";
import { safeName } from "./pack-entries.server.ts";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
const as = (id: string): Actor => ({ id, role: "learner", name: id, email: `${id}@exemple.test` });
const HOSTILE = "../../etc/passwd <script>alert(1)</script>";

describe("the content pack", () => {
  const t = testDatabase();
  const visitor = new Visitor(testSite({ "/espaces/:id/pack.zip": pack }));
  const open = async (id: string) => visitor.get(`/espaces/${id}/pack.zip`);

  async function workspace(block: string): Promise<string> {
    const { subjects } = await readCatalogue();
    const subject = subjects.find((s) => s.block === block)!;
    await person(t.db, "lea");
    await t.db
      .insertInto("subject_versions")
      .values({
        slug: subject.slug,
        version: 1,
        source: "catalogue",
        checksum: block,
        body: JSON.stringify(subject),
      })
      .onConflict((c) => c.columns(["slug", "version"]).doNothing())
      .execute();
    const made = await insertWorkspace(t.db, {
      owner_id: "lea",
      subject_slug: subject.slug,
      subject_version: 1,
      certification: subject.certification,
      block,
      title: subject.title,
      current_step: subject.steps[0]?.id ?? "",
    });
    return made.id;
  }
  async function keep(id: string, mime: string, bytes: Buffer): Promise<string> {
    const asset = randomUUID();
    await storage().write(assetKey(id, asset), bytes);
    await t.db
      .insertInto("assets")
      .values({
        id: asset,
        workspace_id: id,
        mime,
        bytes: bytes.length,
        width: 1200,
        height: 720,
        name: HOSTILE,
        sha256: "x",
        ...(mime.startsWith("video/") ? { duration_ms: 6000 } : {}),
      })
      .execute();
    return asset;
  }
  async function played(id: string, step: string, tool: typeof visualBench, moves: unknown[]) {
    const { subjects } = await readCatalogue();
    const subject = subjects.find((s) => s.block === "BC04")!;
    const content = tool.content.parse(subject.tools[tool.id]);
    await t.db
      .insertInto("tool_sessions")
      .values({
        workspace_id: id,
        step_id: step,
        tool: tool.id,
        subject_slug: subject.slug,
        subject_version: 1,
        seed: 7,
        state: JSON.stringify(playTool(tool, content, moves)),
        progress: "{}",
      })
      .execute();
  }

  beforeEach(() => {
    actor = as("lea");
  });

  /** The folders that the first file names, each of which must hold a file. */
  const folders = (files: ReturnType<typeof unzip>) => {
    const named = [
      ...files
        .get("LISEZ-MOI.txt")!
        .toString()
        .matchAll(/^([a-z]+)\/ /gm),
    ];
    const found = named.map((match) => match[1]!);
    for (const folder of found)
      expect(
        [...files.keys()].some((name) => name.startsWith(`${folder}/`)),
        folder,
      ).toBe(true);
    return found;
  };

  it("holds every artefact of a full workspace, each with its fingerprint", async () => {
    const id = await workspace("BC04");
    const image = await keep(id, "image/webp", await sampleImage());
    const video = await keep(id, "video/webm", Buffer.from("une vidéo"));
    await writeSection(t.db, id, "texte-final", `Le musée raconte. ${HOSTILE}`);
    await writeSection(t.db, id, "visuel", "x");
    const attrs = { assetId: image, alt: "Barque <à> quai", decorative: false, caption: "Barque" };
    await t.db
      .updateTable("sections")
      .set({
        doc: JSON.stringify({
          type: "doc",
          content: [
            { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Choix" }] },
            { type: "image", attrs: { ...attrs, width: null, height: null } },
          ],
        }),
      })
      .where("section_key", "=", "visuel")
      .execute();
    await t.db
      .insertInto("prompt_runs")
      .values({
        workspace_id: id,
        step_id: "ecrire-les-prompts",
        seq: 1,
        prompt: "Écris un texte de 60 mots.",
        output: "Venez au musée.",
        settings: JSON.stringify({ temperature: 0.7, maxTokens: 400, seed: 0 }),
        provider: "offline",
        provider_label: "modèle d’entraînement hors ligne",
        model: "atelier",
        status: "done",
        usage: null,
        kept: true,
      })
      .execute();
    await played(id, "creer-le-visuel", visualBench, [
      { type: "run", sujet: "une barque" },
      { type: "run", style: "aplat", why: "Trop convenu" },
      { type: "keep", run: "e2" },
      { type: "write", field: "title", text: HOSTILE },
      { type: "write", field: "alt", text: "Une barque à quai." },
      { type: "write", field: "mention", text: "Image composée avec une IA." },
      { type: "attach", assetId: image, width: 1200, height: 720 },
    ]);
    await played(id, "animer", animationBench as never, [
      { type: "add-shot", text: "Travelling : une barque. Aube" },
      { type: "write-shot", shot: "p1", field: "caption", text: "La rivière se lève." },
      { type: "write", field: "alternative", text: "Une barque glisse." },
      { type: "save-version" },
      {
        type: "rendered",
        format: "webm",
        codec: "vp9",
        bytes: 10,
        sha256: null,
        width: 1080,
        height: 1920,
        seconds: 6,
        flashes: 0,
      },
      { type: "attach", what: "video", assetId: video },
    ]);

    const answer = await open(id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(
      /filename="pack-bc04-[a-z0-9-]+\.zip"/,
    );
    expect(decodeURIComponent(answer.headers.get("x-export-notices") ?? "")).toContain(
      "La mention d’IA de l’animation n’est pas écrite.",
    );
    const files = unzip(answer.bytes);
    const names = [...files.keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        "dossier.html",
        "visuel/visuel.png",
        "visuel/visuel-texte-alternatif.txt",
        "visuel/visuel-mention-d-ia.txt",
        "animation/animation.webm",
        "animation/animation.vtt",
        "animation/animation-texte-equivalent.txt",
        "journal-des-prompts.pdf",
        "usage-de-l-ia.pdf",
        "LISEZ-MOI.txt",
      ]),
    );
    expect(folders(files)).toEqual(["textes", "visuel", "animation"]);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9-]+(\/[a-z0-9-]+)?\.[a-z0-9]+$/);

    const manifest = JSON.parse(files.get("manifeste.json")!.toString());
    expect(manifest.fichiers).toHaveLength(files.size - 1);
    for (const { chemin, octets, sha256 } of manifest.fichiers) {
      const bytes = files.get(chemin)!;
      expect(octets).toBe(bytes.length);
      expect(createHash("sha256").update(bytes).digest("hex"), chemin).toBe(sha256);
    }

    const { xmp, format } = await sharp(files.get("visuel/visuel.png")!).metadata();
    expect(format).toBe("png");
    for (const piece of ["algorithmicMedia", "Une barque à quai.", "Modèle d’entraînement"])
      expect(xmp?.toString()).toContain(piece);
    expect(files.get("visuel/visuel-texte-alternatif.txt")!.toString()).toBe(
      "Une barque à quai.\n",
    );
    expect(files.get("animation/animation.webm")!.toString()).toBe("une vidéo");
    expect(files.get("animation/animation.vtt")!.toString()).toMatch(
      /^WEBVTT[\s\S]*La rivière se lève/,
    );

    const docx = (name: string) => unzip(files.get(names.find((n) => n.endsWith(name))!)!);
    const text = docx("texte-final.docx");
    expect(text.get("word/document.xml")!.toString()).toContain("&lt;script&gt;alert(1)");
    expect(text.get("word/styles.xml")!.toString()).toContain('w:lang w:val="fr-FR"');
    expect(text.get("docProps/core.xml")!.toString()).toContain("<dc:title>Le texte final");
    const visual = docx("visuel.docx");
    const body = visual.get("word/document.xml")!.toString();
    expect(body).toContain('descr="Barque &lt;à&gt; quai"');
    expect(body).toContain('w:val="Heading2"');
    expect([...visual.keys()].some((n) => /^word\/media\/.*\.png$/.test(n))).toBe(true);
    const html = files.get(names.find((n) => n.endsWith("texte-final.html"))!)!.toString();
    expect(html).toContain('<html lang="fr">');
    expect(html).not.toContain("<script>alert");

    const usage = await readPdf(files.get("usage-de-l-ia.pdf")!);
    expect(usage).toMatchObject({ marked: true, lang: expect.stringMatching(/^fr/), ua: "1" });
    for (const said of ["Le texte final", "Trop convenu", "non renseigné", "article 50"])
      expect(usage.text).toContain(said);
    const journal = await readPdf(files.get("journal-des-prompts.pdf")!);
    expect(journal).toMatchObject({ marked: true, ua: "1" });
    for (const said of ["Écris un texte de 60 mots.", "Venez au musée.", "une barque"])
      expect(journal.text).toContain(said);
  });

  it("is made of nothing too, and names a file it could not read", async () => {
    const id = await workspace("BC04");
    const bare = unzip((await open(id)).bytes);
    expect(bare.get("LISEZ-MOI.txt")!.toString()).toContain(
      "L’animation n’est pas encore gardée dans l’espace.",
    );
    expect(folders(bare)).toEqual([]);
    expect((await readPdf(bare.get("usage-de-l-ia.pdf")!)).text).toContain("Aucun contenu");
    await played(id, "creer-le-visuel", visualBench, [
      { type: "own", assetId: "pas-un-fichier", width: 10, height: 10, name: HOSTILE },
    ]);
    const files = unzip((await open(id)).bytes);
    expect(files.has("visuel/visuel.png")).toBe(false);
    expect(JSON.parse(files.get("manifeste.json")!.toString()).illisibles).toEqual([
      "visuel/visuel",
    ]);
  });

  it("is absent for others and for an exercise with an oral, and is limited", async () => {
    const oral = await workspace("BC01");
    expect((await open(oral)).status).toBe(404);
    const id = await workspace("BC04");
    actor = as("zoe");
    await person(t.db, "zoe");
    expect((await open(id)).status).toBe(404);
    actor = null;
    expect((await open(id)).status).toBe(302);
    actor = as("lea");
    const { rateLimit } = await import("~/platform/rate-limit.server.ts");
    for (let n = 0; n < 40; n++) await rateLimit("export:lea", { max: 40, windowSeconds: 600 });
    expect((await open(id)).location).toBe(`/espaces/${id}/dossier?export=too-many`);
  });
});

it.each([
  ["../../etc/passwd", "etc-passwd"],
  ["<b>Été</b>", "b-ete-b"],
  ["日本", "fichier"],
])("a file's name is harmless: %s", (given, expected) => {
  expect(safeName(given)).toBe(expected);
});

async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const content = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      content.items.map((i) => ("str" in i ? i.str + (i.hasEOL ? " " : "") : "")).join(""),
    );
  }
  const [meta, marks] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo()]);
  const { Language: lang } = meta.info as { Language?: string };
  const ua = meta.metadata?.get("pdfuaid:part");
  await pdf.destroy();
  return { text: pages.join(" ").replace(/\s+/g, " "), marked: marks?.Marked, lang, ua };
}
