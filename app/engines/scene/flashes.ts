/** One frame seen in a few areas: the relative luminance (0–1) of each, in the same order for every frame. */
export type LitFrame = readonly number[];

export type Flashing = {
  /** Most flashes in any one second. */
  perSecond: number;
  /** When that second starts, in seconds; null when nothing flashes. */
  at: number | null;
};

/**
 * Counts flashes in frames sampled `rate` times a second. WCAG 2.3.1: a flash is a pair of opposed changes of relative
 * luminance of at least `change` (0.1), whose darker side is under `dark` (0.8), on more than `area` (a quarter) of the
 * field. A change is a rise or fall since the last turn, however many frames it takes.
 */
export function countFlashes(
  frames: readonly LitFrame[],
  rate: number,
  limits = { change: 0.1, dark: 0.8, area: 0.25 },
): Flashing {
  const count = frames[0]?.length ?? 0;
  // For each frame, how many areas complete a rise, and how many a fall, at that frame.
  const rises = new Array<number>(frames.length).fill(0);
  const falls = new Array<number>(frames.length).fill(0);
  for (let area = 0; area < count; area++) {
    let [low, high] = [frames[0]![area]!, frames[0]![area]!];
    let last: "rise" | "fall" | null = null;
    for (let i = 1; i < frames.length; i++) {
      const value = frames[i]![area]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (last !== "rise" && value - low >= limits.change && low < limits.dark) {
        rises[i]! += 1;
        last = "rise";
        high = value;
      } else if (last !== "fall" && high - value >= limits.change && value < limits.dark) {
        falls[i]! += 1;
        last = "fall";
        low = value;
      }
    }
  }
  const need = count * limits.area;
  const turns: number[] = [];
  for (let i = 0; i < frames.length; i++)
    if (rises[i]! > need || falls[i]! > need) turns.push(i / rate);
  let best: Flashing = { perSecond: 0, at: null };
  for (let i = 0; i < turns.length; i++) {
    const within = turns.filter((t) => t >= turns[i]! && t < turns[i]! + 1).length;
    const flashes = Math.floor(within / 2);
    if (flashes > best.perSecond) best = { perSecond: flashes, at: turns[i]! };
  }
  return best;
}

/** Relative luminance of a grid of areas of an RGBA image, as a canvas gives its pixels. */
export function litAreas(data: ArrayLike<number>): number[] {
  const linear = (v: number) =>
    v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  const areas: number[] = [];
  for (let i = 0; i < data.length; i += 4)
    areas.push(
      0.2126 * linear(data[i]!) + 0.7152 * linear(data[i + 1]!) + 0.0722 * linear(data[i + 2]!),
    );
  return areas;
}
