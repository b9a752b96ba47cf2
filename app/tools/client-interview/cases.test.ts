import { describe, expect, it } from "vitest";
import { disclose } from "~/engines/disclosure.ts";
import { recognise } from "~/engines/disclosure-recognition.ts";
import { quantities } from "~/engines/french-quantities.ts";
import { classifyQuestion } from "~/engines/question-types.ts";
import { holds, prepare } from "~/engines/terms.ts";
import { sampleCase, subjectCase, subjectSlugs } from "../../../tests/interview-cases.ts";
import type { Content } from "./content.ts";

const cases: [string, Content][] = [
  ["sample", sampleCase()],
  ...subjectSlugs.map((slug): [string, Content] => [slug, subjectCase(slug)]),
];

/** Every string of a value, with where it stands. */
function strings(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((v, i) => strings(v, `${path}[${i}]`));
  if (value && typeof value === "object")
    return Object.entries(value).flatMap(([k, v]) => strings(v, `${path}.${k}`));
  return [];
}

describe.each(cases)("the case %s", (name, content) => {
  const { facts, contradictions, traps } = content.expected;

  it("has enough facts to be worth an interview, and 1 to 3 contradictions", () => {
    expect(facts.length).toBeGreaterThanOrEqual(name === "sample" ? 8 : 15);
    expect(facts.length).toBeLessThanOrEqual(25);
    expect(contradictions.length).toBeGreaterThanOrEqual(1);
    expect(contradictions.length).toBeLessThanOrEqual(3);
  });

  it("says in each answer what its statements claim, and no more", () => {
    const faults = facts.flatMap((f) => {
      const [closed, partial, full] = [f.answers.closed, f.answers.partial, f.answers.full].map(
        prepare,
      );
      return f.statements.flatMap((s) => [
        ...(s.from === "partial" && !holds(s.terms, partial!)
          ? [`${s.id}: absent du partiel`]
          : []),
        ...(!holds(s.terms, full!) ? [`${s.id}: absent du complet`] : []),
        ...(s.from === "full" && holds(s.terms, partial!) ? [`${s.id}: déjà dans le partiel`] : []),
        ...(holds(s.terms, closed!) ? [`${s.id}: déjà dans l’évasif`] : []),
      ]);
    });
    expect(faults).toEqual([]);
  });

  it("writes statements that would count as reported", () => {
    const all = [...facts, ...contradictions].flatMap((f) => f.statements);
    expect(all.filter((s) => !holds(s.terms, prepare(s.text))).map((s) => s.id)).toEqual([]);
  });

  it("evades without a figure", () => {
    expect(
      facts.filter((f) => quantities(f.answers.closed).some((q) => !q.spelt)).map((f) => f.id),
    ).toEqual([]);
  });

  it("settles contradictions and traps in words that hold their statements", () => {
    const answers = contradictions.flatMap((c) =>
      c.statements.filter((s) => !holds(s.terms, prepare(c.answer))).map((s) => s.id),
    );
    const errors = traps.flatMap((t) =>
      [t.answer, t.error.text]
        .filter((text) => !holds(t.error.terms, prepare(text)))
        .map(() => t.id),
    );
    expect([...answers, ...errors]).toEqual([]);
  });

  it("lets every fact be reached by a question with one of its own words", () => {
    const reached = (cue: string, id: string) => {
      const question = classifyQuestion(
        `Pouvez-vous me parler de ceci : ${cue.replace("*", "")} ?`,
      );
      question.type = "open";
      const found = recognise(question.part, content.topics, content.expected);
      const said = disclose(content.expected, {}, 5, question, found, { fact: null, topic: null });
      return said.kind === "told" && said.fact.id === id;
    };
    const lost = facts.filter((f) => !f.cues.some((c) => reached(c, f.id))).map((f) => f.id);
    expect(lost).toEqual([]);
  });

  it("is written in French typography", () => {
    const prose = strings(content).filter(
      ([path]) => !/\.(?:cues|sides|terms)\[|\.id$|Topics|criteria/.test(path),
    );
    const faults = prose.filter(([, text]) =>
      /'|"|[^\s\u00a0\u202f] [:;!?»](?=\s|$)|« |\d \d{3}\b|\d [%€]/u.test(text),
    );
    expect(faults).toEqual([]);
  });
});
