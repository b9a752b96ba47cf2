import { describe, expect, it } from "vitest";
import { type Actor, can, type Thing, type Verb } from "./policy.ts";

const person = (id: string, role: "learner" | "trainer" | "admin"): Actor => ({
  id,
  role,
  name: id,
  email: `${id}@exemple.fr`,
});
const learner = person("ana", "learner");
const other = person("bob", "learner");
const trainer = person("theo", "trainer");
const admin = person("ada", "admin");

const hers: Thing = { kind: "workspace", ownerId: "ana" };
const herAccount: Thing = { kind: "account", ownerId: "ana" };

describe("can", () => {
  const table: [string, Actor, Verb, Thing, "yes" | "sign-in" | "not-found" | "forbidden"][] = [
    ["a visitor reads the référentiel", null, "read", { kind: "referential" }, "yes"],
    ["a visitor browses the catalogue", null, "read", { kind: "catalogue" }, "yes"],
    ["nobody writes the référentiel", admin, "write", { kind: "referential" }, "forbidden"],
    ["nobody writes the catalogue here", trainer, "create", { kind: "catalogue" }, "forbidden"],
    ["a visitor plays the demo", null, "write", { kind: "demo" }, "yes"],
    ["a visitor signs in", null, "create", { kind: "entrance" }, "yes"],
    ["a person signs out", learner, "delete", { kind: "entrance" }, "yes"],
    ["a visitor checks a receipt", null, "read", { kind: "receipt" }, "yes"],
    ["nobody changes a receipt", admin, "write", { kind: "receipt" }, "forbidden"],
    ["a visitor has no groups", null, "read", { kind: "cohorts" }, "sign-in"],
    ["anyone makes a group", learner, "create", { kind: "cohorts" }, "yes"],
    ["a visitor sees no group", null, "read", { kind: "cohort", role: null }, "sign-in"],
    ["a stranger sees no group", trainer, "read", { kind: "cohort", role: null }, "not-found"],
    ["an admin is a stranger too", admin, "write", { kind: "cohort", role: null }, "not-found"],
    ["a learner sees their group", learner, "read", { kind: "cohort", role: "learner" }, "yes"],
    ["but runs nothing in it", learner, "write", { kind: "cohort", role: "learner" }, "forbidden"],
    ["nor opens others’ work", learner, "export", { kind: "cohort", role: "learner" }, "forbidden"],
    ["its trainer runs it", learner, "write", { kind: "cohort", role: "trainer" }, "yes"],
    ["a visitor opens no workspace", null, "create", { kind: "workspaces" }, "sign-in"],
    ["a learner opens a workspace", learner, "create", { kind: "workspaces" }, "yes"],
    ["a trainer practises too", trainer, "create", { kind: "workspaces" }, "yes"],
    ["a visitor is sent to sign-in", null, "read", hers, "sign-in"],
    ["an owner reads", learner, "read", hers, "yes"],
    ["an owner writes", learner, "write", hers, "yes"],
    ["an owner exports", learner, "export", hers, "yes"],
    ["an owner deletes", learner, "delete", hers, "yes"],
    ["another learner sees nothing", other, "read", hers, "not-found"],
    ["a trainer sees nothing uninvited", trainer, "read", hers, "not-found"],
    ["an admin sees no work", admin, "read", hers, "not-found"],
    [
      "an absent workspace is not found",
      learner,
      "read",
      { kind: "workspace", ownerId: "" },
      "not-found",
    ],
    ["a person keeps their account", learner, "write", herAccount, "yes"],
    ["an admin does not touch it", admin, "delete", herAccount, "not-found"],
    ["a visitor has no account page", null, "read", herAccount, "sign-in"],
    ["an admin reads kept letters", admin, "read", { kind: "outbox" }, "yes"],
    ["a trainer does not", trainer, "read", { kind: "outbox" }, "not-found"],
    ["a learner does not", learner, "read", { kind: "outbox" }, "not-found"],
    ["a visitor signs in first", null, "read", { kind: "outbox" }, "sign-in"],
  ];

  it.each(table)("%s", (_label, actor, verb, thing, expected) => {
    const answer = can(actor, verb, thing);
    expect(answer.ok ? "yes" : answer.reason).toBe(expected);
    if (!answer.ok) expect(answer.message).toMatch(/^[A-ZÀÉ].*\.$/);
  });
});
