import { ASSERTION_KINDS } from "~/engines/prompt-assertions.ts";
import type { PromptGuide } from "~/engines/prompt-guide.ts";
import { duplicates, stringsOf, typographyOf } from "./check.ts";
import type { Fault } from "./fault.ts";

/**
 * Checks a parsed prompting guide beyond its schema: one component an id, defaults that are offered, a starter that
 * names the organisation, texts typeset in French. Cues are what learners type, so they are left as they are.
 */
export function checkPromptGuide(file: string, guide: PromptGuide): Fault[] {
  const faults: Fault[] = [];
  const say = (path: string, message: string) => faults.push({ file, path, message });

  for (const id of duplicates(guide.components.map((c) => c.id)))
    say("components", `deux composants s’appellent ${id}.`);
  const { temperatures, defaultTemperature, lengths, defaultLength } = guide.settings;
  if (!temperatures.some((t) => t.value === defaultTemperature))
    say("settings.defaultTemperature", "cette température n’est pas dans la liste proposée.");
  if (!lengths.some((l) => l.value === defaultLength))
    say("settings.defaultLength", "cette longueur n’est pas dans la liste proposée.");
  for (const [key, choices] of Object.entries({ temperatures, lengths }))
    for (const value of duplicates(choices.map((c) => String(c.value))))
      say(`settings.${key}`, `la valeur ${value} est proposée deux fois.`);
  const told = guide.assertions.kinds.map((k) => k.kind);
  for (const kind of ASSERTION_KINDS)
    if (told.filter((k) => k === kind).length !== 1)
      say("assertions.kinds", `la vérification ${kind} doit être décrite une fois.`);
  for (const kind of told)
    if (!(ASSERTION_KINDS as readonly string[]).includes(kind))
      say("assertions.kinds", `la vérification ${kind} n’existe pas.`);
  if (!guide.starter.includes("{organisation}"))
    say("starter", "le modèle de départ ne nomme pas {organisation}.");

  const typed =
    /(^|\.)(cues|tics|emptyWords|aiMention)(\.|$)|(^|\.)(id|kind)$|\.date$|\.confidence$/;
  return [
    ...faults,
    ...typographyOf(
      file,
      stringsOf(guide, (path) => typed.test(path)),
    ),
  ];
}
