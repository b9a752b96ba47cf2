import fs from "node:fs";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../database.ts";

/** db/schema.sql is written by this test with UPDATE_SCHEMA=1, and held against the migrated database otherwise. */
describe("db/schema.sql", () => {
  const test = testDatabase();

  async function describeDatabase(): Promise<string> {
    const columns = await sql<{
      t: string;
      c: string;
      type: string;
      nullable: string;
      def: string | null;
    }>`
      select table_name t, column_name c, is_nullable nullable, column_default def,
             case when data_type = 'timestamp with time zone' then 'timestamptz' else data_type end type
      from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely_%'
      order by table_name, ordinal_position`.execute(test.db);
    const constraints = await sql<{ t: string; def: string }>`
      select conrelid::regclass::text t, pg_get_constraintdef(oid) def from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
        and conrelid::regclass::text not like 'kysely_%'
      order by 1, 2`.execute(test.db);
    const indexes = await sql<{ t: string; def: string }>`
      select tablename t, indexdef def from pg_indexes i
      where schemaname = 'public' and tablename not like 'kysely_%'
        and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
      order by 1, 2`.execute(test.db);
    const tables = [...new Set(columns.rows.map((r) => r.t))];
    return `${tables
      .map((table) => {
        const lines = columns.rows
          .filter((r) => r.t === table)
          .map(
            (r) =>
              `  ${r.c} ${r.type}${r.nullable === "NO" ? " not null" : ""}${r.def ? ` default ${r.def}` : ""}`,
          );
        lines.push(...constraints.rows.filter((r) => r.t === table).map((r) => `  ${r.def}`));
        const own = indexes.rows.filter((r) => r.t === table).map((r) => `${r.def};`);
        return [`create table ${table} (`, lines.join(",\n"), ");", ...own].join("\n");
      })
      .join("\n\n")}\n`;
  }

  it("describes what the migrations make", async () => {
    const actual = `-- The result of the migrations, for reading. Written by UPDATE_SCHEMA=1 npx vitest run tests/promises/database.test.ts\n\n${await describeDatabase()}`;
    if (process.env.UPDATE_SCHEMA === "1") fs.writeFileSync("db/schema.sql", actual);
    expect(fs.readFileSync("db/schema.sql", "utf8")).toBe(actual);
  });

  it("every foreign key has an index for its own lookups", async () => {
    const { rows } = await sql<{ fk: string }>`
      select c.conrelid::regclass::text || '.' || c.conname fk from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and not exists (
          select 1 from pg_index i where i.indrelid = c.conrelid
            and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] @> c.conkey)`.execute(test.db);
    expect(rows.map((r) => r.fk)).toEqual([]);
  });
});
