/**
 * Texts typed and not sent yet, kept on this device. Several people may use one browser: everything is filed under
 * the person signed in (root.tsx names them on <html data-person>), nobody else's screens ask for it, and what the
 * server has already acknowledged goes when they sign out. What it has not stays: leaving must lose nothing.
 */
const PREFIX = "bloc-a-bloc:brouillon:";

type Kept = { text: string; acknowledged: boolean };

/** A key of this device's storage that belongs to the person signed in; « visiteur » when nobody is. */
export function ownKey(name: string): string {
  const person = typeof document === "undefined" ? null : document.documentElement.dataset.person;
  return `${PREFIX}${person || "visiteur"}:${name}`;
}

/* Storage may be full, refused (private browsing) or hold something else: everything works without it. */
function attempt<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}

/** Keeps a text; an empty one is forgotten. `acknowledged`: the server holds this very text. */
export function keepText(name: string, text: string, acknowledged = false): void {
  const kept: Kept = { text, acknowledged };
  const key = ownKey(name);
  attempt(() =>
    text ? localStorage.setItem(key, JSON.stringify(kept)) : localStorage.removeItem(key),
  );
}

/** What this person left here earlier; null when there is nothing readable. */
export function findText(name: string): string | null {
  return read(ownKey(name))?.text ?? null;
}

function read(key: string): Kept | null {
  const kept = attempt(() => JSON.parse(localStorage.getItem(key) ?? "null")) as Kept | null;
  return typeof kept?.text === "string" ? kept : null;
}

/** Takes away what the server has of this person's texts: called when they sign out. */
export function forgetAcknowledged(): void {
  const own = ownKey("");
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  for (const key of keys)
    if (key.startsWith(own) && read(key)?.acknowledged === true)
      attempt(() => localStorage.removeItem(key));
}
