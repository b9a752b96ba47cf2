import { ok, type Result, refused } from "./result.ts";

/** Who acts. `null` stands for a visitor without an account. */
export type Actor = {
  id: string;
  role: "learner" | "trainer" | "admin";
  name: string;
  email: string;
} | null;

/** What is acted upon; only what a rule needs to know of it. */
export type Thing =
  | { kind: "referential" }
  | { kind: "catalogue" }
  | { kind: "demo" }
  /** Signing in, up and out, a forgotten password: the doors, which everyone may push. */
  | { kind: "entrance" }
  /** What the holder of a receipt's code may check. */
  | { kind: "receipt" }
  | { kind: "account"; ownerId: string }
  | { kind: "workspace"; ownerId: string }
  | { kind: "workspaces" }
  /** Groups at large: seeing one's own, making one, joining with a code. */
  | { kind: "cohorts" }
  /** One group; what this person is in it, null for nothing. */
  | { kind: "cohort"; role: "trainer" | "learner" | null }
  | { kind: "outbox" };

export type Verb = "read" | "create" | "write" | "export" | "delete";

export type Denied = "sign-in" | "not-found" | "forbidden";

/**
 * The one place where access is decided. The server refuses by it, the screen disables by it and says why.
 * A thing of somebody else is "not-found", so that its existence is not told.
 */
export function can(actor: Actor, verb: Verb, thing: Thing): Result<true, Denied> {
  switch (thing.kind) {
    case "referential":
    case "catalogue":
    case "demo":
    case "receipt":
      return verb === "read" || thing.kind === "demo"
        ? ok(true)
        : refused("forbidden", "Ce contenu se lit, il ne se modifie pas ici.");
    case "entrance":
      return ok(true);
    case "workspaces":
      return actor
        ? ok(true)
        : refused(
            "sign-in",
            "Connectez-vous pour ouvrir un espace de travail et garder votre travail.",
          );
    case "cohorts":
      return actor ? ok(true) : refused("sign-in", "Connectez-vous pour ouvrir vos groupes.");
    case "cohort":
      if (!actor) return refused("sign-in", "Connectez-vous pour ouvrir vos groupes.");
      if (thing.role === null)
        return refused("not-found", "Cette page n’existe pas, ou elle n’est pas à vous.");
      return verb === "read" || thing.role === "trainer"
        ? ok(true)
        : refused("forbidden", "Seule l’équipe de formation du groupe peut faire cela.");
    case "account":
    case "workspace":
      if (!actor) return refused("sign-in", "Connectez-vous pour retrouver votre travail.");
      return actor.id === thing.ownerId
        ? ok(true)
        : refused("not-found", "Cette page n’existe pas, ou elle n’est pas à vous.");
    case "outbox":
      if (!actor) return refused("sign-in", "Connectez-vous d’abord.");
      return actor.role === "admin"
        ? ok(true)
        : refused("not-found", "Cette page n’existe pas, ou elle n’est pas à vous.");
  }
}
