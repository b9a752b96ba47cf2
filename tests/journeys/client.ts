import type { BrowserContext } from "@playwright/test";
import type { AppServer } from "./server.ts";

/** A signed-in learner without a browser: what the app's own scripts would send. */
export class Client {
  private cookie = "";
  constructor(private readonly server: AppServer) {}

  /** Signs in; the demo learner unless told otherwise. */
  async signIn(email = "camille@demo.test", password = "bloc-a-bloc-demo"): Promise<void> {
    const response = await this.form("/connexion", { email, password });
    if (!this.cookie) throw new Error(`Could not sign in: ${response.status}`);
  }

  /** Creates a learner's account and signs in. */
  async signUp(email: string, name = "Lou Martin"): Promise<void> {
    const password = "un mot de passe long";
    const response = await this.form("/inscription", { name, email, password });
    if (!this.cookie) throw new Error(`Could not sign up: ${response.status}`);
  }

  /** Lets a browser be this person. */
  async lend(context: BrowserContext): Promise<void> {
    await context.addCookies(
      this.cookie.split("; ").map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: this.server.origin };
      }),
    );
  }

  address(path: string): string {
    return this.server.origin + path;
  }

  async send(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const response = await fetch(this.server.origin + path, {
      redirect: "manual",
      ...init,
      headers: { cookie: this.cookie, origin: this.server.origin, ...init.headers },
    });
    const set = response.headers.getSetCookie().map((c) => c.split(";")[0]!);
    if (set.length) this.cookie = set.join("; ");
    return response;
  }

  form(path: string, fields: Record<string, string>): Promise<Response> {
    return this.send(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });
  }

  json(path: string, body: unknown): Promise<Response> {
    return this.send(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** Starts an exercise; returns the workspace's id and its first step. */
  async startExercise(slug: string): Promise<{ id: string; step: string }> {
    const response = await this.form("/espaces", { slug });
    const found = (response.headers.get("location") ?? "").match(
      /\/espaces\/([^/]+)\/etapes\/([^/?]+)/,
    );
    if (!found) throw new Error(`No workspace: ${response.status} ${await response.text()}`);
    return { id: found[1]!, step: found[2]! };
  }
}

/** A document of one paragraph. */
export function paragraph(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
