import { describe, expect, it } from "vitest";
import { readCatalogue } from "~/content/catalogue.server.ts";
import { loadSpellingGuide } from "~/content/spelling.server.ts";
import { subjectWords } from "~/domain/subject.ts";
import { readSpelling } from "./spelling.server.ts";

const read = async (text: string, given: string[] = []) =>
  (await readSpelling({ text, given }, 20_000))?.words;

describe("the French dictionary", () => {
  it("knows good French: plurals, conjugations, elisions, compounds, both spellings of 1990", async () => {
    const text =
      "Aujourd’hui, c’est-à-dire demain, les autrices s’inscriraient à l’atelier-rencontre. Un événement, un évènement\u00a0: donnez-la-moi, a-t-on dit jusqu’ici. Œuvre, cœur, élu·e·s et adhérent(e)s.";
    expect(await read(text)).toEqual([]);
  });
  it("tells what it does not know, in order, with at most three suggestions", async () => {
    const words = (await read("Une oeuvre de la novelle librarie, et un moment proffesionnel."))!;
    expect(words.map((w) => w.word)).toEqual(["oeuvre", "librarie", "proffesionnel"]);
    expect(words[0]!.suggestions[0]).toBe("œuvre");
    for (const { suggestions } of words) expect(suggestions.length).toBeLessThanOrEqual(3);
    expect(await read("proffesionnel")).toEqual([
      { word: "proffesionnel", suggestions: expect.arrayContaining(["professionnel"]) },
    ]);
  });
  it("leaves out what the exercise gave", async () => {
    expect((await read("Corvanne"))?.map((w) => w.word)).toEqual(["Corvanne"]);
    expect(await read("Corvanne", ["Musée de Corvanne"])).toEqual([]);
  });
  it("leaves out the proper names of a subject's client and of those around it", async () => {
    const subject = (await readCatalogue()).subjects.find((s) => s.slug.startsWith("musee-"))!;
    const text = "Corvanne, Marcelle Audouin, madame Sarrault";
    expect(await read(text)).toHaveLength(3);
    expect(await read(text, subjectWords(subject))).toEqual([]);
  });
  it("lists no term of the trade that it already knows", async () => {
    const { list } = loadSpellingGuide().terms;
    // The guide hides its own terms: they are looked up in compounds, which only known parts let through.
    const unknown = (await read(list.map((term) => `rivière-${term}`).join(" ")))!.map(
      (w) => w.word,
    );
    expect(list.filter((term) => !unknown.includes(`rivière-${term}`))).toEqual([]);
  });
  it("names its source, asks nothing of nobody, and gives up in time rather than hold an answer", async () => {
    expect(await readSpelling(undefined)).toBeUndefined();
    expect(await readSpelling({ text: "15 h", given: [] })).toEqual({
      source: loadSpellingGuide().source,
      words: [],
    });
    const late = await readSpelling({ text: "une rivierre tardive", given: [] }, 0);
    expect(late?.words).toBeNull();
    expect(await read("une barque")).toEqual([]);
  });
  it("bounds the time a hostile text takes, and holds nobody else meanwhile", async () => {
    const letters = "bcdfghjklmnpqrstvwxz";
    const text = Array.from({ length: 20 }, (_, i) => letters[i]! + letters.repeat(2).slice(0, 30));
    let ticks = 0;
    const timer = setInterval(() => ticks++, 20);
    const words = (await read(text.join(" ")))!;
    clearInterval(timer);
    expect(words.map((w) => w.word)).toEqual(text);
    expect(words.slice(5).every((w) => w.suggestions.length === 0)).toBe(true);
    expect(ticks).toBeGreaterThan(5);
  });
});
