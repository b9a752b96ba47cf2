/**
 * A short reference for one request, drawn from its nonce: the person reads it on the error page, the log
 * line carries it. Eight letters or digits in two groups, e.g. « K7QF-2M9A ».
 */
export function requestReference(nonce: string): string {
  const clean = nonce
    .replace(/[^a-z0-9]/gi, "")
    .toUpperCase()
    .padEnd(8, "0");
  return `${clean.slice(0, 4)}-${clean.slice(4, 8)}`;
}
