// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { findText, forgetAcknowledged } from "~/ui/kept-text.ts";
import { PromptBench, type PromptBenchProps } from "./prompt-bench.tsx";
import type { RunEvent, RunView } from "./run.ts";

const view = (seq: number, over: Partial<RunView> = {}): RunView => ({
  id: `r${seq}`,
  seq,
  prompt: `Prompt numéro ${seq}`,
  temperature: 0.7,
  maxTokens: 600,
  providerLabel: "modèle d’entraînement hors ligne",
  model: "e-1",
  status: "done",
  output: `Réponse ${seq}`,
  failure: null,
  kept: false,
  note: "",
  insertedIn: null,
  createdAt: "2026-11-02T13:32:00.000Z",
  ...over,
});
const { source, components, emptyWords, settings, limits, assertions, starter } = loadPromptGuide();
const props = (over: Partial<PromptBenchProps> = {}): PromptBenchProps => ({
  place: { workspaceId: "w1" },
  stepId: "ecrire",
  runs: [],
  older: null,
  provider: { label: "modèle d’entraînement hors ligne", model: "e-1", offline: true },
  guide: { source, components, emptyWords, settings, limits, assertions },
  assertions: [],
  starter,
  used: 0,
  sections: { reponse: "La réponse" },
  onInsert: null,
  insertTarget: null,
  ...over,
});

let line: (event: RunEvent) => void = () => {};
let close = () => {};
let asked: Record<string, unknown>[] = [];
let answer: (
  body: Record<string, unknown>,
  signal?: AbortSignal | null,
) => Promise<Response> | Response;

beforeEach(() => {
  asked = [];
  answer = (_body, signal) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        line = (event) =>
          controller.enqueue(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
        close = () => controller.close();
        signal?.addEventListener("abort", () =>
          controller.error(new DOMException("", "AbortError")),
        );
      },
    });
    return new Response(body);
  };
  vi.stubGlobal("fetch", async (_url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    asked.push(body);
    return answer(body, init.signal);
  });
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const field = () => screen.getByLabelText("Votre prompt") as HTMLTextAreaElement;
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

it("streams an answer, announces start and end, keeps the prompt", async () => {
  render(<PromptBench {...props()} />);
  type("Rédige un post");
  press("Lancer l’essai");
  await waitFor(() =>
    expect(asked).toEqual([
      { intent: "run", prompt: "Rédige un post", temperature: 0.7, maxTokens: 600 },
    ]),
  );
  line({
    type: "start",
    used: 1,
    run: view(1, { status: "running", output: "", prompt: "Rédige un post" }),
  });
  line({ type: "text", text: "Bonjour à tous" });
  const card = await screen.findByRole("article", { name: "Version 1" });
  await within(card).findByText("Bonjour à tous");
  expect(screen.getByRole("status").textContent).toBe("Essai v1 lancé.");
  line({ type: "done", run: view(1, { output: "Bonjour à tous." }) });
  close();
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Essai v1 terminé."));
  expect(within(card).getByText(/modèle d’entraînement hors ligne/)).toBeTruthy();
  expect(field().value).toBe("Rédige un post");
  expect(screen.getByText(/1 sur 200 essais/)).toBeTruthy();
});

it("stops a run and keeps what came", async () => {
  render(<PromptBench {...props()} />);
  type("Rédige");
  press("Lancer l’essai");
  await waitFor(() => expect(asked).toHaveLength(1));
  line({ type: "start", used: 1, run: view(1, { status: "running", output: "" }) });
  line({ type: "text", text: "Un début" });
  await screen.findByText("Un début");
  press("Arrêter l’essai");
  await screen.findByText("arrêté");
  expect(screen.getByText("Un début")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Arrêter l’essai" })).toBeNull();
});

it.each<[string, () => Promise<Response> | Response, RegExp]>([
  [
    "a refusal",
    () =>
      Response.json(
        { ok: false, reason: "over-budget", message: "C’est la limite." },
        { status: 429 },
      ),
    /C’est la limite/,
  ],
  ["an expired session", () => Response.json({}, { status: 401 }), /Reconnectez-vous/],
  [
    "a dead server",
    () => Promise.reject(new TypeError("fetch failed")),
    /Le serveur ne répond pas/,
  ],
  ["a proxy's page", () => new Response("<html>", { status: 502 }), /Le serveur ne répond pas/],
])("says what happened after %s, and keeps the prompt", async (_name, made, sentence) => {
  answer = made;
  render(<PromptBench {...props()} />);
  type("Rédige un post");
  press("Lancer l’essai");
  expect((await screen.findByRole("alert")).textContent).toMatch(sentence);
  expect(field().value).toBe("Rédige un post");
  expect(findText("prompt:w1:ecrire")).toBe("Rédige un post");
});

it("leaves on the device, at sign-out, only what the server does not have", () => {
  render(<PromptBench {...props({ runs: [view(1)] })} />);
  type("Prompt numéro 1");
  forgetAcknowledged();
  expect(findText("prompt:w1:ecrire")).toBeNull();
  type("Prompt numéro 1, plus court");
  forgetAcknowledged();
  expect(findText("prompt:w1:ecrire")).toBe("Prompt numéro 1, plus court");
});

it("shows a prompt that was not sent to nobody else on the same computer", () => {
  document.documentElement.dataset.person = "lea";
  const first = render(<PromptBench {...props()} />);
  type("Un prompt de Léa");
  first.unmount();
  document.documentElement.dataset.person = "tom";
  const second = render(<PromptBench {...props()} />);
  expect(field().value).toBe("");
  second.unmount();
  document.documentElement.dataset.person = "lea";
  render(<PromptBench {...props()} />);
  expect(field().value).toBe("Un prompt de Léa");
  delete document.documentElement.dataset.person;
});

it("finds the prompt again after a reload, per step", () => {
  const first = render(<PromptBench {...props()} />);
  type("Un long prompt");
  first.unmount();
  const again = render(<PromptBench {...props()} />);
  expect(field().value).toBe("Un long prompt");
  again.unmount();
  render(<PromptBench {...props({ stepId: "lire" })} />);
  expect(field().value).toBe("");
});

it("does not send an empty prompt, and teaches instead", () => {
  render(<PromptBench {...props()} />);
  press("Lancer l’essai");
  expect(asked).toEqual([]);
  expect(screen.getByText(/Écrivez d’abord/)).toBeTruthy();
  press("Partir d’un modèle à trous");
  expect(field().value).toContain("Contexte");
});

it("reads the anatomy as it is typed and offers one thing to add", () => {
  render(<PromptBench {...props()} />);
  type("Rédige un post");
  expect(screen.getByText(/Ajoutez une seule chose/).textContent).toContain("Contexte");
  press("Ajouter la ligne à compléter");
  expect(field().value).toMatch(/^Rédige un post\nContexte/);
  expect(screen.getByText(/Anatomie du prompt/).textContent).toContain("1 élément sur 10");
  type("Écris à julie@exemple.test");
  expect(screen.getByText("Donnée personnelle")).toBeTruthy();
});

it("keeps, annotates, inserts and takes up a version again", async () => {
  answer = (body) =>
    Response.json({
      ok: true,
      run: view(1, { kept: body.intent === "keep", note: String(body.note ?? "") }),
    });
  const onInsert = vi.fn();
  render(
    <PromptBench
      {...props({
        runs: [view(1)],
        onInsert,
        insertTarget: { key: "reponse", title: "La réponse" },
      })}
    />,
  );
  press(/^Retenir/);
  await screen.findByText("Retenue");
  fireEvent.change(screen.getByLabelText(/Ce que vous constatez/), {
    target: { value: "Trop long" },
  });
  press("Enregistrer la note");
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ intent: "annotate", run: "r1", note: "Trop long" }),
  );
  press(/^Insérer dans/);
  expect(onInsert).toHaveBeenCalledWith("Réponse 1", "r1");
  await waitFor(() =>
    expect(asked.at(-1)).toEqual({ intent: "inserted", run: "r1", section: "reponse" }),
  );
  press(/^Reprendre ce prompt/);
  await waitFor(() => expect(field().value).toBe("Prompt numéro 1"));
});

it("says what changed since the version each one came from", () => {
  const prompts = [
    "Rédige un post Instagram.",
    "Traduis autre chose.",
    "Rédige un post Instagram.\nTon sobre et poli.",
  ];
  const runs = prompts.map((prompt, i) => view(i + 1, { prompt })).reverse();
  render(<PromptBench {...props({ runs })} />);
  const third = screen.getByRole("article", { name: "Version 3" });
  expect(within(third).getByText("Ce qui change entre v1 et v3")).toBeTruthy();
  expect(third.textContent).toMatch(/Une seule chose change depuis la version 1.*Ton et style/);
  expect(third.querySelector("ins")?.textContent).toContain("Ton sobre et poli.");
  expect(screen.getByRole("article", { name: "Version 1" }).textContent).not.toContain(
    "Ce qui change",
  );
});

it("compares two to four versions, one at a time on a phone", async () => {
  render(<PromptBench {...props({ runs: [5, 4, 3, 2, 1].map((n) => view(n)) })} />);
  press("Comparer des versions");
  const dialog = within(await screen.findByRole("dialog"));
  const boxes = () =>
    dialog.getAllByRole("checkbox").map((box) => (box as HTMLInputElement).checked);
  expect(dialog.getByText("Réponse 5")).toBeTruthy();
  expect(dialog.getByText("Réponse 4")).toBeTruthy();
  expect(
    dialog.getByRole("region", { name: "Version 5" }).querySelector("ins")?.textContent,
  ).toContain("5");
  // Never fewer than two, never more than four.
  fireEvent.click(dialog.getByRole("checkbox", { name: "v5" }));
  expect(boxes()).toEqual([true, true, false, false, false]);
  fireEvent.click(dialog.getByRole("checkbox", { name: "v1" }));
  fireEvent.click(dialog.getByRole("checkbox", { name: "v2" }));
  fireEvent.click(dialog.getByRole("checkbox", { name: "v3" }));
  expect(boxes()).toEqual([true, true, false, true, true]);
  expect(dialog.getAllByRole("region").map((r) => r.getAttribute("aria-labelledby"))).toEqual([
    "compare-r1",
    "compare-r2",
    "compare-r4",
    "compare-r5",
  ]);
  const narrow = () =>
    dialog.getAllByRole("region").filter((r) => !r.className.includes("max-md:hidden"));
  expect(narrow().map((r) => r.getAttribute("aria-labelledby"))).toEqual(["compare-r5"]);
  fireEvent.click(dialog.getByRole("radio", { name: "v2" }));
  expect(narrow().map((r) => r.getAttribute("aria-labelledby"))).toEqual(["compare-r2"]);
});

const kept = (id: string, over: object) =>
  ({ id, assertion: over }) as PromptBenchProps["assertions"][number];

it("shows the parts in the prompt itself, without losing a word", () => {
  render(<PromptBench {...props()} />);
  type("Bonjour ! Rédige un post.\nTon sobre, vouvoiement, pour des familles. Merci");
  const annotated = screen.getByRole("region", { name: "Votre prompt annoté" });
  const marks = [...annotated.querySelectorAll("mark")].map((m) => m.textContent);
  expect(marks).toEqual(["Rédige un post.", "Ton sobre, vouvoiement, pour des familles."]);
  expect([...annotated.querySelectorAll("small")].map((s) => s.textContent)).toEqual([
    "[Tâche]",
    "[Audience, Ton et style]",
  ]);
  for (const small of annotated.querySelectorAll("small")) small.remove();
  expect(annotated.textContent).toMatch(/Bonjour ! Rédige un post\. \nTon .* familles\. {2}Merci$/);
});

it("adds a check, says why one cannot be, and takes one out", async () => {
  answer = (body) =>
    Response.json({
      ok: true,
      assertions:
        body.intent === "add-assertion" ? [kept("a1", { kind: "contains", text: "35 €" })] : [],
    });
  render(<PromptBench {...props()} />);
  const form = within(
    screen.getByRole("button", { name: "Ajouter la vérification" }).closest("form")!,
  );
  press("Ajouter la vérification");
  expect(form.getByText(/Écrivez le mot ou le passage/)).toBeTruthy();
  expect(asked).toEqual([]);
  expect(form.queryByLabelText("Au moins")).toBeNull();
  fireEvent.change(form.getByLabelText("Mot ou passage"), { target: { value: "35 €" } });
  press("Ajouter la vérification");
  await screen.findByText("Vos vérifications : 1 sur 8");
  expect(asked).toEqual([
    { intent: "add-assertion", kind: "contains", text: "35 €", min: "", max: "" },
  ]);
  expect(screen.getByText(/Source : Votre commande/)).toBeTruthy();
  press(/^Retirer/);
  await waitFor(() => expect(screen.queryByText(/Vos vérifications/)).toBeNull());
  expect(asked.at(-1)).toEqual({ intent: "remove-assertion", assertion: "a1" });
});

it("asks for bounds when a length is checked", () => {
  render(<PromptBench {...props()} />);
  fireEvent.change(screen.getByLabelText("Ce que vous vérifiez"), { target: { value: "words" } });
  expect(screen.queryByLabelText("Mot ou passage")).toBeNull();
  fireEvent.change(screen.getByLabelText("Au moins"), { target: { value: "80" } });
  fireEvent.change(screen.getByLabelText("Au plus"), { target: { value: "50" } });
  press("Ajouter la vérification");
  expect(screen.getByText(/Le minimum dépasse le maximum/)).toBeTruthy();
});

it("confronts every version with the checks, in words, and says what brought each gain", () => {
  const runs = [
    view(1, { prompt: "Rédige un post.", output: "Venez nombreux" }),
    view(2, {
      prompt: "Rédige un post.\nContexte : le cours coûte 35 €.",
      output: "Le cours coûte 35\u00a0€.",
    }),
  ].reverse();
  const checks = [
    kept("a1", { kind: "contains", text: "35 €" }),
    kept("a2", { kind: "lacks", text: "coûte" }),
  ];
  render(<PromptBench {...props({ runs, assertions: checks })} />);
  const table = screen.getByRole("table", { name: /Ce que chaque réponse respecte/ });
  const heads = within(table)
    .getAllByRole("columnheader")
    .map((h) => h.textContent);
  expect(heads).toEqual(["Vérification", "v1", "v2"]);
  const row = (name: RegExp) =>
    within(within(table).getByRole("rowheader", { name }).closest("tr")!)
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
  expect(row(/^Contient/)).toEqual(["nonabsent", "ouiune fois"]);
  expect(row(/^Ne contient pas/)).toEqual(["ouiabsent", "nonune fois"]);
  const gain = screen.getByText(/après v1/).closest("li")?.textContent;
  expect(gain).toMatch(
    /^v2 \(après v1\).: ajout de «.Contexte.»\. «.Contient “35.€”.» passe à oui\. «.Ne contient pas “coûte”.» repasse à non\.$/,
  );
});

it("reads and runs without a script: plain forms, no dead button, nothing interpreted", () => {
  const html = renderToString(
    <PromptBench {...props({ runs: [view(1, { output: "<script>alert(1)</script>" })] })} />,
  );
  const page = new DOMParser().parseFromString(html, "text/html");
  expect(page.querySelector('form[method="post"] textarea[name="prompt"]')).toBeTruthy();
  expect([...page.querySelectorAll("button")].filter((b) => b.type !== "submit")).toEqual([]);
  expect(page.querySelector("script")).toBeNull();
  expect(page.body.textContent).toContain("<script>alert(1)</script>");
});
