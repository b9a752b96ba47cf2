// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import { svgWithProvenance } from "./scene-file.ts";
import type { State } from "./state.ts";
import { visualBench as tool } from "./tool.ts";
import { VisualBenchView as View } from "./view.tsx";

const content = toolCase<Content>(tool);
const start = tool.start(content, 1);
const run = playTool<State>(tool, content, [
  { type: "run", sujet: "une <b>pomme</b>" },
  { type: "run", style: "aplat" },
]);
const kept = playTool<State>(tool, content, [{ type: "keep", run: "e2" }], run);
const own = playTool<State>(tool, content, [
  { type: "own", assetId: "a1", width: 1080, height: 1350, name: "a.png" },
]);
const props = (state: State, more = {}) => ({
  view: tool.view(content, state),
  findings: tool.findings(content, state),
  figures: [],
  progress: tool.progress(content, state),
  version: 3,
  submit: vi.fn(() => Promise.resolve(true)),
  pending: false,
  refusal: null,
  formAction: "/outil",
  imagesPath: "/espaces/e/images",
  ...more,
});

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => "blob:image");
  URL.revokeObjectURL = vi.fn();
});
afterEach(cleanup);

it.each(
  Object.entries({ start, run, kept, own }),
)("without scripts, %s: real forms the engine understands", (_, state) => {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(<View {...props(state)} />);
  const forms = [...host.querySelectorAll("form")];
  expect(forms.length).toBeGreaterThan(10);
  for (const form of forms) {
    const { version, action, ...fields } = Object.fromEntries(new FormData(form));
    expect(version).toBe("3");
    const move = { ...JSON.parse(String(action)), ...fields };
    expect(tool.action.safeParse(move).success, JSON.stringify(move)).toBe(true);
  }
  expect(host.innerHTML).not.toMatch(/ on[a-z]+="|<script/);
  expect(host.textContent).not.toMatch(/\\u00a0/);
});

it("shows what was typed as text", () => {
  expect(renderToStaticMarkup(<View {...props(run)} />)).toContain("une &lt;b&gt;pomme&lt;/b&gt;");
});

it("sends the slot just typed before the image is composed", async () => {
  const given = props(start);
  render(<View {...given} />);
  const field = screen.getByLabelText("Sujet et action");
  fireEvent.change(field, { target: { value: "une tasse" } });
  fireEvent.blur(field);
  fireEvent.click(screen.getByRole("button", { name: "Composer l’image" }));
  await waitFor(() => expect(given.submit).toHaveBeenCalledTimes(2));
  expect(given.submit.mock.calls.map((c) => (c as unknown[])[0])).toEqual([
    { type: "write", field: "sujet", text: "une tasse" },
    { type: "run" },
  ]);
});

it("says what was understood, and where the image comes from", () => {
  render(<View {...props(run)} />);
  const panel = document.querySelector("#visuel-prompt") as HTMLElement;
  expect(within(panel).getByText("pomme")).toBeTruthy();
  expect(within(panel).getByText(/Modèle d’entraînement hors ligne/)).toBeTruthy();
  expect(within(panel).getByRole("img", { name: /Version 2/ })).toBeTruthy();
});

it("offers the files of the kept image, and asks for one first", () => {
  const { rerender } = render(<View {...props(run)} />);
  expect(screen.queryByText("Télécharger le PNG")).toBeNull();
  rerender(<View {...props(kept)} />);
  for (const name of [
    "Télécharger le PNG",
    "Télécharger le WebP",
    "Télécharger le SVG",
    "Garder dans l’espace de travail",
  ])
    expect(screen.getByText(name)).toBeTruthy();
});

it("takes no image where there is no workspace", () => {
  render(<View {...props(start, { imagesPath: null })} />);
  expect(screen.getByText(/rien n’est envoyé/)).toBeTruthy();
  expect(document.querySelector("input[type=file]")).toBeNull();
});

it("refuses a file that is no image before sending it", () => {
  render(<View {...props(start)} />);
  fireEvent.change(screen.getByLabelText(/^Image \(JPEG/), {
    target: { files: [new File(["x"], "a.svg", { type: "image/svg+xml" })] },
  });
  expect(screen.getByRole("alert").textContent).toContain("JPEG, PNG, WebP ou GIF");
});

it("writes an SVG that carries its provenance and no script", () => {
  const v = tool.view(content, kept);
  const svg = svgWithProvenance(
    { slots: v.kept!.slots, brand: ["#3b2a20", "#f6ebd8"], seed: 1, overlay: v.overlay },
    { title: "<T>", alt: "Une pomme.", prompt: "une pomme", mention: "Générée" },
  );
  const file = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(file.querySelector("parsererror")).toBeNull();
  expect(file.querySelector("title")!.textContent).toBe("<T>");
  expect(file.querySelector("desc")!.textContent).toContain("modèle d’entraînement hors ligne");
  expect(svg).toContain("digitalsourcetype/algorithmicMedia");
  expect(file.querySelectorAll("script, image, foreignObject")).toHaveLength(0);
});
