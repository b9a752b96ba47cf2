import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import { storyboardOf } from "./engine.ts";
import { findings } from "./observations.ts";
import type { State } from "./state.ts";
import { animationBench as tool } from "./tool.ts";

const content = toolCase<Content>(tool);
const museum = toolCase<Content>(tool, "musee-batellerie-corvanne");
const play = (moves: unknown[], from?: State, on = content) =>
  playTool<State>(tool, on, moves, from);
const met = (state: State, rule: string, on = content) =>
  findings(on, state).find((f) => f.rule === rule)!;
const add = (text: string) => ({ type: "add-shot", text });
const shot = (id: string, field: string, text: string) => ({
  type: "write-shot",
  shot: id,
  field,
  text,
});
const three = play([
  add("Travelling avant : une maison à la campagne. Aube, brume"),
  add("Plan fixe : un panier de pommes dans la maison. Gros plan"),
  add("Travelling arrière : un panier sur une table. Soir"),
]);
const file = {
  type: "rendered",
  format: "mp4",
  codec: "avc",
  bytes: 1000,
  sha256: "b".repeat(64),
  width: 720,
  height: 1280,
  seconds: 9,
  flashes: 1,
};

it("a proposed mention joins what was written, once", () => {
  const proposed = { type: "add-mention", text: content.mentions[0]! };
  const written = play([{ type: "write", field: "mention", text: "Relu par Inès." }], three);
  const both = `Relu par Inès. ${content.mentions[0]}`;
  expect(play([proposed], written).mention).toBe(both);
  expect(play([proposed, proposed], written).mention).toBe(both);
});

describe("shots", () => {
  it("come in order, move by one or to a place, and go", () => {
    const ids = (s: State) => s.shots.map((x) => x.id);
    expect(ids(three)).toEqual(["p1", "p2", "p3"]);
    expect(ids(play([{ type: "move-shot", shot: "p3", by: "up" }], three))).toEqual([
      "p1",
      "p3",
      "p2",
    ]);
    expect(ids(play([{ type: "move-shot", shot: "p1", by: "up" }], three))).toEqual([
      "p1",
      "p2",
      "p3",
    ]);
    expect(ids(play([{ type: "place-shot", shot: "p1", at: 2 }], three))).toEqual([
      "p2",
      "p3",
      "p1",
    ]);
    expect(ids(play([{ type: "place-shot", shot: "p3", at: 0 }], three))).toEqual([
      "p3",
      "p1",
      "p2",
    ]);
    expect(ids(play([{ type: "remove-shot", shot: "p2" }], three))).toEqual(["p1", "p3"]);
  });
  it("take their length from a form as from a button", () => {
    expect(play([{ type: "seconds", shot: "p1", seconds: "4,5" }], three).shots[0]!.seconds).toBe(
      4.5,
    );
    expect(play([{ type: "seconds", shot: "p1", seconds: 2.04 }], three).shots[0]!.seconds).toBe(2);
  });
  it.each([
    [{ type: "seconds", shot: "p1", seconds: 16 }, "seconds"],
    [{ type: "seconds", shot: "p1", seconds: "0" }, "seconds"],
    [shot("p9", "line", "x"), "unknown"],
    [shot("p1", "line", "x".repeat(401)), "too-long"],
    [shot("p1", "title", "x".repeat(81)), "too-long"],
    [{ type: "choose", field: "ratio", value: "3:1" }, "unknown"],
    [{ type: "attach", what: "video", assetId: "a" }, "not-rendered"],
    [{ type: "attach", what: "poster", assetId: "a" }, "no-poster"],
    [{ type: "reuse", version: 4 }, "unknown"],
  ])("refuse %j", (action, reason) => {
    expect(tool.apply(content, three, tool.action.parse(action))).toMatchObject({
      ok: false,
      reason,
    });
  });
  it("are at most twelve", () => {
    const many = play(Array.from({ length: 12 }, (_, i) => add(`Plan fixe : ${i}. x`)));
    expect(tool.apply(content, many, { type: "add-shot" })).toMatchObject({
      ok: false,
      reason: "too-many",
    });
  });
});

describe("versions", () => {
  it("are kept with their reason, told apart, and taken back", () => {
    const kept = play(
      [
        { type: "write", field: "why", text: "Départ" },
        { type: "save-version" },
        shot("p1", "line", "Plan fixe : une tasse. Jour"),
        { type: "save-version" },
      ],
      three,
    );
    expect(kept.versions.map((v) => [v.n, v.why])).toEqual([
      [1, "Départ"],
      [2, ""],
    ]);
    expect(tool.apply(content, kept, { type: "save-version" })).toMatchObject({
      ok: false,
      reason: "same",
    });
    expect(play([{ type: "reuse", version: 1 }], kept).shots).toEqual(three.shots);
    expect(met(kept, "versions").met).toBe(true);
  });
});

describe("findings", () => {
  it("wait for a shot", () => {
    expect(findings(content, tool.start(content, 1)).every((f) => f.met === null)).toBe(true);
  });
  it("say what a shot lacks, and where", () => {
    expect(met(three, "shots-written").met).toBe(true);
    expect(met(play([shot("p2", "line", "un panier")], three), "shots-written")).toMatchObject({
      met: false,
      note: expect.stringContaining("le plan 2"),
    });
    expect(
      met(
        play([shot("p2", "line", "Zoom avant et rotation : un panier. Jour")], three),
        "one-movement",
      ),
    ).toMatchObject({ met: false, note: expect.stringContaining("le plan 2") });
  });
  it("hold the length against the bench and the network", () => {
    expect(met(three, "duration").met).toBe(true);
    expect(
      met(
        play(
          [
            { type: "remove-shot", shot: "p2" },
            { type: "remove-shot", shot: "p3" },
          ],
          three,
        ),
        "duration",
      ).met,
    ).toBe(false);
    expect(met(play([{ type: "seconds", shot: "p1", seconds: 14 }], three), "duration").met).toBe(
      false,
    );
  });
  it("hold the format against the network and the order, without giving the order away", () => {
    const wide = play([{ type: "choose", field: "ratio", value: "16:9" }], three);
    expect(met(wide, "ratio-network").met).toBe(false);
    expect(met(wide, "format-ordered")).toMatchObject({
      met: false,
      note: expect.not.stringContaining("9:16"),
    });
    expect(
      met(play([{ type: "choose", field: "ratio", value: "9:16" }], three), "format-ordered").met,
    ).toBe(true);
  });
  it("want the subject in the first seconds and an action in the last shot", () => {
    expect(met(three, "hook").met).toBe(false);
    expect(met(play([shot("p1", "title", "Pain et compote")], three), "hook").met).toBe(true);
    expect(met(three, "ending").met).toBe(false);
    expect(
      met(play([shot("p3", "caption", "Réservez à la boulangerie.")], three), "ending").met,
    ).toBe(true);
  });
  it("read subtitles at 12 characters a second, on two lines", () => {
    expect(met(three, "caption-speed").met).toBeNull();
    expect(
      met(play([shot("p1", "caption", "Le samedi, on cuisine.")], three), "caption-speed").met,
    ).toBe(true);
    expect(
      met(
        play(
          [
            shot(
              "p1",
              "caption",
              "Le samedi, à la boulangerie, on cuisine tous ensemble le pain perdu.",
            ),
          ],
          three,
        ),
        "caption-speed",
      ).met,
    ).toBe(false);
    const long = play(
      [
        shot(
          "p1",
          "caption",
          "Le samedi, à la boulangerie, on cuisine tous ensemble le pain perdu et la compote des pommes du verger voisin.",
        ),
        { type: "seconds", shot: "p1", seconds: 12 },
      ],
      three,
    );
    expect(met(long, "caption-lines").met).toBe(false);
  });
  it("see flashes asked for in words, and count those of the file", () => {
    expect(
      met(
        play([shot("p1", "line", "Plan fixe : une lampe. Éclairs clignotants")], three),
        "no-flash-asked",
      ),
    ).toMatchObject({ met: false, note: expect.stringContaining("le plan 1") });
    expect(
      met(
        play([shot("p1", "line", "Plan fixe : une lampe. Sans clignotement")], three),
        "no-flash-asked",
      ).met,
    ).toBe(true);
    expect(met(three, "flashes").met).toBeNull();
    expect(met(play([file], three), "flashes").met).toBe(true);
    expect(met(play([{ ...file, flashes: 5 }], three), "flashes")).toMatchObject({
      met: false,
      note: expect.stringContaining("5 éclairs"),
    });
  });
  it("want a poster, an equivalent text with the words of the screen, a mention", () => {
    const words = play(
      [
        shot("p1", "title", "Pain et compote"),
        { type: "draft-alternative" },
        { type: "poster", at: 1.23 },
        { type: "write", field: "posterAlt", text: "Une maison." },
        { type: "add-mention", text: content.mentions[0]! },
      ],
      three,
    );
    for (const rule of ["alternative", "poster", "mention"])
      expect(met(words, rule).met, rule).toBe(true);
    expect(words.poster).toBe(1.2);
    expect(
      met(
        play([{ type: "write", field: "alternative", text: "x".repeat(200) }], words),
        "alternative",
      ),
    ).toMatchObject({ met: false, note: expect.stringContaining("Pain et compote") });
    expect(tool.apply(content, words, { type: "draft-alternative" })).toMatchObject({
      ok: false,
      reason: "written",
    });
  });
  it("see a false archive, not its exclusion", () => {
    const of = (line: string) =>
      met(play([add(line)], undefined, museum), "not-misleading", museum).met;
    expect(of("Plan fixe : un film d’archive de bateliers. Sépia")).toBe(false);
    expect(of("Plan fixe : des bateliers. Dessin, sans effet sépia")).toBe(true);
  });
  it("give every criterion of the competency something to look at", () => {
    const seen = new Set(
      findings(museum, tool.start(museum, 1))
        .map((f) => f.criterion)
        .filter(Boolean),
    );
    expect([...seen].sort()).toEqual([
      "BC04.4.C1",
      "BC04.4.C2",
      "BC04.4.C3",
      "BC04.4.C4",
      "BC04.4.C5",
    ]);
  });
});

it("knows when the file no longer shows the storyboard, and again when it does", () => {
  const rendered = play([file], three);
  expect(met(rendered, "rendered").met).toBe(true);
  const changed = play([{ type: "seconds", shot: "p1", seconds: 4 }], rendered);
  expect(met(changed, "rendered").met).toBe(false);
  expect(met(play([{ type: "seconds", shot: "p1", seconds: 3 }], changed), "rendered").met).toBe(
    true,
  );
  // What is said beside the film does not change it.
  expect(
    met(play([{ type: "write", field: "mention", text: "x" }], rendered), "rendered").met,
  ).toBe(true);
  expect(storyboardOf(content, rendered).shots).toBe(rendered.shots);
});

it("holds any sequence of moves: state stays valid, nothing throws", () => {
  const id = fc.constantFrom("p1", "p2", "p3", "zz");
  const move = fc.oneof(
    fc.record({ type: fc.constant("add-shot"), text: fc.string({ maxLength: 60 }) }),
    fc.record({
      type: fc.constant("write-shot"),
      shot: id,
      field: fc.constantFrom("line", "caption", "title"),
      text: fc.string({ maxLength: 60 }),
    }),
    fc.record({ type: fc.constant("place-shot"), shot: id, at: fc.nat(12) }),
    fc.record({
      type: fc.constant("seconds"),
      shot: id,
      seconds: fc.double({ min: 0, max: 20, noNaN: true }),
    }),
    fc.record({ type: fc.constantFrom("save-version", "draft-alternative") }),
    fc.constant(file),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 14 }), (moves) => {
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
    { numRuns: 40 },
  );
});
