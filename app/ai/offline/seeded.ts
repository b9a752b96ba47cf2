/** A number from a text and a seed (FNV-1a, 32 bits): the only « chance » of the practice model. */
export function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193) >>> 0;
  }
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d) >>> 0;
  h ^= h >>> 12;
  return h >>> 0;
}

export type Pick = <T>(slot: string, choices: readonly T[]) => T;

/**
 * Chooses a variant for each slot of a text. The temperature widens the choice: 0 always takes the first,
 * up to 0.5 the first two, up to 1 the first four, above all of them. Each slot is drawn on its own, so that
 * changing one thing in a prompt changes one thing in the answer. `turn`: the 2nd, 3rd… version asked for at once.
 */
export function picker(seed: number, temperature: number, turn = 0): Pick {
  const width = temperature <= 0 ? 1 : temperature <= 0.5 ? 2 : temperature <= 1 ? 4 : Infinity;
  return (slot, choices) => {
    const open = Math.max(1, Math.min(width, choices.length));
    const at = seed === 0 || open === 1 ? 0 : hash(slot, seed) % open;
    return choices[(at + turn) % choices.length] as (typeof choices)[number];
  };
}
