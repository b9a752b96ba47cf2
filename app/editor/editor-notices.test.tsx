// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FoundElsewhere } from "./editor-notices.tsx";
import type { JournalEntry } from "./journal.ts";
import type { Opened } from "./use-opening.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show() {
  const entry = { key: "k", at: 1_700_000_000_000 } as JournalEntry;
  const remove = vi.fn(async () => undefined);
  const opened = { opening: { others: [entry] }, journal: { remove } } as unknown as Opened;
  render(<FoundElsewhere opened={opened} onCompare={vi.fn()} />);
  return remove;
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

it("gives ten seconds to take back the deletion of a text found on the device", () => {
  const remove = show();
  press("La supprimer");
  act(() => void vi.advanceTimersByTime(9_000));
  expect(remove).not.toHaveBeenCalled();
  press("Annuler la suppression");
  act(() => void vi.advanceTimersByTime(60_000));
  expect(remove).not.toHaveBeenCalled();
  expect(screen.getByRole("button", { name: "La comparer avec ce texte" })).toBeTruthy();
});

it("then deletes it", () => {
  const remove = show();
  press("La supprimer");
  act(() => void vi.advanceTimersByTime(10_000));
  expect(remove).toHaveBeenCalledWith("k", 1_700_000_000_000);
  expect(screen.queryByRole("button")).toBeNull();
});
