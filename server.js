/**
 * The HTTP server: security headers, static files, compression, then Remix; graceful shutdown.
 * In development Vite serves the modules; in production the build does. No rule of the product is here.
 */
import { randomBytes } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import helmet from "helmet";

const production = process.env.NODE_ENV !== "development";
process.env.NODE_ENV = production ? "production" : "development";
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || "127.0.0.1";
const origin = process.env.ORIGIN || `http://localhost:${port}`;

const WAITING =
  "La base de données ne répond pas encore. Cette page se recharge seule ; ce que vous aviez tapé est gardé sur votre appareil.";

const vite = production
  ? null
  : await import("vite").then((v) =>
      v.createServer({ server: { middlewareMode: true }, appType: "custom" }),
    );
const loadBuild = () =>
  vite
    ? vite.ssrLoadModule("virtual:remix/server-build")
    : import(new URL("./build/server/index.js", import.meta.url).href);

let build = await loadBuild();
/** What lifecycle.start() gave; null while the database is not there yet. */
let started = null;

const app = express();
app.disable("x-powered-by");
// One reverse proxy may stand in front; its X-Forwarded-* are believed only from the loopback and private ranges.
app.set("trust proxy", ["loopback", "uniquelocal"]);

app.use((_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
});
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": [(_q, r) => `'nonce-${r.locals.nonce}'`, "'strict-dynamic'"],
        "style-src": ["'self'", (_q, r) => `'nonce-${r.locals.nonce}'`],
        // React's style attributes and the widths of table columns.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'"],
        "media-src": ["'self'", "blob:"],
        "connect-src": production ? ["'self'"] : ["'self'", "ws:"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
        ...(origin.startsWith("https:") ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    // "no-referrer" (the default) makes browsers send `Origin: null` with forms, which the origin check refuses.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: origin.startsWith("https:") ? undefined : false,
    crossOriginEmbedderPolicy: false,
  }),
);
app.use((_request, response, next) => {
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  next();
});
app.use(compression());

// Until the database is there, every address says so and asks to be tried again; nothing typed is lost.
app.use((request, response, next) => {
  if (started) return next();
  response.status(503).set({ "Retry-After": "3", "Cache-Control": "no-store" });
  if (!request.accepts("html"))
    return response.json({ ok: false, reason: "unavailable", message: WAITING });
  response
    .type("html")
    .send(
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">` +
        `<meta name="viewport" content="width=device-width"><title>Bloc à bloc démarre</title></head>` +
        `<body><main><h1>Bloc à bloc démarre</h1><p>${WAITING}</p></main></body></html>`,
    );
});

if (vite) {
  app.use(vite.middlewares);
} else {
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h", index: false }));
}

app.use((request, response, next) => {
  if (build.entry.module.lifecycle.isCrossSite(request.method, request.headers, origin)) {
    response.status(403).type("text/plain; charset=utf-8");
    response.send("Cette demande vient d’un autre site : elle a été refusée.");
    return;
  }
  next();
});

app.all("*", async (request, response, next) => {
  try {
    if (vite) build = await loadBuild();
    return createRequestHandler({
      build,
      mode: process.env.NODE_ENV,
      getLoadContext: () => ({
        nonce: response.locals.nonce,
        ip: request.ip ?? "unknown",
        memo: new Map(),
      }),
    })(request, response, next);
  } catch (error) {
    vite?.ssrFixStacktrace(error);
    next(error);
  }
});

const server = app.listen(port, host);
server.once("error", (error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Le port ${port} est déjà pris : arrêtez l’autre programme, ou choisissez-en un autre (PORT=3001 npm start).`
      : error.message,
  );
  process.exit(1);
});

try {
  started = await build.entry.module.lifecycle.start();
  const address = server.address();
  console.log(
    `\n  Bloc à bloc : http://localhost:${address.port}\n  Données : ${started.database}`,
  );
  for (const account of started.demo) {
    console.log(
      `  Compte de démonstration (${account.role}) : ${account.email} / ${account.password}`,
    );
  }
  console.log("  Arrêter : Ctrl + C\n");
} catch (error) {
  console.error(`\nBloc à bloc n’a pas pu démarrer.\n${error.message}\n`);
  process.exit(1);
}

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  const force = setTimeout(() => process.exit(1), 15_000);
  force.unref();
  server.closeIdleConnections();
  await Promise.race([
    new Promise((resolve) => server.close(resolve)),
    new Promise((resolve) => setTimeout(resolve, 5_000)),
  ]);
  server.closeAllConnections();
  await started?.stop();
  await vite?.close();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
