import { describe, expect, it } from "vitest";
import { WebVTTParser } from "webvtt-parser";
import { figure } from "~/domain/figure.ts";
import { readCues } from "~/engines/subtitle-cues.ts";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import { type Content, content as schema } from "./content.ts";
import { drafts } from "./engine.ts";
import { judgeWork } from "./errors.ts";
import { easyPoints, measure } from "./measures.ts";
import type { State } from "./state.ts";
import { assistanceCheck as tool } from "./tool.ts";

const subject = toolCase<Content>(tool, "musee-batellerie-corvanne");
const sample = toolCase<Content>(tool);
const play = (content: Content, moves: unknown[], from?: State) =>
  playTool<State>(tool, content, moves, from);
const write = (field: string, text: string) => ({ type: "write", field, text });
const finding = (content: Content, state: State, rule: string) =>
  tool.findings(content, state).find((f) => f.rule === rule)!;

/** Everything as the answers have it. */
const perfect = (content: Content): unknown[] => [
  ...content.expected.visuals.map((v) =>
    v.decorative ? { type: "decorative", id: v.id, on: true } : write(`alt:${v.id}`, v.model),
  ),
  { type: "import-cues", text: content.expected.captions.model },
  write("easy", content.expected.easy.model),
  { type: "name", name: "simplified" },
  write("reviewer", "Deux personnes de l’atelier"),
  write("captions-note", "Noms et année vérifiés."),
];

describe.each([
  ["sample", sample],
  ["subject", subject],
] as const)("the content of the %s", (_, content) => {
  it("plants errors that are all in the drafts", () => {
    const judged = judgeWork(content, drafts(content));
    const errors = [
      ...judged.visuals.flatMap((v) => v.errors),
      ...judged.captions.errors,
      ...judged.easy.errors,
    ];
    expect(errors.filter((e) => e.corrected).map((e) => e.id)).toEqual([]);
    expect(judged.untouched).toBe(judged.total);
    expect(judged.introduced).toEqual([]);
  });
  it("has answers that mend every one, break no rule and bring nothing in", () => {
    const state = play(content, [...perfect(content), { type: "finish" }]);
    const judged = judgeWork(content, state.work);
    const left = [
      ...judged.visuals.flatMap((v) => v.errors),
      ...judged.captions.errors,
      ...judged.easy.errors,
    ]
      .filter((e) => !e.corrected)
      .map((e) => e.id);
    expect(left).toEqual([]);
    expect(judged.introduced).toEqual([]);
    const m = measure(content, state.work);
    expect(m.alts.filter((a) => a.faults.length > 0)).toEqual([]);
    expect(m.captions).toMatchObject({ tooFast: 0, badLines: 0, badCuts: 0, other: 0 });
    expect(easyPoints(content, m.easy).filter((p) => !p.ok)).toEqual(
      content === subject
        ? [expect.objectContaining({ id: "spelt" })]
        : [expect.objectContaining({ id: "address" })],
    );
  });
  it("refuses an image without answer and an unreadable file", () => {
    const broken = structuredClone(content);
    broken.expected.visuals.pop();
    broken.captions.draft = "rien qui ressemble à un fichier";
    expect(schema.safeParse(broken).error?.issues).toHaveLength(2);
  });
});

describe("images", () => {
  it("keeps the AI's text until it is changed, and marks it reread", () => {
    const state = play(subject, [
      write("alt:V08", "Deux enfants font un nœud."),
      { type: "review", id: "V11", on: "true" },
    ]);
    expect(state.work.visuals.filter((v) => v.reviewed).map((v) => v.id)).toEqual(["V08", "V11"]);
  });
  it.each([
    ["V08", "Deux enfants font un nœud avec Léo.", ["v08-noms"]],
    ["V10", "Une femme à la barre d’une péniche chargée.", []],
    ["V01", "Une barque noire.", ["v01-bois"]],
  ])("%s « %s » still holds %j", (id, alt, left) => {
    const { visuals } = judgeWork(subject, play(subject, [write(`alt:${id}`, alt)]).work);
    expect(
      visuals
        .find((v) => v.id === id)!
        .errors.filter((e) => !e.corrected)
        .map((e) => e.id),
    ).toEqual(left);
  });
  it("sees what a correction invents: a number, an informative image thrown away", () => {
    const of = (moves: unknown[]) => judgeWork(subject, play(subject, moves).work).introduced;
    expect(of([write("alt:V06", "96 en 1880, 214 en 1906, 52 en 1957.")])).toHaveLength(1);
    expect(of([{ type: "decorative", id: "V02", on: true }])[0]).toContain("V02");
    expect(of([{ type: "decorative", id: "V05", on: true }])).toEqual([]);
  });
});

describe("subtitles", () => {
  it("starts from the machine's file and measures it", () => {
    const m = measure(subject, drafts(subject));
    expect(m.cues).toHaveLength(7);
    expect(m.captions.tooFast).toBeGreaterThan(1);
    const { words } = judgeWork(subject, drafts(subject)).captions;
    expect(words.rate!).toBeGreaterThan(0.15);
  });
  it("brings the word error rate down when words are mended, and does not punish condensing", () => {
    const mended = play(subject, [
      write("cue:c1", "Bonjour, je m’appelle\nMarcelle Audouin."),
      write("cue:c2", "Je suis née en 1933 sur la\nPersévérance, une péniche de charbon."),
      write("cue:c4", "Ma mère, elle tenait la barre."),
      write("cue:c5", "On naviguait de nuit, sans phare,\nil fallait écouter."),
      write("cue:c6", "[air d’accordéon]"),
      write(
        "cue:c7",
        "La nuit, l’eau, c’est du noir qui bouge.\nOn reconnaissait les ponts à leur écho.",
      ),
    ]);
    expect(judgeWork(subject, mended.work).captions.words.rate).toBe(0);
    const condensed = play(subject, [...perfect(subject), { type: "finish" }]);
    expect(finding(subject, condensed, "captions-errors").met).toBe(true);
    expect(judgeWork(subject, condensed.work).captions.words.deletions).toBeGreaterThan(5);
  });
  it("edits times, adds, removes, imports, and always exports a valid WebVTT file", () => {
    const state = play(
      subject,
      [
        write("start:c2", "00:00:02.500"),
        write("end:c2", "5,5"),
        { type: "add-cue", after: "c7" },
        write("cue:c8", "Fin <b>& suite</b>\n\n--> fin"),
        { type: "remove-cue", id: "c6" },
      ].filter((m) => !("text" in m && m.text === "5,5")),
    );
    const { vtt, srt, cues } = tool.view(subject, state).captions;
    const parsed = new WebVTTParser().parse(vtt, "captions");
    expect(parsed.errors).toEqual([]);
    expect(parsed.cues).toHaveLength(7);
    expect(readCues(srt)).toHaveLength(7);
    expect(cues.find((c) => c.id === "c2")?.start).toBe("00:00:02.500");
    const again = play(subject, [{ type: "import-cues", text: vtt }], state);
    expect(readCues(tool.view(subject, again).captions.vtt)).toEqual(readCues(vtt));
  });
});

describe("simplified text", () => {
  it("finds every kind of difficulty in the AI's draft", () => {
    const points = easyPoints(subject, measure(subject, drafts(subject)).easy);
    expect(points.filter((p) => p.ok).map((p) => p.id)).toEqual(["large", "address"]);
  });
  it("does not let an unread version be called FALC", () => {
    const named = (name: string) =>
      finding(subject, play(subject, [{ type: "name", name }]), "easy-name");
    expect(named("falc")).toMatchObject({
      met: false,
      note: expect.stringContaining("langage simplifié"),
    });
    expect(named("simplified").met).toBe(true);
    expect(named("").met).toBeNull();
    const falc = play(subject, [{ type: "name", name: "falc" }, write("easy", "Vous venez.")]);
    const text = tool.figures(subject, falc).find((f) => f.id.endsWith(":easy-text"));
    expect(JSON.stringify(text?.body)).not.toContain("FALC");
  });
});

describe("moves", () => {
  it.each([
    [{ type: "finish" }, "untouched"],
    [{ type: "resume" }, "not-finished"],
    [write("alt:V99", "x"), "unknown"],
    [write("inconnu", "x"), "unknown"],
    [write("alt:V01", "x".repeat(501)), "too-long"],
    [write("cue:c1", "x".repeat(301)), "too-long"],
    [write("easy", "x".repeat(4001)), "too-long"],
    [write("start:c1", "deux secondes"), "no-time"],
    [{ type: "remove-cue", id: "c99" }, "unknown"],
    [{ type: "add-cue", after: "c99" }, "unknown"],
    [{ type: "import-cues", text: "bonjour" }, "no-cue"],
    [{ type: "import-cues", text: "00:01.000 --> 00:02.000\nA\n\n".repeat(81) }, "too-many"],
  ])("refuses %j: %s", (move, reason) => {
    const result = tool.apply(subject, play(subject, []), tool.action.parse(move));
    expect(result.ok ? null : result.reason).toBe(reason);
    expect(result.ok ? "" : result.message).toMatch(/[.!?]$/);
  });
  it("keeps the first pass, and a second one beside it", () => {
    const first = play(subject, [
      write("alt:V08", "Deux enfants font un nœud."),
      { type: "finish" },
    ]);
    expect(tool.apply(subject, first, write("easy", "x") as never).ok).toBe(false);
    const second = play(
      subject,
      [{ type: "resume" }, ...perfect(subject), { type: "finish" }],
      first,
    );
    const { report } = tool.view(subject, second);
    expect(report!.first.untouched).toBe(report!.now.total - 2);
    expect(report!.now.untouched).toBe(0);
  });
  it("holds a full work under 200 kB", () => {
    const vtt = Array.from(
      { length: 80 },
      (_, i) =>
        `00:0${Math.floor(i / 60)}:${String(i % 60).padStart(2, "0")}.000 --> 00:02:00.000\n${"é".repeat(300)}`,
    ).join("\n\n");
    const state = play(subject, [
      { type: "import-cues", text: vtt },
      ...subject.visuals.flatMap((v) => [
        write(`alt:${v.id}`, "é".repeat(500)),
        write(`note:${v.id}`, "é".repeat(300)),
      ]),
      write("easy", "é".repeat(4000)),
      { type: "finish" },
    ]);
    expect(new TextEncoder().encode(JSON.stringify(state)).length).toBeLessThan(200_000);
  });
});

describe("secrets", () => {
  it("shows nothing of the answers before « J’ai fini », everything after", () => {
    const moves = [
      write("alt:V08", "Deux enfants font un nœud."),
      write("cue:c1", "Je suis Marcelle."),
      write("easy", "Venez."),
      write("note:V08", "Prénoms inventés"),
    ];
    const state = play(subject, moves);
    const other: Content = {
      ...subject,
      expected: {
        ...subject.expected,
        visuals: subject.expected.visuals.map((v) => ({ ...v, model: "autre", errors: [] })),
        captions: sample.expected.captions,
        easy: sample.expected.easy,
      },
    };
    for (const read of [tool.view, tool.findings, tool.figures] as ((
      c: Content,
      s: State,
    ) => unknown)[])
      expect(read(other, state)).toEqual(read(subject, state));
    const closed = play(subject, [{ type: "finish" }], state);
    const shown = JSON.stringify(tool.view(subject, closed).report);
    for (const e of subject.expected.visuals.flatMap((v) => v.errors))
      expect(shown).toContain(JSON.stringify(e.explanation).slice(1, -1));
    for (const f of tool.figures(subject, closed)) figure.parse(f);
    expect(tool.figures(subject, closed).map((f) => f.id.split(":")[1])).toEqual([
      "alternatives",
      "captions-before",
      "captions-after",
      "easy",
      "easy-text",
      "log",
      "summary",
    ]);
    expect(tool.state.parse(JSON.parse(JSON.stringify(closed)))).toEqual(closed);
  });
});
