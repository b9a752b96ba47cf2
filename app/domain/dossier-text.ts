import { cleanText } from "./document.ts";

/** Words and numbers of a dossier: cleaning, dates and figures, all French and the same in every renderer. */

const UNPRINTABLE = /[\u007f-\u009f\u200b\u2028\u2029\u2060\ufeff\ufff0-\ufffc]/g;

/** Takes out what no font can draw and no reader can hear: control characters, invisible marks, tabs. */
export function printable(text: string): string {
  return cleanText(text.replace(/[\t\n\r]/g, " ")).replace(UNPRINTABLE, "");
}

/** Several lines kept apart: a prompt or a raw answer, quoted as it was. */
export function cleanLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => printable(line).trimEnd());
}

const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });
const clock = new Intl.DateTimeFormat("fr-FR", {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "Europe/Paris",
});
const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

/** « 23 novembre 2026 », Paris time. */
export function frenchDate(date: Date): string {
  return day.format(date).replace(/^1 /, "1er ");
}

/** « 23 novembre 2026 à 14:32 », Paris time. */
export function frenchDateTime(date: Date): string {
  return `${frenchDate(date)} à ${clock.format(date)}`;
}

/** A table's cell as text: numbers get French separators, nothing stays empty. */
export function frenchCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "number" ? number.format(value) : printable(value);
}

/** « 1 preuve », « 3 preuves »; French plurals start at two. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${number.format(n)}\u00a0${n < 2 ? singular : plural}`;
}

/** Shortens a quotation at a word's end. */
export function excerpt(text: string, length = 220): string {
  const clean = printable(text).replace(/\s+/g, " ").trim();
  if (clean.length <= length) return clean;
  const cut = clean.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length - 30))}…`;
}
