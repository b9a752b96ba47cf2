import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { type PromptGuide, promptGuide } from "~/engines/prompt-guide.ts";

let cached: PromptGuide | null = null;

/** The guide of text prompts, from content/prompting/text.yaml; throws with every fault when it is malformed. */
export function loadPromptGuide(dir = path.resolve("content/prompting")): PromptGuide {
  cached ??= promptGuide.parse(parse(readFileSync(path.join(dir, "text.yaml"), "utf8")));
  return cached;
}
