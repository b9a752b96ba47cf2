import { type BarsProps, barsDrawing } from "./bars-drawing.ts";
import { type Drawing, filePalette, type Shape } from "./drawing.ts";
import { type RadarProps, radarDrawing } from "./radar-drawing.ts";

/** Escapes text and attribute values, and drops characters XML 1.0 forbids. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}

function markup(shape: Shape | string): string {
  if (typeof shape === "string") return escapeXml(shape);
  const attributes = Object.entries(shape.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
  const inside = (shape.children ?? []).map(markup).join("");
  return inside
    ? `<${shape.tag}${attributes}>${inside}</${shape.tag}>`
    : `<${shape.tag}${attributes}/>`;
}

/** A whole SVG file with its title and description, in plain colours. */
function svgFile(drawing: Drawing): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" ` +
    `width="${drawing.width}" height="${drawing.height}" role="img" font-family="${escapeXml(filePalette.font)}">` +
    `<title>${escapeXml(drawing.title)}</title><desc>${escapeXml(drawing.description)}</desc>` +
    `${drawing.shapes.map(markup).join("")}</svg>`
  );
}

/** The string twin of RadarChart, for exports. */
export function radarSvg(props: RadarProps): string {
  return svgFile(radarDrawing(props, filePalette));
}

/** The string twin of BarsChart, for exports. */
export function barsSvg(props: BarsProps): string {
  return svgFile(barsDrawing(props, filePalette));
}
