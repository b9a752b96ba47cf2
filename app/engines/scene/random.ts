/** A seeded source of numbers in [0, 1): the same seed gives the same image everywhere (mulberry32). */
export type Random = {
  (): number;
  /** Between two bounds. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
};

export function seeded(seed: number): Random {
  let a = seed >>> 0;
  const next = (() => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }) as Random;
  next.between = (low, high) => low + next() * (high - low);
  next.pick = (list) => list[Math.floor(next() * list.length)]!;
  return next;
}

/** A seed drawn from words (FNV-1a). */
export function seedOf(...parts: (string | number)[]): number {
  let h = 2166136261;
  for (const c of parts.join("\u0001")) h = Math.imul(h ^ c.codePointAt(0)!, 16777619);
  return h >>> 0;
}
