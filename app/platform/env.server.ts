import { z } from "zod";

/**
 * Every setting of the app, each with a default. An empty value counts as unset.
 * Fewer than fifteen keys on purpose: a setting is a question nobody should have to answer to start.
 */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Public origin, e.g. https://entrainement.ecole.fr; default: http://localhost:PORT. */
  ORIGIN: z.url().optional(),
  /** PostgreSQL to use; default: the embedded one in DATA_DIR/postgres. */
  DATABASE_URL: z.string().optional(),
  /** Where the embedded database, uploads, outgoing mail and the secret live. */
  DATA_DIR: z.string().default("./data"),
  /** At least 32 characters; default: drawn once and kept in DATA_DIR/secret. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** "on" seeds the demo accounts, "off" never does; default: on with the embedded database only. */
  DEMO: z.enum(["on", "off"]).optional(),
  /** OpenAI-compatible endpoint; default: the offline practice model. */
  AI_BASE_URL: z.url().optional(),
  AI_API_KEY: z.string().optional(),
  AI_TEXT_MODEL: z.string().default("gpt-4o-mini"),
  /** Model of pictures at the same endpoint, e.g. gpt-image-1; default: none, visuals are composed without a model. */
  AI_IMAGE_MODEL: z.string().optional(),
  /** smtp://user:password@host:port; default: letters are written to DATA_DIR/outbox. */
  MAIL_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Bloc à bloc <ne-pas-repondre@localhost>"),
});

export type Env = z.infer<typeof schema> & { ORIGIN: string };

let cached: Env | null = null;

/** Reads and checks the settings once; throws one error that lists every fault. */
export function env(): Env {
  if (cached) return cached;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, v]) => v !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("\n");
    throw new Error(`Réglages invalides :\n${faults}`);
  }
  cached = { ...parsed.data, ORIGIN: parsed.data.ORIGIN ?? `http://localhost:${parsed.data.PORT}` };
  return cached;
}

/** Demo accounts exist with the embedded database, or when they are asked for. */
export function demoWanted(settings: Env): boolean {
  if (settings.DEMO) return settings.DEMO === "on";
  return !settings.DATABASE_URL;
}
