import { database } from "~db/client.server.ts";
import { ping } from "~db/queries/health.ts";

/** Does the database answer now? */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await ping(database());
    return true;
  } catch {
    return false;
  }
}
