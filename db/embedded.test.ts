import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../tests/database.ts";

describe("the embedded database", () => {
  const test = testDatabase();
  it("is PostgreSQL 18 with French collation, unaccent and trigrams", async () => {
    const version = await sql<{ v: string }>`select current_setting('server_version') v`.execute(
      test.db,
    );
    expect(version.rows[0]?.v).toMatch(/^18/);
    const sorted = await sql<{ w: string }>`
      select w from (values ('zèbre'), ('étape'), ('eau'), ('Été')) t(w) order by w collate "fr-x-icu"`.execute(
      test.db,
    );
    expect(sorted.rows.map((r) => r.w)).toEqual(["eau", "étape", "Été", "zèbre"]);
    const plain = await sql<{ u: string }>`select public.unaccent('éàç') u`.execute(test.db);
    expect(plain.rows[0]?.u).toBe("eac");
  });
});
