// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, play, sampleCase } from "../../../tests/interview-cases.ts";
import type { State } from "./state.ts";
import { clientInterview as tool } from "./tool.ts";
import { ClientInterviewView } from "./view.tsx";

const View = ClientInterviewView;
const content = sampleCase();

const props = (state: State, more = {}) => ({
  view: tool.view(content, state),
  findings: tool.findings(content, state),
  figures: tool.figures(content, state),
  progress: tool.progress(content, state),
  version: state.turns.length,
  submit: vi.fn(),
  pending: false,
  refusal: null,
  formAction: "/outil",
  ...more,
});

const states = {
  start: play(content, []),
  prepared: play(content, [
    { type: "add-questions", topic: "auto", text: "Quel est votre budget ?\nAvez-vous un logo ?" },
  ]),
  talking: play(content, [
    ask("Quel est votre <b>budget</b> ?"),
    ask("Vous voulez évidemment des abonnés ?"),
  ]),
  writing: play(content, [
    ask("Quel est votre budget ?"),
    { type: "end" },
    { type: "add-lines", topic: "budget", mark: "fact", text: "150 € par mois" },
  ]),
};
const closed = play(content, [{ type: "hand-in" }], 7, states.writing);

it("says a refusal once, beside the field it is about", () => {
  const refusal = "Votre message dépasse 1 200 caractères.";
  const talking = render(<View {...props(states.talking, { refusal })} />);
  const alert = screen.getByRole("alert");
  expect(alert.textContent).toContain(refusal);
  expect(alert.closest("form")).toBe(screen.getByLabelText("Votre question").closest("form"));
  talking.unmount();
  render(<View {...props(states.writing, { refusal })} />);
  expect(screen.getByRole("alert").textContent).toContain(refusal);
});

it("teaches a new learner what to do before the first question, and only then", () => {
  const { unmount } = render(<View {...props(states.start)} />);
  expect(screen.getByText(/Le brief ne dit pas tout/)).toBeTruthy();
  unmount();
  render(<View {...props(states.talking)} />);
  expect(screen.queryByText(/Le brief ne dit pas tout/)).toBeNull();
});

beforeEach(() => {
  localStorage.clear();
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

describe("without scripts", () => {
  it.each(Object.entries({ ...states, closed }))("renders %s with real forms", (_, state) => {
    const html = renderToStaticMarkup(<View {...props(state)} />);
    expect(html).toContain('method="post" action="/outil"');
    expect(html).toContain('name="version"');
    expect(html).not.toMatch(/ on[a-z]+=|<script|style=/);
  });

  it("shows what a learner typed as text", () => {
    const html = renderToStaticMarkup(<View {...props(states.talking)} />);
    expect(html).toContain("&lt;b&gt;budget&lt;/b&gt;");
  });

  it("posts each move as JSON that the tool accepts, its fields beside it", () => {
    const host = document.createElement("div");
    for (const state of [...Object.values(states), closed]) {
      host.innerHTML = renderToStaticMarkup(<View {...props(state)} />);
      for (const form of host.querySelectorAll("form")) {
        const { version: _, action, ...fields } = Object.fromEntries(new FormData(form));
        const move = { ...JSON.parse(String(action)), ...fields };
        expect(tool.action.safeParse(move).success, JSON.stringify(move)).toBe(true);
      }
    }
  });
});

describe("the conversation", () => {
  it("is a polite log with the question's kind under each question", () => {
    render(<View {...props(states.talking)} />);
    const log = screen.getByRole("log");
    expect(log.getAttribute("aria-live")).toBe("polite");
    expect(within(log).getByText("Question précise")).toBeDefined();
    expect(within(log).getByText("réponse soufflée")).toBeDefined();
    expect(screen.getByText(/Il reste 12/)).toBeDefined();
  });

  it("sends with Ctrl + Enter, and as a reformulation with the other button", () => {
    const given = props(states.talking);
    render(<View {...given} />);
    const field = screen.getByLabelText("Votre question");
    fireEvent.input(field, { target: { value: "Qui sont vos clients ?" } });
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    expect(given.submit).toHaveBeenLastCalledWith({ type: "ask", text: "Qui sont vos clients ?" });
    fireEvent.click(screen.getByRole("button", { name: "Faire valider comme reformulation" }));
    expect(given.submit).toHaveBeenLastCalledWith({
      type: "reformulate",
      text: "Qui sont vos clients ?",
    });
  });

  it("keeps an unsent question across a reload, and forgets it once it was accepted", () => {
    const given = props(states.talking);
    const typed = "Une question à moitié";
    const field = () => screen.getByLabelText("Votre question") as HTMLTextAreaElement;
    const first = render(<View {...given} />);
    fireEvent.input(field(), { target: { value: typed } });
    first.unmount();

    const again = render(<View {...given} />);
    expect(field().value).toBe(typed);
    fireEvent.keyDown(field(), { key: "Enter", metaKey: true });
    again.rerender(<View {...given} refusal="Refusé." />);
    expect(field().value).toBe(typed);
    expect(screen.getByRole("alert").textContent).toContain("Refusé.");

    again.rerender(<View {...given} />);
    fireEvent.keyDown(field(), { key: "Enter", metaKey: true });
    again.rerender(<View {...given} version={given.version + 1} />);
    expect(field().value).toBe("");
    expect(localStorage.length).toBe(0);
  });

  it("takes a question of the guide up in the field", () => {
    const state = play(content, [{ type: "begin" }], 7, states.prepared);
    render(<View {...props(state)} />);
    fireEvent.click(
      screen.getByRole("button", { name: /Reprendre la question\s: Avez-vous un logo/ }),
    );
    expect((screen.getByLabelText("Votre question") as HTMLTextAreaElement).value).toBe(
      "Avez-vous un logo ?",
    );
  });
});

describe("the steps", () => {
  it("shows one panel at a time and moves with the work", () => {
    const given = props(states.prepared);
    const { rerender } = render(<View {...given} />);
    const current = () => screen.getByRole("link", { current: "step" }).textContent;
    expect(current()).toContain("Préparer");
    act(() => screen.getByRole("link", { name: /Constats/ }).click());
    expect(current()).toContain("Constats");
    rerender(<View {...props(play(content, [{ type: "begin" }], 7, states.prepared))} />);
    expect(current()).toContain("Interroger");
  });

  it("puts what is to be worked on before what is done", () => {
    render(<View {...props(closed)} />);
    const titles = screen.getAllByRole("heading", { level: 4 }).map((h) => h.textContent);
    expect(titles.indexOf("À retravailler")).toBeLessThan(titles.indexOf("Ce qui est fait"));
    expect(screen.getByText(/absent du compte rendu/)).toBeDefined();
  });
});
