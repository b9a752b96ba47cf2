import { describe, expect, it } from "vitest";
import { ask, play, subjectCase, subjectSlugs } from "../../../tests/interview-cases.ts";
import type { Content } from "./content.ts";
import { earnedStatements } from "./memory.ts";
import type { State } from "./state.ts";
import { clientInterview } from "./tool.ts";

type Slug = (typeof subjectSlugs)[number];

/** What a well-prepared student would type; the reformulations take up what was really said. */
const good: Record<Slug, unknown[]> = {
  "cyclerie-pont-levy": [
    ask(
      "Bonjour Inès, merci de me recevoir. Je vous propose une heure, puis-je prendre des notes ?",
    ),
    ask("Pouvez-vous me raconter comment la coopérative est née ?"),
    ask("Vous écrivez que l’atelier a des trous en semaine : qu’est-ce qui se passe ?"),
    ask("À quoi verrez-vous que la mission est réussie ?"),
    ask("Qui sont vos clients aujourd’hui ?"),
    ask(
      "Vous parliez des jeunes et de TikTok, mais ils ne sont que 9 % : comment l’expliquez-vous ?",
    ),
    {
      type: "reformulate",
      text: "Si j’ai bien compris, l’atelier est occupé à 54 % et vous visez 75 % avant fin juin.",
    },
    ask("Qu’est-ce qui vous rapporte le plus ?"),
    ask("Quel budget avez-vous prévu pour l’année ?"),
    ask("Comment êtes-vous aidés, par des subventions par exemple ?"),
    ask("Combien d’heures par semaine pouvez-vous y consacrer ?"),
    ask("Quelles dates ne bougent pas cette année ?"),
    ask("Comment prenez-vous vos décisions ?"),
    ask("Qu’avez-vous déjà essayé ?"),
    ask("C’est-à-dire ?"),
    ask("Quelles règles ou contraintes devez-vous respecter ?"),
    ask("Concrètement ?"),
    ask("Comment demandez-vous l’accord des personnes en photo ?"),
    ask("Qu’est-ce qui pourrait être sensible, un litige ou une plainte ?"),
    ask("Qui a les accès à vos comptes ?"),
    ask("Comment mesurez-vous vos résultats ?"),
    {
      type: "reformulate",
      text: "En résumé : 9 600 € pour douze mois, huit heures par semaine, salon le 21 mars, et des actifs et des retraités comme clients.",
    },
    ask("Merci pour votre temps, je vous envoie le compte rendu sous 48 h."),
  ],
  "cidrerie-vaulorme": [
    ask("Bonjour Gaspard, je vous propose une heure d’échange, puis-je prendre des notes ?"),
    ask("Racontez-moi l’histoire de la maison."),
    ask("Qu’est-ce qui vous a décidé à nous appeler ?"),
    ask("Combien de visiteurs voulez-vous atteindre, et pour quand ? Quel est votre objectif ?"),
    ask("Qui vient vous voir ?"),
    ask("De quoi êtes-vous le plus fier ?"),
    ask("Combien reste-t-il de poiré ?"),
    ask(
      "Vous écriviez vouloir vendre le poiré, mais il ne reste que 140 bouteilles : est-ce la priorité ?",
    ),
    ask("Comment évoluent vos jus de pomme ?"),
    {
      type: "reformulate",
      text: "Si je résume : passer de 6 800 à 8 500 visiteurs d’ici fin 2027, et le jus monte de 18 % par an.",
    },
    ask("Quel est votre budget mensuel ?"),
    ask("Combien d’heures Clarisse peut-elle y passer ?"),
    ask("Quelles dates faut-il connaître ?"),
    ask("Comment voyez-vous ce jeu concours ?"),
    ask("Qu’est-ce que les parents ont signé pour les photos d’enfants ?"),
    ask("D’où vient la musique des vidéos ?"),
    ask("Qu’est-ce qu’on vous a reproché, un courrier par exemple ?"),
    ask("Y a-t-il eu un incident de qualité sur un lot ?"),
    ask("Pouvez-vous m’en dire plus ?"),
    ask("Comment accueillez-vous les personnes en fauteuil ?"),
    ask("Qui décide ?"),
    {
      type: "reformulate",
      text: "En résumé, 350 € par mois et 600 € à Noël, six heures par semaine pour Clarisse, rien pendant la récolte du 5 octobre au 10 novembre.",
    },
    ask("Merci, je vous envoie le compte rendu demain."),
  ],
  "maison-talvere": [
    ask("Bonjour Bérénice, je vous propose une heure, puis-je prendre des notes ?"),
    ask("Racontez-moi l’histoire de la maison."),
    ask("Votre message parle de 26 commandes par mois : quel est le problème selon vous ?"),
    ask("Quel objectif voulez-vous atteindre ?"),
    ask("Qui achète vos bougies ?"),
    ask("Qu’est-ce qui vous distingue des autres ?"),
    ask("Comment se répartissent vos marges ?"),
    ask(
      "Vous voulez baisser les prix, mais votre marge est de 54 % sur le site : pourquoi y toucher ?",
    ),
    {
      type: "reformulate",
      text: "Si je résume : de 26 à 60 commandes par mois et la recharge à 38 % des ventes avant juillet 2027.",
    },
    ask("Quel est votre budget ?"),
    ask("Combien de temps avez-vous, dans l’équipe ?"),
    ask("Quelles sont vos échéances ?"),
    ask("Comment pensez-vous afficher les prix du Black Friday ?"),
    ask("D’où viennent les contacts de la newsletter ?"),
    ask("Que pouvez-vous prouver sur la composition ?"),
    ask("Qu’avez-vous déjà essayé avec une influenceuse ?"),
    ask("Pourquoi les paniers sont-ils abandonnés ?"),
    ask("Comment mesurez-vous vos résultats ?"),
    ask("Quels incidents avez-vous connus avec un produit ?"),
    ask("Que refusez-vous absolument ?"),
    ask("Qui valide les dépenses ?"),
    ask("C’est-à-dire ?"),
    {
      type: "reformulate",
      text: "En résumé : 8 400 € sur six mois, Maud douze heures par semaine, commandes de coffrets fermées le 24 novembre.",
    },
    ask("Merci pour votre temps, je vous envoie le compte rendu."),
  ],
  "musee-batellerie-corvanne": [
    ask("Bonjour Noémie, je vous propose trois quarts d’heure, puis-je prendre des notes ?"),
    ask("Parlez-moi de l’exposition Femmes de rivière."),
    ask("Qu’est-ce qui vous inquiète dans ce brouillon ?"),
    ask("Quel objectif de fréquentation visez-vous ?"),
    ask("À quels publics s’adresse-t-elle ?"),
    ask("Quels formats faut-il produire ?"),
    ask("Comment la ville encadre-t-elle l’usage de l’IA ?"),
    ask("Comment les personnes en fauteuil circulent-elles, avec l’élévateur ?"),
    ask(
      "La ville vous veut irréprochables sur l’accessibilité, mais l’élévateur est en panne un jour sur trois : que fait-on ?",
    ),
    {
      type: "reformulate",
      text: "Si je résume : 2 600 visiteurs de plus, familles et scolaires, un texte de 500 à 700 signes.",
    },
    ask("Quel est votre budget ?"),
    ask("Combien d’heures avez-vous ?"),
    ask("Pour quelle date faut-il rendre les contenus ?"),
    ask("Qui valide ?"),
    ask("Qu’est-ce que Marcelle a autorisé ?"),
    ask("Quelle mention faut-il sous les photos ?"),
    ask("Quel ton faut-il employer ?"),
    ask("Comment le directeur voit-il le visuel ?"),
    ask("Avez-vous déjà vécu une polémique ?"),
    ask("Pouvez-vous préciser ?"),
    {
      type: "reformulate",
      text: "En résumé : 400 € d’outils et 300 € de publicité, cinq heures par semaine, validation le 5 janvier par la commissaire.",
    },
    ask("Merci, je vous envoie le compte rendu, au revoir."),
  ],
};

/** What a student who did not prepare would type. */
const poor = [
  ask("Vous voulez plus d’abonnés, n’est-ce pas ?"),
  ask("Quels sont vos KPI et votre ROAS ?"),
  ask("Vous êtes sur Instagram ?"),
  ask("Pourquoi n’avez-vous pas publié plus souvent ?"),
  ask("Il faut aller sur TikTok, non ?"),
  ask("Je vous garantis 10 000 abonnés."),
  ask("Vous aimez les vidéos et est-ce que vous avez un logo ?"),
  ask("C’est une erreur, ça."),
];

const rates = (content: Content, state: State) => {
  const total = content.expected.facts.flatMap((f) => f.statements).length;
  const found = clientInterview.findings(content, state);
  return {
    earned: earnedStatements(content, state).length / total,
    met: found.filter((f) => f.met).length,
    of: (rule: string) => found.find((f) => f.rule === rule)?.met,
    report: found
      .filter((f) => f.met === false)
      .map((f) => `${f.rule}: ${f.note}`)
      .join("\n"),
  };
};

describe.each(subjectSlugs)("%s", (slug) => {
  const content = subjectCase(slug);
  const well = play(content, good[slug]);
  const badly = play(content, poor);

  it("gives a good interview most of the case, and a poor one almost nothing", () => {
    const [high, low] = [rates(content, well), rates(content, badly)];
    expect(high.earned, high.report).toBeGreaterThan(0.65);
    expect(low.earned).toBeLessThan(0.1);
    expect(high.met).toBeGreaterThan(low.met + 5);
  });

  it("lets budget, dates, contradiction and agreement be obtained in plain French", () => {
    const seen = rates(content, well);
    for (const rule of [
      "budget-obtained",
      "deadline-obtained",
      "contradiction-raised",
      "reformulation-validated",
      "topics-covered",
      "frame-set",
      "public-fact-cited",
      "promise-avoided",
      "clean-questions",
    ])
      expect([rule, seen.of(rule)], seen.report).toEqual([rule, true]);
    expect(rates(content, badly).of("promise-avoided")).toBe(false);
    expect(rates(content, badly).of("budget-obtained")).toBe(false);
  });

  it("finds a report of what was said complete and faithful, and a bad one neither", () => {
    const lines = earnedStatements(content, well).map(({ statement, topic }) => ({
      type: "add-lines",
      topic: topic ?? content.topics[0]!.id,
      mark: "fact",
      text: statement.text,
    }));
    const close = (text: unknown[]) =>
      rates(content, play(content, [{ type: "end" }, ...text, { type: "hand-in" }], 7, well));
    const marked = [
      {
        type: "add-lines",
        topic: content.topics[0]!.id,
        mark: "hypothesis",
        text: "Sans doute 77 000 €",
      },
      { type: "add-lines", topic: content.topics[0]!.id, mark: "open", text: "À demander" },
    ];
    const faithful = close([...lines, ...marked]);
    for (const rule of ["report-complete", "report-faithful", "report-marked"])
      expect([rule, faithful.of(rule)], faithful.report).toEqual([rule, true]);
    const invented = close([
      {
        type: "add-lines",
        topic: content.topics[0]!.id,
        mark: "fact",
        text: "Budget : 77 000 € selon Bertrand",
      },
    ]);
    expect(invented.of("report-complete")).toBe(false);
    expect(invented.of("report-faithful")).toBe(false);
    expect(invented.report).toMatch(
      /«\s77\s000(?:\s€)?\s», «\sBertrand\s» dans la ligne «\sBudget\s: 77\s000\s€ selon Bertrand\s»/u,
    );
  });
});
