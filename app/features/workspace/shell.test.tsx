// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NextThing } from "~/domain/workspace.ts";
import { WorkspaceShell } from "./shell.tsx";

vi.mock("@remix-run/react", async () => {
  const { useLocation, useNavigate, useSearchParams } = await import("react-router-dom");
  return { useLocation, useNavigate, useSearchParams };
});

let small = false;
const STEP = "/espaces/w1/etapes/lire";

function open(address: string, next: NextThing) {
  const Frame = () => (
    <WorkspaceShell
      workspace={{ id: "w1", title: "Un client" }}
      block={{ id: "B1", order: 1, title: "Bloc" }}
      steps={[{ id: "lire", title: "Lire", status: "todo", share: 0 }]}
      next={next}
      rated={0}
      competencies={2}
      currentStep="lire"
      panel={
        new URLSearchParams(useLocation().search).has("panneau")
          ? { name: "sujet", content: <p>Le message de la cliente</p> }
          : null
      }
    >
      <button type="button">Le travail</button>
    </WorkspaceShell>
  );
  const router = createMemoryRouter([{ path: "*", element: <Frame /> }], {
    initialEntries: [address],
  });
  render(<RouterProvider router={router} />);
}

const tool: NextThing = { kind: "tool", step: "lire", tool: "entretien", text: "Interrogez" };
const heading = () => screen.queryByRole("heading", { level: 2, name: "Sujet" });
const opener = () =>
  screen
    .getByRole("navigation", { name: "Panneau latéral" })
    .querySelector<HTMLElement>("[data-panel=sujet]")!;

beforeEach(() => {
  small = false;
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("<") ? small : !small,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the side panel", () => {
  it("takes the focus, closes on Escape and gives the focus back", async () => {
    open(STEP, tool);
    fireEvent.click(opener());
    await waitFor(() => expect(heading()).not.toBeNull());
    expect(document.activeElement).toBe(heading());
    fireEvent.keyDown(heading()!, { key: "Escape" });
    await waitFor(() => expect(heading()).toBeNull());
    expect(document.activeElement).toBe(opener());
  });

  it("is closed by the link that opened it, and keeps the view", async () => {
    open(`${STEP}?vue=constat&panneau=sujet`, tool);
    expect(opener().getAttribute("aria-current")).toBe("true");
    expect(opener().getAttribute("href")).toBe(`${STEP}?vue=constat`);
    fireEvent.click(opener());
    await waitFor(() => expect(heading()).toBeNull());
  });

  it("beside the work, leaves the work reachable and Escape to it", () => {
    open(`${STEP}?panneau=sujet`, tool);
    const work = screen.getByText("Le travail");
    expect(work.closest("[inert]")).toBeNull();
    fireEvent.keyDown(work, { key: "Escape" });
    expect(heading()).not.toBeNull();
  });

  it("as a sheet, keeps the focus out of the page behind until it is closed", async () => {
    small = true;
    open(`${STEP}?panneau=sujet`, tool);
    const work = screen.getByText("Le travail");
    expect(work.closest("[inert]")).not.toBeNull();
    expect(opener().closest("[inert]")).toBeNull();
    fireEvent.keyDown(document.body, { key: "Escape" });
    await waitFor(() => expect(heading()).toBeNull());
    expect(work.closest("[inert]")).toBeNull();
  });
});

describe("the next thing", () => {
  const shown = (text: string) => screen.getAllByText(text)[0]!;

  it("leads to where it is done, and is plain words there", () => {
    open(STEP, tool);
    expect(shown("Interrogez").getAttribute("href")).toBe(`${STEP}?vue=entretien`);
    cleanup();
    open(`${STEP}?vue=entretien`, tool);
    expect(shown("Interrogez").tagName).toBe("STRONG");
  });

  it("to finish a step, keeps the view that is open", () => {
    open(`${STEP}?vue=constat`, { kind: "finish-step", step: "lire", text: "Relisez" });
    expect(shown("Relisez").getAttribute("href")).toBe(`${STEP}?vue=constat#fin-etape`);
  });
});
