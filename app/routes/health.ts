import { databaseAnswers } from "~/platform/health.server.ts";

/** 200 when the app and its database answer; 503 otherwise. Says nothing else, so anybody may ask. */
export async function loader() {
  const well = await databaseAnswers();
  return new Response(well ? "ok\n" : "unavailable\n", {
    status: well ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
