/** Serves the floor: Express, Remix, one pool. DATABASE_URL and PORT come from the bench. */
import { createRequestHandler } from "@remix-run/express";
import express from "express";

process.env.NODE_ENV = "production";
const build = await import("./build/server/index.js");
build.entry.module.openFloor(process.env.FLOOR_SOCKET, process.env.FLOOR_DATABASE);
const app = express();
app.disable("x-powered-by");
app.all("*", createRequestHandler({ build, mode: "production" }));
app.listen(Number(process.env.PORT), "127.0.0.1");
