import type { ServerBuild } from "@remix-run/node";

/** More tables than a site has shapes of addresses; beyond, the whole build answers. */
const MOST_TABLES = 200;

/**
 * Gives the build a request needs: the routes whose pattern fits its path, or the beginning of its path (Remix
 * looks those up for the page's manifest), segment by segment. Remix sorts and tries its whole table eight times
 * a page, which costs more than reading the data; a table of five routes costs next to nothing. What fits is
 * judged generously, and Remix decides as ever; an address with escapes gets the whole build. The same set of
 * routes gives the same build, so that what is made from it can be kept.
 */
export function narrowBuild(build: ServerBuild): (pathname: string) => ServerBuild {
  const all = Object.values(build.routes).flatMap((route) => route ?? []);
  const parents = new Map(all.map((route) => [route.id, route.parentId]));
  const paths = new Map(all.map((route) => [route.id, route.path ?? ""]));
  const lineage = (id: string | undefined): string[] =>
    id === undefined ? [] : [...lineage(parents.get(id)), id];
  const branches = all.map((route) => {
    const ids = lineage(route.id);
    return { ids, pattern: segmentsOf(ids.map((id) => paths.get(id)).join("/")) };
  });
  const builds = new Map<string, ServerBuild>();

  return (pathname) => {
    if (pathname.includes("%") || pathname === `${build.basename ?? "/"}__manifest`) return build;
    const path = segmentsOf(pathname.replace(/\.data$/, ""));
    const ids = new Set<string>();
    for (const branch of branches)
      if (fits(branch.pattern, path)) for (const id of branch.ids) ids.add(id);
    const key = [...ids].join("\n");
    const known = builds.get(key);
    if (known || builds.size >= MOST_TABLES) return known ?? build;
    const made = only(build, ids);
    builds.set(key, made);
    return made;
  };
}

function segmentsOf(path: string): string[] {
  return path.toLowerCase().split("/").filter(Boolean);
}

/** Whether a pattern may match the path or a beginning of it. */
function fits(pattern: readonly string[], path: readonly string[]): boolean {
  for (const [at, segment] of pattern.entries()) {
    if (segment === "*" || segment.endsWith("?")) return true;
    if (at >= path.length) return false;
    if (!segment.startsWith(":") && segment !== path[at]) return false;
  }
  return true;
}

function only(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const pick = <T>(routes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return {
    ...build,
    routes: pick(build.routes),
    assets: { ...build.assets, routes: pick(build.assets.routes) },
  };
}
