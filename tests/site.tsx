import {
  type AppLoadContext,
  createRequestHandler,
  type EntryContext,
  type ServerBuild,
} from "@remix-run/node";
import { isRouteErrorResponse, Outlet, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

/** What a route file exports, as far as the server minds it. */
type RouteModule = Partial<Record<"loader" | "action" | "headers" | "default", unknown>>;

/**
 * A site of a few real routes, served by Remix as a browser without scripts meets it: documents, forms,
 * redirects, cookies. No Vite, no port. `entry` is the server's entry module, when that is what is tested.
 */
export function testSite(routes: Record<string, RouteModule>, entry: object = ownEntry) {
  const entries = Object.entries({ "/": {}, ...routes }).map(([path, module]) => {
    const id = path === "/" ? "home" : path.slice(1);
    return { id, path: path.slice(1) || undefined, index: path === "/" || undefined, module };
  });
  const root = {
    id: "root",
    path: "",
    module: { default: () => <Outlet />, ErrorBoundary: () => <main>Refusé</main> },
  };
  const all = [root, ...entries.map((entry) => ({ ...entry, parentId: "root" }))];
  const build = {
    entry: { module: entry },
    routes: Object.fromEntries(all.map((route) => [route.id, route])),
    assets: {
      entry: { module: "/entry.js", imports: [] },
      routes: Object.fromEntries(
        all.map(({ module, ...route }) => [
          route.id,
          {
            ...route,
            module: `/${route.id}.js`,
            hasLoader: "loader" in module,
            hasAction: "action" in module,
            hasErrorBoundary: "ErrorBoundary" in module,
          },
        ]),
      ),
      url: "/manifest.js",
      version: "test",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    future: { v3_singleFetch: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
  } as unknown as ServerBuild;
  return createRequestHandler(build, "test");
}

/** An answer that a route throws is no fault; anything else must fail the test. */
function handleError(error: unknown): void {
  if (!isRouteErrorResponse(error)) console.error(error);
}

function render(request: Request, status: number, headers: Headers, remix: EntryContext): Response {
  const html = renderToString(<RemixServer context={remix} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { status, headers });
}

/** Renders without streaming, headers or logs. */
const ownEntry = { default: render, handleError };

/** A browser of one person: it keeps cookies, posts forms and does not follow redirects by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #site: ReturnType<typeof testSite>;
  readonly #ip: string;

  constructor(site: ReturnType<typeof testSite>, ip = "203.0.113.7") {
    this.#site = site;
    this.#ip = ip;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(path: string) {
    return this.#send(path, {});
  }

  post(path: string, fields: Record<string, string>) {
    return this.#send(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  async #send(path: string, init: RequestInit) {
    const request = new Request(`http://localhost:3000${path}`, {
      ...init,
      headers: { cookie: this.cookie, "user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" },
    });
    const context: AppLoadContext = { nonce: "n", ip: this.#ip, memo: new Map() };
    const answer = await this.#site(request, context);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get("location"),
      bytes: Buffer.from(await answer.arrayBuffer()),
      get text() {
        return this.bytes.toString("utf8");
      },
    };
  }
}
