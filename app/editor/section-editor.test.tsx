// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { cloneElement } from "react";
import { renderToString } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import { EvidenceOffer } from "./evidence-offer.ts";
import Merge from "./merge.tsx";
import { describeStatus } from "./save-status.tsx";
import { SectionEditor, type SectionEditorHandle } from "./section-editor.tsx";
import { describeCount } from "./word-count.tsx";

const doc = (...words: string[]): DocNode => ({
  type: "doc",
  content: words.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});
// jsdom lays nothing out; ProseMirror asks where the caret is before it scrolls.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

let handle: SectionEditorHandle | null = null;
const section = (
  <SectionEditor
    ref={(made) => {
      handle = made;
    }}
    workspaceId="w"
    sectionKey="s"
    title="Le contexte"
    targetWords={{ min: 2, max: 5 }}
    initial={{ version: 1, doc: doc("La cliente vend du pain."), savedAt: "2026-11-23T13:32:00Z" }}
    figures={[]}
    imagesPath="/images"
    savePath="/save"
    revisionsPath="/versions"
  />
);
const editor = <MemoryRouter>{section}</MemoryRouter>;

describe("SectionEditor", () => {
  const saves: { version: number; doc: DocNode }[] = [];
  beforeEach(() => {
    saves.length = 0;
    vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
      saves.push(JSON.parse(String(init.body)));
      return Response.json({
        ok: true,
        version: saves.length + 1,
        savedAt: "2026-11-23T13:33:00Z",
      });
    });
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is read on the server and without its script", () => {
    const html = renderToString(section);
    expect(html).toContain("La cliente vend du pain.");
    expect(html).toContain("<noscript>");
    expect(html).not.toContain("textbox");
  });

  it("opens with its text, its bar, its state and its count, and saves what is put in", async () => {
    render(editor);
    handle?.insertText("Réponse du modèle", { run: "r1" });
    const text = await screen.findByRole("textbox", { name: "Le contexte" }, { timeout: 10_000 });
    await waitFor(() => expect(text.textContent).toContain("Réponse du modèle"));
    expect(text.textContent).toContain("La cliente vend du pain.");
    expect(screen.getByRole("toolbar", { name: "Mise en forme du texte" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Gras" }).getAttribute("aria-pressed")).toBe("false");
    expect(screen.getByRole("link", { name: /Versions/ }).getAttribute("href")).toBe("/versions");
    await waitFor(() => expect(saves).toHaveLength(1), { timeout: 3000 });
    expect(saves[0]).toMatchObject({ version: 1 });
    expect(JSON.stringify(saves[0]?.doc)).toContain('"run":"r1"');
    await screen.findByText("Enregistré à 14:33");
  });

  it("has one tab stop in its bar, and arrows inside", async () => {
    render(editor);
    const bar = await screen.findByRole("toolbar", {}, { timeout: 10_000 });
    const stops = () => [...bar.querySelectorAll<HTMLElement>('[tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    const first = stops()[0]!;
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowRight" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Gras");
    expect(stops()).toEqual([document.activeElement]);
    fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });

  it("offers to cite only where a competency is there, and only words that are selected", async () => {
    render(editor);
    const plain = await screen.findByRole("toolbar", {}, { timeout: 10_000 });
    expect(within(plain).queryByRole("button", { name: /^Citer/ })).toBeNull();
    cleanup();
    render(<EvidenceOffer.Provider value={["B1.1"]}>{editor}</EvidenceOffer.Provider>);
    const cite = await screen.findByRole("button", { name: /^Citer/ }, { timeout: 10_000 });
    expect(cite.getAttribute("aria-disabled")).toBe("true");
  });

  it("draws the blocks of the text, whose fields write in it and keep the caret", async () => {
    const attrs = { assetId: "a1", alt: "Vitrine", decorative: false, caption: "" };
    const initial = {
      version: 1,
      savedAt: null,
      doc: {
        type: "doc",
        content: [
          { type: "image", attrs: { ...attrs, width: null, height: null } },
          { type: "figure", attrs: { figureId: "outil:carte", caption: "" } },
          { type: "paragraph" },
        ],
      } as DocNode,
    };
    render(<MemoryRouter>{cloneElement(section, { sectionKey: "blocks", initial })}</MemoryRouter>);
    fireEvent.click(
      await screen.findByRole("button", { name: "Modifier l’image" }, { timeout: 10_000 }),
    );
    const alt = screen.getByRole<HTMLInputElement>("textbox", { name: "Texte alternatif" });
    alt.focus();
    alt.setSelectionRange(0, 0);
    alt.setRangeText("X", 0, 0, "end");
    fireEvent.input(alt);
    expect(alt.selectionStart).toBe(1);
    await screen.findByRole("img", { name: "XVitrine" });
    expect(alt.selectionStart).toBe(1);
    expect(screen.getByText(/Cette figure n’est pas encore prête/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Retirer la figure" }));
    await waitFor(() => expect(screen.queryByText(/n’est pas encore prête/)).toBeNull());
    await waitFor(() => expect(JSON.stringify(saves.at(-1)?.doc)).toContain("XVitrine"), {
      timeout: 4000,
    });
  });
});

describe("the merge screen", () => {
  afterEach(cleanup);
  const show = (onConfirm = vi.fn()) => {
    render(
      <Merge
        base={doc("a", "b", "c")}
        mine={doc("a", "mien", "c", "ajout")}
        theirs={{
          doc: doc("a", "autre", "c"),
          savedAt: "2026-11-23T13:32:00Z",
          device: "Tablette",
        }}
        otherName="l’autre"
        onConfirm={onConfirm}
        onCancel={vi.fn()}
      />,
    );
    return onConfirm;
  };

  it("takes the focus and tells what differs, from where", () => {
    show();
    expect(document.activeElement?.textContent).toBe("Deux versions de ce texte");
    expect(screen.getByText(/depuis Tablette/)).toBeTruthy();
    expect(screen.getAllByRole("group", { name: /Différence/ })).toHaveLength(2);
  });

  it("keeps both by default, and what the person chooses otherwise", () => {
    const onConfirm = show();
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer ce texte" }));
    const kept = () => onConfirm.mock.lastCall?.[0](doc("a", "mien", "c", "ajout"));
    expect(kept()).toEqual(doc("a", "mien", "autre", "c", "ajout"));
    fireEvent.click(screen.getAllByRole("radio", { name: "Garder l’autre" })[0]!);
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer ce texte" }));
    expect(kept()).toEqual(doc("a", "autre", "c", "ajout"));
  });
});

describe("sentences", () => {
  it.each([
    [{ kind: "saved", at: "2026-11-23T13:32:00Z" } as const, true, "Enregistré à 14:32"],
    [{ kind: "offline" } as const, true, "Hors ligne, gardé sur cet appareil"],
    [{ kind: "offline" } as const, false, "Hors ligne\u00A0: gardez cet onglet ouvert"],
    [
      { kind: "retrying", retryAt: 0 } as const,
      true,
      "Le serveur ne répond pas\u202F; votre texte est gardé sur cet appareil",
    ],
    [
      { kind: "signed-out" } as const,
      true,
      "Votre session a expiré\u202F; votre texte est gardé sur cet appareil",
    ],
  ])("%j", (status, kept, sentence) => expect(describeStatus(status, kept)).toBe(sentence));

  it.each([
    [1, "1\u00A0mot. Il en manque 1 pour l’objectif."],
    [3, "3\u00A0mots. L’objectif est atteint."],
    [9, "9\u00A0mots. C’est 4 de plus que l’objectif."],
  ])("%i words", (words, sentence) =>
    expect(describeCount(words, { min: 2, max: 5 })).toBe(sentence));
});
