import { describe, expect, it } from "vitest";
import { shouldRevalidate } from "~/routes/workspace-assessment.tsx";
import { afterwards, refusalStatus, unreachable } from "./outcome.ts";

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const rate = form({
  intent: "rate",
  reply: "data",
  competency: "B1.1",
  attempt: "1",
  version: "0",
  justification: "x",
});
const errorResponse = (status: number) => ({ status, statusText: "", internal: false, data: "" });

describe("a form whose answer never came", () => {
  it.each([
    ["no network", new TypeError("Failed to fetch"), "unreachable"],
    ["a server fault", errorResponse(503), "unreachable"],
    ["the session is over", errorResponse(401), "signed-out"],
  ])("%s: a refusal the page can show", (_name, error, reason) => {
    expect(unreachable(error, rate)).toMatchObject({
      ok: false,
      intent: "rate",
      competency: "B1.1",
      reason,
    });
  });

  it.each([
    ["a redirection", new Response(null, { status: 302 })],
    ["what is not there", errorResponse(404)],
  ])("%s goes its own way", (_name, error) => {
    expect(() => unreachable(error, rate)).toThrow();
  });
});

it.each([
  ["stale", 409],
  ["attempt-over", 409],
  ["not-found", 404],
  ["unknown-level", 422],
])("%s is %i", (reason, status) => {
  expect(refusalStatus(reason)).toBe(status);
});

it("comes back to the top of the page after a new attempt", () => {
  expect(afterwards("w1", { ok: true, intent: "new-attempt", competency: null })).toBe(
    "/espaces/w1/evaluation?fait=tentative",
  );
});

it.each([
  ["a refusal", { ok: false }, rate, false],
  ["an autosave", { ok: true }, rate, false],
  ["a new link", { ok: true }, form({ intent: "add-evidence" }), true],
])("reads the page again after %s: %s", (_name, actionResult, formData, expected) => {
  const args = { actionResult, formData, defaultShouldRevalidate: true };
  expect(shouldRevalidate(args as unknown as Parameters<typeof shouldRevalidate>[0])).toBe(
    expected,
  );
});
