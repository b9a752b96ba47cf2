import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frenchTypography, typeFrench } from "./typography.ts";

/** Types a text key by key, as the editor does; `_` stands for U+00A0 and `~` for U+202F in the results. */
function typeKeys(keys: string): string {
  let text = "";
  for (const key of keys) {
    const change = typeFrench(text, key);
    text = change ? text.slice(0, text.length - change.remove) + change.insert : text + key;
  }
  return visible(text);
}
const visible = (text: string) => text.replaceAll("\u00A0", "_").replaceAll("\u202F", "~");

describe("as one types", () => {
  it.each([
    ['"bonjour"', "«_bonjour_»"],
    ['Elle dit "oui" et "non".', "Elle dit «_oui_» et «_non_»."],
    ['"bonjour "', "«_bonjour_»"],
    ['" bonjour', "«_bonjour"],
    ["« bonjour »", "«_bonjour_»"],
    ["«bonjour»", "«_bonjour_»"],
    ["l'été d'Hélène", "l’été d’Hélène"],
    ["Bonjour!", "Bonjour~!"],
    ["Bonjour !", "Bonjour~!"],
    ["Vraiment?!", "Vraiment~?!"],
    ["oui; non", "oui~; non"],
    ["Liste : a", "Liste_: a"],
    ["Liste: a", "Liste_: a"],
    ["à 14:32 précises", "à 14:32 précises"],
    ["un ratio 16:9 ", "un ratio 16:9 "],
    ["https://a.fr/?q=1;b!", "https://a.fr/?q=1;b!"],
    ["www.a.fr?x", "www.a.fr?x"],
    ["lea@exemple.fr?", "lea@exemple.fr?"],
    ["mailto:lea", "mailto:lea"],
    ["50% et 3€", "50_% et 3_€"],
    ["50 % et 3 €", "50_% et 3_€"],
    ["attendez...", "attendez…"],
    ["1er, 2e et XXIe siècle", "1er, 2e et XXIe siècle"],
    ["!", "!"],
    ["", ""],
  ])("%s → %s", (keys, expected) => expect(typeKeys(keys)).toBe(expected));
});

describe("over a finished text", () => {
  it.each([
    ['Elle dit "oui": non ?', "Elle dit «_oui_»_: non~?"],
    [
      "Voir https://a.fr/?q=1! ou lea@exemple.fr: oui",
      "Voir https://a.fr/?q=1! ou lea@exemple.fr: oui",
    ],
    ["À 14:32, l'équipe...", "À 14:32, l’équipe…"],
    ["50% ; 10 €", "50_%~; 10_€"],
    ["«déjà »", "«_déjà_»"],
    ["Quoi ?!", "Quoi~?!"],
    ["12:30 : départ", "12:30_: départ"],
  ])("%s → %s", (text, expected) => expect(visible(frenchTypography(text))).toBe(expected));

  const prose = fc.string({
    unit: fc.constantFrom(..."aé1 .,:;!?%€'\"«»()@/\u00A0\u202F\n".split("")),
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(prose, (text) => {
        const once = frenchTypography(text);
        expect(frenchTypography(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps every letter and digit in order", () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
    fc.assert(
      fc.property(fc.oneof(prose, fc.string()), (text) => {
        expect(letters(frenchTypography(text))).toBe(letters(text));
      }),
    );
  });

  it("does not hang on long hostile runs", () => {
    for (const run of ["\u00A0", '"', "a@", ".", "?", "1:", " »"])
      frenchTypography(run.repeat(20_000));
  });
});
