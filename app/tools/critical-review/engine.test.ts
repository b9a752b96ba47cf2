import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figure } from "~/domain/figure.ts";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import { type Content, content as schema } from "./content.ts";
import { remainingFaults } from "./final-text.ts";
import { measure } from "./measures.ts";
import { locate, readPassages, spanText } from "./passages.ts";
import { score } from "./scoring.ts";
import type { State } from "./state.ts";
import { criticalReview as tool } from "./tool.ts";

const subject = toolCase<Content>(tool, "musee-batellerie-corvanne");
const sample = toolCase<Content>(tool);
const mark = (quote: string, kind: string, more = {}) => ({
  type: "mark",
  from: "",
  to: "",
  quote,
  kind,
  correction: "à revoir",
  source: "",
  ...more,
});
const play = (content: Content, moves: unknown[], from?: State) =>
  playTool<State>(tool, content, moves, from);
const rewrite = (text: string) => ({ type: "write", text });
const finding = (content: Content, state: State, rule: string) =>
  tool.findings(content, state).find((f) => f.rule === rule)!;

const GOOD = `Le Musée de la Batellerie, ouvert en 1984, raconte les femmes de rivière du 16 janvier au 30 mai 2027. Trente-huit objets, prêtés par sept familles, dont la barque Eulalie (7,20 m). « Mon père disait toujours que l’eau nous aimait bien », se souvient Marcelle Audouin, née en 1933. Fermé le mardi. Gratuit le premier dimanche du mois. Une visite racontée a lieu le deuxième samedi à 15 h. Photos : coll. familles de Corvanne.`;

describe("content", () => {
  it("plants at least twelve faults of every kind, on a shelf of good and bad sources", () => {
    const { faults, sources } = subject.expected;
    expect(faults.length).toBeGreaterThanOrEqual(12);
    expect(new Set(faults.map((f) => f.kind))).toEqual(new Set(subject.kinds.map((k) => k.id)));
    expect(sources.filter((s) => s.reliable).length).toBeGreaterThanOrEqual(4);
    expect(sources.filter((s) => !s.reliable).length).toBeGreaterThanOrEqual(3);
  });
  it.each([
    ["sample", sample],
    ["subject", subject],
  ] as const)("%s: the draft holds every fault and none of it is introduced", (_, content) => {
    expect(remainingFaults(content, content.draft)).toHaveLength(content.expected.faults.length);
    expect(measure(content, content.draft).borrowed).toHaveLength(1);
  });
  it("refuses a fault that is not in the draft, and a source left unjudged", () => {
    const broken = structuredClone(sample);
    broken.expected.faults[0]!.excerpts = ["jamais écrit"];
    broken.expected.sources.pop();
    const issues = schema.safeParse(broken).error?.issues.map((i) => i.message) ?? [];
    expect(issues).toHaveLength(2);
  });
});

describe("passages", () => {
  const passages = readPassages(subject.draft);
  it("keeps every word, in sentences that follow each other", () => {
    expect(passages.words.join(" ").replace(/\s+/g, " ")).toBe(subject.draft.replace(/\s+/g, " "));
    let next = 0;
    for (const s of passages.sentences) {
      expect(s.from).toBe(next);
      next = s.to + 1;
    }
    expect(next).toBe(passages.words.length);
  });
  it("finds back any span from its text", () => {
    const at = fc.nat(passages.words.length - 1);
    fc.assert(
      fc.property(at, at, (a, b) => {
        const span = { from: Math.min(a, b), to: Math.max(a, b) };
        expect(
          locate(passages, spanText(passages, span)).some(
            (s) => s.from >= span.from && s.to <= span.to,
          ) || spanText(passages, span).match(/\p{L}|\p{N}/u) === null,
        ).toBe(true);
      }),
    );
  });
});

describe("scoring", () => {
  it.each([
    ["fondé en 1894", "fait", "e01", true],
    ["1894", "fait", "e01", true],
    ["Musée de la Batellerie de Corvanne, fondé en 1894", "fait", "e01", true],
    ["fondé en 1894", "regle", "e01", false],
    ["Entrée gratuite tous les dimanches.", "promesse", "e09", true],
    ["exceptionnels", "cliche", "e14", true],
    ["N’HÉSITEZ PAS", "cliche", "e14", true],
    ["leurs épouses, douces et courageuses", "biais", "e19", true],
    [
      "créée par une IA : comme une personne l'a relue, la loi nous dispense de le dire",
      "regle",
      "e21",
      true,
    ],
  ])("%s as %s hits %s", (quote, kind, id, right) => {
    const state = play(subject, [mark(quote, kind)]);
    expect(score(subject, state.marks).verdicts[0]).toMatchObject({
      hit: true,
      fault: { id },
      kindRight: right,
    });
  });
  it("tells two faults of one sentence apart by the kind named", () => {
    const quote = "Cinquante-huit objets exceptionnels, prêtés par sept familles";
    const of = (kind: string) => {
      const [v] = score(subject, play(subject, [mark(quote, kind)]).marks).verdicts;
      return v!.hit ? v!.fault.id : null;
    };
    expect([of("fait"), of("cliche")]).toEqual(["e03", "e14"]);
  });
  it("counts a right passage as a false alarm, and says why it is right", () => {
    const state = play(subject, [
      mark("5,63 m", "fait"),
      mark("la salle 2", "fait"),
      mark("prêtés par sept familles", "fait"),
    ]);
    const { verdicts, falseAlarms } = score(subject, state.marks);
    expect(falseAlarms).toBe(3);
    expect(verdicts.map((v) => !v.hit && v.why?.slice(0, 6))).toEqual([
      "C’est ",
      "C’est ",
      "C’est ",
    ]);
  });
  it("finds what is missing when the correction names it, and only then", () => {
    const absent = (correction: string) =>
      score(subject, play(subject, [mark("", "mention", { correction })]).marks);
    expect(absent("Crédit photo : coll. familles de Corvanne").found).toEqual(new Set(["e23"]));
    expect(absent("le numéro de téléphone").falseAlarms).toBe(1);
  });
  it("counts two marks on one fault once, and no mark twice", () => {
    const state = play(subject, [
      mark("Plongez au cœur", "cliche"),
      mark("incontournable", "cliche"),
    ]);
    expect(score(subject, state.marks)).toMatchObject({ falseAlarms: 0, found: new Set(["e14"]) });
  });
  it("finds everything when every excerpt is marked with its kind", () => {
    const moves = subject.expected.faults.map((f) =>
      mark(f.excerpts[0] ?? "", f.kind, { correction: f.correction }),
    );
    const result = score(subject, play(subject, moves).marks);
    expect(result).toMatchObject({ missed: [], falseAlarms: 0 });
    expect(result.verdicts.every((v) => v.hit && v.kindRight)).toBe(true);
  });
});

describe("the rewritten text", () => {
  const finished = (text: string) =>
    play(subject, [mark("1894", "fait"), rewrite(text), { type: "finish" }]);
  const report = (text: string) => tool.view(subject, finished(text)).report!;
  it("is clean when it was done well", () => {
    const r = report(GOOD);
    expect(r.faults.filter((f) => !f.corrected).map((f) => f.id)).toEqual([]);
    expect(r.introduced).toEqual([]);
    for (const rule of [
      "faults-corrected",
      "nothing-introduced",
      "mentions-kept",
      "borrowing",
      "tics-removed",
    ])
      expect(finding(subject, finished(GOOD), rule).met, rule).toBe(true);
  });
  it.each([
    ["figure", GOOD.replace("Trente-huit", "Quarante-deux")],
    ["quotation", GOOD.replace("Fermé", "« Un lieu magnifique, vraiment », dit la presse. Fermé")],
    ["tic", `${GOOD} Il est important de noter qu’on réserve.`],
    ["mention", GOOD.replace(/Une visite racontée[^.]+\./, "")],
    ["mention", GOOD.replace("du 16 janvier au 30 mai", "au printemps")],
    [
      "borrowing",
      `${GOOD} Elles tiennent la barre, chargent, négocient, comptent. Mais avant 1938, une batelière mariée ne signe aucun contrat.`,
    ],
  ])("a new fault is seen: %s", (kind, text) => {
    expect(text).not.toBe(GOOD);
    expect(report(text).introduced.map((i) => i.kind)).toEqual([kind]);
  });
  it("lets a borrowed passage be quoted", () => {
    const quoted = `${GOOD} « Elles tiennent la barre, chargent, négocient, comptent. Mais avant 1938, une batelière mariée ne signe aucun contrat », dit le panneau 4.`;
    expect(report(quoted).introduced).toEqual([]);
  });
  it("still holds the faults nobody touched", () => {
    expect(report(subject.draft).faults.every((f) => !f.corrected)).toBe(true);
    expect(report(`${GOOD} Fermé le lundi.`).faults.filter((f) => !f.corrected)).toHaveLength(1);
  });
  it("is set in French typography on demand, words kept", () => {
    const state = play(subject, [{ type: "set-typography" }]);
    expect(measure(subject, state.text).typography).toEqual([]);
    expect(remainingFaults(subject, state.text)).toHaveLength(subject.expected.faults.length);
  });
});

describe("passes", () => {
  it("keeps the first reading, and opens a second", () => {
    const first = play(subject, [
      mark("1894", "fait"),
      mark("sept familles", "fait"),
      { type: "finish" },
    ]);
    expect(tool.apply(subject, first, mark("1923", "fait") as never).ok).toBe(false);
    const second = play(
      subject,
      [
        { type: "resume" },
        mark("1923", "fait"),
        { type: "remove-mark", id: "r2" },
        { type: "finish" },
      ],
      first,
    );
    const r = tool.view(subject, second).report!;
    expect(r.first).toMatchObject({ found: 1, falseAlarms: 1 });
    expect(r.now).toMatchObject({ found: 2, falseAlarms: 0 });
    expect(r.faults.find((f) => f.id === "e05")?.found).toBe("second");
    expect(second.marks.map((m) => m.pass)).toEqual([1, 2]);
  });
  it.each([
    [{ type: "finish" }, "nothing-marked"],
    [{ type: "resume" }, "not-finished"],
    [mark("jamais écrit", "fait"), "not-found"],
    [mark("", "fait"), "no-passage"],
    [mark("1894", "inconnue"), "no-kind"],
    [mark("1894", "fait", { source: "X9" }), "no-source"],
    [mark("1894", "fait", { correction: "x".repeat(401) }), "too-long"],
    [mark("", "fait", { from: 3, to: 60 }), "too-wide"],
    [mark("", "fait", { from: 9, to: 3 }), "no-place"],
    [mark("", "fait", { from: "3", to: "99999" }), "malformed"],
    [rewrite("x".repeat(4001)), "too-long"],
    [{ type: "remove-mark", id: "r9" }, "unknown"],
  ])("refuses %j: %s", (move, reason) => {
    const parsed = tool.action.safeParse(move);
    if (reason === "malformed") return expect(parsed.success).toBe(false);
    const state = play(subject, []);
    const result = tool.apply(subject, state, parsed.data as never);
    expect(result.ok ? null : result.reason).toBe(reason);
    expect(result.ok ? "" : result.message).toMatch(/[.!?]$/);
  });
  it("holds a full work under 200 kB", () => {
    const words = readPassages(subject.draft).words.length;
    const moves = Array.from({ length: 60 }, (_, i) =>
      mark("", "fait", { from: i, to: Math.min(words - 1, i + 5), correction: "é".repeat(400) }),
    );
    const state = play(subject, [...moves, rewrite("é".repeat(4000)), { type: "finish" }]);
    expect(new TextEncoder().encode(JSON.stringify(state)).length).toBeLessThan(200_000);
  });
});

describe("secrets", () => {
  it("shows no explanation, no judgement of a source, no count before « J’ai fini »", () => {
    const state = play(subject, [
      mark("1894", "fait"),
      mark("sept familles", "fait"),
      rewrite(GOOD),
    ]);
    const shown = JSON.stringify([
      tool.view(subject, state),
      tool.findings(subject, state),
      tool.figures(subject, state),
    ]);
    for (const { explanation } of subject.expected.faults) expect(shown).not.toContain(explanation);
    for (const { why } of [...subject.expected.sources, ...subject.expected.sound])
      expect(shown).not.toContain(why);
    expect(tool.view(subject, state).report).toBeNull();
    const other = { ...subject, expected: sample.expected };
    expect(tool.view(other, state)).toEqual(tool.view(subject, state));
    expect(tool.findings(other, state)).toEqual(tool.findings(subject, state));
    expect(tool.figures(other, state)).toEqual(tool.figures(subject, state));
  });
  it("tells them all after", () => {
    const state = play(subject, [mark("1894", "fait"), rewrite(GOOD), { type: "finish" }]);
    const shown = JSON.stringify(tool.view(subject, state).report);
    for (const { explanation } of subject.expected.faults)
      expect(shown).toContain(JSON.stringify(explanation).slice(1, -1));
    const ids = tool.figures(subject, state).map((f) => figure.parse(f).id);
    expect(ids).toEqual([
      "critical-review:claims",
      "critical-review:readability",
      "critical-review:before-after",
      "critical-review:summary",
    ]);
    expect(tool.progress(subject, state)).toEqual({ done: 3, total: 3, next: null });
  });
});
