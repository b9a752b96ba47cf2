import { type SpellingGuide, spellingGuide } from "~/engines/spelling.ts";
import { contentDirectory, readYaml } from "./files.server.ts";

/** What the dictionary need not know, and how it is named to learners: content/spelling/french.yaml. */
export const SPELLING_GUIDE = "spelling/french.yaml";

let cached: SpellingGuide | null = null;

/** The guide, read once; throws when it is absent or malformed. */
export function loadSpellingGuide(): SpellingGuide {
  cached ??= spellingGuide.parse(readYaml(contentDirectory(), SPELLING_GUIDE).value);
  return cached;
}
