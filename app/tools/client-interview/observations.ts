import type { Finding } from "~/domain/finding.ts";
import type { Content } from "./content.ts";
import { conductFindings } from "./observations-conduct.ts";
import { reportFindings } from "./observations-report.ts";
import { substanceFindings } from "./observations-substance.ts";
import type { State } from "./state.ts";

/** Everything the engine observed by itself; never a mark. Undisclosed facts are neither named nor counted. */
export function findings(content: Content, state: State): Finding[] {
  return [
    ...conductFindings(state),
    ...substanceFindings(content, state),
    ...reportFindings(content, state),
  ].map((o) => ({ ...o, criterion: content.criteria[o.rule] ?? null }));
}
