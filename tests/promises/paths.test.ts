import fs from "node:fs";
import { matchRoutes } from "@remix-run/react";
import { describe, expect, it } from "vitest";
import { paths } from "../../app/paths.ts";
import routes from "../../app/routes.ts";
import { sourceFiles } from "./files.ts";

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] };
const tree = (await (routes as unknown as Promise<Entry[]> | Entry[])) as Entry[];

function flat(entries: Entry[]): Entry[] {
  return entries.flatMap((e) => [e, ...flat(e.children ?? [])]);
}

describe("the site map", () => {
  it.each(Object.entries(paths))("%s leads to a route of its own", (_name, make) => {
    const address = (make as (...args: string[]) => string)("un-id", "deux", "trois");
    const matched = matchRoutes(tree as never, address);
    const leaf = matched?.at(-1)?.route as Entry | undefined;
    expect(leaf?.file, address).toBeDefined();
    expect(leaf?.file).not.toBe("routes/not-found.tsx");
  });

  it("every route has its file, and every file its route", () => {
    const mapped = flat(tree).map((e) => `app/${e.file}`);
    expect(mapped.filter((f) => !fs.existsSync(f))).toEqual([]);
    const files = sourceFiles("app/routes").filter((f) => !/\.test\.tsx?$/.test(f));
    expect(files.filter((f) => !mapped.includes(f))).toEqual([]);
  });

  it("escapes what is not ours in an address", () => {
    expect(paths.subject("../x?y")).toBe("/sujets/..%2Fx%3Fy");
  });

  it("addresses of pages are made in paths.ts only", () => {
    const literal = /(?:to|href|action)=\{?["'`]\/(?!\/)[a-z]/;
    const offenders = sourceFiles("app")
      .filter((f) => f !== "app/paths.ts" && !/\.test\.tsx?$/.test(f))
      .filter((f) => literal.test(fs.readFileSync(f, "utf8")));
    expect(offenders).toEqual([]);
  });
});

describe("access", () => {
  /** Pages anybody may read whose loader has nothing to ask, with the reason. */
  const open: Record<string, string> = {
    "app/routes/health.ts": "says only ok or unavailable",
    "app/routes/not-found.tsx": "throws 404",
    "app/routes/sign-out.ts": "ends one's own session",
  };
  const asks = /\b(authorize|requireActor|requireWorkspace|requireCohort|actorOf)\(/;

  it("every loader and action asks the policy", () => {
    const silent = sourceFiles("app/routes")
      .filter((f) => !/\.test\.tsx?$/.test(f) && !(f in open))
      .filter((f) => {
        const text = fs.readFileSync(f, "utf8");
        return (
          /export (async function|const|function) (loader|action)\b/.test(text) && !asks.test(text)
        );
      });
    expect(silent).toEqual([]);
  });
});
