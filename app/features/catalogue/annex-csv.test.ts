import { expect, it } from "vitest";
import { annexCsv } from "./annex.server.ts";

const csv = (cell: string) =>
  annexCsv({
    kind: "table",
    id: "a",
    title: "",
    description: "",
    columns: [{ key: "x", label: "Texte", kind: "text" }],
    rows: [{ x: cell }],
  }).split("\r\n")[1];

it.each([
  ["=1+1", `"'=1+1"`],
  ["+33 6", `"'+33 6"`],
  ["-10 % sur tout", `"'-10 % sur tout"`],
  ["@lea", `"'@lea"`],
  ["\t=1", `"'\t=1"`],
  ["a;b", `"a;b"`],
  ['dit "oui"', `"dit ""oui"""`],
  ["rien", "rien"],
])("writes the cell %j as %s", (cell, expected) => {
  expect(csv(cell)).toBe(expected);
});
