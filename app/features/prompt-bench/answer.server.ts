import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Result } from "~/domain/result.ts";
import { refused } from "~/domain/result.ts";
import { paths } from "~/paths.ts";
import { readJson } from "~/platform/json.server.ts";
import { type Limit, rateLimit, tooManyMessage } from "~/platform/rate-limit.server.ts";
import { changeAssertions } from "./assertions.server.ts";
import { changesAssertions, type Intent, intent } from "./intents.ts";
import {
  type BenchAccess,
  changeRun,
  executeRun,
  listRuns,
  openRun,
} from "./prompt-bench.server.ts";
import { eventStream } from "./run-prompt.server.ts";

/** Largest body, in bytes: the prompt's own limit is tighter and has its own sentence. */
const MAX_BODY = 200_000;

/** Runs of one person: faster than anybody reads answers. The day has its own budget. */
const RUNS: Limit = { max: 15, windowSeconds: 60 };

const STATUS: Record<string, number> = {
  "too-long": 413,
  "too-large": 413,
  "not-found": 404,
  "over-budget": 429,
  "too-many": 429,
};

/** Reads what a script (JSON) or a form without one sends. */
export async function readIntent(
  request: Request,
): Promise<Result<Intent, "too-large" | "malformed">> {
  const scripted = (request.headers.get("content-type") ?? "").startsWith("application/json");
  const body = scripted
    ? await readJson(request, MAX_BODY)
    : { ok: true as const, value: Object.fromEntries(await request.formData()) };
  if (!body.ok) return body;
  const parsed = intent.safeParse(body.value);
  if (!parsed.success)
    return refused(
      "malformed",
      "Cette demande est incomplète. Votre prompt est gardé\u00a0: réessayez.",
    );
  return { ok: true, value: parsed.data };
}

/**
 * Does what was asked. A script gets JSON, and a stream of RunEvent lines for a run; a form without a script
 * gets the run done to its end, then the page with the panel open.
 */
export async function answerIntent(
  access: BenchAccess,
  stepId: string,
  asked: Result<Intent>,
  request: Request,
): Promise<Response> {
  const scripted = (request.headers.get("accept") ?? "").startsWith("application/json");
  const refuse = (
    refusal: { ok: false; reason: string; message: string },
    extra: Record<string, string> = {},
  ) => {
    const status = STATUS[refusal.reason] ?? 422;
    if (scripted) return Response.json(refusal, { status, headers: extra });
    return new Response(`${refusal.message} Revenez en arrière pour retrouver votre texte.`, {
      status,
      headers: { ...extra, "content-type": "text/plain; charset=utf-8" },
    });
  };
  const back = () => redirect(`${paths.step(access.workspace.id, stepId)}?panneau=essais`, 303);

  if (!asked.ok) return refuse(asked);
  if (changesAssertions(asked.value)) {
    const changed = await changeAssertions(access, stepId, asked.value);
    if (!changed.ok) return refuse(changed);
    return scripted ? Response.json({ ok: true, assertions: changed.value }) : back();
  }
  if (asked.value.intent !== "run") {
    const changed = await changeRun(access, stepId, asked.value);
    if (!changed.ok) return refuse(changed);
    return scripted ? Response.json({ ok: true, run: changed.value }) : back();
  }
  const { ok, retryAfterSeconds } = await rateLimit(`runs:${access.actor.id}`, RUNS);
  if (!ok)
    return refuse(
      refused(
        "too-many",
        `${tooManyMessage(retryAfterSeconds, "d’essais en une minute")} Votre prompt est gardé.`,
      ),
      { "retry-after": String(retryAfterSeconds) },
    );
  const opened = await openRun(access, stepId, asked.value);
  if (!opened.ok) return refuse(opened);
  if (!scripted) {
    await executeRun(access, opened.value, request.signal, () => {});
    return back();
  }
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  return eventStream(
    (emit) => executeRun(access, opened.value, signal, emit),
    () => left.abort(),
  );
}

const cursor = z.uuid().nullable().catch(null);

/** A page of runs as JSON: `?avant=` is the id of the last run already shown. */
export async function answerRuns(
  access: BenchAccess,
  stepId: string,
  request: Request,
): Promise<Response> {
  const before = cursor.parse(new URL(request.url).searchParams.get("avant"));
  const page = await listRuns(access.workspace.id, stepId, before);
  return Response.json(page, { headers: { "cache-control": "no-store" } });
}
