import { type Certification, findBlock } from "~/domain/certification.ts";
import { type Provision, publicSubject, type Subject } from "~/domain/subject.ts";
import type { AnyTool } from "~/tools/tool.ts";
import { duplicates, stringsOf, typographyOf } from "./check.ts";
import { type Fault, schemaFaults } from "./fault.ts";

export type SubjectContext = {
  certifications: Certification[];
  /** The registered tools, by id. */
  tools: Record<string, AnyTool>;
};

/** No section of a dossier is longer: beyond, it is two sections. */
const MAX_WORDS = 4000;

/**
 * Checks a parsed subject beyond its schema: everything it names exists, everything it must cover is covered,
 * its answers stay out of what a learner reads, its display texts are typeset in French.
 * `folder` is the subject's folder from the content folder.
 */
export function checkSubject(folder: string, subject: Subject, context: SubjectContext): Fault[] {
  const file = `${folder}/subject.yaml`;
  return [
    ...checkReferences(file, subject, context),
    ...checkPath(file, subject),
    ...checkTools(folder, subject, context),
    ...checkSecrets(folder, subject),
    ...typographyOf(file, displayTexts(subject)),
  ];
}

type Say = (path: string, message: string) => void;

function collector(file: string): { faults: Fault[]; say: Say } {
  const faults: Fault[] = [];
  return { faults, say: (path, message) => faults.push({ file, path, message }) };
}

/** Certification, block and competencies exist; the block's competencies and requirements are all covered. */
function checkReferences(file: string, subject: Subject, context: SubjectContext): Fault[] {
  const { faults, say } = collector(file);
  const certification = context.certifications.find((c) => c.id === subject.certification);
  if (!certification) {
    say("certification", `la certification ${subject.certification} n’existe pas.`);
    return faults;
  }
  for (const [i, id] of subject.relatedBlocks.entries())
    if (!findBlock(certification, id)) say(`relatedBlocks.${i}`, `le bloc ${id} n’existe pas.`);
  const block = findBlock(certification, subject.block);
  if (!block) {
    say("block", `le bloc ${subject.block} n’existe pas.`);
    return faults;
  }

  const known = new Set(block.competencies.map((c) => c.id));
  for (const list of ["deliverables", "steps", "sections"] as const)
    for (const [i, item] of subject[list].entries())
      for (const [j, id] of item.competencies.entries())
        if (!known.has(id))
          say(
            `${list}.${i}.competencies.${j}`,
            `la compétence ${id} n’est pas dans le bloc ${block.id}.`,
          );
  for (const id of known) {
    if (!subject.steps.some((s) => s.competencies.includes(id)))
      say("steps", `aucune étape ne travaille la compétence ${id}.`);
    if (!subject.sections.some((s) => s.competencies.includes(id)))
      say("sections", `aucune partie ne montre la compétence ${id}.`);
  }

  const { accounts, artefacts, kpiChoice, aiUseRecord } = block.exam.requirements;
  const needed: [Provision, number][] = [
    ["account", accounts],
    ...artefacts.map((a): [Provision, number] => [a, 1]),
    ["kpi-choice", kpiChoice ? 1 : 0],
    ["ai-use-record", aiUseRecord ? 1 : 0],
  ];
  const provided = subject.sections.filter((s) => s.required).flatMap((s) => s.provides ?? []);
  for (const [what, count] of needed)
    if (provided.filter((p) => p === what).length < count)
      say(
        "sections",
        `l’épreuve demande ${count} × ${what}, les parties obligatoires n’en prévoient pas assez.`,
      );
  return faults;
}

/** Steps and sections have unique names, sane targets, and lead to one another. */
function checkPath(file: string, subject: Subject): Fault[] {
  const { faults, say } = collector(file);
  const keys = subject.sections.map((s) => s.key);
  for (const id of duplicates(subject.steps.map((s) => s.id)))
    say("steps", `deux étapes s’appellent ${id}.`);
  for (const key of duplicates(keys)) say("sections", `deux parties s’appellent ${key}.`);
  for (const id of duplicates(subject.annexes.map((a) => a.id)))
    say("annexes", `deux annexes s’appellent ${id}.`);
  for (const [i, step] of subject.steps.entries())
    for (const [j, key] of step.sections.entries())
      if (!keys.includes(key)) say(`steps.${i}.sections.${j}`, `la partie ${key} n’existe pas.`);
  for (const [i, section] of subject.sections.entries()) {
    if (!subject.steps.some((s) => s.sections.includes(section.key)))
      say(`sections.${i}`, `aucune étape ne mène à la partie ${section.key}.`);
    const { min, max } = section.words;
    if (min >= max)
      say(`sections.${i}.words`, "le minimum de mots doit être inférieur au maximum.");
    if (max > MAX_WORDS) say(`sections.${i}.words`, `une partie ne dépasse pas ${MAX_WORDS} mots.`);
    if (section.required && min === 0)
      say(`sections.${i}.words`, "une partie obligatoire a un minimum de mots.");
  }
  return faults;
}

/** Each tool a step names is registered and has a content that its own schema accepts. */
function checkTools(folder: string, subject: Subject, { tools }: SubjectContext): Fault[] {
  const { faults, say } = collector(`${folder}/subject.yaml`);
  for (const [i, step] of subject.steps.entries())
    for (const [j, id] of step.tools.entries()) {
      if (!tools[id]) say(`steps.${i}.tools.${j}`, `l’outil ${id} n’existe pas.`);
      else if (!(id in subject.tools))
        say(`steps.${i}.tools.${j}`, `le contenu de l’outil ${id} manque.`);
    }
  for (const [id, content] of Object.entries(subject.tools)) {
    const file = `${folder}/${toolFile(id)}`;
    if (!subject.steps.some((s) => s.tools.includes(id)))
      faults.push({ file, path: "", message: `aucune étape n’emploie l’outil ${id}.` });
    const parsed = tools[id]?.content.safeParse(content);
    if (parsed && !parsed.success) faults.push(...schemaFaults(file, parsed.error));
  }
  return faults;
}

/** The file of a subject's folder that holds a tool's content. */
export function toolFile(tool: string): string {
  return tool === "client-interview" ? "interview.yaml" : `tools/${tool}.yaml`;
}

/**
 * Answers stay apart: no public annex has a column of its expected twin, the twin's rows are rows of the annex,
 * and none of `expected.secrets` (literal strings) can be read in the public subject.
 */
function checkSecrets(folder: string, subject: Subject): Fault[] {
  const { faults, say } = collector(`${folder}/annexes.yaml`);
  const expected = subject.expected as {
    secrets?: unknown;
    annexes?: Record<string, Record<string, unknown>[]>;
  } | null;
  for (const [id, rows] of Object.entries(expected?.annexes ?? {})) {
    const annex = subject.annexes.find((a) => a.id === id);
    const [key, ...answers] = Object.keys(rows[0] ?? {});
    if (annex?.kind !== "table" || !key) continue;
    for (const column of annex.columns)
      if (answers.includes(column.key))
        say(id, `la colonne ${column.key} est une réponse, elle ne peut pas être publique.`);
    const known = new Set(annex.rows.map((row) => String(row[key])));
    for (const row of rows)
      if (!known.has(String(row[key])))
        say(id, `la réponse « ${String(row[key])} » ne correspond à aucune ligne de l’annexe.`);
  }

  const readable = [...stringsOf(publicSubject(subject))];
  const secrets = Array.isArray(expected?.secrets) ? expected.secrets.map(String) : [];
  for (const secret of secrets)
    for (const [path] of readable.filter(([, text]) => plain(text).includes(plain(secret))))
      faults.push({
        file: `${folder}/subject.yaml`,
        path,
        message: `« ${secret} » est un fait caché, il ne peut pas être lu ici.`,
      });
  return faults;
}

/** Any kind of space counts as one, so that « 9 600 » is found however it is typeset. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replaceAll("’", "'");
}

/** The texts we wrote for display; raw material (comments, drafts, handles) keeps its own typography. */
function displayTexts(subject: Subject): Generator<[string, string]> {
  const raw =
    /^(slug|certification|block|date)$|^relatedBlocks|^presences\.\d+\.handle|^client\.identity\.fonts|^annexes\.\d+\.(id|rows|text|columns\.\d+\.key)$|\.competencies|^steps\.\d+\.(id|tools|sections)|^sections\.\d+\.(key|provides)/;
  return stringsOf(publicSubject(subject), (path) => raw.test(path));
}
