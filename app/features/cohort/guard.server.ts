import { can, type Verb } from "~/domain/policy.ts";
import { actorOf, enforce, type RouteArgs, UUID } from "~/platform/guard.server.ts";
import { database } from "~db/client.server.ts";
import { findCohort } from "~db/queries/cohorts.ts";

/** The group of the address (`params.id`), if the policy lets this person do `verb` with it; 404 for a stranger. */
export async function requireCohort(args: RouteArgs, verb: Verb) {
  const actor = await actorOf(args);
  enforce(can(actor, verb, { kind: "cohorts" }), args.request);
  const id = args.params.id ?? "";
  const cohort = actor && UUID.test(id) ? await findCohort(database(), id, actor.id) : null;
  enforce(can(actor, verb, { kind: "cohort", role: cohort?.role ?? null }), args.request);
  if (!actor || !cohort) throw new Response("Not Found", { status: 404 });
  return { actor, cohort };
}
