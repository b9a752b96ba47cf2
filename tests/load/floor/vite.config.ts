import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "../../../remix.config.js";
import { alias } from "../../../vite.config.ts";

/** The floor of `npm run bench`: Remix with one query and nothing else, built like the app. */
export default defineConfig({
  plugins: [remix({ ...remixOptions, appDirectory: "app", buildDirectory: "build" })],
  resolve: { alias },
  build: { target: "es2022" },
});
