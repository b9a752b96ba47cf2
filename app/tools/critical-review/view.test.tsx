// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import type { State } from "./state.ts";
import { criticalReview as tool } from "./tool.ts";
import { CriticalReviewView as View } from "./view.tsx";

const content = toolCase<Content>(tool);
const mark = {
  type: "mark",
  from: 0,
  to: 2,
  quote: "",
  kind: "cliche",
  correction: "",
  source: "",
};
const start = playTool<State>(tool, content, []);
const marked = playTool<State>(tool, content, [mark]);
const closed = playTool<State>(tool, content, [mark, { type: "finish" }]);
const props = (state: State, more = {}) => ({
  view: tool.view(content, state),
  findings: tool.findings(content, state),
  figures: tool.figures(content, state),
  progress: tool.progress(content, state),
  version: state.marks.length,
  submit: vi.fn(() => Promise.resolve(true)),
  pending: false,
  refusal: null,
  formAction: "/outil",
  ...more,
});
afterEach(cleanup);

describe("without scripts", () => {
  it.each(
    Object.entries({ start, marked, closed }),
  )("%s: real forms whose moves the tool accepts", (_, state) => {
    const host = document.createElement("div");
    host.innerHTML = renderToStaticMarkup(<View {...props(state)} />);
    expect(host.innerHTML).not.toMatch(/ on[a-z]+=|<script/);
    const forms = [...host.querySelectorAll("form")];
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      const { version: _, action, ...fields } = Object.fromEntries(new FormData(form));
      const move = { ...JSON.parse(String(action)), ...fields };
      expect(tool.action.safeParse(move).success, JSON.stringify(move)).toBe(true);
    }
  });
});

describe("pointing at a passage", () => {
  it("by keyboard: a sentence, its ends, its nature, and off it goes", async () => {
    const given = props(start);
    render(<View {...given} />);
    const { sentences } = given.view.passages;
    fireEvent.change(screen.getByLabelText("Phrase"), { target: { value: "1" } });
    fireEvent.click(screen.getByRole("button", { name: /^Fin\s: un mot plus tôt/ }));
    fireEvent.click(screen.getByRole("button", { name: /^Début\s: un mot plus loin/ }));
    expect(screen.getByText(/Passage choisi/).parentElement?.getAttribute("aria-live")).toBe(
      "polite",
    );
    fireEvent.click(screen.getByRole("button", { name: "Classer ce passage" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Nature"));
    fireEvent.click(screen.getByRole("button", { name: "Ajouter au relevé" }));
    await waitFor(() => expect(given.submit).toHaveBeenCalledOnce());
    expect(given.submit).toHaveBeenCalledWith(
      expect.objectContaining({
        type: "mark",
        from: String(sentences[1]!.from + 1),
        to: String(sentences[1]!.to - 1),
        kind: "fait",
      }),
    );
  });
  it("by pointer: the first word, then the last", () => {
    const { container } = render(<View {...props(start)} />);
    fireEvent.click(container.querySelector('[data-w="4"]')!);
    fireEvent.click(container.querySelector('[data-w="2"]')!);
    expect(screen.getByText(/Passage choisi, 3 mots/)).toBeDefined();
  });
});

describe("the final text", () => {
  it("is sent on leaving the field, before « J’ai fini », one move at a time", async () => {
    const answers: ((ok: boolean) => void)[] = [];
    const submit = vi.fn((_move: unknown) => new Promise<boolean>((done) => answers.push(done)));
    render(<View {...props(marked, { submit })} />);
    const field = screen.getByLabelText("Texte final");
    fireEvent.change(field, { target: { value: "Mon texte" } });
    fireEvent.blur(field);
    fireEvent.click(
      screen.getAllByRole("button", { name: "J’ai fini ma relecture", hidden: true })[0]!,
    );
    await waitFor(() => expect(submit).toHaveBeenCalledOnce());
    expect(submit).toHaveBeenLastCalledWith({ type: "write", text: "Mon texte" });
    answers[0]!(true);
    await waitFor(() => expect(submit).toHaveBeenLastCalledWith({ type: "finish" }));
  });
  it("keeps what was typed when it is refused", async () => {
    const given = props(marked, { submit: vi.fn(() => Promise.resolve(false)) });
    const { rerender } = render(<View {...given} />);
    const field = screen.getByLabelText<HTMLTextAreaElement>("Texte final");
    fireEvent.change(field, { target: { value: "Trop long" } });
    fireEvent.blur(field);
    await waitFor(() => expect(given.submit).toHaveBeenCalled());
    rerender(<View {...given} refusal="Le texte est trop long." />);
    expect(field.value).toBe("Trop long");
    expect(screen.getByRole("alert").textContent).toContain("trop long");
  });
});

it("outlives a submit that throws, and sends the next move", async () => {
  const submit = vi
    .fn(() => Promise.resolve(true))
    .mockImplementationOnce(() => {
      throw new Error("coupure");
    });
  render(<View {...props(marked, { submit })} />);
  const finish = () =>
    screen.getAllByRole("button", { name: "J’ai fini ma relecture", hidden: true })[0]!;
  fireEvent.click(finish());
  await waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  fireEvent.click(finish());
  await waitFor(() => expect(submit).toHaveBeenCalledTimes(2));
});

it("shows missed faults only once it is finished", () => {
  const { rerender } = render(<View {...props(marked)} />);
  expect(screen.queryByText(/Ce qui a échappé/)).toBeNull();
  rerender(<View {...props(closed)} />);
  expect(screen.getByText(/Ce qui a échappé/)).toBeDefined();
  expect(screen.getByRole("link", { current: "step" }).textContent).toContain("Constats");
});
