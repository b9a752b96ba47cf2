// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ExportLinks } from "./export-links.tsx";

const pdf = (notices: string[]) =>
  new Response(new Blob(["%PDF-"]), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="dossier.pdf"',
      "x-export-notices": encodeURIComponent(JSON.stringify(notices)),
    },
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function start(answer: (signal: AbortSignal) => Promise<Response>) {
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => answer(init.signal as AbortSignal));
  const saved: string[] = [];
  vi.stubGlobal(
    "URL",
    Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} }),
  );
  render(<ExportLinks workspaceId="1" />);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  fireEvent.click(screen.getByRole("link", { name: "Exporter en PDF accessible" }));
  return saved;
}

describe("the PDF's link, with a script", () => {
  it("shows that it is being made, saves the file and tells the remarks", async () => {
    let give = (_answer: Response) => {};
    const saved = start(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    expect(screen.getByText("Préparation du PDF…")).toBeTruthy();
    give(pdf(["Une image manque."]));
    expect(await screen.findByText("Une image manque.")).toBeTruthy();
    expect(saved).toEqual(["dossier.pdf"]);
  });

  it("can be cancelled: the request is dropped and nothing is said to have failed", async () => {
    let dropped = false;
    const saved = start(
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            dropped = true;
            reject(signal.reason);
          });
        }),
    );
    fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
    await waitFor(() => expect(screen.queryByText("Préparation du PDF…")).toBeNull());
    expect([dropped, saved, screen.queryByRole("alert")]).toEqual([true, [], null]);
  });

  it.each([
    [
      "the server's own sentence",
      () =>
        new Response("Beaucoup d’exports", {
          status: 503,
          headers: { "content-type": "text/plain" },
        }),
      /Beaucoup d’exports/,
    ],
    ["a session that ended", () => new Response("", { status: 401 }), /Reconnectez-vous/],
    [
      "a page instead of a file",
      () => new Response("<p>", { headers: { "content-type": "text/html" } }),
      /a échoué/,
    ],
  ])("says what happened: %s", async (_name, answer, sentence) => {
    start(async () => answer());
    expect((await screen.findByRole("alert")).textContent).toMatch(sentence);
  });

  it("says that the network is away", async () => {
    start(() => Promise.reject(new TypeError("Failed to fetch")));
    expect((await screen.findByRole("alert")).textContent).toMatch(/ne répond pas/);
  });
});
