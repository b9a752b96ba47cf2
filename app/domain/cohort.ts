import { drawCode, readCode } from "./code.ts";
import { ok, type Result, refused } from "./result.ts";

/** Longest name of a group, in characters. */
export const COHORT_NAME_MAX = 80;
const CODE_LENGTH = 8;

/** A group's name as it is kept. */
export function readCohortName(typed: string): Result<string, "empty" | "long"> {
  const name = typed.replace(/\s+/g, " ").trim();
  if (name === "")
    return refused(
      "empty",
      "Donnez un nom au groupe, par exemple «\u00a0BC01, promotion de mars\u00a0».",
    );
  if (name.length > COHORT_NAME_MAX)
    return refused("long", `Ce nom est trop long\u00a0: ${COHORT_NAME_MAX} caractères au plus.`);
  return ok(name);
}

/** The code that opens a group: « 7KQ2-M9TX ». */
export function joiningCode(draw: (below: number) => number): string {
  return drawCode(CODE_LENGTH, draw);
}

/** A joining code as someone typed it; null when it cannot be one. */
export function readJoiningCode(typed: string): string | null {
  return readCode(CODE_LENGTH, typed);
}
