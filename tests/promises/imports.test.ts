import { describe, expect, it } from "vitest";
import { importsOf, resolveImport, sourceFiles } from "./files.ts";

/** Who may import whom: the fences of CONTRIBUTING.md. No exceptions but those named with their reason. */
const all = [...sourceFiles("app"), ...sourceFiles("db")].filter((f) => !/\.test\.tsx?$/.test(f));
const edges = all.flatMap((file) =>
  importsOf(file).map(({ specifier, typeOnly }) => ({
    file,
    target: resolveImport(file, specifier),
    typeOnly,
  })),
);
type Edge = (typeof edges)[number];

const isServer = (file: string) => /\.server\.tsx?$/.test(file);
/** Resource routes and the routes' own loaders run on the server; their components may not. */
const isRoute = (file: string) => file.startsWith("app/routes/");
const folderOf = (file: string, root: string) =>
  file.startsWith(`${root}/`) ? file.slice(root.length + 1).split("/")[0]! : null;
const pkg =
  (...names: string[]) =>
  (target: string) =>
    names.some((n) => target === n || target.startsWith(n.endsWith("/") ? n : `${n}/`));

const rules: { rule: string; broken: (edge: Edge) => boolean }[] = [
  {
    rule: "domain and engines are pure: domain, engines, zod, yaml-free, no React, no Node",
    broken: ({ file, target }) =>
      /^app\/(domain|engines)\//.test(file) &&
      !/^app\/(domain|engines)\//.test(target) &&
      !pkg("zod", "diff", "emojibase-data", "culori")(target),
  },
  {
    rule: "domain does not know the engines",
    broken: ({ file, target }) =>
      file.startsWith("app/domain/") && target.startsWith("app/engines/"),
  },
  {
    rule: "a tool imports tool.ts, engines, domain, ui, editor and itself only",
    broken: ({ file, target }) => {
      const tool = folderOf(file, "app/tools");
      if (!tool || tool.includes(".")) return false;
      if (!/^(app|db)\//.test(target)) return false;
      return (
        !target.startsWith(`app/tools/${tool}/`) &&
        !/^app\/(engines|domain|ui|editor)\//.test(target) &&
        !/^app\/tools\/(tool|views)\.tsx?$/.test(target)
      );
    },
  },
  {
    rule: "a tool holds no server module",
    broken: ({ file, target }) => file.startsWith("app/tools/") && isServer(target),
  },
  {
    rule: "a feature imports no other feature",
    broken: ({ file, target }) => {
      const own = folderOf(file, "app/features");
      const other = folderOf(target, "app/features");
      return own !== null && other !== null && own !== other;
    },
  },
  {
    rule: "only features, routes and root reach features",
    broken: ({ file, target }) =>
      target.startsWith("app/features/") &&
      !/^app\/(features|routes)\/|^app\/root\.tsx$/.test(file),
  },
  {
    rule: "only *.server.ts reaches db",
    broken: ({ file, target, typeOnly }) =>
      file.startsWith("app/") && target.startsWith("db/") && !isServer(file) && !typeOnly,
  },
  {
    rule: "only *.server.ts, entries, root and routes reach *.server.ts",
    broken: ({ file, target, typeOnly }) =>
      isServer(target) &&
      file.startsWith("app/") &&
      !isServer(file) &&
      !isRoute(file) &&
      !typeOnly &&
      !/^app\/(entry\.server|root)\.tsx$/.test(file) &&
      !file.endsWith(".cli.ts"),
  },
  {
    rule: "ui knows no feature, tool, editor or content",
    broken: ({ file, target }) =>
      file.startsWith("app/ui/") &&
      /^app\/(features|tools|editor|content|routes|engines|ai|export)\//.test(target),
  },
  {
    rule: "the editor knows no feature or tool",
    broken: ({ file, target }) =>
      file.startsWith("app/editor/") &&
      /^app\/(features|tools|content|routes|ai|export)\//.test(target),
  },
  {
    rule: "kysely and pg stay in db",
    broken: ({ file, target }) => pkg("kysely", "pg")(target) && !file.startsWith("db/"),
  },
  {
    rule: "@tiptap stays in the editor",
    broken: ({ file, target }) => pkg("@tiptap/")(target) && !file.startsWith("app/editor/"),
  },
  {
    rule: "openai stays in ai",
    broken: ({ file, target }) => pkg("openai")(target) && !file.startsWith("app/ai/"),
  },
  {
    rule: "better-auth stays in platform, the account feature's server side and db's seed",
    broken: ({ file, target }) =>
      pkg("better-auth")(target) &&
      !/^app\/platform\/|^db\/seed|^app\/features\/account\/.*\.server\.ts$/.test(file),
  },
  {
    rule: "ours are imported with their extension, and no folder stands for a file",
    broken: ({ target }) =>
      /^(app|db)\//.test(target) && !/\.(ts|tsx|css|js|mjs|json|woff2)(\?\w+)?$/.test(target),
  },
];

describe("imports", () => {
  it.each(rules)("$rule", ({ broken }) => {
    expect(edges.filter(broken).map((e) => `${e.file} → ${e.target}`)).toEqual([]);
  });

  it("finds imports at all", () => {
    expect(edges.length).toBeGreaterThan(300);
    expect(edges).toContainEqual({
      file: "app/domain/policy.ts",
      target: "app/domain/result.ts",
      typeOnly: false,
    });
  });
});
