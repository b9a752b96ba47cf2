import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { describe, expect, it } from "vitest";
import { paths } from "../paths.ts";
import siteMap from "../routes.ts";
import { narrowBuild } from "./route-table.server.ts";

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] };
type Node = { id: string; path?: string; index?: boolean; children?: Node[] };

/** The real site map as Remix's build holds it: a flat table with parents. */
function table(entries: Entry[], parentId = "root"): [string, object][] {
  return entries.flatMap(({ file, path, index, children }) => [
    [file, { id: file, parentId, path, index }] as [string, object],
    ...table(children ?? [], file),
  ]);
}
const routes = Object.fromEntries([
  ["root", { id: "root", path: "" }],
  ...table((await (siteMap as unknown as Promise<Entry[]>)) as Entry[]),
]);
const build = { routes, assets: { routes, version: "v" }, basename: "/" } as unknown as ServerBuild;

function nested(from: ServerBuild, parentId?: string): Node[] {
  return Object.values(from.routes)
    .flatMap((route) => route ?? [])
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) =>
      index ? { id, path, index } : { id, path, children: nested(from, id) },
    );
}
const found = (from: ServerBuild, path: string) =>
  matchRoutes(nested(from) as never, path)?.map((m) => [(m.route as Node).id, m.params]);

describe("narrowBuild", () => {
  const narrow = narrowBuild(build);
  const addresses = [
    "/",
    "/nulle-part",
    "/Espaces/un-id/ETAPES/deux/",
    "/espaces/un-id/inconnu",
    "/espaces//un-id",
    ...Object.values(paths).map((make) =>
      (make as (...args: string[]) => string)("un-id", "deux", "trois"),
    ),
  ].map((address) => address.split("?")[0] as string);

  it.each(addresses)("matches %s, and each of its beginnings, as the whole table does", (path) => {
    const narrowed = narrow(path);
    const segments = path.split("/");
    for (let n = 1; n <= segments.length; n++) {
      const beginning = segments.slice(0, n).join("/") || "/";
      expect(found(narrowed, beginning), beginning).toEqual(found(build, beginning));
    }
    expect(Object.keys(narrowed.assets.routes)).toEqual(Object.keys(narrowed.routes));
  });

  it("keeps a handful of routes for a page, and the same table for the same kind of page", () => {
    const page = narrow(paths.step("un-id", "deux"));
    expect(Object.keys(page.routes).length).toBeLessThan(8);
    expect(narrow(paths.step("autre", "trois"))).toBe(page);
    expect(narrow(`${paths.step("autre", "trois")}.data`)).toBe(page);
  });

  it("leaves whole what it cannot judge", () => {
    expect(narrow("/__manifest")).toBe(build);
    expect(narrow("/espaces/%65")).toBe(build);
  });
});
