// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { BarsChart } from "./bars.tsx";
import { RadarChart } from "./radar.tsx";
import { barsSvg, radarSvg } from "./svg.ts";

afterEach(cleanup);

const radar = {
  title: "Auto-évaluation",
  max: 4,
  levels: ["Non acquis", "En cours", "Acquis", "Maîtrisé"],
  axes: ["Veille", "Brief", "Audit"].map((label) => ({ id: label, label })),
  series: [
    { id: "a", label: "Première", values: [1, 2, null] },
    { id: "b", label: "Deuxième", values: [2, 4, 3] },
  ],
};
const bars = {
  title: "Questions",
  unit: "%",
  max: 100,
  items: [
    { label: "Ouvertes", value: 62.5 },
    { label: "Fermées <ou> « closes » & brèves", value: 140, note: "Trop" },
  ],
};

/** The string twin, parsed as the XML it claims to be. */
function parse(svg: string): Element {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(parsed.querySelector("parsererror")).toBeNull();
  return parsed.documentElement;
}

describe("radar", () => {
  it("is an image with a name and a description, and the same figures in a table", () => {
    render(<RadarChart {...radar} />);
    const image = screen.getByRole("img", { name: "Auto-évaluation" });
    const about = document.getElementById(image.getAttribute("aria-describedby") ?? "");
    expect(about?.textContent).toContain("Audit, non renseigné");
    expect(about?.textContent).toContain("Brief, Maîtrisé");
    const row = within(screen.getByRole("table", { hidden: true })).getByRole("row", {
      name: /Audit/,
      hidden: true,
    });
    expect(row.textContent).toBe("Audit–Acquis");
  });

  it("never closes the outline over a missing value", () => {
    const [open, closed] = ["7 4", "none"].map((dash) =>
      parse(radarSvg(radar)).querySelectorAll(`polygon[stroke-dasharray="${dash}"]`),
    );
    expect(open!.length).toBe(1);
    expect(closed!.length).toBe(0);
  });

  it("marks as many points as there are values", () => {
    const drawing = parse(radarSvg({ ...radar, series: [radar.series[0]!] }));
    // Two values and the mark of the legend.
    expect(drawing.querySelectorAll("circle").length).toBe(3);
  });
});

describe("bars", () => {
  it("is an image with a name, and the same figures in a table", () => {
    render(<BarsChart {...bars} />);
    expect(screen.getByRole("img", { name: "Questions" })).toBeTruthy();
    expect(screen.getByRole("table", { hidden: true }).textContent).toContain("62,5\u00a0%");
  });

  it("escapes what it is given and keeps a bar inside its track", () => {
    const drawing = parse(barsSvg(bars));
    const [track, over] = [...drawing.querySelectorAll("rect")].slice(2);
    expect(over!.getAttribute("width")).toBe(track!.getAttribute("width"));
    expect(drawing.textContent).toContain("<ou>");
  });

  it("drops characters that XML forbids", () => {
    const drawing = parse(barsSvg({ ...bars, title: "a\u0000b\u0007c" }));
    expect(drawing.querySelector("title")?.textContent).toBe("abc");
  });
});

it("draws the same shapes in a page and in a file", () => {
  const { container } = render(<BarsChart {...bars} />);
  const page = container.querySelector("svg")!;
  const file = parse(barsSvg(bars));
  const shapes = (root: Element) =>
    [...root.querySelectorAll("rect, text, line")].map((one) => [
      one.tagName,
      one.getAttribute("x"),
      one.getAttribute("y"),
      one.textContent,
    ]);
  expect(shapes(page)).toEqual(shapes(file));
});
