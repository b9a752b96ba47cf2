import { formatNumber } from "~/ui/french.ts";
import type { BenchGuide, RunView } from "./run.ts";

/** The settings of a run in words: « température 0,7 (équilibrée), longueur moyenne ». */
export function settingsOf(
  guide: Pick<BenchGuide, "settings">,
  run: Pick<RunView, "temperature" | "maxTokens">,
): string {
  const { temperatures, lengths } = guide.settings;
  const heat = temperatures.find((c) => c.value === run.temperature)?.label.toLowerCase();
  const length = lengths.find((c) => c.value === run.maxTokens)?.label.toLowerCase();
  return [
    `température ${formatNumber(run.temperature)}${heat ? ` (${heat})` : ""}`,
    `longueur ${length ?? `${formatNumber(run.maxTokens)} unités au plus`}`,
  ].join(", ");
}
