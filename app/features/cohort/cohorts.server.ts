import { randomInt } from "node:crypto";
import { z } from "zod";
import { joiningCode, readCohortName, readJoiningCode } from "~/domain/cohort.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import { type Limit, rateLimit, tooManyMessage } from "~/platform/rate-limit.server.ts";
import { database } from "~db/client.server.ts";
import {
  deleteLearner,
  findCohortByCode,
  insertCohort,
  insertLearner,
  listCohortPeople,
  listCohortSubmissions,
  listCohorts,
  updateCohort,
} from "~db/queries/cohorts.ts";

const PAGE = 50;
/** Groups one person makes, codes one person tries: more than anybody needs, few enough that none is guessed. */
const MADE: Limit = { max: 20, windowSeconds: 3600 };
const TRIED: Limit = { max: 30, windowSeconds: 600 };
const newCode = () => joiningCode((below) => randomInt(below));

/** The groups of a person. */
export async function readCohorts(userId: string) {
  const rows = await listCohorts(database(), userId);
  return rows.map(({ id, name, role, archived_at }) => ({
    id,
    name,
    role,
    archived: archived_at !== null,
  }));
}

/** Makes a group; its maker trains in it. Gives its id. */
export async function createCohort(
  userId: string,
  typed: string,
): Promise<Result<string, "empty" | "long" | "too-many">> {
  const name = readCohortName(typed);
  if (!name.ok) return name;
  const { ok: free, retryAfterSeconds } = await rateLimit(`cohort:${userId}`, MADE);
  if (!free) return refused("too-many", tooManyMessage(retryAfterSeconds, "de groupes"));
  return ok(
    await insertCohort(database(), { name: name.value, code: newCode(), trainerId: userId }),
  );
}

/** The open group of a code, as someone about to join sees it; null when no open group has it. */
export async function readInvitation(
  userId: string,
  typed: string,
): Promise<
  Result<{ id: string; code: string; name: string; trainers: string[] }, "unknown" | "too-many">
> {
  const { ok: free, retryAfterSeconds } = await rateLimit(`cohort-code:${userId}`, TRIED);
  if (!free) return refused("too-many", tooManyMessage(retryAfterSeconds));
  const code = readJoiningCode(typed);
  const found = code && (await findCohortByCode(database(), code));
  if (!code || !found || found.archived_at)
    return refused(
      "unknown",
      "Aucun groupe ouvert n’a ce code. Demandez-le à nouveau à votre formatrice ou formateur\u00a0: il a pu être changé.",
    );
  return ok({ id: found.id, code, name: found.name, trainers: found.trainers });
}

/** Joins the group of a code; nothing of one's work is given by it. Gives the group's id. */
export async function joinCohort(userId: string, typed: string) {
  const found = await readInvitation(userId, typed);
  if (!found.ok) return found;
  await insertLearner(database(), found.value.id, userId);
  return ok(found.value.id);
}

type Cohort = {
  id: string;
  name: string;
  code: string;
  archived_at: Date | null;
  role: "trainer" | "learner";
};

/** What the page of a group shows: everything to its trainers; to a learner, its name and who trains. */
export async function readCohort(cohort: Cohort, search: URLSearchParams) {
  const db = database();
  const at = (name: string) => page.parse(search.get(name));
  const trains = cohort.role === "trainer";
  const shown = { people: at("personnes"), submissions: at("depots") };
  const [people, submissions] = await Promise.all([
    listCohortPeople(db, cohort.id, PAGE + 1, (shown.people - 1) * PAGE),
    trains
      ? listCohortSubmissions(db, cohort.id, PAGE + 1, (shown.submissions - 1) * PAGE)
      : Promise.resolve([]),
  ]);
  return {
    id: cohort.id,
    name: cohort.name,
    archived: cohort.archived_at !== null,
    trainers: people.filter((p) => p.role === "trainer").map((p) => p.name),
    training: trains
      ? {
          code: cohort.code,
          people: people
            .slice(0, PAGE)
            .map(({ joined_at, ...p }) => ({ ...p, at: joined_at.toISOString() })),
          submissions: submissions
            .slice(0, PAGE)
            .map(({ submitted_at, ...s }) => ({ ...s, at: submitted_at.toISOString() })),
          pages: {
            ...shown,
            morePeople: people.length > PAGE,
            moreSubmissions: submissions.length > PAGE,
          },
        }
      : null,
  };
}
export type CohortView = Awaited<ReturnType<typeof readCohort>>;

const page = z.coerce.number().int().min(1).max(1000).catch(1);

const change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rename"), name: z.string().max(1000) }),
  z.object({ intent: z.enum(["archive", "reopen", "new-code"]) }),
  z.object({ intent: z.literal("remove"), person: z.string().min(1).max(100) }),
]);

/** What a trainer changes in their group; 400 for a form nobody was given. */
export async function changeCohort(
  id: string,
  form: FormData,
): Promise<Result<true, "empty" | "long" | "gone">> {
  const sent = change.safeParse(Object.fromEntries(form));
  if (!sent.success) throw new Response("Bad Request", { status: 400 });
  const db = database();
  switch (sent.data.intent) {
    case "rename": {
      const name = readCohortName(sent.data.name);
      if (!name.ok) return name;
      await updateCohort(db, id, { name: name.value });
      return ok(true);
    }
    case "archive":
    case "reopen":
      await updateCohort(db, id, {
        archived_at: sent.data.intent === "archive" ? new Date() : null,
      });
      return ok(true);
    case "new-code":
      await updateCohort(db, id, { code: newCode() });
      return ok(true);
    case "remove":
      return (await deleteLearner(db, id, sent.data.person))
        ? ok(true)
        : refused("gone", "Cette personne n’est plus dans le groupe.");
  }
}

/** Leaves a group, taking back what was given to it. */
export async function leaveCohort(id: string, userId: string): Promise<void> {
  await deleteLearner(database(), id, userId);
}
