import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadPdf = {
  pages: number;
  tagged: boolean;
  /** Every structure role met, with how often. */
  roles: Map<string, number>;
  /** Texts that replace what is drawn. */
  alternatives: string[];
  outline: string[];
  lang: string;
  title: string;
  text: string;
};

type Tree = { role?: string; alt?: string; children?: Tree[] };
type Branch = { title: string; items: Branch[] };

/** Reads a PDF as a screen reader's software would: structure, outline, language, words. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const roles = new Map<string, number>();
  const alternatives: string[] = [];
  const walk = (node: Tree | null) => {
    if (node?.role) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    if (node?.alt) alternatives.push(node.alt);
    for (const child of node?.children ?? []) walk(child);
  };
  let text = "";
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    walk((await page.getStructTree()) as Tree | null);
    for (const item of (await page.getTextContent()).items)
      if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "");
    text += "\n";
  }
  const outline: string[] = [];
  const branch = (items: Branch[] | null) => {
    for (const item of items ?? []) {
      outline.push(item.title);
      branch(item.items);
    }
  };
  branch((await pdf.getOutline()) as Branch[] | null);
  const { info } = await pdf.getMetadata();
  const { Language = "", Title = "" } = info as { Language?: string; Title?: string };
  const marked = await pdf.getMarkInfo();
  const read: ReadPdf = {
    pages: pdf.numPages,
    tagged: marked?.Marked === true,
    roles,
    alternatives,
    outline,
    lang: Language,
    title: Title,
    text,
  };
  await pdf.destroy();
  return read;
}
