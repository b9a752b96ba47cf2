/** Characters of a code: none that is mistaken for another when it is read aloud or copied by hand. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code of `length` characters in groups of four; `draw` gives numbers below the one it is asked. */
export function drawCode(length: number, draw: (below: number) => number): string {
  return grouped(Array.from({ length }, () => CODE_ALPHABET[draw(CODE_ALPHABET.length)]).join(""));
}

/** A code as someone typed it, in the form it was given; null when it cannot be one of this length. */
export function readCode(length: number, typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  if (letters.length !== length) return null;
  return [...letters].every((letter) => CODE_ALPHABET.includes(letter)) ? grouped(letters) : null;
}

const grouped = (letters: string) => letters.replace(/(.{4})(?=.)/g, "$1-");
