// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Figure, FigureBody } from "~/domain/figure.ts";
import { FigureView } from "./figure-view.tsx";

afterEach(cleanup);

const figure = (body: FigureBody): Figure => ({
  id: "tool:figure",
  title: "Carte des thèmes",
  alt: "Deux thèmes couverts sur trois.",
  source: "Entretien du 3 novembre",
  body,
});

const bodies: [FigureBody, string][] = [
  [
    {
      kind: "table",
      columns: [
        { key: "a", label: "Thème" },
        { key: "b", label: "Questions", align: "end" },
      ],
      rows: [{ a: "Budget", b: 1240 }],
    },
    "1\u202f240",
  ],
  [
    { kind: "transcript", turns: [{ speaker: "Vous", text: "Pourquoi\u00a0?", note: "Ouverte" }] },
    "Ouverte",
  ],
  [{ kind: "list", items: [{ term: "Budget", text: "À confirmer" }] }, "À confirmer"],
  [{ kind: "bars", unit: "%", max: 100, items: [{ label: "Budget", value: 40 }] }, "40\u00a0%"],
];

it.each(bodies)("draws a figure, its title and its source (%#)", (body, shown) => {
  render(<FigureView figure={figure(body)} />);
  const drawn = screen.getByRole("figure", { name: "Carte des thèmes" });
  expect(drawn.textContent).toContain(shown);
  expect(drawn.textContent).toContain("Source\u00a0: Entretien du 3 novembre");
});

it.each(bodies)("survives an empty body (%#)", (body) => {
  const emptied = Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      Array.isArray(value) && key !== "columns" ? [] : value,
    ]),
  ) as FigureBody;
  render(<FigureView figure={figure(emptied)} />);
  expect(screen.getByText("Carte des thèmes", { selector: "figcaption span" })).toBeTruthy();
});

it("gives the text alternative of a drawing", () => {
  render(<FigureView figure={figure(bodies[3]![0])} />);
  expect(screen.getByText("Deux thèmes couverts sur trois.")).toBeTruthy();
});
