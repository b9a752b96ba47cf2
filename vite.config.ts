import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

export const alias = {
  "~db": fileURLToPath(new URL("./db", import.meta.url)),
  "~": fileURLToPath(new URL("./app", import.meta.url)),
};

/**
 * What every page needs goes in two files: each file of its own is a request, a preload in the page and a line in
 * its manifest. What only some pages show (a dialog, the radar, the parts of tools) stays apart.
 */
function manualChunks(id: string): string | undefined {
  if (
    id.includes("vite/preload-helper") ||
    /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//.test(
      id,
    )
  )
    return "framework";
  if (/\/app\/ui\/(autosave-area|move-form|phase-panels|svg-picture|file-download)/.test(id))
    return "tool-parts";
  if (/\/app\/(ui\/(?!dialog|charts\/radar)|paths\.ts)/.test(id) && !id.includes("?")) return "ui";
  // Every page of a workspace shows the learner's text and the next thing to do.
  if (
    /\/app\/(editor\/document-view|domain\/document(-text)?\.ts|features\/workspace\/(next-thing|editor-bridge))/.test(
      id,
    )
  )
    return "text";
}

/** Leaves a Brotli copy beside every script and style sheet of the browser's build; server.js serves it. */
const precompress: Plugin = {
  name: "precompress",
  apply: "build",
  writeBundle({ dir }, bundle) {
    if (!dir?.endsWith("client")) return;
    for (const name of Object.keys(bundle)) {
      if (!/\.(js|css|svg)$/.test(name)) continue;
      const file = path.join(dir, name);
      const bytes = fs.readFileSync(file);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      fs.writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    }
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixOptions), precompress],
  resolve: { alias },
  // The embedded database writes here all the time.
  server: { watch: { ignored: ["**/data/**"] } },
  build: {
    target: "es2022",
    sourcemap: false,
    // Smaller by a twentieth than the default: a cold workspace is counted in kilobytes (docs/bench.md).
    minify: isSsrBuild ? false : "terser",
    terserOptions: { module: true, compress: { passes: 2 } },
    modulePreload: { polyfill: false },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
  },
}));
