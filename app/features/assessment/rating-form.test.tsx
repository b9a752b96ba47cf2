// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rating } from "~/domain/assessment.ts";
import { smallCertification } from "../../../tests/small-certification.ts";
import type { Outcome } from "./intents.ts";
import { RatingForm } from "./rating-form.tsx";
import { draftKey } from "./stored-draft.ts";
import { SAVE_AFTER } from "./use-rating-draft.ts";

// Remix's <Form> wants the whole framework around it; without it, it is react-router's.
vi.mock("@remix-run/react", async () => {
  const { Form, Link, useFetcher } = await import("react-router-dom");
  return { Form, Link, useFetcher };
});

const key = draftKey("w1", 1, "B1.1");
const row = (version: number, justification: string): Rating => ({
  competency: "B1.1",
  attempt: 1,
  level: 2,
  justification,
  version,
  updatedAt: "2026-11-01T13:32:00.000Z",
});

describe("the rating form, alive", () => {
  let posts: Record<string, string>[] = [];
  let answer: (fields: Record<string, string>) => Promise<Outcome> | Outcome;
  const unreachable = (fields: Record<string, string>): Outcome => ({
    ok: false,
    intent: "rate",
    competency: "B1.1",
    reason: "unreachable",
    message: "Le serveur ne répond pas.",
    sent: { level: 2, justification: fields.justification ?? "" },
  });

  function open(rating: Rating | null) {
    const router = createMemoryRouter(
      [
        {
          path: "/",
          element: (
            <RatingForm
              workspaceId="w1"
              attempt={1}
              competency={{ id: "B1.1", shortTitle: "Lire" }}
              scale={smallCertification.scale}
              rating={rating}
              refusal={null}
              onSaved={() => {}}
            />
          ),
        },
        {
          path: "/espaces/:id/evaluation",
          action: async ({ request }) => {
            const fields = Object.fromEntries(await request.formData()) as Record<string, string>;
            posts.push(fields);
            return answer(fields);
          },
        },
      ],
      { future: { v7_fetcherPersist: true, v7_relativeSplatPath: true } },
    );
    return render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
  }
  const field = () => screen.getByLabelText("Votre justification") as HTMLTextAreaElement;
  const type = (value: string) => fireEvent.change(field(), { target: { value } });
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const kept = () => JSON.parse(localStorage.getItem(key) ?? "null");

  beforeEach(() => {
    posts = [];
    let version = 0;
    answer = (fields) => ({
      ok: true,
      intent: "rate",
      competency: "B1.1",
      rating: {
        ...row(++version, fields.justification ?? ""),
        level: Number(fields.level) || null,
      },
    });
    localStorage.clear();
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("keeps each key on this device, saves after a pause, then forgets the local text", async () => {
    open(null);
    type("P");
    type("Parce que");
    expect(kept()).toMatchObject({ justification: "Parce que", version: 0 });
    await pass(SAVE_AFTER - 1);
    expect(posts).toEqual([]);
    await pass(50);
    expect(posts).toMatchObject([
      { intent: "rate", reply: "data", version: "0", level: "", justification: "Parce que" },
    ]);
    expect(screen.getByText("Enregistré à 14:32")).toBeTruthy();
    expect(kept()).toBeNull();
  });

  it("saves a level too, and names the version it got before", async () => {
    open(null);
    fireEvent.click(screen.getByLabelText("En voie"));
    await pass(SAVE_AFTER + 50);
    type("Parce que");
    await pass(SAVE_AFTER + 50);
    expect(posts.map((p) => [p.version, p.level, p.justification])).toEqual([
      ["0", "2", ""],
      ["1", "2", "Parce que"],
    ]);
  });

  it("never has two saves under way: what is typed meanwhile leaves with the next", async () => {
    let release = () => {};
    const real = answer;
    answer = async (fields) => {
      await new Promise<void>((done) => {
        release = done;
      });
      return real(fields);
    };
    open(null);
    type("un");
    await pass(SAVE_AFTER + 50);
    type("un deux");
    await pass(SAVE_AFTER * 3);
    expect(posts).toHaveLength(1);
    answer = real;
    release();
    await pass(50);
    await pass(SAVE_AFTER + 50);
    expect(posts.map((p) => [p.version, p.justification])).toEqual([
      ["0", "un"],
      ["1", "un deux"],
    ]);
  });

  it("says that the text is kept here while the server is away, and saves by itself once it is back", async () => {
    const real = answer;
    answer = unreachable;
    open(null);
    type("hors ligne");
    await pass(SAVE_AFTER + 50);
    expect(screen.getByRole("status").textContent).toContain("Gardé sur cet appareil.");
    expect(kept()).toMatchObject({ justification: "hors ligne" });
    await pass(3_100);
    expect(posts.length).toBe(2);
    answer = real;
    await act(async () => {
      window.dispatchEvent(new Event("online"));
    });
    await pass(50);
    expect(screen.getByText(/Enregistré à/)).toBeTruthy();
    expect(kept()).toBeNull();
  });

  it("finds the text of a lost tab again and saves it", async () => {
    const lost = { level: 3, justification: "Tapé avant la coupure", version: 4, writer: "autre" };
    localStorage.setItem(key, JSON.stringify(lost));
    open(row(4, "Ancien"));
    await pass(0);
    expect(field().value).toBe("Tapé avant la coupure");
    await pass(SAVE_AFTER + 50);
    expect(posts).toMatchObject([
      { version: "4", level: "3", justification: "Tapé avant la coupure" },
    ]);
  });

  it("shows both texts after a stale save and saves what the person puts together", async () => {
    const real = answer;
    answer = () =>
      ({ ...unreachable({}), reason: "stale", current: row(9, "De l’autre onglet") }) as Outcome;
    open(row(4, "Ancien"));
    type("D’ici");
    await pass(SAVE_AFTER + 50);
    expect(screen.getByText("De l’autre onglet")).toBeTruthy();
    expect(field().value).toBe("D’ici");
    await pass(60_000);
    expect(posts).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Enregistrer" })).toBeNull();
    answer = real;
    fireEvent.click(screen.getByRole("button", { name: "Réunir les deux textes" }));
    await pass(SAVE_AFTER + 50);
    expect(posts.at(-1)).toMatchObject({
      version: "9",
      justification: "D’ici\n\nDe l’autre onglet",
    });
  });

  it("saves when the page is left", async () => {
    const page = open(null);
    type("Je pars");
    page.unmount();
    await pass(50);
    expect(posts).toMatchObject([{ justification: "Je pars" }]);
  });

  it("works when the browser refuses storage", async () => {
    const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("QuotaExceededError");
    });
    open(null);
    type("Sans stockage");
    await pass(SAVE_AFTER + 50);
    expect(posts).toHaveLength(1);
    refuse.mockRestore();
  });
});
