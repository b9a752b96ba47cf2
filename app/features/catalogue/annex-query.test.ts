import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annexPage,
  annexSearch,
  cellText,
  filterRows,
  parseAnnexQuery,
  sortRows,
  type TableAnnex,
} from "./annex-query.ts";

const annex: TableAnnex = {
  kind: "table",
  id: "a",
  title: "",
  description: "",
  columns: [
    { key: "nom", label: "Nom", kind: "text" },
    { key: "n", label: "Nombre", kind: "number" },
    { key: "jour", label: "Jour", kind: "date" },
  ],
  rows: [
    { nom: "Été", n: 10, jour: "2026-11-02" },
    { nom: "abri", n: null, jour: "2026-01-02" },
    { nom: "Zèbre", n: 9, jour: null },
    { nom: "L’école", n: 2.5, jour: "2025-12-31" },
  ],
};
const names = (rows: TableAnnex["rows"]) => rows.map((r) => r.nom);
const query = (text: string) => parseAnnexQuery(new URLSearchParams(text));

describe("sortRows", () => {
  it.each([
    ["nom", "asc", ["abri", "Été", "L’école", "Zèbre"]],
    ["nom", "desc", ["Zèbre", "L’école", "Été", "abri"]],
    ["n", "asc", ["L’école", "Zèbre", "Été", "abri"]],
    ["n", "desc", ["Été", "Zèbre", "L’école", "abri"]],
    ["jour", "asc", ["L’école", "abri", "Été", "Zèbre"]],
  ] as const)("sorts by %s %s, empty cells last", (key, order, expected) => {
    expect(names(sortRows(annex.rows, key, order))).toEqual(expected);
  });

  it("loses and invents no row", () => {
    const cell = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(fc.record({ k: cell })),
        fc.constantFrom("asc", "desc"),
        (rows, order) => {
          expect(new Set(sortRows(rows, "k", order as "asc"))).toEqual(new Set(rows));
        },
      ),
    );
  });
});

describe("filterRows", () => {
  it.each([
    ["ete", ["Été"]],
    ["ÉCOLE", ["L’école"]],
    ["l'ecole", ["L’école"]],
    ["02/11", ["Été"]],
    ["2,5", ["L’école"]],
    ["zebre 9", ["Zèbre"]],
    ["zebre 10", []],
    ["  ", ["Été", "abri", "Zèbre", "L’école"]],
  ])("keeps the rows that hold %j", (filter, expected) => {
    expect(names(filterRows(annex, filter))).toEqual(expected);
  });
});

describe("the address of a table", () => {
  it.each([
    ["", { sort: null, order: "asc", filter: "", page: 1, revealed: false, version: null }],
    ["tri=n&ordre=desc&page=3", { sort: "n", order: "desc", page: 3 }],
    ["page=-1&ordre=x&afficher=non", { page: 1, order: "asc", revealed: false }],
    ["page=abc", { page: 1 }],
    [`filtre=${"x".repeat(500)}`, { filter: "" }],
    ["afficher=oui", { revealed: true }],
    ["version=2", { version: 2 }],
    ["version=deux", { version: null }],
  ])("reads %j", (text, expected) => expect(query(text)).toMatchObject(expected));

  it("writes what it reads", () => {
    fc.assert(
      fc.property(
        fc.record({
          sort: fc.constantFrom(null, "nom", "n"),
          order: fc.constant("desc" as const),
          filter: fc.string({ maxLength: 50 }).map((s) => s.trim()),
          page: fc.integer({ min: 1, max: 50 }),
          revealed: fc.boolean(),
          version: fc.constantFrom(null, 1, 12),
        }),
        (asked) => {
          const read = query(annexSearch(asked).replace(/^\?/, ""));
          expect(read).toEqual(asked.sort ? asked : { ...asked, order: "asc" });
        },
      ),
    );
  });
});

describe("annexPage", () => {
  const long = {
    ...annex,
    rows: Array.from({ length: 60 }, (_, n) => ({ nom: `r${n}`, n, jour: null })),
  };

  it.each([
    ["", 1, 25, 25],
    ["page=3", 51, 60, 10],
    ["page=99", 51, 60, 10],
  ])("%j shows rows %i to %i", (text, from, to, count) => {
    const page = annexPage(long, query(text));
    expect([page.from, page.to, page.rows.length, page.pages]).toEqual([from, to, count, 3]);
  });

  it("ignores a column that is not there", () => {
    expect(annexPage(annex, query("tri=__proto__")).query.sort).toBeNull();
  });

  it("says when nothing is left", () => {
    expect(annexPage(annex, query("filtre=introuvable"))).toMatchObject({
      kept: 0,
      from: 0,
      to: 0,
      total: 4,
    });
  });
});

it.each([
  [1240.5, "1240,5"],
  [true, "oui"],
  [null, ""],
  ["2026-11-02 08:00", "02/11/2026 08:00"],
  ["2026-11-02", "02/11/2026"],
  ["18:15", "18:15"],
])("cellText(%j) is %j", (value, text) => expect(cellText(value)).toBe(text));
