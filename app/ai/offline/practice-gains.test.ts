import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import type { SubjectFacts } from "~/ai/provider.ts";
import { findCues } from "~/engines/prompt-anatomy.ts";
import { fold } from "~/engines/prompt-text.ts";
import { practise } from "./practice-model.ts";

const guide = loadPromptGuide();
const subject: SubjectFacts = {
  organisation: "La Cyclerie du Pont-Lévy",
  place: "Saint-Aubrac-sur-Loire (ville fictive)",
  sector: "mobilité, réparation de vélos",
  facts: [
    "Création : 2019.",
    "Cours de mécanique : 35 €.",
    "Révision : forfaits 45 €, 65 €, 95 €.",
  ],
};
const run = (prompt: string, over = {}) =>
  practise(guide, subject, { prompt, temperature: 0, maxTokens: 2000, seed: 0, ...over });
const tics = (text: string) => findCues(fold(text), guide.tics).length;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

const BASE = "Rédige un post Instagram pour annoncer notre cours de mécanique.";

describe("one component, one visible gain", () => {
  const before = run(BASE);
  it("a bare task gets hollow, long, badly pitched text with an invented figure", () => {
    expect(tics(before.text)).toBeGreaterThanOrEqual(4);
    expect(before.text).toMatch(/\d+\u00a0%|sur \d/);
    expect(before.text).toMatch(/Plonge /);
    expect(before.text).toMatch(/N’hésitez pas/);
    expect(before.faults.map((f) => f.kind)).toEqual(
      expect.arrayContaining(["cliche", "invented-figure", "vague-call", "generic-hashtags"]),
    );
  });

  const gains: [string, string, (after: ReturnType<typeof run>) => void][] = [
    [
      "role",
      "Tu es community manager de la Cyclerie.",
      (a) => {
        expect(a.text).toMatch(/[Nn]otre (?:équipe|démarche)/);
        expect(before.text).not.toMatch(/[Nn]otre (?:équipe|démarche)/);
      },
    ],
    [
      "contexte",
      "Contexte : le cours a lieu le samedi 14 mars à 10 h ; huit places.",
      (a) => {
        expect(plain(a.text)).toContain("Le cours a lieu le samedi 14 mars à 10 h.");
        expect(a.faults.map((f) => f.kind)).not.toContain("invented-figure");
      },
    ],
    [
      "audience",
      "Cible : étudiants de la ville.",
      (a) => {
        expect(a.text).toContain("Étudiants de la ville");
        expect(tics(a.text)).toBeLessThan(tics(before.text));
      },
    ],
    [
      "objectif",
      "But : obtenir des réservations en message.",
      (a) => {
        expect(a.text).toContain("Réservez par message.");
        expect(a.text).not.toMatch(/hésite/);
      },
    ],
    [
      "format",
      "280 signes au plus, 3 hashtags.",
      (a) => {
        expect(a.text.length).toBeLessThanOrEqual(280);
        expect(a.text.match(/#\S+/g)).toHaveLength(3);
        expect(a.text).not.toContain("#Motivation");
      },
    ],
    [
      "ton: vous",
      "Ton sobre, vouvoiement.",
      (a) => {
        expect(a.text).not.toMatch(/!|Plonge |✨/);
        expect(plain(a.text)).not.toMatch(/\b(?:tu|ton|ta|te)\b/);
      },
    ],
    [
      "ton: tu",
      "Ton complice, tutoiement.",
      (a) => {
        expect(plain(a.text)).not.toMatch(/\b(?:votre|vous)\b|hésitez/);
      },
    ],
    [
      "contraintes: invention",
      "N’invente aucun chiffre.",
      (a) => {
        expect(a.text).not.toMatch(/\d/);
        expect(a.text).toContain("[À compléter");
      },
    ],
    [
      "contraintes: words",
      "Sans « quotidien » ni « équipe », évite le mot qualité.",
      (a) => {
        expect(a.text).not.toMatch(/équipe|quotidien|qualité/i);
      },
    ],
    [
      "contraintes: clichés",
      "Pas de superlatif ni de cliché.",
      (a) => expect(tics(a.text)).toBe(0),
    ],
    [
      "contraintes: mention",
      "Mention obligatoire : « Places limitées, sur inscription »",
      (a) => {
        expect(a.text).toContain("Places limitées, sur inscription");
      },
    ],
    [
      "exemples",
      "Exemple de notre ton : « Un pneu à plat ? On vous montre. »",
      (a) => {
        expect(plain(a.text)).toMatch(/^Notre cours de mécanique \?/);
        expect(plain(before.text)).not.toMatch(/^[^.!]*\?/);
      },
    ],
    [
      "itération: vérification",
      "Vérifie chaque date et signale ce qui manque.",
      (a) => {
        expect(plain(a.text)).toContain("À vérifier avant publication :");
      },
    ],
    [
      "itération: questions",
      "Si une information manque, demande-la avant d’écrire.",
      (a) => {
        expect(plain(a.text)).toMatch(/il me manque :\n- Contexte/);
      },
    ],
  ];
  it.each(gains)("%s", (_name, addition, check) => {
    const after = run(`${BASE}\n${addition}`);
    expect(after.text).not.toBe(before.text);
    check(after);
  });

  it("all together: no tic, no fault, everything asked", () => {
    const full = run(
      `Tu es community manager de la Cyclerie. ${BASE} Contexte : le cours a lieu le samedi 14 mars à 10 h. Cible : étudiants de la ville. But : obtenir des réservations en message. 400 signes au plus, 2 hashtags. Ton chaleureux, tutoiement. N’invente aucun chiffre. Exemple : « Un pneu à plat ? »`,
    );
    expect(full.faults).toEqual([]);
    expect(tics(full.text)).toBe(0);
    expect(full.brief.missing).toEqual(["iteration"]);
  });
});

describe("a missing component never lowers what it serves", () => {
  const parts: Record<string, string> = {
    role: "Tu es community manager de la Cyclerie.",
    contexte: "Contexte : le cours a lieu le samedi 14 mars à 10 h.",
    audience: "Cible : étudiants de la ville.",
    objectif: "But : obtenir des réservations en message.",
    format: "300 signes au plus, 3 hashtags.",
    ton: "Ton sobre, vouvoiement.",
    contraintes: "Évite le mot passionnée ; pas de superlatif.",
  };
  const served: Record<string, (text: string) => boolean> = {
    role: (t) => !/Une équipe passionnée/.test(t),
    contexte: (t) => plain(t).includes("samedi 14 mars"),
    audience: (t) => t.includes("Étudiants de la ville"),
    objectif: (t) => t.includes("Réservez par message"),
    format: (t) => t.length <= 300 && (t.match(/#\p{L}/gu) ?? []).length === 3,
    ton: (t) => !/!/.test(t),
    contraintes: (t) => tics(t) === 0 && !/passionnée/.test(t),
  };
  it("whatever the others, the seed and the temperature", () => {
    const ids = Object.keys(parts);
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.constantFrom(...ids),
        fc.nat(50),
        fc.constantFrom(0, 0.7, 1.2),
        (given, added, seed, temperature) => {
          const prompt = [BASE, ...new Set([...given, added])]
            .map((id) => parts[id] ?? id)
            .join("\n");
          const { text } = run(prompt, { seed, temperature });
          expect(served[added]?.(text), `${added} in ${prompt}\n→ ${text}`).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
