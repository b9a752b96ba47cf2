import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { figure } from "../../app/domain/figure.ts";
import { tools } from "../../app/tools/registry.ts";
import { toolViews } from "../../app/tools/views.tsx";

/**
 * The promises every tool makes. Each folder of app/tools is found by itself; it fails here until it is
 * registered, keeps its shape and keeps its secrets.
 */
const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const folders = readdirSync(at("app/tools"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const readYaml = (path: string): unknown => parse(readFileSync(at(path), "utf8"));

/** Every word and figure under a value changed, its shape and its references kept. */
function swapped(value: unknown, key = ""): unknown {
  if (typeof value === "string")
    return /^(?:id|topic|from|requires)$/.test(key) ? value : `échangé ${value.length}`;
  if (Array.isArray(value)) return value.map((v) => swapped(v, key));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, swapped(v, k)]));
  return value;
}

const criterionIds = (): Set<string> => {
  const ids = new Set<string>();
  for (const file of readdirSync(at("content/certifications"))) {
    const sheet = readYaml(`content/certifications/${file}`) as {
      blocks: { competencies: { criteria: { id: string }[] }[] }[];
    };
    for (const block of sheet.blocks)
      for (const competency of block.competencies)
        for (const criterion of competency.criteria) ids.add(criterion.id);
  }
  return ids;
};

/** The tools' content in the real subjects: content/subjects/<slug>/<file>. */
const realContent = (file: string): [string, unknown][] =>
  readdirSync(at("content/subjects"))
    .map((slug) => `content/subjects/${slug}/${file}`)
    .filter((path) => existsSync(at(path)))
    .map((path) => [path, readYaml(path)]);

/** Where a subject keeps each tool's content, and moves that bring the tool somewhere worth looking at. */
const known: Record<string, { file: string; moves: unknown[] }> = {
  "client-interview": {
    file: "interview.yaml",
    moves: [
      {
        type: "add-questions",
        topic: "auto",
        text: "Quel est votre budget ?\nQui sont vos clients ?",
      },
      { type: "ask", text: "Bonjour, je vous propose une heure." },
      { type: "ask", text: "Quel est votre budget ?" },
      { type: "ask", text: "Qui sont vos clients ?" },
      { type: "reformulate", text: "Si je résume : 12 345 678 abonnés" },
      { type: "end" },
      { type: "add-lines", topic: "budget", mark: "fact", text: "Un budget" },
      { type: "hand-in" },
    ],
  },
  "critical-review": {
    file: "tools/critical-review.yaml",
    moves: [
      { type: "mark", from: 0, to: 2, quote: "", kind: "cliche", correction: "", source: "" },
      { type: "write", text: "Une soirée avec Inès Morvan, sur réservation." },
      { type: "set-typography" },
      { type: "finish" },
      { type: "resume" },
    ],
  },
  "visual-bench": {
    file: "tools/visual-bench.yaml",
    moves: [
      { type: "run", sujet: "une barque" },
      { type: "write", field: "style", text: "linogravure" },
      {
        type: "run",
        composition: "affiche",
        palette: "charte",
        ratio: "4:5",
        texte: "« Un titre »",
      },
      { type: "mark", run: "e1", defect: "logo" },
      { type: "inspect", run: "e1" },
      { type: "keep", run: "e2" },
      { type: "choose", field: "ground", value: "band" },
      { type: "write", field: "alt", text: "Une barque sur la rivière, et les mots Un titre." },
      { type: "write", field: "mention", text: "Image générée par un outil." },
      { type: "exported", format: "png", bytes: 1000, sha256: null },
    ],
  },
  "animation-bench": {
    file: "tools/animation-bench.yaml",
    moves: [
      { type: "add-shot", text: "Travelling avant : une barque sur la rivière. Aube, brume" },
      { type: "add-shot", text: "Plan fixe : la barque au quai. Plein jour" },
      { type: "write-shot", shot: "p1", field: "caption", text: "Elles tenaient la barre." },
      { type: "seconds", shot: "p2", seconds: "4,5" },
      { type: "save-version" },
      { type: "poster", at: 1 },
      { type: "draft-alternative" },
      {
        type: "rendered",
        format: "webm",
        codec: "vp9",
        bytes: 1000,
        sha256: null,
        width: 720,
        height: 1280,
        seconds: 7.5,
        flashes: 0,
      },
    ],
  },
  "assistance-check": {
    file: "tools/assistance-check.yaml",
    moves: [
      { type: "write", field: "alt:I1", text: "La grande serre de verre, un palmier au centre." },
      { type: "decorative", id: "I2", on: true },
      { type: "write", field: "cue:c1", text: "Bonsoir, Aïcha Bernon." },
      { type: "write", field: "easy", text: "Vous pouvez venir." },
      { type: "name", name: "simplified" },
      { type: "finish" },
      { type: "resume" },
    ],
  },
};

it("finds the tools' folders, each registered with a screen, and nothing else", () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(Object.keys(tools).sort()).toEqual([...folders].sort());
  expect(Object.keys(toolViews).sort()).toEqual([...folders].sort());
  expect(Object.keys(known).sort()).toEqual([...folders].sort());
});

describe.each(folders)("the tool %s", (id) => {
  const tool = tools[id]!;
  const { file, moves } = known[id]!;
  const sample = readYaml(`app/tools/${id}/sample.yaml`) as Record<string, unknown>;
  const content = tool.content.parse(sample);
  const real = realContent(file);

  function played(on: unknown, seed: number): unknown[] {
    const states = [tool.start(on, seed)];
    for (const move of moves) {
      const result = tool.apply(on, states.at(-1), tool.action.parse(move));
      if (!result.ok) throw new Error(`${JSON.stringify(move)}: ${result.message}`);
      states.push(result.value.state);
    }
    return states;
  }

  it("has the common files and its own name", () => {
    for (const name of ["content.ts", "tool.ts", "view.tsx", "sample.yaml", "README.md"])
      expect(existsSync(at(`app/tools/${id}/${name}`)), name).toBe(true);
    const readme = readFileSync(at(`app/tools/${id}/README.md`), "utf8")
      .trim()
      .split("\n");
    expect(readme.length).toBeLessThanOrEqual(10);
    expect(tool.id).toBe(id);
    expect(tool.title).not.toBe("");
  });

  it("accepts its sample and the real subjects, and no unknown key", () => {
    expect(real.length).toBeGreaterThan(0);
    for (const [path, value] of real) {
      const parsed = tool.content.safeParse(value);
      expect(parsed.success ? [] : parsed.error.issues, path).toEqual([]);
    }
    expect(tool.content.safeParse({ ...sample, inconnu: 1 }).success).toBe(false);
    expect(tool.content.safeParse({ ...sample, expected: { inconnu: 1 } }).success).toBe(false);
  });

  it("refuses an unknown action, and a person may not send a system action", () => {
    for (const action of [
      { type: "inconnue" },
      {},
      null,
      "ask",
      { type: "phrased", round: 0, turn: 0, text: "x" },
    ])
      expect(tool.action.safeParse(action).success, JSON.stringify(action)).toBe(false);
    expect(tool.systemAction.safeParse({ type: "inconnue" }).success).toBe(false);
  });

  it("starts alike for one seed, and replays to the same state", () => {
    expect(tool.start(content, 42)).toEqual(tool.start(content, 42));
    expect(played(content, 42)).toEqual(played(content, 42));
    for (const state of played(content, 42)) {
      const stored = JSON.parse(JSON.stringify(state));
      expect(tool.state.parse(stored)).toEqual(state);
    }
  });

  it("keeps its secrets: swapping every expected value leaves the first screen as it was", () => {
    for (const [path, value] of [["sample", sample] as [string, unknown], ...real]) {
      const on = tool.content.parse(value) as { expected: unknown };
      const other = { ...on, expected: swapped(on.expected) };
      expect(tool.view(other, tool.start(other, 1)), path).toEqual(
        tool.view(on, tool.start(on, 1)),
      );
      expect(JSON.stringify(tool.view(on, tool.start(on, 1)))).not.toContain("expected");
    }
  });

  it("gives valid figures, findings that teach, and a progress that adds up", () => {
    for (const state of played(content, 42)) {
      const figures = tool.figures(content, state);
      for (const f of figures) expect(figure.parse(f).id.startsWith(`${id}:`)).toBe(true);
      expect(new Set(figures.map((f) => f.id)).size).toBe(figures.length);
      const findings = tool.findings(content, state);
      expect(new Set(findings.map((f) => f.rule)).size).toBe(findings.length);
      for (const f of findings) {
        expect(f.note).toMatch(/[.!?…»]$/);
        expect(f.source).not.toBe("");
      }
      const { done, total } = tool.progress(content, state);
      expect(done).toBeLessThanOrEqual(total);
    }
    expect(tool.figures(content, played(content, 42).at(-1)).length).toBeGreaterThan(0);
  });

  it("names criteria that exist", () => {
    const ids = criterionIds();
    for (const [path, value] of [["sample", sample] as [string, unknown], ...real]) {
      const on = tool.content.parse(value);
      for (const finding of tool.findings(on, tool.start(on, 1)))
        if (finding.criterion) expect([...ids], path).toContain(finding.criterion);
    }
  });
});
