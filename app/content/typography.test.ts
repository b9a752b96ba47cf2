import { describe, expect, it } from "vitest";
import { typographyFaults } from "./typography.ts";

const N = "\u00a0";

describe("typographyFaults", () => {
  it.each([
    `L’atelier${N}: trois gestes.`,
    `Qui a dit «${N}jamais${N}»${N}?`,
    `Il y a 4\u202f260${N}abonnés, soit 12${N}%.`,
    "À 14:32, format 16:9, https://exemple.test/a?b=c",
    `Un prix de 4${N}€\u202f; rien d’autre\u202f!`,
    "Des comptes @exemple et des tirets – oui.",
  ])("accepts %j", (text) => expect(typographyFaults(text)).toEqual([]));

  it.each([
    ["L'atelier", "apostrophe droite"],
    ['Le mot "jamais"', "guillemets droits"],
    ["L’atelier : trois gestes", "espace ordinaire au lieu"],
    [`Un «${N}mot »`, "espace ordinaire au lieu"],
    [`Un « mot${N}»`, "après un guillemet ouvrant"],
    ["Vraiment?", "signe double"],
    ["Trois points: un, deux", "deux-points"],
    ["Un «mot»", "dans les guillemets"],
    ["Il gagne 12 %", "nombre et son unité"],
    ["Il a 4 260 abonnés", "grand nombre"],
    ["Et puis...", "points de suspension"],
    ["Deux  espaces", "espaces doubles"],
    ["Etude du marché. Etat des lieux ", "capitale sans accent"],
  ])("faults %j", (text, kind) => {
    expect(typographyFaults(text).join("\n")).toContain(kind);
  });
});
