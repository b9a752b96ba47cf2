import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it, vi } from "vitest";
import {
  bullets,
  doc,
  heading,
  imageOf,
  paragraph,
  sampleDossierInput,
  sampleImage,
  tableOf,
  text,
} from "../../tests/factories-dossier.ts";
import type { DocNode } from "../domain/document.ts";
import { assembleDossier } from "../domain/dossier.ts";
import { exportPdf, type PdfExport } from "./pdf.server.ts";

type Tag = { role?: string; alt?: string; children?: Tag[] };

/** What a reader of the file finds in it. */
async function read(file: PdfExport) {
  const pdf: PDFDocumentProxy = await getDocument({ data: new Uint8Array(file.pdf), verbosity: 0 })
    .promise;
  const pages: string[] = [];
  const roles = new Map<string, number>();
  const alts: string[] = [];
  const visit = (tag: Tag) => {
    if (tag.role) roles.set(tag.role, (roles.get(tag.role) ?? 0) + 1);
    if (tag.alt) alts.push(tag.alt);
    for (const child of tag.children ?? []) visit(child);
  };
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const content = await page.getTextContent();
    pages.push(
      content.items.map((i) => ("str" in i ? i.str + (i.hasEOL ? " " : "") : "")).join(""),
    );
    const tree = (await page.getStructTree()) as Tag | null;
    if (tree) visit(tree);
  }
  const [meta, outline, marks] = await Promise.all([
    pdf.getMetadata(),
    pdf.getOutline(),
    pdf.getMarkInfo(),
  ]);
  await pdf.destroy();
  const info = meta.info as Record<string, unknown>;
  const all = pages.join(" ").replace(/\s+/g, " ");
  return {
    pages,
    all,
    roles,
    alts,
    info,
    metadata: meta.metadata,
    outline: outline ?? [],
    marked: marks?.Marked,
  };
}

const signal = () => new AbortController().signal;

describe("the PDF of each block", () => {
  it.each([
    ["BC01", "Dossier numérique", true],
    ["BC02", "Dossier numérique", true],
    ["BC03", "Dossier numérique", true],
    ["BC04", "Pack de contenus", false],
  ])("%s is tagged, titled, in French and PDF/UA-1", async (block, kind, oral) => {
    const dossier = assembleDossier(await sampleDossierInput(block, 60));
    const images = [{ id: "photo-1", bytes: await sampleImage(), mime: "image/webp" }];
    const made = await exportPdf(dossier, images, signal());
    expect([made.standard, made.warnings]).toEqual(["ua-1", []]);
    const pdf = await read(made);
    expect(pdf.pages).toHaveLength(made.pages);
    expect(pdf.marked).toBe(true);
    expect(pdf.info.Title).toBe(dossier.title);
    expect(pdf.info.Language).toMatch(/^fr/);
    expect(pdf.metadata?.get("pdfuaid:part")).toBe("1");

    expect(pdf.all).toContain(kind);
    expect(pdf.all.includes("soutenance")).toBe(oral);
    expect(pdf.all).toContain("Tableau de correspondance");
    expect(pdf.all).toContain("Relevé d’usage de l’IA");
    expect(pdf.all).toContain("modèle d’entraînement hors ligne");
    expect(pdf.all).toContain("texte retiré depuis");
    expect(pdf.all).toContain("2,4\u00a0%".replace("\u00a0", " "));
    for (const section of dossier.sections)
      expect(pdf.outline.map((entry) => entry.title.replace(/^\d+\s*/, ""))).toContain(
        section.title,
      );

    for (const role of [
      "H1",
      "H2",
      "TOC",
      "TOCI",
      "Table",
      "TH",
      "TD",
      "L",
      "LI",
      "Figure",
      "Link",
    ])
      expect(pdf.roles.get(role) ?? 0, role).toBeGreaterThan(0);
    expect(pdf.roles.get("H1")).toBeGreaterThanOrEqual(
      dossier.sections.length + dossier.annexes.length,
    );
    expect(pdf.alts.some((alt) => alt.startsWith("Maquette d’une publication"))).toBe(true);
    expect(pdf.alts.some((alt) => alt.startsWith("Diagramme en radar"))).toBe(true);
  });
});

const quoted = (node: DocNode): DocNode => ({ type: "blockquote", content: [node] });

async function withSections(...docs: DocNode[]) {
  const input = await sampleDossierInput("BC04", 10);
  return assembleDossier({
    ...input,
    sections: docs.map((d, i) => ({ key: input.subject.sections[i]?.key ?? "", doc: d })),
    ratings: [],
    evidence: [],
    promptRuns: [],
  });
}

describe("hostile and awkward text", () => {
  it("is printed as it was typed, never run", async () => {
    const lines = [
      '#panic("x") #read("/etc/passwd")',
      "$x^2$ *gras* _it_ @ref <label> = Titre",
      "</script><b>gras</b> & \\ `raw` // commentaire",
    ];
    const dossier = await withSections(
      doc(heading(2, "#let a = 1"), ...lines.map((l) => paragraph(l))),
    );
    const made = await exportPdf(dossier, [], signal());
    const { all } = await read(made);
    expect(made.standard).toBe("ua-1");
    const said = [
      "#panic(",
      "#read(",
      "$x^2$ *gras* _it_ @ref <label> = Titre",
      "#let a = 1",
      "</script>",
    ];
    for (const piece of said) expect(all).toContain(piece);
    expect(all).toContain("/etc/passwd");
    expect(all).not.toContain("root:");
    expect(all).toContain("<b>gras</b>");
  });

  it("names emoji, draws a square for what no font of the machine has, and says so", async () => {
    const dossier = await withSections(
      doc(
        paragraph("Bonjour 👋🏽 et 日本語, puis \u{10fff0}\u{10fff1}\u0000\u0007 fin."),
        paragraph(text("\u{10fff0}", { type: "bold" })),
      ),
    );
    const made = await exportPdf(dossier, [], signal());
    const { all } = await read(made);
    expect(made.standard).toBe("ua-1");
    expect(all).toContain(
      "[émoji : signe de la main : peau légèrement mate]".replaceAll("\u00a0", " "),
    );
    expect(all).toContain("puis □□ fin");
    expect(made.warnings.join(" ")).toMatch(/émojis.*□/s);
  });

  it("repairs headings, survives deep lists, odd tables and an empty section", async () => {
    let deep: DocNode = bullets([paragraph("fond")]);
    for (let level = 5; level > 0; level -= 1) deep = bullets([paragraph(`niveau ${level}`), deep]);
    const ragged = tableOf([["a", "b", "c"], ["d"], []], false);
    const dossier = await withSections(
      doc(
        heading(4, "Trop bas"),
        heading(2, ""),
        heading(3, "Puis"),
        deep,
        quoted(deep),
        ragged,
        tableOf([["seul"]]),
      ),
      doc(paragraph()),
      doc(paragraph("x".repeat(3000)), paragraph("Suite\u00a0: ".repeat(5))),
    );
    const made = await exportPdf(dossier, [], signal());
    expect(made.standard).toBe("ua-1");
    expect((await read(made)).all).toContain("n’est pas encore rédigée");
  });

  it("draws neither a missing file nor a broken one, and says so", async () => {
    const dossier = await withSections(
      doc(
        imageOf("absente", { alt: "Le quai", caption: "Le quai" }),
        imageOf("absente", { decorative: true }),
      ),
    );
    const lost = await exportPdf(dossier, [], signal());
    expect(lost.warnings).toEqual([expect.stringContaining("introuvable")]);
    expect((await read(lost)).all).toContain("Image indisponible : Le quai");
    const broken = [
      { id: "absente", bytes: Buffer.from("<svg onload=alert(1)>"), mime: "image/webp" },
    ];
    const made = await exportPdf(dossier, broken, signal());
    expect(made.warnings.join()).toContain("illisible");
    expect(made.standard).toBe("ua-1");
  });
});

describe("the process that prints", () => {
  it("is stopped when it takes too long, with a sentence that can be shown", async () => {
    const dossier = await withSections(doc(paragraph("Un.")));
    await expect(exportPdf(dossier, [], signal(), { milliseconds: 5 })).rejects.toMatchObject({
      kind: "timeout",
      message: expect.stringContaining("trop de temps"),
    });
  });

  it("is stopped when the person leaves, and leaves nothing behind", async () => {
    const own = await fs.mkdtemp(path.join(os.tmpdir(), "essai-pdf-"));
    vi.stubEnv("TMPDIR", own);
    const dossier = await withSections(doc(paragraph("Un.")));
    const leaving = new AbortController();
    const asked = exportPdf(dossier, [], leaving.signal);
    setTimeout(() => leaving.abort(), 60);
    await expect(asked).rejects.toThrow();
    expect(await fs.readdir(own)).toEqual([]);
    vi.unstubAllEnvs();
    await fs.rm(own, { recursive: true });
  });
});

it("prints about forty pages", async () => {
  const dossier = assembleDossier(await sampleDossierInput("BC01", 420));
  const made = await exportPdf(dossier, [], signal());
  expect(made.pages).toBeGreaterThan(30);
});
