// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./dialog.tsx";

afterEach(cleanup);

it("is named by its title and holds its content only while open", () => {
  const { rerender } = render(
    <Dialog title="Versions" isOpen onClose={() => {}}>
      <p>Contenu</p>
    </Dialog>,
  );
  expect(screen.getByRole("dialog", { name: "Versions" }).textContent).toContain("Contenu");
  rerender(
    <Dialog title="Versions" isOpen={false} onClose={() => {}}>
      <p>Contenu</p>
    </Dialog>,
  );
  expect(screen.queryByText("Contenu")).toBeNull();
});

it("asks to be closed by its button, by Escape and by a press beside it, not by one inside", () => {
  const close = vi.fn();
  render(
    <Dialog title="Versions" isOpen onClose={close}>
      <p>Contenu</p>
    </Dialog>,
  );
  fireEvent.click(screen.getByText("Contenu"));
  expect(close).toHaveBeenCalledTimes(0);
  fireEvent.click(screen.getByRole("button", { name: "Fermer" }));
  const dialog = screen.getByRole("dialog");
  fireEvent(dialog, new Event("cancel", { cancelable: true }));
  fireEvent.click(dialog);
  expect(close).toHaveBeenCalledTimes(3);
});

it("gives the focus back to what opened it", () => {
  function Page() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Ouvrir
        </button>
        <Dialog title="Versions" isOpen={open} onClose={() => setOpen(false)}>
          <p>Contenu</p>
        </Dialog>
      </>
    );
  }
  render(<Page />);
  const opener = screen.getByRole("button", { name: "Ouvrir" });
  opener.focus();
  fireEvent.click(opener);
  const close = screen.getByRole("button", { name: "Fermer" });
  close.focus();
  fireEvent.click(close);
  expect(document.activeElement).toBe(opener);
});
