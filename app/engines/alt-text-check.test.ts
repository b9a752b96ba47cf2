import { expect, it } from "vitest";
import { altFaults } from "./alt-text-check.ts";

const rules = { min: 20, max: 150, prefixes: ["image de ", "image d’", "photo de ", "photo d’"] };
const found = (text: string, as?: { decorative: boolean; label?: boolean }) =>
  altFaults(text, rules, as).map((f) => f.rule);

it.each([
  ["La barque Eulalie, en bois sombre, trois marches à gauche.", []],
  ["Image de la barque Eulalie, en bois sombre.", ["prefix"]],
  ["Une photo d'une femme à la barre d’une péniche.", ["prefix"]],
  ["Photographie ancienne, une femme à la barre.", []],
  ["IMG_2041.jpg", ["file-name", "short", "stop"]],
  ["une barque en bois sombre au sec", ["capital", "stop"]],
  [`${"Une barque. ".repeat(14)}`, ["long"]],
  ["", ["empty"]],
])("%s", (text, rules) => expect(found(text)).toEqual(rules));

it("asks nothing but silence of a decorative image, and lets a button be short", () => {
  expect(found("", { decorative: true })).toEqual([]);
  expect(found("Des vagues", { decorative: true })).toEqual(["decorative-text"]);
  expect(found("Réserver", { decorative: false, label: true })).toEqual([]);
});
