import type { BrowserContext } from "@playwright/test";

/**
 * What the pages of a context complain of from now on: errors of scripts, of hydration, of loading, and what the
 * content security policy refused (the browser writes it to the console). The list grows as they come.
 */
export function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    complaints.push(`${message.page()?.url() ?? ""}: ${message.text()}`);
  });
  return complaints;
}
