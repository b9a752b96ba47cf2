import { type AppLoadContext, redirect } from "@remix-run/node";
import { loadCertification } from "~/content/load.server.ts";
import { loadSubject } from "~/content/subject-versions.server.ts";
import { findBlock } from "~/domain/certification.ts";
import { type Actor, can, type Denied, type Thing, type Verb } from "~/domain/policy.ts";
import type { Result } from "~/domain/result.ts";
import { paths } from "~/paths.ts";
import { sessionActor } from "~/platform/session.server.ts";
import { database } from "~db/client.server.ts";
import { findWorkspace } from "~db/queries/workspaces.ts";

/** What every loader and action receives. */
export type RouteArgs = {
  request: Request;
  params: Record<string, string | undefined>;
  context: AppLoadContext;
};

/** Runs `make` once per HTTP request, however many loaders ask for it. */
export function once<T>(context: AppLoadContext, key: string, make: () => Promise<T>): Promise<T> {
  const known = context.memo.get(key);
  if (known) return known as Promise<T>;
  const made = make();
  context.memo.set(key, made);
  return made;
}

/** Who is asking; null without a session. */
export function actorOf({ request, context }: RouteArgs): Promise<Actor> {
  return once(context, "actor", () => sessionActor(request));
}

/**
 * Turns a refusal of policy.ts into an answer: a redirect to sign-in that comes back here for a page,
 * 401 for anything sent by a script, 404 for what is not one's own.
 */
export function enforce(verdict: Result<true, Denied>, request: Request): void {
  if (verdict.ok) return;
  if (verdict.reason === "sign-in") {
    const url = new URL(request.url);
    const wantsPage = request.method === "GET" && !isScripted(request);
    if (wantsPage) {
      const back = url.pathname.replace(/\.data$/, "") + url.search;
      throw redirect(`${paths.signIn()}?${new URLSearchParams({ retour: back })}`);
    }
    throw new Response(verdict.message, { status: 401, statusText: "Unauthorized" });
  }
  if (verdict.reason === "not-found")
    throw new Response(verdict.message, { status: 404, statusText: "Not Found" });
  throw new Response(verdict.message, { status: 403, statusText: "Forbidden" });
}

/** A fetch by our own scripts (saves, runs, uploads) says that it wants JSON. */
function isScripted(request: Request): boolean {
  return (request.headers.get("accept") ?? "").startsWith("application/json");
}

/** Asks the policy and returns the signed-in actor (or throws the right answer). */
export async function authorize(args: RouteArgs, verb: Verb, thing: Thing): Promise<Actor> {
  const actor = await actorOf(args);
  enforce(can(actor, verb, thing), args.request);
  return actor;
}

/** A signed-in person, or the way to sign-in. */
export async function requireActor(args: RouteArgs): Promise<NonNullable<Actor>> {
  const actor = await authorize(args, "read", { kind: "workspaces" });
  return actor as NonNullable<Actor>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The workspace of the address (`params.id`) with its pinned subject and certification.
 * `subject` is the full subject: only engines may see its `expected` and `tools`; send `publicSubject()`.
 */
export function requireWorkspace(args: RouteArgs, verb: Verb) {
  return once(args.context, `workspace:${verb}`, async () => {
    const actor = await actorOf(args);
    enforce(can(actor, verb, { kind: "workspaces" }), args.request);
    const id = args.params.id ?? "";
    const workspace = UUID.test(id) ? await findWorkspace(database(), id) : null;
    enforce(
      can(actor, verb, { kind: "workspace", ownerId: workspace?.owner_id ?? "" }),
      args.request,
    );
    if (!workspace || !actor) throw new Response("Not Found", { status: 404 });
    const subject = await loadSubject(workspace.subject_slug, workspace.subject_version);
    const certification = loadCertification(workspace.certification);
    const block = findBlock(certification, workspace.block);
    if (!block) throw new Error(`Workspace ${id} names unknown block ${workspace.block}`);
    return { actor, workspace, subject, certification, block };
  });
}

export type WorkspaceAccess = Awaited<ReturnType<typeof requireWorkspace>>;
