import type {
  AppLoadContext,
  EntryContext,
  HandleDataRequestFunction,
  HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { documentHtml } from "~/editor/document-html.server.ts";
import { ServerDrawing } from "~/editor/server-drawing.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { PageBody } from "~/platform/page-body.server.ts";
import { keepPrivate } from "~/platform/session.server.ts";
import { requestReference } from "~/ui/reference.ts";
import { ResponseContext } from "~/ui/response-context.ts";

export { lifecycle } from "~/platform/lifecycle.server.ts";

/** How long deferred data may keep a page open, in milliseconds; the render is cut a second later. */
export const streamTimeout = 10_000;

/** Streams a page to a browser as soon as its shell is ready, and whole to a robot. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce } = loadContext;
  const facts = { nonce, reference: requestReference(nonce) };
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    let answered = false;
    let code = status;
    const send = () => {
      answered = true;
      const body = new PageBody();
      headers.set("Content-Type", "text/html; charset=utf-8");
      keepPrivate(request, headers);
      resolve(new Response(body.stream, { headers, status: code }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ResponseContext.Provider value={facts}>
        <ServerDrawing.Provider value={documentHtml}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </ServerDrawing.Provider>
      </ResponseContext.Provider>,
      {
        nonce,
        onShellReady: whole ? undefined : send,
        onAllReady() {
          // A pending timer would hold the whole page in memory until it fires.
          clearTimeout(timer);
          if (whole) send();
        },
        onShellError(error: unknown) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error: unknown) {
          code = 500;
          // Before the shell, the rejection above reaches handleError by itself.
          if (answered && !request.signal.aborted)
            log("render-failed", { reference: facts.reference, error: errorText(error) });
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** What Remix's own scripts read between two pages. */
export const handleDataRequest: HandleDataRequestFunction = (response, { request }) => {
  keepPrivate(request, response.headers);
  return response;
};

/** One line for what broke; nothing for what was refused, not found, or left by the visitor. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log("request-failed", {
    reference: requestReference((context as AppLoadContext | undefined)?.nonce ?? ""),
    method: request.method,
    path: new URL(request.url).pathname,
    error: isRouteErrorResponse(error) ? `HTTP ${error.status}` : errorText(error),
    where: error instanceof Error ? frames(error) : null,
  });
};

/** The four nearest places of the failure, the first first. */
function frames(error: Error): string {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines
    .slice(0, 4)
    .map((line) => line.trim().slice(3))
    .join(" < ");
}
