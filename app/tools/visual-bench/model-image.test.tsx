// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import { MAX_RUNS, type State } from "./state.ts";
import { visualBench as tool } from "./tool.ts";
import { VisualBenchView as View } from "./view.tsx";

const content = toolCase<Content>(tool);
const play = (moves: unknown[], from?: State) => playTool<State>(tool, content, moves, from);
const write = (field: string, text: string) => ({ type: "write", field, text });
const image = {
  assetId: "a1",
  width: 1080,
  height: 1350,
  label: "modèle d’images peintre",
  model: "peintre",
};
const answer = { type: "generated", version: 1, ...image };
const asked = play([write("sujet", "une pomme"), write("ratio", "4:5"), { type: "ask" }]);
const made = play([answer], asked);
const kept = play([{ type: "keep", run: "e1" }], made);
const refusalOf = (state: State, move: unknown) => {
  const result = tool.apply(content, state, tool.action.parse(move));
  return result.ok ? null : result.reason;
};

describe("a run made by the model", () => {
  it("fixes the prompt before asking, and keeps the answer with the model's name", () => {
    expect(tool.view(content, asked)).toMatchObject({
      runs: [],
      asked: { n: 1, version: 1, prompt: expect.stringContaining("une pomme"), ratio: "4:5" },
    });
    expect(made.runs).toMatchObject([{ id: "e1", version: 1, variant: 0, generated: image }]);
    expect(tool.view(content, play([{ type: "ask" }], made)).asked).toMatchObject({
      n: 2,
      version: 1,
    });
  });
  it("goes to the version that was asked, whatever was typed meanwhile", () => {
    const later = play([write("style", "aplat"), { type: "run" }, answer], asked);
    expect(later.runs.map((r) => [r.version, r.variant, r.generated?.model])).toEqual([
      [2, 0, undefined],
      [1, 0, "peintre"],
    ]);
    expect(later.draft.style).toBe("aplat");
  });
  it("is one run when its answer is sent twice, and shares the variants of its version", () => {
    expect(play([answer], made).runs).toHaveLength(1);
    expect(play([{ type: "run" }], made).runs.map((r) => r.variant)).toEqual([0, 1]);
  });
  it("asks nothing that could not be kept", () => {
    expect(refusalOf(tool.start(content, 1), { type: "ask" })).toBe("empty-prompt");
    const full = play([
      { type: "run", sujet: "x" },
      ...Array.from({ length: MAX_RUNS - 1 }, () => ({ type: "run" })),
    ]);
    expect(refusalOf(full, { type: "ask" })).toBe("too-many");
    expect(refusalOf(asked, { ...answer, version: 9 })).toBe("unknown");
    expect(refusalOf(made, { type: "inspect", run: "e1" })).toBe("not-composed");
  });
  it("is the artefact once kept, declared with its model and its prompt", () => {
    const [artefact] = tool.artefacts!(content, kept);
    expect(artefact).toMatchObject({
      files: [{ role: "image", assetId: "a1" }],
      origin: { by: "model", tool: image.label, prompt: expect.stringContaining("une pomme") },
      aiUse: {
        prompts: [{ version: "v1", provider: image.label, model: "", kept: true }],
        kept: [expect.stringContaining(image.label), ""],
      },
    });
    expect(tool.progress(content, kept).next).toBe(
      "Changez une chose dans le prompt et recomposez",
    );
  });
  it("stays in the record when another image is kept, and when it is removed", () => {
    const other = play(
      [{ type: "run" }, { type: "keep", run: "e2" }, { type: "remove", run: "e1" }],
      made,
    );
    const [artefact] = tool.artefacts!(content, other);
    expect(artefact!.origin!.by).toBe("rules");
    expect(artefact!.aiUse.prompts.map((p) => [p.provider, p.kept])).toEqual([
      ["Modèle d’entraînement hors ligne", true],
      [image.label, false],
    ]);
  });
  it("names the model beside a label that does not", () => {
    const other = play([{ ...answer, label: "studio" }], asked);
    expect(tool.artefacts!(content, other)[0]!.aiUse.prompts[0]).toMatchObject({
      provider: "studio",
      model: "peintre",
    });
  });
  it("says nothing of a version that no image came of", () => {
    expect(tool.artefacts!(content, asked)[0]!.aiUse.prompts).toEqual([]);
  });
  it("is observed like an image that was not composed here", () => {
    const met = (rule: string) => tool.findings(content, kept).find((f) => f.rule === rule)!;
    expect(met("palette-charter")).toMatchObject({ met: null });
    expect(met("provenance")).toMatchObject({
      met: true,
      note: expect.stringContaining(image.label),
    });
    expect(met("ratio-network").met).toBe(true);
    expect(met("mention").met).toBe(false);
    const [versions, sheet] = ["versions", "image"].map(
      (id) => tool.figures(content, kept).find((f) => f.id === `visual-bench:${id}`)!,
    );
    expect(versions!.source).toBe(`Images générées\u00a0: ${image.label}.`);
    expect(JSON.stringify(sheet!.body)).toContain(image.label);
  });
  it("reads a bench saved before models made images", () => {
    const before = play([
      { type: "run", sujet: "une pomme" },
      { type: "keep", run: "e1" },
    ]);
    for (const version of before.versions) delete version.composed;
    expect(tool.artefacts!(content, before)[0]!.aiUse.prompts).toHaveLength(1);
    expect(play([{ type: "ask" }], before).asked).toEqual({ n: 1, version: 1 });
  });
});

/** The bench as the workspace plays it; `refuse` says which moves the server does not take. */
function Bench({ path, refuse = () => false }: { path: string | null; refuse?: Refuse }) {
  const [at, setAt] = useState({ state: play([]), version: 0 });
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (move: unknown) => {
    setPending(true);
    setRefusal(null);
    await Promise.resolve();
    const result = tool.apply(content, at.state, tool.action.parse(move));
    const refused = refuse(move as Move)
      ? "Le serveur ne répond pas."
      : !result.ok && result.message;
    if (refused) setRefusal(refused);
    else if (result.ok) setAt({ state: result.value.state, version: at.version + 1 });
    setPending(false);
    return !refused;
  };
  return (
    <View
      view={tool.view(content, at.state)}
      findings={[]}
      figures={[]}
      progress={tool.progress(content, at.state)}
      version={at.version}
      formAction="/outil"
      imagesPath="/espaces/e/images"
      generatedImagePath={path}
      {...{ submit, pending, refusal }}
    />
  );
}
type Move = { type: string };
type Refuse = (move: Move) => boolean;

const PATH = "/espaces/e/images-generees";
const NAME = "Générer avec le modèle";
const json = (body: object, status = 200) => Response.json(body, { status });
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const panel = () => within(document.querySelector("#visuel-prompt") as HTMLElement);
const type = (text: string) => {
  const field = screen.getByLabelText("Sujet et action");
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
};
const generate = () => fireEvent.click(screen.getByRole("button", { name: NAME }));

describe("the button", () => {
  beforeEach(() => {
    URL.createObjectURL = vi.fn(() => "blob:image");
    URL.revokeObjectURL = vi.fn();
    fetched.mockReset();
    vi.stubGlobal("fetch", fetched);
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is absent without an image model, and without script", () => {
    render(<Bench path={null} />);
    expect(screen.queryByRole("button", { name: NAME })).toBeNull();
    expect(renderToStaticMarkup(<Bench path={PATH} />)).not.toContain(NAME);
  });

  it("sends what was just typed, shows the image and its model", async () => {
    fetched.mockResolvedValue(json({ ok: true, ...image }));
    render(<Bench path={PATH} />);
    type("une tasse");
    generate();
    await panel().findByText(/Image reçue.*version 1\./);
    const [path, init] = fetched.mock.calls[0]!;
    expect([path, JSON.parse(String(init.body))]).toEqual([
      PATH,
      { prompt: "une tasse.", ratio: "1:1" },
    ]);
    expect(fetched).toHaveBeenCalledTimes(1);
    const shown = panel().getByRole("img", { name: /modèle d’images peintre, une tasse/ });
    expect(shown.getAttribute("src")).toBe("/espaces/e/images/a1");
    expect(panel().queryByText(/hors ligne/)).toBeNull();
  });

  it("stops when asked, and adds no run", async () => {
    fetched.mockImplementation(
      (_path, { signal }) =>
        new Promise((_, reject) =>
          signal!.addEventListener("abort", () => reject(signal!.reason), { once: true }),
        ),
    );
    render(<Bench path={PATH} />);
    type("une tasse");
    generate();
    await screen.findByText(/Le modèle travaille sur la version 1/);
    expect(screen.getByRole("button", { name: NAME })).toHaveProperty("disabled", true);
    fireEvent.click(screen.getByRole("button", { name: "Arrêter" }));
    await screen.findByText(/Génération arrêtée.*la version 1 du prompt/);
    expect(fetched.mock.calls[0]![1].signal!.aborted).toBe(true);
    const again = screen.getByRole("button", { name: NAME });
    expect(again).toHaveProperty("disabled", false);
    expect(document.activeElement).toBe(again);
    expect(panel().queryByRole("img")).toBeNull();
  });

  it.each([
    [
      "refused",
      () => json({ ok: false, message: "Le modèle a refusé ce prompt." }, 422),
      /a refusé/,
    ],
    ["session over", () => json({}, 401), /session a expiré/],
    ["a proxy's page", () => new Response("<h1>502</h1>", { status: 502 }), /ne répond pas/],
    ["no network", () => Promise.reject(new TypeError("failed")), /ne répond pas/],
  ])("says what failed and what is kept: %s", async (_, response, words) => {
    fetched.mockImplementation(async () => response());
    render(<Bench path={PATH} />);
    type("une tasse");
    generate();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(words);
    expect(alert.textContent).toContain("la version 1 du prompt et vos essais");
    expect((screen.getByLabelText("Sujet et action") as HTMLInputElement).value).toBe("une tasse");
  });

  it("asks the model nothing when the bench refuses", async () => {
    render(<Bench path={PATH} />);
    generate();
    expect((await screen.findByRole("alert")).textContent).toContain("Le prompt est vide");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: NAME })).toHaveProperty("disabled", false),
    );
    expect(fetched).not.toHaveBeenCalled();
  });

  it("offers again an image that could not join the runs", async () => {
    fetched.mockResolvedValue(json({ ok: true, ...image }));
    let down = true;
    render(<Bench path={PATH} refuse={(move) => down && move.type === "generated"} />);
    type("une tasse");
    generate();
    const again = await screen.findByRole("button", { name: "Inscrire cet essai" });
    down = false;
    fireEvent.click(again);
    await panel().findByText(/Image reçue.*version 1\./);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
