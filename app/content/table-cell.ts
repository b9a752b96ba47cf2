import type { z } from "zod";
import { ok, type Result, refused } from "~/domain/result.ts";
import type { annexColumn } from "~/domain/subject.ts";

export type Cell = string | number | boolean | null;
type Kind = z.infer<typeof annexColumn>["kind"];

const DATE = /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/;
const BOOLEANS: Record<string, boolean> = { oui: true, non: false };

/**
 * One CSV cell as its column's kind. Empty is null. Numbers use a dot; dates are `2026-11-02` or
 * `2026-11-02 08:00`; booleans are « oui » or « non ».
 */
export function parseCell(kind: Kind, raw: string): Result<Cell, "malformed"> {
  const text = raw.trim();
  if (text === "") return ok(null);
  switch (kind) {
    case "text":
      return ok(raw);
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text)
        ? ok(Number(text))
        : refused("malformed", `«\u00a0${text}\u00a0» n’est pas un nombre.`);
    case "date":
      return DATE.test(text) && isDay(text.slice(0, 10))
        ? ok(text)
        : refused("malformed", `«\u00a0${text}\u00a0» n’est pas une date.`);
    case "boolean":
      return Object.hasOwn(BOOLEANS, text)
        ? ok(BOOLEANS[text]!)
        : refused("malformed", `«\u00a0${text}\u00a0» n’est ni oui ni non.`);
  }
}

/** Refuses the 31st of February. */
function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
