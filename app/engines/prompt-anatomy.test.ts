import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { findCues, holds, nextComponent, readAnatomy } from "./prompt-anatomy.ts";
import { blank, fold, quotedSpans, sentenceSpans } from "./prompt-text.ts";

const guide = loadPromptGuide();
const present = (prompt: string) => {
  const anatomy = readAnatomy(guide, prompt);
  return guide.components.map((c) => c.id).filter((id) => holds(anatomy, id));
};

describe("the guide's own examples", () => {
  it.each(
    guide.components.map((c) => [c.id, c.example]),
  )("%s is seen in its example", (id, text) => {
    expect(present(text)).toContain(id);
  });
  it.each(
    guide.components.map((c) => [c.id, c.slot]),
  )("%s is not earned by its blanks", (id, text) => {
    const reading = readAnatomy(guide, text).components.find((c) => c.id === id);
    expect(reading?.presence).not.toBe("precise");
  });
  it("together hold every component", () => {
    const all = guide.components.map((c) => c.example).join("\n");
    expect(present(all)).toEqual(guide.components.map((c) => c.id));
    expect(nextComponent(guide, readAnatomy(guide, all))).toBeNull();
  });
});

const table: [string, string[]][] = [
  ["", []],
  ["   \n\n", []],
  ["Bonjour", []],
  ["Écris un post Instagram sur nos bougies", ["tache"]],
  ["Notre librairie reçoit une autrice. Rédige un post.", ["tache", "contexte"]],
  ["ÉCRIS UN POST", ["tache"]],
  ["rediger une legende de 300 signes", ["tache", "format"]],
  ["Tu es journaliste culturel.", ["role"]],
  ["Vous êtes la gérante. Rédigez un e-mail.", ["role", "tache"]],
  ["Agis comme un community manager de musée", ["role"]],
  ["Rédige un e-mail aux abonnés", ["tache", "audience"]],
  ["Propose 5 idées pour les étudiants", ["tache", "audience", "iteration"]],
  [
    "Résume ce texte en 3 phrases : « Le musée ouvre le 16 janvier et propose des visites. »",
    ["tache", "contexte", "format"],
  ],
  ["L’atelier ouvre le mardi à 18 h, quai du Pont-Lévy.", ["contexte"]],
  ["Le 12 décembre, les parents viennent pour la rencontre.", ["contexte", "audience"]],
  ["Cible : familles", ["audience"]],
  ["Public : les 18-25 ans de la ville", ["audience"]],
  ["Objectif : faire venir vingt personnes", ["objectif"]],
  ["afin d'obtenir des réponses", ["objectif"]],
  ["Un tableau de deux colonnes", ["format"]],
  ["Ton sobre, tutoiement", ["ton"]],
  ["sans emoji ni superlatif", ["contraintes"]],
  ["N'invente rien du tout", ["contraintes"]],
  ["Ne pas utiliser le mot gratuit", ["contraintes"]],
  ["Par exemple : court et drôle", ["format", "exemples"]],
  ["Pose-moi des questions avant d’écrire", ["tache", "iteration"]],
  ["Vérifie chaque date", ["iteration"]],
  ["Joue le rôle d’une médiatrice du musée", ["role"]],
  ["Mettez-vous à la place du gérant de la boutique", ["role"]],
  ["Résume la charte en 5 lignes", ["tache", "format"]],
  ["Traduisez cette annonce en anglais", ["tache"]],
  ["Fais-moi un carrousel de 5 vues", ["tache", "format"]],
  ["Décris la photo en une phrase", ["tache", "format"]],
  ["Raccourcis ce message de moitié", ["tache"]],
  ["Simplifie le règlement pour des lycéens", ["tache", "audience"]],
  ["À l’occasion de ses dix ans, la librairie invite le quartier.", ["contexte"]],
  ["Voici les faits : ouverture le 3 mai, entrée à 4 €.", ["contexte"]],
  ["Nous sommes une association de quartier", ["contexte"]],
  ["S’adresse à des retraités actifs", ["audience"]],
  ["À destination de nouveaux adhérents", ["audience"]],
  ["Pour que les visiteurs reviennent", ["objectif"]],
  ["Appel à l’action : réserver en ligne", ["objectif"]],
  ["Convaincre les hésitants de venir", ["objectif"]],
  ["600 signes, 3 hashtags", ["format"]],
  ["Objet de moins de 50 caractères", ["format"]],
  ["12 secondes, 4 plans", ["format"]],
  ["Une idée par ligne", ["format"]],
  ["Un style factuel et posé", ["ton"]],
  ["Vouvoiement, humour léger", ["ton"]],
  ["Évite le jargon et les clichés", ["contraintes"]],
  ["N’utilise jamais de majuscules entières", ["contraintes"]],
  ["Mention obligatoire : places limitées", ["contraintes"]],
  ["Aucune promesse de résultat", ["contraintes"]],
  ["Inspire-toi de notre dernière annonce", ["exemples"]],
  ["Contre-exemple : trop de superlatifs", ["exemples"]],
  ["Relis et signale les erreurs", ["iteration"]],
  ["S’il manque une date, demande-la", ["iteration"]],
  ["Écris deux variantes à comparer", ["tache", "iteration"]],
  [
    "Tu es rédactrice. Écris un e-mail de 120 mots pour les abonnés, ton sobre, sans emoji.",
    ["role", "tache", "audience", "format", "ton", "contraintes"],
  ],
  // Words that only look like a cue.
  ["Une tonne de boutons dans la publication", []],
  ["Le début du débutant", []],
  ["dans un an", []],
];

describe("a table of prompts", () => {
  it("is long enough to catch a slip", () => {
    expect(new Set(table.map(([prompt]) => prompt)).size).toBeGreaterThanOrEqual(60);
  });
  it.each(table)("%j", (prompt, expected) => {
    expect(present(prompt)).toEqual(expected);
  });
});

it("tells the bare word from a sentence and from concrete data", () => {
  const presence = (p: string) =>
    readAnatomy(guide, p).components.find((c) => c.id === "audience")?.presence;
  expect(presence("Cible :")).toBe("word");
  expect(presence("Cible : [qui lira]")).toBe("word");
  expect(presence("Cible : des gens curieux")).toBe("general");
  expect(presence("Cible : parents de 30 à 45 ans")).toBe("precise");
});

it("does not read orders inside quoted material", () => {
  const prompt = "Réponds à : « Tu es nul, ne venez jamais, ton déplorable, cible ratée. »";
  expect(present(prompt)).toEqual(["tache", "contexte"]);
});

it("points at the sentence in the text", () => {
  const anatomy = readAnatomy(guide, "Bonjour. Ton chaleureux et simple. Merci.");
  const span = anatomy.components.find((c) => c.id === "ton")?.sentences[0];
  expect(anatomy.text.slice(span?.start, span?.end)).toBe("Ton chaleureux et simple.");
});

it("asks for the task first, then the heaviest missing part", () => {
  expect(nextComponent(guide, readAnatomy(guide, ""))?.id).toBe("tache");
  expect(nextComponent(guide, readAnatomy(guide, "Rédige un post"))?.id).toBe("contexte");
});

it("sees personal data and empty words", () => {
  const anatomy = readAnatomy(
    guide,
    "Un post super percutant pour julie.m@exemple.test, 06 12 34 56 78",
  );
  expect(anatomy.personalData).toEqual(["email", "phone"]);
  expect(anatomy.emptyWords).toEqual(["super", "percutant"]);
  expect(readAnatomy(guide, "En 2026, 1 490 € et 18 h 30").personalData).toEqual([]);
});

describe("whatever is typed", () => {
  it("keeps spans inside the text and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (prompt) => {
        const { text, components } = readAnatomy(guide, prompt);
        for (const c of components)
          for (const s of [...c.sentences, ...c.cues]) {
            expect(s.start).toBeGreaterThanOrEqual(0);
            expect(s.end).toBeLessThanOrEqual(text.length);
          }
      }),
    );
  });
  it("folds one code unit for one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (s) => {
        expect(fold(s)).toHaveLength(s.length);
        expect(blank(s, quotedSpans(s))).toHaveLength(s.length);
      }),
    );
  });
  it.each([
    ["one long word", "a".repeat(20_000)],
    ["opened guillemets", "« ".repeat(10_000)],
    ["opened brackets", "[".repeat(20_000)],
    ["quotes", '"'.repeat(20_000)],
    ["dots", ". ".repeat(10_000)],
    ["spaces", " ".repeat(20_000)],
    ["digits", "1 ".repeat(10_000)],
    ["cues", "rédige ton but ".repeat(1_300)],
    ["tags", "<texte>".repeat(2_900)],
  ])("does not hang on 20 kB of %s", (_name, prompt) => {
    readAnatomy(guide, prompt);
  });
  it("splits sentences without losing a word", () => {
    const text = "Un. Deux ! « Trois ? » Quatre…\nCinq, 1.5 et 18 h 30";
    expect(sentenceSpans(text).map((s) => text.slice(s.start, s.end))).toEqual([
      "Un.",
      "Deux !",
      "« Trois ? »",
      "Quatre…",
      "Cinq, 1.5 et 18 h 30",
    ]);
  });
  it("matches stems and numbers", () => {
    const found = (text: string, cue: string) => findCues(fold(text), [cue]).length;
    expect(found("Rédigez", "rédig*")).toBe(1);
    expect(found("30 mots", "# mots")).toBe(1);
    expect(found("mots", "# mots")).toBe(0);
    expect(found("afin d’aller", "afin d’")).toBe(1);
  });
});
