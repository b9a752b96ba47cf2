import type { Statement } from "./disclosure-schema.ts";
import { properNames } from "./fidelity.ts";
import { quantities, sameQuantity } from "./french-quantities.ts";
import { stem, words } from "./french-text.ts";
import { holds, prepare } from "./terms.ts";

/**
 * May a model's wording replace the engine's sentence? It must say all that was earned, and neither a
 * figure nor a name that the engine's sentence and the public facts do not hold.
 */
export function acceptsWording(
  text: string,
  fallback: string,
  earned: readonly Statement[],
  allowed: readonly string[],
): boolean {
  const clean = text.trim();
  if (clean.length < 2 || clean.length > Math.max(400, fallback.length * 2.5)) return false;
  if (/<\/?[a-z!]|\{|\}|```|https?:|^\s*[-*#]\s/im.test(clean)) return false;
  const mine = quantities(clean);
  const owed = quantities(fallback);
  if (!mine.every((q) => owed.some((k) => sameQuantity(q, k)))) return false;
  if (!owed.every((q) => (q.spelt && q.value <= 3) || mine.some((k) => sameQuantity(q, k))))
    return false;
  const known = new Set([fallback, ...allowed].flatMap((t) => words(t).map(stem)));
  if (!properNames(clean).every((n) => words(n).every((w) => known.has(stem(w))))) return false;
  const prepared = prepare(clean);
  const said = prepare(fallback);
  // A term the engine's own sentence does not show literally cannot be asked of the model.
  return earned.every((s) => !holds(s.terms, said) || holds(s.terms, prepared));
}
