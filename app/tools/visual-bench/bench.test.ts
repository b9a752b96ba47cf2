import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import { findings, nearestRatio } from "./observations.ts";
import type { State } from "./state.ts";
import { visualBench as tool } from "./tool.ts";

const content = toolCase<Content>(tool);
const museum = toolCase<Content>(tool, "musee-batellerie-corvanne");
const play = (moves: unknown[], from?: State, on = content) =>
  playTool<State>(tool, on, moves, from);
const write = (field: string, text: string) => ({ type: "write", field, text });
const full = {
  type: "run",
  sujet: "une femme dans un verger, un panier",
  style: "aplat",
  composition: "affiche",
  lumiere: "aube",
  cadrage: "plan moyen",
  palette: "charte",
  ratio: "4:5",
  texte: "« Pain et compote »",
  exclusions: "sans logo",
};
const met = (state: State, rule: string, on = content) =>
  findings(on, state).find((f) => f.rule === rule)!;
const kept = play([{ type: "run", sujet: "une barque" }, full, { type: "keep", run: "e2" }]);

describe("versions and runs", () => {
  it("makes a version when the words change, a variant when they do not", () => {
    const state = play([
      { type: "run", sujet: "une pomme" },
      { type: "run" },
      write("style", "aplat"),
      { type: "run" },
    ]);
    expect(state.versions.map((v) => v.n)).toEqual([1, 2]);
    expect(state.runs.map((r) => [r.version, r.variant])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(tool.view(content, state).versions[1]!.changes).toEqual([
      { label: "Style", before: "", after: "aplat" },
    ]);
  });
  it("keeps the reason with its version, then starts afresh", () => {
    const state = play([
      { type: "run", sujet: "une pomme" },
      write("why", "Trop convenu"),
      { type: "run", style: "lavis" },
    ]);
    expect(state.versions[1]!.why).toBe("Trop convenu");
    expect(state.why).toBe("");
  });
  it("adds an idea once", () => {
    const state = play([
      { type: "add", field: "sujet", text: "une tasse" },
      { type: "add", field: "sujet", text: "une tasse" },
      { type: "add", field: "sujet", text: "un livre" },
    ]);
    expect(state.draft.sujet).toBe("une tasse, un livre");
  });
  it("takes a version back, removes a run, but not the kept one", () => {
    expect(play([{ type: "reuse", run: "e1" }], kept).draft).toMatchObject({
      sujet: "une barque",
      style: "",
    });
    expect(play([{ type: "remove", run: "e1" }], kept).runs.map((r) => r.id)).toEqual(["e2"]);
    expect(tool.apply(content, kept, { type: "remove", run: "e2" })).toMatchObject({
      ok: false,
      reason: "kept",
    });
  });
  it.each([
    [{ type: "run" }, "empty-prompt"],
    [{ type: "vary", run: "e99" }, "unknown"],
    [write("sujet", "x".repeat(301)), "too-long"],
    [write("prompt", "x".repeat(4001)), "too-long"],
    [{ type: "choose", field: "network", value: "myspace" }, "unknown"],
    [{ type: "choose", field: "place", value: "ailleurs" }, "unknown"],
    [{ type: "attach", assetId: "a", width: 1, height: 1 }, "nothing-kept"],
  ])("refuses %j", (action, reason) => {
    expect(tool.apply(content, tool.start(content, 1), tool.action.parse(action))).toMatchObject({
      ok: false,
      reason,
    });
  });
  it("stops at 60 runs", () => {
    const moves = Array.from({ length: 60 }, () => ({ type: "run" }));
    const state = play([{ type: "run", sujet: "x" }, ...moves.slice(1)]);
    expect(tool.apply(content, state, { type: "run" })).toMatchObject({
      ok: false,
      reason: "too-many",
    });
    expect(JSON.stringify(state).length).toBeLessThan(200_000);
  });
});

describe("looking for faults", () => {
  it("tells what the image carries only once asked, and then closes the question", () => {
    const looked = play([
      { type: "run", sujet: "une barque" },
      { type: "mark", run: "e1", defect: "logo" },
    ]);
    expect(tool.view(content, looked).runs[0]!.defects).toBeNull();
    expect(met(looked, "defects-seen").met).toBeNull();
    const told = play([{ type: "inspect", run: "e1" }], looked);
    expect(tool.view(content, told).runs[0]!.defects).toContain("anachronism");
    expect(met(told, "defects-seen").met).toBe(false);
    expect(tool.apply(content, told, { type: "mark", run: "e1", defect: "glow" })).toMatchObject({
      ok: false,
      reason: "inspected",
    });
    const all = ["lettering", "anachronism", "glow", "stock-colours"].map((defect) => ({
      type: "mark",
      run: "e1",
      defect,
    }));
    expect(met(play([...all, { type: "inspect", run: "e1" }], looked), "defects-seen").met).toBe(
      true,
    );
  });
});

describe("findings", () => {
  it("waits for an image", () => {
    const seen = findings(content, tool.start(content, 1));
    expect(seen.every((f) => f.met === null)).toBe(true);
  });
  it("counts the slots that were understood", () => {
    expect(met(kept, "prompt-complete").met).toBe(true);
    expect(
      met(play([{ type: "run", sujet: "une barque", style: "joli" }]), "prompt-complete"),
    ).toMatchObject({ met: false, note: expect.stringContaining("trop vagues") });
  });
  it("sees a version that changes too much at once", () => {
    expect(met(kept, "one-change").met).toBe(false);
    expect(
      met(
        play([
          { type: "run", sujet: "une barque" },
          { type: "run", style: "aplat" },
        ]),
        "one-change",
      ).met,
    ).toBe(true);
  });
  it("holds the ratio against the network and the order", () => {
    expect(met(kept, "ratio-network").met).toBe(true);
    expect(
      met(play([{ type: "choose", field: "network", value: "youtube" }], kept), "ratio-network")
        .met,
    ).toBe(false);
    const square = play(
      [
        { type: "run", ratio: "carré" },
        { type: "keep", run: "e3" },
      ],
      kept,
    );
    expect(met(square, "format-ordered")).toMatchObject({
      met: false,
      note: expect.not.stringContaining("4:5"),
    });
  });
  it("measures the palette and the contrast on the composed pixels", () => {
    expect(met(kept, "palette-charter").met).toBe(true);
    const stray = play(
      [
        { type: "run", palette: "vert, violet, rose" },
        { type: "keep", run: "e3" },
      ],
      kept,
    );
    expect(met(stray, "palette-charter")).toMatchObject({
      met: false,
      note: expect.stringMatching(/#[0-9a-f]{6}/),
    });
    const pale = play(
      [
        { type: "choose", field: "place", value: "top" },
        { type: "choose", field: "ink", value: "light" },
      ],
      kept,
    );
    const banded = play([{ type: "choose", field: "ground", value: "band" }], pale);
    expect(met(banded, "overlay-contrast").met).toBe(true);
    const same = play(
      [
        { type: "choose", field: "ink", value: "dark" },
        { type: "choose", field: "ground", value: "none" },
        { type: "choose", field: "place", value: "bottom" },
      ],
      kept,
    );
    expect(met(same, "overlay-contrast")).toMatchObject({
      met: false,
      note: expect.stringContaining(":1"),
    });
  });
  it("keeps words in the zone a network leaves free", () => {
    const story = play(
      [
        { type: "run", ratio: "9:16" },
        { type: "keep", run: "e3" },
        { type: "choose", field: "place", value: "bottom" },
      ],
      kept,
    );
    expect(met(story, "safe-zone").met).toBe(false);
    expect(
      met(play([{ type: "choose", field: "place", value: "middle" }], story), "safe-zone").met,
    ).toBe(true);
  });
  it.each([
    ["", false],
    ["Image d’une femme dans un verger.", false],
    ["Une femme dans un verger porte un panier.", false],
    ["Une femme dans un verger porte un panier, avec les mots Pain et compote.", true],
  ])("judges the alternative « %s »", (alt, ok) => {
    expect(met(play([write("alt", alt)], kept), "alt-text").met).toBe(ok);
  });
  it("asks for a mention, wherever it is", () => {
    expect(met(kept, "mention").met).toBe(false);
    expect(met(play([write("mention", "Image générée par IA.")], kept), "mention").met).toBe(true);
    expect(
      met(play([write("stamp", "Visuel composé par un outil automatique")], kept), "mention").met,
    ).toBe(true);
  });
  it("sees an imitation and a false archive in the prompt, not in what it excludes", () => {
    const imitation = play([{ type: "run", sujet: "une barque", style: "dans le style de Monet" }]);
    expect(met(imitation, "no-imitation")).toMatchObject({
      met: false,
      note: expect.stringContaining("Monet"),
    });
    const archive = play(
      [{ type: "run", sujet: "photo d’archive de 1902, une batelière" }],
      undefined,
      museum,
    );
    expect(met(archive, "not-misleading", museum).met).toBe(false);
    const avoided = play(
      [{ type: "run", sujet: "une batelière", exclusions: "sans effet de photo ancienne" }],
      undefined,
      museum,
    );
    expect(met(avoided, "not-misleading", museum).met).toBe(true);
  });
  it("gives every criterion of the competency something to look at", () => {
    const seen = new Set(
      findings(museum, tool.start(museum, 1))
        .map((f) => f.criterion)
        .filter(Boolean),
    );
    expect([...seen].sort()).toEqual([
      "BC04.3.C1",
      "BC04.3.C2",
      "BC04.3.C3",
      "BC04.3.C4",
      "BC04.3.C5",
    ]);
  });
});

describe("an image made elsewhere", () => {
  const own = play([
    { type: "own", assetId: "a1", width: 1080, height: 1350, name: "rivière.png" },
    write("tool", "Un autre modèle, version 3, 12 novembre 2026"),
    write("licence", "Usage commercial permis"),
    write(
      "prompt",
      "Une batelière debout sur sa barque, au petit matin, en linogravure, deux couleurs, format 4:5, sans texte ni logo.",
    ),
  ]);
  it("counts as much as one composed here", () => {
    expect(tool.progress(content, own)).toMatchObject({
      done: 2,
      next: "Écrivez le texte alternatif",
    });
    for (const rule of [
      "prompt-complete",
      "ratio-network",
      "format-ordered",
      "rights",
      "provenance",
    ])
      expect(met(own, rule).met, rule).toBe(true);
    for (const rule of ["palette-charter", "overlay-contrast", "safe-zone"])
      expect(met(own, rule).met, rule).toBeNull();
    expect(
      tool.figures(content, own).find((f) => f.id === "visual-bench:image")!.body,
    ).toMatchObject({ kind: "list" });
  });
  it("asks for what was not declared, and can be left", () => {
    expect(met(play([write("licence", "")], own), "rights").met).toBe(false);
    expect(play([{ type: "source", value: "composed" }], own).source).toBe("composed");
    const dropped = play([{ type: "drop-own" }], own);
    expect([dropped.own.asset, dropped.source]).toEqual([null, "composed"]);
  });
  it.each([
    [1080, 1350, "4:5"],
    [1080, 1349, "4:5"],
    [1000, 1500, "2:3"],
    [1200, 630, null],
  ])("%i × %i is %s", (w, h, ratio) => {
    expect(nearestRatio(w, h)).toBe(ratio);
  });
});

it("forgets the file and the copy once the image changes", () => {
  const rendered = play(
    [
      { type: "exported", format: "png", bytes: 1000, sha256: "a".repeat(64) },
      { type: "attach", assetId: "x", width: 1080, height: 1350 },
    ],
    kept,
  );
  expect(met(rendered, "provenance").met).toBe(true);
  const described = play([write("alt", "Une autre phrase.")], rendered);
  expect([described.exported, described.attached?.assetId]).toEqual([null, "x"]);
  const later = play([write("title", "Autre")], rendered);
  expect([later.exported, later.attached]).toEqual([null, null]);
});

it("holds any sequence of moves: state stays valid, nothing throws", () => {
  const move = fc.oneof(
    fc.record({
      type: fc.constant("write"),
      field: fc.constantFrom("sujet", "style", "palette", "texte", "title", "alt", "ratio"),
      text: fc.string({ maxLength: 40 }),
    }),
    fc.record({ type: fc.constantFrom("run") }),
    fc.record({
      type: fc.constantFrom("vary", "keep", "remove", "reuse", "inspect"),
      run: fc.constantFrom("e1", "e2", "e3", "zz"),
    }),
    fc.record({
      type: fc.constant("choose"),
      field: fc.constantFrom("place", "ink", "ground", "size", "network"),
      value: fc.constantFrom("top", "light", "band", "l", "tiktok", "rien"),
    }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let state = tool.start(content, 3);
      for (const m of moves) {
        const result = tool.apply(content, state, tool.action.parse(m));
        if (result.ok) state = result.value.state;
      }
      expect(tool.state.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
      for (const f of findings(content, state)) expect(f.note).toMatch(/[.!?…»]$/);
      tool.figures(content, state);
      tool.view(content, state);
    }),
    { numRuns: 25 },
  );
});
