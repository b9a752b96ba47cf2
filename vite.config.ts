import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export const alias = {
  "~db": fileURLToPath(new URL("./db", import.meta.url)),
  "~": fileURLToPath(new URL("./app", import.meta.url)),
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    // Components speak French only: other locales of the primitives stay out of the bundle.
    { ...optimizeLocales.vite({ locales: ["fr-FR"] }), enforce: "pre" },
    remix(remixOptions),
  ],
  resolve: { alias },
  build: { target: "es2022", sourcemap: false },
});
