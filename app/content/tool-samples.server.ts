import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { AnyTool } from "~/tools/tool.ts";

/* A sample ships with the sources and does not change while the process runs. */
const cache = new Map<string, unknown>();

/** `app/tools/<id>/sample.yaml` of the running project; the bundle moves the code, not this file. */
function sampleFile(id: string, root: string): string {
  return path.join(root, "app", "tools", id, "sample.yaml");
}

/** True when the tool can be played without a subject. */
export function hasSample(tool: AnyTool, root = process.cwd()): boolean {
  return existsSync(sampleFile(tool.id, root));
}

/** A tool's sample content, checked by the tool's own schema; throws when the file is absent or wrong. */
export function loadSample(tool: AnyTool, root = process.cwd()): unknown {
  const file = sampleFile(tool.id, root);
  const known = cache.get(file);
  if (known) return known;
  const sample: unknown = tool.content.parse(parse(readFileSync(file, "utf8")));
  cache.set(file, sample);
  return sample;
}
