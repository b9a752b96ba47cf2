import { z } from "zod";
import { offlineProvider } from "~/ai/adapters/offline.server.ts";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { ProviderFailure } from "~/ai/provider.ts";
import { subjectFacts } from "~/ai/subject-facts.ts";
import { listSubjects } from "~/content/subject-versions.server.ts";
import { readJson } from "~/platform/json.server.ts";
import { type Limit, rateLimit, tooManyMessage } from "~/platform/rate-limit.server.ts";
import { byteLength } from "./intents.ts";
import type { Bench, RunView } from "./run.ts";
import { eventStream } from "./run-prompt.server.ts";

const MAX_BODY = 200_000;
/** Runs from one address: a class behind one router tries together. */
const RUNS: Limit = { max: 120, windowSeconds: 60 };

const asked = z.strictObject({
  prompt: z.string(),
  temperature: z.number().min(0).max(1.5),
  maxTokens: z.number().int().min(20).max(4_000),
  /** The page's own count of versions. */
  seq: z.number().int().min(1).max(1_000),
});

/** The bench before any prompt, on the first subject of the catalogue; nothing about the visitor is kept. */
export async function loadDemoBench(): Promise<Bench> {
  const guide = loadPromptGuide();
  const { source, components, emptyWords, settings, limits, assertions } = guide;
  const { label, model } = offlineProvider(guide);
  return {
    stepId: "demonstration",
    runs: [],
    older: null,
    provider: { label, model, offline: true },
    guide: { source, components, emptyWords, settings, limits, assertions },
    assertions: [],
    starter: guide.starter.replaceAll("{organisation}", (await demoSubject()).client.name),
    used: 0,
    sections: {},
  };
}

async function demoSubject() {
  const first = (await listSubjects())[0];
  if (!first) throw new Response("Aucun sujet n’est publié.", { status: 404 });
  return first.subject;
}

const refuse = (status: number, reason: string, message: string) =>
  Response.json(
    { ok: false, reason, message },
    { status, headers: { "cache-control": "no-store" } },
  );

/** Runs one prompt with the practice model, as a stream of RunEvent lines; keeps nothing. */
export async function answerDemoRun(request: Request, ip: string): Promise<Response> {
  const body = await readJson(request, MAX_BODY);
  const parsed = body.ok ? asked.safeParse(body.value) : null;
  if (!parsed?.success)
    return refuse(
      422,
      "malformed",
      "Cette demande est incomplète. Votre prompt reste dans le champ.",
    );
  const { prompt, seq, ...settings } = parsed.data;
  const guide = loadPromptGuide();
  if (prompt.trim() === "")
    return refuse(
      422,
      "empty",
      "Le prompt est vide. Écrivez ce que vous demandez, puis lancez l’essai.",
    );
  if (byteLength(prompt) > guide.limits.promptBytes)
    return refuse(
      413,
      "too-long",
      "Ce prompt est trop long. Il reste dans le champ\u00a0: raccourcissez-le.",
    );
  const { ok, retryAfterSeconds } = await rateLimit(`demo-runs:${ip}`, RUNS);
  if (!ok)
    return refuse(
      429,
      "too-many",
      `${tooManyMessage(retryAfterSeconds, "d’essais en une minute")} Votre prompt reste dans le champ.`,
    );
  const facts = subjectFacts(await demoSubject());
  const provider = offlineProvider(guide);
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  const run: RunView = {
    id: `demo-${seq}`,
    seq,
    prompt,
    ...settings,
    providerLabel: provider.label,
    model: provider.model,
    status: "running",
    output: "",
    failure: null,
    kept: false,
    note: "",
    insertedIn: null,
    createdAt: new Date().toISOString(),
  };
  return eventStream(
    async (emit) => {
      emit({ type: "start", run, used: seq });
      let output = "";
      try {
        const request = { system: null, prompt, ...settings, seed: seq, facts, signal };
        for await (const chunk of provider.streamText(request)) {
          if (chunk.type !== "text") continue;
          output += chunk.text;
          emit(chunk);
        }
        emit({ type: "done", run: { ...run, output, status: "done" } });
      } catch (error) {
        if (!(error instanceof ProviderFailure)) throw error;
        const { message } = error;
        const failed = { ...run, output, status: "failed" as const, failure: message };
        emit({ type: "failed", run: failed, message, used: seq });
      }
    },
    () => left.abort(),
  );
}
