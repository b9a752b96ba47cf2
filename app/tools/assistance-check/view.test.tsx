// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { WebVTTParser } from "webvtt-parser";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import type { State } from "./state.ts";
import { assistanceCheck as tool } from "./tool.ts";
import { AssistanceCheckView as View } from "./view.tsx";

const content = toolCase<Content>(tool);
const start = playTool<State>(tool, content, []);
const closed = playTool<State>(tool, content, [
  { type: "decorative", id: "I2", on: true },
  { type: "finish" },
]);
const props = (state: State) => ({
  view: tool.view(content, state),
  findings: tool.findings(content, state),
  figures: tool.figures(content, state),
  progress: tool.progress(content, state),
  version: 0,
  submit: vi.fn(() => Promise.resolve(true)),
  pending: false,
  refusal: null,
  formAction: "/outil",
});
afterEach(cleanup);

it.each(Object.entries({ start, closed }))("without scripts, %s: real forms", (_, state) => {
  const host = document.createElement("div");
  host.innerHTML = renderToStaticMarkup(<View {...props(state)} />);
  for (const form of host.querySelectorAll("form")) {
    const { version: _v, action, ...fields } = Object.fromEntries(new FormData(form));
    const move = { ...JSON.parse(String(action)), ...fields };
    if (move.type === "name") continue;
    expect(tool.action.safeParse(move).success, JSON.stringify(move)).toBe(true);
  }
});

it("gives a subtitle file that a validator accepts", () => {
  render(<View {...props(start)} />);
  const link = screen.getByRole<HTMLAnchorElement>("link", { name: /WebVTT/, hidden: true });
  expect(link.download).toBe("visite-de-nuit.vtt");
  const vtt = decodeURIComponent(link.href.split(",").slice(1).join(","));
  expect(new WebVTTParser().parse(vtt, "captions").errors).toEqual([]);
});

it("keeps an alternative on leaving its field", async () => {
  const given = props(start);
  render(<View {...given} />);
  const field = screen.getByLabelText("Texte alternatif de I1");
  fireEvent.change(field, { target: { value: "La serre." } });
  fireEvent.blur(field);
  await waitFor(() =>
    expect(given.submit).toHaveBeenCalledWith({
      type: "write",
      field: "alt:I1",
      text: "La serre.",
    }),
  );
});

it("says plainly what an unread version is called, and waits before telling the answers", () => {
  const { rerender } = render(<View {...props(start)} />);
  expect(screen.getByText(/s’appelle « langage simplifié », pas « FALC/)).toBeDefined();
  expect(screen.queryByText("Encore là")).toBeNull();
  rerender(<View {...props(closed)} />);
  expect(screen.getAllByText("Encore là").length).toBeGreaterThan(3);
});
