import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { env } from "./env.server.ts";
import { log } from "./log.server.ts";

let known: string | null = null;

/**
 * The key that signs session cookies and the tokens of letters: SESSION_SECRET, else drawn once and kept in
 * DATA_DIR/secret. Processes on one machine share that file; processes on several machines each draw their
 * own, so a session of one is refused by the other (safe, but people must sign in again): the log says so
 * when DATABASE_URL suggests such a setting.
 */
export function sessionSecret(): string {
  if (known) return known;
  const settings = env();
  if (settings.SESSION_SECRET) known = settings.SESSION_SECRET;
  else {
    known = readOrDraw(path.resolve(settings.DATA_DIR, "secret"));
    if (settings.DATABASE_URL && settings.NODE_ENV === "production") {
      log("session-secret-is-local", {
        advice: "Set SESSION_SECRET if several machines serve the app.",
      });
    }
  }
  return known;
}

/**
 * Reads the secret kept in `file`, or draws one (256 bits). Safe when several processes start at once: a whole
 * file is linked into place, and the first one wins. Throws when the file is there but too short.
 */
export function readOrDraw(file: string): string {
  const kept = readKept(file);
  if (kept) return kept;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  fs.writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const drawn = readKept(file);
  if (!drawn) throw new Error(`The secret ${file} could not be kept.`);
  return drawn;
}

function readKept(file: string): string | null {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  if (text.length < 32) {
    throw new Error(`The secret ${file} is too short; remove the file, a new one will be drawn.`);
  }
  return text;
}
