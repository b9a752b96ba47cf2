import fs from "node:fs";
import path from "node:path";

/** Every source file under a folder, as paths from the project's root. */
export function sourceFiles(folder: string, pattern = /\.(ts|tsx)$/): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(at, pattern);
      return pattern.test(entry.name) ? [at] : [];
    })
    .sort();
}

/** What a file imports: specifiers of static imports, re-exports and import() calls. */
export function importsOf(file: string): { specifier: string; typeOnly: boolean }[] {
  const text = fs.readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const m of text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^;]*?from\s+["']([^"']+)["']/gm))
    found.push({ specifier: m[2]!, typeOnly: Boolean(m[1]) });
  for (const m of text.matchAll(/^\s*import\s+["']([^"']+)["']/gm))
    found.push({ specifier: m[1]!, typeOnly: false });
  for (const m of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ specifier: m[1]!, typeOnly: false });
  return found;
}

/** A specifier of ours as a path from the root ("app/…", "db/…"), or the package's name. */
export function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith("~db/")) return `db/${specifier.slice(4)}`;
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith(".")) return path.normalize(path.join(path.dirname(file), specifier));
  return specifier;
}
