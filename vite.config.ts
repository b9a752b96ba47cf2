import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export const alias = {
  "~db": fileURLToPath(new URL("./db", import.meta.url)),
  "~": fileURLToPath(new URL("./app", import.meta.url)),
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  resolve: { alias },
  // The embedded database writes here all the time.
  server: { watch: { ignored: ["**/data/**"] } },
  build: { target: "es2022", sourcemap: false },
});
