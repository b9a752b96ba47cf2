import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { parseDocument } from "yaml";
import type { Fault } from "./fault.ts";

/** `./content` of the running project; the bundle moves the code, so its own location tells nothing. */
export function contentDirectory(dir?: string): string {
  return dir ?? path.join(process.cwd(), "content");
}

/* The files read by the work under way; null outside `recordingReads`. */
let recorded: Set<string> | null = null;

/** Runs a synchronous reading and tells which files it asked for, from the content folder. */
export function recordingReads<T>(work: () => T): { value: T; files: Set<string> } {
  const outer = recorded;
  const files = new Set<string>();
  recorded = files;
  try {
    return { value: work(), files };
  } finally {
    recorded = outer;
  }
}

/** Every file under a folder, from that folder, with slashes; names that begin with a dot are left out. */
export function listFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
    .sort();
}

/** A file's text, or null when there is none. */
export function readText(dir: string, file: string): string | null {
  const full = path.join(dir, file);
  recorded?.add(file);
  return existsSync(full) ? readFileSync(full, "utf8").replace(/^\uFEFF/, "") : null;
}

/** Names in a folder, sorted, hidden ones left out; empty when there is no such folder. */
export function listFolder(dir: string, folder: string): string[] {
  return entriesOf(dir, folder).map((entry) => entry.name);
}

/** Names of the folders inside a folder, likewise. */
export function listFolders(dir: string, folder: string): string[] {
  return entriesOf(dir, folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function entriesOf(dir: string, folder: string) {
  const full = path.join(dir, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A YAML file's value; an absent or unreadable file is a fault. */
export function readYaml(
  dir: string,
  file: string,
): { value: unknown; faults: Fault[] } | { value?: undefined; faults: Fault[] } {
  const text = readText(dir, file);
  if (text === null) return { faults: [{ file, path: "", message: "le fichier manque." }] };
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((e) => ({
        file,
        path: `ligne ${e.linePos?.[0].line ?? "?"}`,
        message: `YAML illisible\u00a0: ${e.code}.`,
      })),
    };
  }
  return { value: document.toJS() as unknown, faults: [] };
}

/** A CSV file with a header line; every cell is text. */
export function readCsv(
  dir: string,
  file: string,
): { header: string[]; rows: Record<string, string>[]; faults: Fault[] } {
  const text = readText(dir, file);
  if (text === null)
    return { header: [], rows: [], faults: [{ file, path: "", message: "le fichier manque." }] };
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const faults = parsed.errors
    // One column has no separator to guess; that is no fault.
    .filter((e) => e.code !== "UndetectableDelimiter")
    .map((e) => ({
      file,
      path: e.row === undefined ? "" : `ligne ${e.row + 2}`,
      message: `CSV illisible\u00a0: ${e.code}.`,
    }));
  return { header: parsed.meta.fields ?? [], rows: parsed.data, faults };
}
