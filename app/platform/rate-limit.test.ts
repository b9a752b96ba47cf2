import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openDatabase } from "~db/client.server.ts";
import { countEvent, deleteOldRateLimits } from "~db/queries/rate-limits.ts";
import { testDatabase } from "../../tests/database.ts";
import {
  clearRateLimit,
  clientNetwork,
  rateLimit,
  rateLimits,
  tooManyMessage,
} from "./rate-limit.server.ts";

describe("rate limits", () => {
  const test = testDatabase();

  it("lets exactly `max` events of a window through", async () => {
    const limit = { max: 3, windowSeconds: 60 };
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await rateLimit("essai:ana", limit));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false]);
    expect(answers[4]?.retryAfterSeconds).toBeGreaterThan(55);
    expect(answers[4]?.retryAfterSeconds).toBeLessThanOrEqual(60);
    expect((await rateLimit("essai:bob", limit)).ok).toBe(true);
  });

  it("counts as one over several processes at once, from the very first event", async () => {
    const pools = [1, 2].map(() => openDatabase(test.connection, { max: 8 }));
    const each = Array.from({ length: 16 }, (_, index) => index);
    try {
      // All connections open first: otherwise the first events come one after the other.
      await Promise.all(each.map((i) => sql`select pg_sleep(0.05)`.execute(pools[i % 2]!.db)));
      for (let round = 0; round < 60; round++) {
        const counts = await Promise.all(
          each.map((i) => countEvent(pools[i % 2]!.db, `cle-${round}`, 60_000)),
        );
        expect(counts.map((c) => c.count).sort((a, b) => a - b)).toEqual(each.map((i) => i + 1));
      }
    } finally {
      await Promise.all(pools.map((pool) => pool.close()));
    }
  });

  it("opens again when the window is over", async () => {
    const limit = { max: 1, windowSeconds: 60 };
    await rateLimit("essai:ana", limit);
    expect((await rateLimit("essai:ana", limit)).ok).toBe(false);
    await sql`update rate_limits set last_request = last_request - 60001`.execute(test.db);
    expect((await rateLimit("essai:ana", limit)).ok).toBe(true);
    expect((await rateLimit("essai:ana", limit)).ok).toBe(false);
  });

  it("forgets a key that ended well, and sweeps windows of yesterday", async () => {
    await rateLimit("essai:ana", { max: 1, windowSeconds: 60 });
    await rateLimit("essai:bob", { max: 1, windowSeconds: 60 });
    await clearRateLimit("essai:ana");
    expect((await rateLimit("essai:ana", { max: 1, windowSeconds: 60 })).ok).toBe(true);
    await sql`update rate_limits set last_request = last_request - 86400001 where key = (select min(key) from rate_limits)`.execute(
      test.db,
    );
    await deleteOldRateLimits(test.db);
    expect(await test.db.selectFrom("rate_limits").select("key").execute()).toHaveLength(1);
  });

  it("stores no address and no e-mail", async () => {
    await rateLimit("sign-in:203.0.113.7:ana@exemple.fr", { max: 1, windowSeconds: 60 });
    const rows = await test.db.selectFrom("rate_limits").selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/203|ana@/);
  });

  it("answers with the longest wait", async () => {
    const long = { key: "long", limit: { max: 0, windowSeconds: 600 } };
    const short = { key: "court", limit: { max: 0, windowSeconds: 60 } };
    const answer = await rateLimits([
      short,
      long,
      { key: "libre", limit: { max: 9, windowSeconds: 60 } },
    ]);
    expect(answer).toEqual({ ok: false, retryAfterSeconds: 600 });
  });
});

it.each([
  [1, "1 seconde."],
  [40, "40 secondes."],
  [91, "2 minutes."],
  [240, "4 minutes."],
  [3_600, "60 minutes."],
  [7_200, "2 heures."],
])("says a wait of %i s in French", (seconds, end) => {
  expect(tooManyMessage(seconds)).toBe(`Trop d’essais ; réessayez dans ${end}`);
});

it.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0DB8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["unknown", "unknown"],
])("counts %s as %s", (ip, network) => {
  expect(clientNetwork(ip)).toBe(network);
});
