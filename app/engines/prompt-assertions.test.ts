import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import {
  ASSERTION_KINDS,
  type Assertion,
  assertion,
  assertionLabel,
  crossings,
  observe,
  readAssertion,
} from "./prompt-assertions.ts";

const guide = loadPromptGuide();
const fields = (kind: string, over = {}) => ({ kind, text: "", min: "", max: "", ...over });
const range = (kind: "words", min: number | null, max: number | null): Assertion => ({
  kind,
  min,
  max,
});

describe("what a form sends", () => {
  it.each<[string, object, Assertion | RegExp]>([
    ["contains", { text: "  35\u00a0€ " }, { kind: "contains", text: "35 €" }],
    ["contains", { text: " \n " }, /Écrivez le mot/],
    ["lacks", { text: "a".repeat(201) }, /trop long/],
    ["words", { min: "50", max: " 80 " }, { kind: "words", min: 50, max: 80 }],
    ["signs", { max: "1 000" }, { kind: "signs", min: null, max: 1000 }],
    ["signs", {}, /au moins une borne/],
    ["signs", { min: "80", max: "50" }, /minimum dépasse/],
    ["signs", { max: "-3" }, /nombres entiers/],
    ["signs", { max: "99999" }, /nombres entiers/],
    ["readability", { min: "60" }, { kind: "readability", min: 60, max: null }],
    ["link", { text: "sans effet" }, { kind: "link" }],
    ["regex", { text: "." }, /Choisissez/],
  ])("%s %j", (kind, over, expected) => {
    const read = readAssertion(fields(kind, over));
    if (expected instanceof RegExp)
      expect(read).toEqual({ message: expect.stringMatching(expected) });
    else expect(read).toEqual({ assertion: expected });
  });
  it("gives only what can be stored and read again", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ASSERTION_KINDS),
        fc.string(),
        fc.constantFrom("", "0", "12", "x"),
        fc.constantFrom("", "3", "40"),
        (kind, text, min, max) => {
          const read = readAssertion({ kind, text, min, max });
          if ("message" in read) expect(read.message).not.toBe("");
          else
            expect(assertion.parse(JSON.parse(JSON.stringify(read.assertion)))).toEqual(
              read.assertion,
            );
        },
      ),
    );
  });
});

describe("what an answer holds to", () => {
  it.each<[Assertion, string, boolean, string]>([
    [{ kind: "contains", text: "35 €" }, "Prix\u00a0: 35\u202f€.", true, "une fois"],
    [{ kind: "contains", text: "Été" }, "un ete, l’été", true, "2 fois"],
    [{ kind: "contains", text: "l'atelier" }, "L’ATELIER ouvre", true, "une fois"],
    [{ kind: "contains", text: "art" }, "partir", false, "absent"],
    [{ kind: "contains", text: "(sic)" }, "oui (sic) non", true, "une fois"],
    [{ kind: "contains", text: ".*" }, "rien", false, "absent"],
    [{ kind: "lacks", text: "gratuit" }, "Entrée gratuite", true, "absent"],
    [{ kind: "lacks", text: "gratuit" }, "C’est gratuit !", false, "une fois"],
    [range("words", 2, 3), "L’atelier ouvre mardi", true, "3\u00a0mots"],
    [range("words", null, 2), "L’atelier ouvre mardi", false, "3\u00a0mots"],
    [range("words", 1, null), "", false, "0\u00a0mot"],
    [{ kind: "signs", min: null, max: 5 }, " Été ! ", true, "5\u00a0signes"],
    [{ kind: "signs", min: null, max: 1 }, "🚲", true, "1\u00a0signe"],
    [
      { kind: "hashtags", min: 2, max: 2 },
      "#Vélo et #Été2026, pas #1 ni a#b",
      true,
      "2\u00a0hashtags",
    ],
    [{ kind: "paragraphs", min: 2, max: null }, "Un\n\nDeux\nsuite", true, "2\u00a0paragraphes"],
    [{ kind: "readability", min: 60, max: null }, "Le chat dort. Il fait nuit.", true, "expect"],
    [{ kind: "readability", min: 60, max: null }, "", false, "pas de mot"],
    [{ kind: "link" }, "voir https://exemple.fr/a", true, "présent"],
    [{ kind: "link" }, "voir exemple.fr", false, "absent"],
    [{ kind: "ai-mention" }, "Texte rédigé avec l’aide d’une IA.", true, "présent"],
    [{ kind: "ai-mention" }, "La mairie vous répond.", false, "absent"],
    [{ kind: "list" }, "Trois choses :\n- un\n- deux", true, "présent"],
    [{ kind: "list" }, "1. un\n2. deux", true, "présent"],
    [{ kind: "list" }, "- Seul tiret\nla suite", false, "absent"],
    [{ kind: "title" }, "Le vélo cargo\n\nIl roule.", true, "présent"],
    [{ kind: "title" }, "Une phrase finie.\n\nUne autre.", false, "absent"],
    [{ kind: "title" }, "Seule ligne", false, "absent"],
  ])("%j in %j: %s", (asserted, output, pass, seen) => {
    const observed = observe(guide, asserted, output);
    expect(observed.pass).toBe(pass);
    if (seen === "expect") expect(observed.seen).toMatch(/^\d{2,3}(?:,\d)?$/);
    else expect(observed.seen).toBe(seen);
  });

  it("« contains » and « lacks » never agree, whatever is looked for", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ unit: "grapheme" }),
        (wanted, output) => {
          const read = readAssertion(fields("contains", { text: wanted }));
          if ("message" in read) return;
          const { text } = read.assertion as { text: string };
          const [has, lacks] = (["contains", "lacks"] as const).map(
            (kind) => observe(guide, { kind, text }, output).pass,
          );
          expect(has).toBe(!lacks);
        },
      ),
    );
  });

  it("finds what was put there", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("35 €", "samedi 14 mars", "#Vélo", "« oui »"),
        fc.lorem(),
        (text, around) => {
          const output = `${around} ${text} ${around}`;
          expect(observe(guide, { kind: "contains", text }, output).pass).toBe(true);
        },
      ),
    );
  });

  it.each([
    "a",
    "- a\n",
    "#a ",
    "https://",
    "\n\n",
    "« ",
  ])("does not hang on 100 kB of %j", (unit) => {
    const output = unit.repeat(Math.ceil(100_000 / unit.length));
    for (const kind of ["link", "ai-mention", "list", "title"] as const)
      observe(guide, { kind }, output);
    for (const kind of ["words", "signs", "hashtags", "paragraphs", "readability"] as const)
      observe(guide, { kind, min: 1, max: null }, output);
    observe(guide, { kind: "contains", text: "a a" }, output);
  });
});

it.each<[Assertion, string]>([
  [{ kind: "contains", text: "35 €" }, "Contient «\u00a035 €\u00a0»"],
  [range("words", 50, 80), "Longueur en mots\u00a0: de 50 à 80\u00a0mots"],
  [range("words", null, 80), "Longueur en mots\u00a0: 80\u00a0mots au plus"],
  [{ kind: "hashtags", min: 1, max: null }, "Hashtags\u00a0: 1\u00a0hashtag au moins"],
  [{ kind: "hashtags", min: 3, max: 3 }, "Hashtags\u00a0: 3\u00a0hashtags"],
  [{ kind: "readability", min: 60, max: null }, "Lisibilité\u00a0: 60 au moins"],
  [{ kind: "link" }, "Lien présent"],
])("%j reads %s", (asserted, label) => {
  expect(assertionLabel(guide, asserted)).toBe(label);
});

describe("where assertions began or stopped holding", () => {
  const kept = [
    { id: "price", assertion: { kind: "contains", text: "35 €" } as const },
    { id: "short", assertion: range("words", null, 3) },
  ];
  const versions = [
    { seq: 1, output: "Venez" },
    { seq: 2, output: "Venez donc, c’est 35 €" },
    { seq: 3, output: "Venez tous" },
    { seq: 4, output: "35 €" },
  ];
  it("against the version each one came from", () => {
    const origins = new Map([
      [2, 1],
      [3, 1],
      [4, 2],
    ]);
    expect(crossings(guide, kept, versions, origins)).toEqual([
      { seq: 2, since: 1, gained: ["price"], lost: ["short"] },
      { seq: 4, since: 2, gained: ["short"], lost: [] },
    ]);
  });
  it("leaves out what came from a version without an answer", () => {
    expect(crossings(guide, kept, versions.slice(1), new Map([[2, 1]]))).toEqual([]);
  });
});
