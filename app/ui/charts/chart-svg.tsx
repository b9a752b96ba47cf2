import { createElement, type ReactNode, useId } from "react";
import type { Drawing, Shape } from "./drawing.ts";

const reactNames: Record<string, string> = {
  "text-anchor": "textAnchor",
  "font-size": "fontSize",
  "font-weight": "fontWeight",
  "stroke-width": "strokeWidth",
  "stroke-dasharray": "strokeDasharray",
  "stroke-linejoin": "strokeLinejoin",
  "fill-opacity": "fillOpacity",
};

function element(shape: Shape | string, key: number): ReactNode {
  if (typeof shape === "string") return shape;
  const props = Object.fromEntries(
    Object.entries(shape.attributes).map(([name, value]) => [reactNames[name] ?? name, value]),
  );
  return createElement(shape.tag, { key, ...props }, ...(shape.children ?? []).map(element));
}

/** Prints a drawing in a page: an image with a name and a description, in the colours of the theme. */
export function ChartSvg({ drawing }: { drawing: Drawing }) {
  const id = useId();
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      className="block h-auto w-full max-w-[30rem]"
    >
      <title id={`${id}-title`}>{drawing.title}</title>
      <desc id={`${id}-desc`}>{drawing.description}</desc>
      {drawing.shapes.map(element)}
    </svg>
  );
}
