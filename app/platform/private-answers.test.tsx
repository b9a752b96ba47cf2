import { describe, expect, it, vi } from "vitest";
import { testSite, Visitor } from "../../tests/site.tsx";
import * as entry from "../entry.server.tsx";
import { sessionCookieName } from "./auth.server.ts";

vi.mock("~/platform/lifecycle.server.ts", () => ({ lifecycle: {} }));

const page = { loader: () => ({ ok: true }), default: () => <main>Une page</main> };
const strict = {
  ...page,
  headers: () => ({ "Cache-Control": "no-store" }),
};
const site = testSite({ "/page": page, "/stricte": strict }, entry);

function visitor(cookies: Record<string, string>) {
  const browser = new Visitor(site);
  for (const [name, value] of Object.entries(cookies)) browser.cookies.set(name, value);
  return browser;
}
const cacheOf = async (cookies: Record<string, string>, path: string) => {
  const answer = await visitor(cookies).get(path);
  expect(answer.status).toBe(200);
  return answer.headers.get("cache-control");
};

describe("what is answered to a session", () => {
  const signedIn = { theme: "dark", [sessionCookieName()]: "jeton.signature" };

  it.each(["/page", "/page.data"])("%s is kept by nobody else", async (path) => {
    expect(await cacheOf(signedIn, path)).toBe("private, no-cache");
  });

  it("a stricter header of the page's own stays", async () => {
    expect(await cacheOf(signedIn, "/stricte")).toBe("no-store");
  });

  it("a visitor's page says nothing of it", async () => {
    expect(await cacheOf({ theme: "dark" }, "/page")).not.toBe("private, no-cache");
  });
});
