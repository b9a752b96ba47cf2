// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { QuickLink, QuickLinks } from "./quick-link.tsx";

const navigate = vi.fn();
vi.mock("@remix-run/react", () => ({ useNavigate: () => navigate }));

beforeEach(() => {
  navigate.mockReset();
  window.history.replaceState(null, "", "/ici?vue=a");
});
afterEach(cleanup);

const link = () => screen.getByRole("link", { name: "Aller" });

it("is an anchor that works without a script, and one Remix discovers", () => {
  render(
    <QuickLinks>
      <QuickLink to="/la">Aller</QuickLink>
    </QuickLinks>,
  );
  expect(link().getAttribute("href")).toBe("/la");
  expect(link().dataset.discover).toBe("true");
});

it("navigates without leaving the page", () => {
  render(
    <QuickLinks>
      <QuickLink to="/la?vue=b" preventScrollReset>
        Aller
      </QuickLink>
    </QuickLinks>,
  );
  expect(fireEvent.click(link())).toBe(false);
  expect(navigate).toHaveBeenCalledWith("/la?vue=b", { preventScrollReset: true, replace: false });
});

it("adds nothing to the history when it leads to where one is", () => {
  render(
    <QuickLinks>
      <QuickLink to="/ici?vue=a">Aller</QuickLink>
    </QuickLinks>,
  );
  fireEvent.click(link());
  expect(navigate).toHaveBeenCalledWith("/ici?vue=a", expect.objectContaining({ replace: true }));
});

it.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])("leaves %j to the browser", (how) => {
  render(
    // jsdom cannot navigate: the click is stopped once the component has seen it.
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the click of the link inside.
    // biome-ignore lint/a11y/useKeyWithClickEvents: catches the click of the link inside.
    <div onClick={(event) => event.preventDefault()}>
      <QuickLinks>
        <QuickLink to="/la">Aller</QuickLink>
      </QuickLinks>
    </div>,
  );
  fireEvent.click(link(), how);
  expect(navigate).not.toHaveBeenCalled();
});

it("is a plain link where nothing navigates for it", () => {
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the click of the link inside.
    // biome-ignore lint/a11y/useKeyWithClickEvents: catches the click of the link inside.
    <div onClick={(event) => event.preventDefault()}>
      <QuickLink to="/la">Aller</QuickLink>
    </div>,
  );
  fireEvent.click(link());
  expect(navigate).not.toHaveBeenCalled();
});

it("lets its owner decide first", () => {
  render(
    <QuickLinks>
      <QuickLink to="/la" onClick={(event) => event.preventDefault()}>
        Aller
      </QuickLink>
    </QuickLinks>,
  );
  fireEvent.click(link());
  expect(navigate).not.toHaveBeenCalled();
});
