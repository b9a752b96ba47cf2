import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Theme } from "~/ui/theme-switch.tsx";

const YEAR = 365 * 24 * 3600;

/** Read with the page, so that the first paint is already in the right theme. */
const COOKIE = "theme";

const choice = z.object({
  theme: z.enum(["light", "dark", "system"]),
  /** A path of this site; "//host" would leave it. */
  back: z
    .string()
    .regex(/^\/(?![/\\])/)
    .max(500)
    .catch("/"),
});

/** The theme chosen on this device, "system" when none was. */
export function themeOf(request: Request): Theme {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(request.headers.get("cookie") ?? "");
  return (found?.[1] as Theme | undefined) ?? "system";
}

/** Keeps the choice for a year (no account needed) and goes back to the page; 400 for anything else. */
export async function saveTheme(request: Request): Promise<Response> {
  const parsed = choice.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response("Ce choix n’existe pas.", { status: 400 });
  const { theme, back } = parsed.data;
  const life = theme === "system" ? 0 : YEAR;
  return redirect(back, {
    headers: {
      "Set-Cookie": `${COOKIE}=${theme}; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly`,
    },
  });
}
