/**
 * The HTTP server: security headers, static files, compression, then Remix; graceful shutdown.
 * In development Vite serves the modules; in production the build does. No rule of the product is here.
 */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import expressStaticGzip from "express-static-gzip";
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
/** Of the newest build: in development a reload may have changed it. */
const lifecycle = () => build.entry.module.lifecycle;
/** What lifecycle.start() gave; null while the database is not there yet. */
let started = null;

const app = express();
app.disable("x-powered-by");
// One reverse proxy may stand in front; its X-Forwarded-* are believed only from the loopback and private ranges.
app.set("trust proxy", ["loopback", "uniquelocal"]);

if (production) {
  // Scripts, styles, fonts and icons run nothing by themselves: a page's security headers would weigh on each for
  // nothing. The build has left a Brotli copy of each, smaller than what can be made while a page waits.
  const assets = expressStaticGzip("build/client", {
    enableBrotli: true,
    orderPreference: ["br"],
    index: false,
    serveStatic: { immutable: true, maxAge: "1y", lastModified: false, etag: false },
  });
  const others = express.static("build/client", { maxAge: "1h", index: false });
  // The files are known, so no page waits for the disk to be asked whether it is one.
  const files = new Set(
    fs
      .readdirSync("build/client", { recursive: true, encoding: "utf8" })
      .map((file) => `/${file.split(path.sep).join("/")}`)
      .filter((file) => path.extname(file) !== ""),
  );
  app.use((request, response, next) => {
    if (!files.has(request.path)) return next();
    response.set("X-Content-Type-Options", "nosniff");
    return (request.path.startsWith("/assets/") ? assets : others)(request, response, next);
  });
}

const https = origin.startsWith("https:");
const policy = lifecycle().contentSecurityPolicy({ development: !production, https });
app.use((_request, response, next) => {
  const nonce = randomBytes(16).toString("base64");
  response.locals.nonce = nonce;
  response.setHeader("Content-Security-Policy", policy(nonce));
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
  next();
});
app.use(
  helmet({
    contentSecurityPolicy: false,
    // "no-referrer" (the default) makes browsers send `Origin: null` with forms, which the origin check refuses.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: https ? undefined : false,
    crossOriginEmbedderPolicy: false,
  }),
);
const compress = compression();
app.use((request, response, next) => {
  // Answers to our scripts' JSON (saves above all) are a line long, or streamed: nothing is gained on them.
  const small = request.method === "POST" && request.headers["content-type"] === "application/json";
  return small ? next() : compress(request, response, next);
});

// What is answered to a person is theirs alone, unless the answer says more: no shared cache may keep it. Remix has a
// place to say so for its pages, but none for what scripts and downloads are answered.
app.use((request, response, next) => {
  const privacy = lifecycle().privacyOf(request.headers.cookie);
  if (!privacy) return next();
  const writeHead = response.writeHead;
  response.writeHead = (...head) => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", privacy);
    return writeHead.apply(response, head);
  };
  next();
});

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

if (vite) app.use(vite.middlewares);

app.use((request, response, next) => {
  if (lifecycle().isCrossSite(request.method, request.headers, origin)) {
    response.status(403).type("text/plain; charset=utf-8");
    response.send("Cette demande vient d’un autre site : elle a été refusée.");
    return;
  }
  next();
});

const answer = (part) =>
  createRequestHandler({
    build: part,
    mode: process.env.NODE_ENV,
    getLoadContext: (request, response) => ({
      nonce: response.locals.nonce,
      ip: request.ip ?? "unknown",
      memo: new Map(),
    }),
  });

if (vite) {
  app.all("*", async (request, response, next) => {
    try {
      build = await loadBuild();
      return answer(build)(request, response, next);
    } catch (error) {
      vite.ssrFixStacktrace(error);
      next(error);
    }
  });
} else {
  // One handler for each kind of address, made once: Remix prepares its tables of routes when it makes one.
  const narrow = lifecycle().narrowBuild(build);
  const handlers = new Map();
  app.all("*", (request, response, next) => {
    const part = narrow(request.path);
    if (!handlers.has(part)) handlers.set(part, answer(part));
    return handlers.get(part)(request, response, next);
  });
}

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
  started = await lifecycle().start();
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
