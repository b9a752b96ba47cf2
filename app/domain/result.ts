/** A rule's answer: a value, or a named refusal with a French sentence for the person who asked. */
export type Result<T, R extends string = string> =
  | { ok: true; value: T }
  | { ok: false; reason: R; message: string };

/** Wraps an accepted value. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Names a refusal; `message` is shown as it is, so it is French and says what to do. */
export function refused<R extends string>(
  reason: R,
  message: string,
): { ok: false; reason: R; message: string } {
  return { ok: false, reason, message };
}
