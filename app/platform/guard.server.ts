import { type AppLoadContext, redirect } from "@remix-run/node";
import { loadCertification } from "~/content/load.server.ts";
import { loadSubject } from "~/content/subject-versions.server.ts";
import { JUSTIFICATION_MIN } from "~/domain/assessment.ts";
import { type Block, type Certification, findBlock } from "~/domain/certification.ts";
import { type Actor, can, type Denied, type Thing, type Verb } from "~/domain/policy.ts";
import type { Result } from "~/domain/result.ts";
import type { Subject } from "~/domain/subject.ts";
import { paths } from "~/paths.ts";
import { sessionActor } from "~/platform/session.server.ts";
import { database } from "~db/client.server.ts";
import {
  findWorkspace,
  findWorkspacePage,
  type WorkStateRow,
  type WorkspacePage,
} from "~db/queries/workspaces.ts";

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

/** The form of an id of ours; anything else in an address names nothing. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A workspace that may be used, with its pinned subject and certification. */
export type WorkspaceAccess = {
  actor: NonNullable<Actor>;
  workspace: NonNullable<Awaited<ReturnType<typeof findWorkspace>>>;
  /** Whole: only engines may see its `expected` and `tools`; send `publicSubject()`. */
  subject: Subject;
  certification: Certification;
  block: Block;
};

/**
 * The same with what a page of the workspace shows first: the state of the work and, when the address names a
 * section (`?vue=`), its text.
 */
export type WorkspaceReading = WorkspaceAccess & {
  work: WorkStateRow;
  named: { key: string; text: WorkspacePage["section"] } | null;
};

/** The workspace of the address (`params.id`), if the policy lets this person do `verb` with it. */
export function requireWorkspace(args: RouteArgs, verb: "read"): Promise<WorkspaceReading>;
export function requireWorkspace(args: RouteArgs, verb: Verb): Promise<WorkspaceAccess>;
export function requireWorkspace(args: RouteArgs, verb: Verb): Promise<WorkspaceAccess> {
  return once(args.context, `workspace:${verb}`, async () => {
    const actor = await actorOf(args);
    enforce(can(actor, verb, { kind: "workspaces" }), args.request);
    const id = args.params.id ?? "";
    const read = verb === "read" ? readPage : readAlone;
    const found = UUID.test(id) ? await read(id, args.request) : null;
    enforce(
      can(actor, verb, { kind: "workspace", ownerId: found?.workspace.owner_id ?? "" }),
      args.request,
    );
    if (!found || !actor) throw new Response("Not Found", { status: 404 });
    const { workspace } = found;
    const subject = await loadSubject(workspace.subject_slug, workspace.subject_version);
    const certification = loadCertification(workspace.certification);
    const block = findBlock(certification, workspace.block);
    if (!block) throw new Error(`Workspace ${id} names unknown block ${workspace.block}`);
    return { ...found, actor, subject, certification, block };
  });
}

/** What never changes of a workspace: whose it is, and the version of the subject it keeps. */
type Pin = Pick<
  WorkspaceAccess["workspace"],
  "id" | "owner_id" | "subject_slug" | "subject_version"
>;

/** Pins that a process remembers; each is a few hundred bytes. */
const KEPT_PINS = 5_000;
const pins = new Map<string, Pin>();

/**
 * The subject of the workspace of the address, for what is asked every other second and needs nothing that changes:
 * saving a text. Reads the database the first time only.
 */
export async function requirePin(
  args: RouteArgs,
  verb: Verb,
): Promise<{ id: string; subject: Subject }> {
  const known = pins.get(args.params.id ?? "");
  if (!known) {
    const { workspace, subject } = await requireWorkspace(args, verb);
    const { id, owner_id, subject_slug, subject_version } = workspace;
    if (pins.size >= KEPT_PINS) pins.delete(pins.keys().next().value as string);
    pins.set(id, { id, owner_id, subject_slug, subject_version });
    return { id, subject };
  }
  await authorize(args, verb, { kind: "workspaces" });
  await authorize(args, verb, { kind: "workspace", ownerId: known.owner_id });
  const subject = await loadSubject(known.subject_slug, known.subject_version);
  return { id: known.id, subject };
}

async function readAlone(id: string) {
  const workspace = await findWorkspace(database(), id);
  return workspace && { workspace };
}

/** What a section's key looks like; anything else names none. */
const KEY = /^[\w-]{1,100}$/;

async function readPage(id: string, request: Request) {
  const asked = new URL(request.url).searchParams.get("vue") ?? "";
  const key = KEY.test(asked) ? asked : null;
  const found = await findWorkspacePage(database(), id, key, JUSTIFICATION_MIN);
  if (!found) return null;
  const { work, section, ...workspace } = found;
  return { workspace, work, named: key === null ? null : { key, text: section } };
}
