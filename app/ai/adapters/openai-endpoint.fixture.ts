import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  path: string;
  authorization: string;
  body: Record<string, unknown>;
  closed: boolean;
};
export type Answer = (response: ServerResponse, asked: Asked) => void | Promise<void>;

/**
 * A local server that speaks the chat completions protocol, streamed or not, and the images one, for tests. Answers are taken from
 * `queue` in order; when it is empty, `usual` answers.
 */
export async function fakeEndpoint(usual: Answer = says("Bonjour de la part du modèle.")) {
  const asked: Asked[] = [];
  const queue: Answer[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await read(request)) as Record<string, unknown>;
    const one: Asked = {
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body,
      closed: false,
    };
    asked.push(one);
    response.on("close", () => {
      one.closed = !response.writableFinished;
    });
    await (queue.shift() ?? usual)(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    queue,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function event(response: ServerResponse, data: object | string) {
  response.write(`data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
}

function chunk(delta: object, finish: string | null = null) {
  return {
    id: "c",
    object: "chat.completion.chunk",
    created: 0,
    model: "fake",
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

/** Streams a text word by word, no more words than max_tokens, then its usage. */
export function says(text: string, pauseMs = 2): Answer {
  return async (response, asked) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const words = text.match(/\S+\s*/g) ?? [];
    const kept = words.slice(0, Number(asked.body.max_tokens ?? asked.body.max_completion_tokens));
    for (const word of kept) {
      if (response.destroyed) return;
      event(response, chunk({ content: word }));
      await wait(pauseMs);
    }
    event(response, chunk({}, kept.length < words.length ? "length" : "stop"));
    if (asked.body.stream_options)
      event(response, {
        ...chunk({}),
        choices: [],
        usage: { prompt_tokens: 7, completion_tokens: kept.length },
      });
    event(response, "[DONE]");
    response.end();
  };
}

/** An HTTP error with OpenAI's body. */
export function fails(status: number, error: object, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error }));
  };
}

/** Writes raw text, then ends, breaks the connection or stays silent. */
export function raw(
  body: string,
  then: "end" | "break" | "hang",
  headers: Record<string, string> = { "content-type": "text/event-stream" },
): Answer {
  return async (response) => {
    response.writeHead(200, headers);
    response.write(body);
    if (then === "end") response.end();
    if (then === "break") {
      await wait(20);
      response.destroy();
    }
  };
}

/** A plain JSON answer. */
export function answers(body: object): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
}

/** An answer of the images API: a picture in base64, and what it used. */
export function draws(bytes: Uint8Array): Answer {
  return answers({
    created: 0,
    data: [{ b64_json: Buffer.from(bytes).toString("base64") }],
    usage: { input_tokens: 9, output_tokens: 1_000 },
  });
}

/** One raw SSE line with a piece of text. */
export function line(text: string): string {
  return `data: ${JSON.stringify(chunk({ content: text }))}\n\n`;
}

/** Ends a stream for a reason: "content_filter", "stop"… */
export function ends(reason: string): string {
  return `data: ${JSON.stringify(chunk({}, reason))}\n\n`;
}
