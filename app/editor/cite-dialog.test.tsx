// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import CiteDialog from "./cite-dialog.tsx";

// Without the framework around them, Remix's link and fetcher are react-router's.
vi.mock("@remix-run/react", async () => {
  const { Link, useFetcher } = await import("react-router-dom");
  return { Link, useFetcher };
});

type Case = {
  quote?: string;
  competencies?: string[];
  saved?: () => Promise<string | null>;
  answer?: object;
};

const block = [
  { id: "B1.1", title: "Auditer" },
  { id: "B1.2", title: "Planifier" },
  { id: "B1.3", title: "Mesurer" },
];

function open({
  quote = "Trois sources\nsuivies",
  competencies = ["B1.1", "B1.2"],
  saved = async () => null,
  answer = { ok: true },
}: Case) {
  const posts: Record<string, unknown>[] = [];
  const dialog = (
    <CiteDialog
      workspaceId="w1"
      sectionKey="veille"
      quote={quote}
      competencies={competencies}
      saved={saved}
      onClose={() => {}}
    />
  );
  const action = async ({ request }: { request: Request }) => {
    posts.push(Object.fromEntries(await request.formData()));
    return answer;
  };
  const router = createMemoryRouter([
    { path: "/", element: dialog },
    { path: "/espaces/:id/evaluation", action },
  ]);
  render(<RouterProvider router={router} />);
  return posts;
}
const link = () => fireEvent.click(screen.getByRole("button", { name: "Lier à la compétence" }));

describe("citing a passage as evidence", () => {
  beforeEach(() => {
    vi.stubGlobal("fetch", async () => Response.json({ competencies: block }));
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("sends the passage once it is saved, and tells where it went", async () => {
    const posts = open({});
    await screen.findByText("Planifier");
    fireEvent.click(screen.getByRole("radio", { name: /^B1.2/ }));
    link();
    await screen.findByText("Ce passage est maintenant une preuve de la compétence B1.2.");
    expect(posts).toEqual([
      {
        intent: "add-evidence",
        competency: "B1.2",
        sectionKey: "veille",
        quote: "Trois sources suivies",
        reply: "data",
      },
    ]);
    expect(screen.getByRole("status").textContent).toContain("preuve de la compétence B1.2");
    expect(screen.getByRole("link").getAttribute("href")).toBe(
      "/espaces/w1/evaluation?competence=B1.2",
    );
    expect(document.activeElement?.textContent).toBe("Revenir au texte");
  });

  it("offers the rest of the block under the step's own", async () => {
    const posts = open({});
    const others = await screen.findByRole("group", { name: "Autres compétences du bloc" });
    expect(within(others).getAllByRole("radio")).toHaveLength(1);
    fireEvent.click(within(others).getByRole("radio"));
    link();
    await waitFor(() => expect(posts[0]?.competency).toBe("B1.3"));
  });

  it.each<[string, () => Promise<Response>]>([
    ["there is no network", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["the server is down", async () => new Response("", { status: 503 })],
    ["a proxy answers with a page", async () => new Response("<html>")],
  ])("still offers the step's competencies when %s", async (_, answer) => {
    vi.stubGlobal("fetch", answer);
    const posts = open({});
    fireEvent.click(screen.getByRole("radio", { name: "B1.2" }));
    link();
    await waitFor(() => expect(posts[0]?.competency).toBe("B1.2"));
  });

  it("says what the server refuses, and may be sent again", async () => {
    const posts = open({ competencies: ["B1.1"], answer: { ok: false, message: "Déjà liée." } });
    link();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Déjà liée."));
    link();
    await waitFor(() => expect(posts).toHaveLength(2));
  });

  it.each<[string, Case, string]>([
    ["no competency chosen", {}, "Choisissez une compétence."],
    ["a letter", { quote: "a", competencies: ["B1.1"] }, "Sélectionnez au moins quelques mots."],
    [
      "a text that the server does not hold",
      { competencies: ["B1.1"], saved: async () => "Pas encore enregistré." },
      "Pas encore enregistré.",
    ],
  ])("sends nothing for %s", async (_, given, sentence) => {
    const posts = open(given);
    link();
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain(sentence));
    expect(posts).toEqual([]);
  });
});
