// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import { pixelSize } from "./render-film.ts";
import type { State } from "./state.ts";
import { animationBench as tool } from "./tool.ts";
import { AnimationBenchView as View } from "./view.tsx";

const content = toolCase<Content>(tool);
const start = tool.start(content, 1);
const shots = playTool<State>(tool, content, [
  { type: "add-shot", text: "Travelling avant : une <b>tasse</b>. Jour" },
  { type: "add-shot", text: "un livre" },
  { type: "write-shot", shot: "p1", field: "caption", text: "Un atelier." },
  { type: "poster", at: 1 },
]);
const props = (state: State, more = {}) => ({
  view: tool.view(content, state),
  findings: tool.findings(content, state),
  figures: [],
  progress: tool.progress(content, state),
  version: 4,
  submit: vi.fn(() => Promise.resolve(true)),
  pending: false,
  refusal: null,
  formAction: "/outil",
  ...more,
});

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => "blob:image");
  URL.revokeObjectURL = vi.fn();
  HTMLCanvasElement.prototype.getContext = vi.fn(() => null) as never;
});
afterEach(cleanup);

it.each(
  Object.entries({ start, shots }),
)("without scripts, %s: real forms the engine understands", (_, state) => {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(<View {...props(state)} />);
  for (const form of host.querySelectorAll("form")) {
    const { version, action, ...fields } = Object.fromEntries(new FormData(form));
    expect(version).toBe("4");
    const move = { ...JSON.parse(String(action)), ...fields };
    expect(tool.action.safeParse(move).success, JSON.stringify(move)).toBe(true);
  }
  expect(host.innerHTML).not.toMatch(/ on[a-z]+="|<script/);
  expect(host.textContent).not.toMatch(/\\u00a0/);
});

it("says what a shot lacks beside it", () => {
  render(<View {...props(shots)} />);
  const shown = document.querySelector("#animation-plans") as HTMLElement;
  expect(within(shown).getByText(/Il manque le mouvement et les deux-points/)).toBeTruthy();
  expect(document.body.innerHTML).toContain("une &lt;b&gt;tasse&lt;/b&gt;");
});

it("starts paused, and plays on demand", () => {
  render(<View {...props(shots)} />);
  const button = screen.getByRole("button", { name: "Lire" });
  fireEvent.click(button);
  expect(screen.getByRole("button", { name: "Pause" })).toBeTruthy();
});

it("moves a shot from the keyboard and says so", async () => {
  const given = props(shots);
  render(<View {...given} />);
  const line = within(screen.getByRole("list", { name: "Frise des plans" }));
  fireEvent.keyDown(line.getAllByRole("button")[0]!, { key: "ArrowRight", altKey: true });
  await waitFor(() =>
    expect(given.submit).toHaveBeenCalledWith({ type: "place-shot", shot: "p1", at: 1 }),
  );
  expect(screen.getByText("Plan déplacé en position 2 sur 2.")).toBeTruthy();
  fireEvent.keyDown(line.getAllByRole("button")[1]!, { key: "ArrowRight", altKey: true });
  expect(given.submit).toHaveBeenCalledTimes(1);
});

it("offers the GIF where video cannot be written, and only once the length is right", async () => {
  const short = playTool<State>(tool, content, [{ type: "remove-shot", shot: "p2" }], shots);
  const { rerender } = render(<View {...props(short)} />);
  await screen.findByLabelText(/^GIF animé/);
  expect(screen.queryByLabelText(/^MP4/)).toBeNull();
  expect(screen.getByText("Rendre l’animation").getAttribute("aria-disabled")).toBe("true");
  rerender(<View {...props(shots)} />);
  expect(screen.getByText("Rendre l’animation").getAttribute("aria-disabled")).toBeNull();
});

it.each([
  ["9:16", 720, 1280],
  ["16:9", 1280, 720],
  ["4:5", 720, 900],
  ["1:1", 720, 720],
  ["2:3", 720, 1080],
] as const)("renders %s at %i × %i", (ratio, width, height) => {
  const board = tool.view(
    content,
    playTool<State>(tool, content, [{ type: "choose", field: "ratio", value: ratio }]),
  ).board;
  expect(pixelSize(board, 720)).toMatchObject({ width, height });
});
