/** One line of JSON on standard error an event: never a secret, never what a person typed. */
export function log(event: string, details: Record<string, string | number | boolean | null> = {}) {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
}

/** The readable part of an error, for a log line. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 300);
  const code = (error as { code?: string }).code;
  return `${error.name}${code ? ` ${code}` : ""}: ${error.message}`.slice(0, 300);
}
