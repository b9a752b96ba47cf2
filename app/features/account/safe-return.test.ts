import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return.ts";

describe("safeReturn", () => {
  it.each([
    "/tableau-de-bord",
    "/espaces/0b9c?onglet=sujet",
    "/espaces/0b9c/etapes/brief#constats",
    "/",
    "/a//b",
    "/recherche?vers=https://exemple.fr",
  ])("comes back to %s", (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    ["another site", "https://evil.example/"],
    ["a network path", "//evil.example"],
    ["a backslash", "/\\evil.example"],
    ["two backslashes", "\\\\evil.example"],
    ["a path that becomes a network path", "/.//evil.example"],
    ["the same by parents", "/a/..//evil.example"],
    ["the same, encoded", "/%2e//evil.example"],
    ["a tab", "/\t/evil.example"],
    ["a line feed", "/\n/evil.example"],
    ["a header on a second line", "/ok\r\nSet-Cookie: a=b"],
    ["a null", "/\0"],
    ["a script", "javascript:alert(1)"],
    ["a script behind a space", " javascript:alert(1)"],
    ["data", "data:text/html,x"],
    ["credentials", "https:@evil.example"],
    ["a relative path", "espaces"],
    ["nothing", ""],
    ["a file", { name: "x" }],
    ["null", null],
    ["a very long path", `/${"a".repeat(3_000)}`],
    ["the sign-in page itself", "/connexion?retour=/connexion"],
    ["the sign-out", "/deconnexion"],
    ["the sign-out by a detour", "/x/../deconnexion"],
  ])("refuses %s", (_label, given) => {
    expect(safeReturn(given, "/ici")).toBe("/ici");
  });

  it("never leaves the site, whatever is given", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "evil.example",
      "http",
      "\t",
      "%2f",
      "?",
      "#",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = safeReturn(`/${pieces.join("")}`);
        expect(new URL(path, "https://nous.example/connexion").origin).toBe("https://nous.example");
      }),
      { numRuns: 2_000 },
    );
  });
});
