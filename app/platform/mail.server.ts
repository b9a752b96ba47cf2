import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { Letter } from "./account-letters.ts";
import { env } from "./env.server.ts";
import { errorText, log } from "./log.server.ts";

/** A letter kept in DATA_DIR/outbox because no SMTP server is set. */
export type KeptLetter = { file: string; at: Date; to: string; subject: string; text: string };

/** Kept letters hold links and addresses: they go after so many days. */
const KEPT_DAYS = 30;

const running = new Set<Promise<unknown>>();

/** Lets a task end by itself; its failure is logged, never thrown. */
export function inBackground(task: Promise<unknown>): void {
  const watched = task
    .catch((error) => log("letter-failed", { error: errorText(error) }))
    .finally(() => running.delete(watched));
  running.add(watched);
}

/** Resolves when the letters under way are sent or have failed. */
export async function lettersSettled(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}

/**
 * Sends a letter by MAIL_URL, or writes it to DATA_DIR/outbox as a text file. The log names the file, never the
 * person. Throws when the server refuses it.
 */
export async function sendLetter(to: string, letter: Letter): Promise<void> {
  const { MAIL_URL, MAIL_FROM } = env();
  if (!MAIL_URL) {
    log("letter-kept", { file: await keep(outboxDir(), to, letter) });
    return;
  }
  await nodemailer
    .createTransport(MAIL_URL)
    .sendMail({ from: MAIL_FROM, to: { name: "", address: to }, ...letter });
}

/** Letters kept here, the newest first, at most `limit`; empty when an SMTP server sends them. */
export async function listLetters(limit = 100, dir = outboxDir()): Promise<KeptLetter[]> {
  const files = (await names(dir)).reverse().slice(0, limit);
  return Promise.all(
    files.map(async (file) => {
      const [head = "", ...body] = (await fs.readFile(path.join(dir, file), "utf8")).split("\n\n");
      const line = (label: string) =>
        head
          .split("\n")
          .find((l) => l.startsWith(`${label} : `))
          ?.slice(label.length + 3) ?? "";
      return {
        file,
        at: new Date(line("Date")),
        to: line("À"),
        subject: line("Objet"),
        text: body.join("\n\n"),
      };
    }),
  );
}

function outboxDir(): string {
  return path.resolve(env().DATA_DIR, "outbox");
}

async function names(dir: string): Promise<string[]> {
  const all = await fs.readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return all.filter((name) => name.endsWith(".txt")).sort();
}

async function keep(dir: string, to: string, letter: Letter): Promise<string> {
  await fs.mkdir(dir, { recursive: true, mode: 0o700 });
  const at = new Date();
  const oldest = new Date(at.getTime() - KEPT_DAYS * 24 * 3600 * 1000).toISOString();
  for (const name of await names(dir)) {
    if (name >= oldest.replace(/[:.]/g, "-")) break;
    await fs.rm(path.join(dir, name), { force: true });
  }
  const file = `${at.toISOString().replace(/[:.]/g, "-")}-${randomBytes(4).toString("hex")}.txt`;
  const head = `Date : ${at.toISOString()}\nÀ : ${to}\nObjet : ${letter.subject}`;
  await fs.writeFile(path.join(dir, file), `${head}\n\n${letter.text}`, { mode: 0o600 });
  return file;
}
