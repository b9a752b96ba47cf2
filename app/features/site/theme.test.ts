import { describe, expect, it } from "vitest";
import { saveTheme, themeOf } from "./theme.server.ts";

const post = (fields: Record<string, string>) =>
  new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });

describe("the theme", () => {
  it.each([
    ["theme=dark", "dark"],
    ["a=b; theme=light", "light"],
    ["mytheme=dark", "system"],
    ["theme=<script>", "system"],
    ["", "system"],
  ])("of the cookie « %s » is %s", (cookie, theme) => {
    expect(themeOf(new Request("http://localhost/", { headers: { cookie } }))).toBe(theme);
  });

  it("is kept, and one comes back to the page", async () => {
    const answer = await saveTheme(post({ theme: "dark", back: "/sujets?bloc=BC01" }));
    expect(answer.headers.get("location")).toBe("/sujets?bloc=BC01");
    expect(answer.headers.get("set-cookie")).toContain("theme=dark; Path=/; Max-Age=31536000");
  });

  it("is forgotten when the system decides again", async () => {
    const answer = await saveTheme(post({ theme: "system", back: "/" }));
    expect(answer.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  it.each([
    "https://example.org/",
    "//example.org",
    "/\\example.org",
    "",
    "javascript:alert(1)",
  ])("never leads to another site (%s)", async (back) => {
    const answer = await saveTheme(post({ theme: "dark", back }));
    expect(answer.headers.get("location")).toBe("/");
  });

  it("refuses what is not a theme", async () => {
    const refused = await saveTheme(post({ theme: "pink", back: "/" })).catch((error) => error);
    expect(refused.status).toBe(400);
  });
});
