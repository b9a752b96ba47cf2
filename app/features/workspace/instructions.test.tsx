// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Instructions } from "./instructions.tsx";

let wide = true;

function show(props: { begun: boolean; beside?: boolean }) {
  cleanup();
  render(<Instructions lines={["Lisez."]} place="w1/lire" beside={true} {...props} />);
  return screen.getByRole<HTMLDetailsElement>("group");
}
const fold = () => fireEvent.click(screen.getByText("Consignes"));

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({
    matches: wide,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the instructions of a step", () => {
  it.each([
    ["beside the work, always open", true, true, true, true],
    ["above it, open until the step is begun", false, false, true, true],
    ["above it, folded once it is begun", false, true, true, false],
    ["above it because a panel is open, folded", true, false, false, false],
  ])("%s", (_name, isWide, begun, beside, expected) => {
    wide = isWide;
    expect(show({ begun, beside }).open).toBe(expected);
  });

  it("stay as the learner left them, in each place", () => {
    wide = false;
    show({ begun: false });
    fold();
    expect(show({ begun: false }).open).toBe(false);
    wide = true;
    expect(show({ begun: false }).open).toBe(true);
    fold();
    expect(show({ begun: false }).open).toBe(false);
    fold();
    expect(show({ begun: false }).open).toBe(true);
  });

  it("open as on a first visit in a browser that keeps nothing", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("refused", "SecurityError");
    });
    wide = false;
    expect(show({ begun: false }).open).toBe(true);
    vi.restoreAllMocks();
  });
});
