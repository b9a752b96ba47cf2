import { z } from "zod";
import {
  type Annex,
  annexColumn,
  type Subject,
  subject as subjectSchema,
} from "~/domain/subject.ts";
import { toolFile } from "./check-subject.ts";
import { type Fault, schemaFaults } from "./fault.ts";
import { listFolder, readCsv, readText, readYaml } from "./files.server.ts";
import { type Cell, parseCell } from "./table-cell.ts";

/** annexes.yaml: what the learner is told of each file of annexes/. */
const common = {
  id: z.string(),
  title: z.string(),
  description: z.string(),
  warning: z.string().optional(),
};
const annexEntry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("table"), ...common, columns: z.array(annexColumn).min(1) }),
  /** `file` in annexes/, when it is not `<id>.txt`. */
  z.strictObject({ kind: z.literal("text"), ...common, file: z.string().optional() }),
]);
type AnnexEntry = z.infer<typeof annexEntry>;

/** expected.yaml: the strings no public text may hold, and whatever the subject's engines compare work with. */
const expectedFile = z.looseObject({ secrets: z.array(z.string().min(1)) });

/**
 * Reads subjects/<slug>/: subject.yaml, annexes.yaml with annexes/*, the tools' content, and the answers
 * (expected.yaml, expected/*). `subject` is null when it cannot be built; the faults say why.
 */
export function readSubject(
  root: string,
  slug: string,
  tools: string[],
): { subject: Subject | null; faults: Fault[] } {
  const folder = `subjects/${slug}`;
  const faults: Fault[] = [];
  const yaml = (file: string) => {
    const read = readYaml(root, `${folder}/${file}`);
    faults.push(...read.faults);
    return read.value;
  };

  const main = yaml("subject.yaml");
  const annexes = readAnnexes(root, folder, yaml("annexes.yaml"), faults);
  const contents: Record<string, unknown> = {};
  for (const id of tools)
    if (readText(root, `${folder}/${toolFile(id)}`) !== null) contents[id] = yaml(toolFile(id));
  const expected = readExpected(root, folder, yaml("expected.yaml"), faults);
  if (main === null || typeof main !== "object") return { subject: null, faults };

  const parsed = subjectSchema.safeParse({ ...main, annexes, tools: contents, expected });
  const file = `${folder}/subject.yaml`;
  if (!parsed.success)
    return { subject: null, faults: [...faults, ...schemaFaults(file, parsed.error)] };
  if (parsed.data.slug !== slug)
    faults.push({
      file,
      path: "slug",
      message: `le dossier s’appelle ${slug}, le slug doit être le même.`,
    });
  return { subject: parsed.data, faults };
}

function readAnnexes(root: string, folder: string, value: unknown, faults: Fault[]): Annex[] {
  const file = `${folder}/annexes.yaml`;
  if (value === undefined) return [];
  const parsed = z.array(annexEntry).safeParse(value);
  if (!parsed.success) {
    faults.push(...schemaFaults(file, parsed.error));
    return [];
  }
  const listed = new Set(parsed.data.map(annexFile));
  for (const name of listFolder(root, `${folder}/annexes`))
    if (!listed.has(name))
      faults.push({ file, path: "", message: `annexes/${name} n’est pas décrit ici.` });
  return parsed.data.map((entry) => readAnnex(root, folder, entry, faults));
}

function annexFile(entry: AnnexEntry): string {
  return entry.kind === "table" ? `${entry.id}.csv` : (entry.file ?? `${entry.id}.txt`);
}

function readAnnex(root: string, folder: string, entry: AnnexEntry, faults: Fault[]): Annex {
  const file = `${folder}/annexes/${annexFile(entry)}`;
  if (entry.kind === "text") {
    const { file: _file, ...rest } = entry;
    const text = readText(root, file);
    if (text === null) faults.push({ file, path: "", message: "le fichier manque." });
    return { ...rest, text: text ?? "" };
  }
  const csv = readCsv(root, file);
  faults.push(...csv.faults);
  const keys = entry.columns.map((c) => c.key);
  if (csv.faults.length === 0 && csv.header.join() !== keys.join())
    faults.push({
      file,
      path: "ligne 1",
      message: `les colonnes doivent être celles d’annexes.yaml\u00a0: ${keys.join(", ")}.`,
    });
  const rows = csv.rows.map((row, index) => {
    const cells: Record<string, Cell> = {};
    for (const { key, kind } of entry.columns) {
      const cell = parseCell(kind, row[key] ?? "");
      if (!cell.ok) faults.push({ file, path: `ligne ${index + 2}.${key}`, message: cell.message });
      cells[key] = cell.ok ? cell.value : null;
    }
    return cells;
  });
  return { ...entry, rows };
}

/** The answers: expected.yaml, with the tables of expected/ under `annexes` and its texts under `texts`. */
function readExpected(root: string, folder: string, value: unknown, faults: Fault[]): unknown {
  const annexes: Record<string, Record<string, string>[]> = {};
  const texts: Record<string, string> = {};
  for (const name of listFolder(root, `${folder}/expected`)) {
    const file = `${folder}/expected/${name}`;
    if (name.endsWith(".csv")) {
      const csv = readCsv(root, file);
      faults.push(...csv.faults);
      annexes[name.slice(0, -".csv".length)] = csv.rows;
    } else {
      texts[name] = readText(root, file) ?? "";
    }
  }
  if (value === undefined) return { annexes, texts };
  const parsed = expectedFile.safeParse(value);
  if (!parsed.success) faults.push(...schemaFaults(`${folder}/expected.yaml`, parsed.error));
  return parsed.success ? { ...(value as object), annexes, texts } : { annexes, texts };
}
