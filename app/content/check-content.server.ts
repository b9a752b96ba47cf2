import { promptGuide } from "~/engines/prompt-guide.ts";
import { spellingGuide } from "~/engines/spelling.ts";
import { type Catalogue, readCatalogueNow } from "./catalogue.server.ts";
import { duplicates, typographyOf } from "./check.ts";
import { checkPromptGuide } from "./check-prompting.ts";
import { type Fault, schemaFaults } from "./fault.ts";
import { contentDirectory, listFiles, readYaml, recordingReads } from "./files.server.ts";
import { SPELLING_GUIDE } from "./spelling.server.ts";

/** The guide of text prompts: read by app/ai/guide.server.ts. */
const PROMPT_GUIDE = "prompting/text.yaml";

/**
 * Everything wrong in a content folder (`./content` unless told otherwise): certifications, subjects, prompting, spelling,
 * and files that no schema reads. Throws nothing.
 */
export function checkContent(dir?: string): Catalogue {
  const root = contentDirectory(dir);
  const { value, files } = recordingReads(() => {
    const catalogue = readCatalogueNow(root);
    return {
      ...catalogue,
      faults: [...catalogue.faults, ...promptingFaults(root), ...spellingFaults(root)],
    };
  });
  return { ...value, faults: [...value.faults, ...unreadFaults(root, files)] };
}

function promptingFaults(root: string): Fault[] {
  const read = readYaml(root, PROMPT_GUIDE);
  if (read.faults.length > 0) return read.faults;
  const parsed = promptGuide.safeParse(read.value);
  return parsed.success
    ? checkPromptGuide(PROMPT_GUIDE, parsed.data)
    : schemaFaults(PROMPT_GUIDE, parsed.error);
}

function spellingFaults(root: string): Fault[] {
  const read = readYaml(root, SPELLING_GUIDE);
  if (read.faults.length > 0) return read.faults;
  const parsed = spellingGuide.safeParse(read.value);
  if (!parsed.success) return schemaFaults(SPELLING_GUIDE, parsed.error);
  const { source, terms } = parsed.data;
  return [
    ...duplicates(terms.list.map((term) => term.toLowerCase())).map((term) => ({
      file: SPELLING_GUIDE,
      path: "terms.list",
      message: `le terme ${term} est donné deux fois.`,
    })),
    ...typographyOf(SPELLING_GUIDE, [
      ["source", source],
      ["terms.source", terms.source],
    ]),
  ];
}

/** A file nothing reads is a mistake in its name or place, or a tool that is not registered; READMEs are for people. */
function unreadFaults(root: string, read: Set<string>): Fault[] {
  return listFiles(root)
    .filter((file) => !read.has(file) && !/(^|\/)README\.md$/.test(file))
    .map((file) => ({
      file,
      path: "",
      message:
        "rien ne lit ce fichier\u00a0: son nom ou son dossier n’est pas celui qu’un schéma attend.",
    }));
}
