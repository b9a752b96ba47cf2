import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security.server.ts";

const directives = (site: { development: boolean; https: boolean }) =>
  new Map(
    contentSecurityPolicy(site)("abc+/==")
      .split(";")
      .map((part): [string, string[]] => {
        const [name = "", ...sources] = part.split(" ");
        return [name, sources];
      }),
  );

describe("the Content-Security-Policy", () => {
  it("in production lets nothing inline run or paint without the nonce", () => {
    const policy = directives({ development: false, https: true });
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'nonce-abc+/=='", "'strict-dynamic'"]);
    expect(policy.get("style-src")).toEqual(["'self'", "'nonce-abc+/=='"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.has("upgrade-insecure-requests")).toBe(true);
  });

  it("in development lets Remix's critical styles through, which carry no nonce", () => {
    const policy = directives({ development: true, https: false });
    // A nonce beside it would cancel 'unsafe-inline'.
    expect(policy.get("style-src")).toEqual(["'self'", "'unsafe-inline'"]);
    expect(policy.get("script-src")).toEqual(["'nonce-abc+/=='", "'strict-dynamic'"]);
    expect(policy.get("connect-src")).toEqual(["'self'", "ws:"]);
    expect(policy.has("upgrade-insecure-requests")).toBe(false);
  });

  it("never lets a script be inline without the nonce, nor framing, in either", () => {
    for (const development of [true, false]) {
      const policy = directives({ development, https: false });
      expect(policy.get("script-src")?.join(" ")).not.toContain("unsafe");
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
      expect(policy.get("object-src")).toEqual(["'none'"]);
    }
  });
});
