import { describe, expect, it } from "vitest";
import { recognise } from "~/engines/disclosure-recognition.ts";
import { classifyQuestion } from "~/engines/question-types.ts";
import { subjectCase, subjectSlugs } from "../../../tests/interview-cases.ts";
import type { Content } from "./content.ts";

/** A question as a student types it, and the topics or facts it may rightly be heard as. */
type Heard = [question: string, expected: string];

/** Understood in any case: they name common topics. */
const anywhere: Heard[] = [
  ["bonjour, vous pouvez me parler un peu de vous et de votre boite ?", "contexte"],
  ["Comment votre activité a-t-elle évolué ces dernières années ?", "contexte"],
  ["Qu'est-ce qui ne va pas selon vous ?", "probleme"],
  ["Pourquoi maintenant ?", "probleme|null"],
  ["quel est votre besoin ?", "probleme"],
  ["Qu'est ce que vous voulez obtenir grace a nous ?", "objectifs"],
  ["Vous visez quoi comme résultat ?", "objectifs"],
  ["Qu'est-ce qui serait une réussite pour vous ?", "objectifs"],
  ["c quoi vos ojectifs", "objectifs"],
  ["Décrivez-moi votre clientèle.", "cibles"],
  ["À quel type de personnes souhaitez-vous parler ?", "cibles"],
  ["Quelle est votre cible ?", "cibles"],
  ["quel age ont les gens qui viennent ?", "cibles"],
  ["vous avez quoi comme budget ?", "budget"],
  ["On part sur quelle enveloppe ?", "budget"],
  ["Combien seriez-vous prêts à investir ?", "budget"],
  ["est-ce que la pub est comprise dans ce montant ?", "budget"],
  ["Combien d'argent pouvez-vous y consacrer ?", "budget"],
  ["Quelles sont vos ressources humaines pour ce projet ?", "moyens"],
  ["Qui pourra nous aider en interne ?", "moyens"],
  ["vous etes combien a travailler sur la com ?", "moyens"],
  ["Combien de temps avez-vous chaque semaine pour ça ?", "moyens"],
  ["Avez-vous une date butoir ?", "delais"],
  ["Quelles sont les périodes clés de votre année ?", "delais"],
  ["pour quand est ce que vous en avez besoin ?", "delais"],
  ["Quel est votre planning ?", "delais"],
  ["Quand faut-il commencer ?", "delais"],
  ["on commence quand ?", "delais"],
  ["Qui dois-je convaincre ?", "validation"],
  ["qui va relire avant publication ?", "validation"],
  ["Qui est mon interlocuteur au quotidien ?", "validation"],
  ["Qu'avez-vous mis en place jusqu'à maintenant ?", "historique"],
  ["Qu'est-ce qui n'a pas marché avant ?", "historique"],
  ["vous avez deja bossé avec un freelance ou une agence ?", "historique"],
  ["Quels sont les points à ne surtout pas aborder ?", "refus|reputation"],
  ["Y a-t-il des choses que vous ne voulez pas voir ?", "refus"],
  ["Que reprochent parfois les gens à votre établissement ?", "reputation"],
  ["Avez-vous connu des bad buzz ou des incidents ?", "reputation"],
  ["Quels sont vos réseaux actuels ?", "presence"],
  ["Est ce que vous avez les codes de tous vos comptes ?", "presence"],
  ["comment vous suivez vos stats ?", "donnees"],
  ["Qui regarde les chiffres ?", "donnees"],
  ["Quelles sont les contraintes à respecter ?", "contraintes"],
  ["Y a-t-il des obligations légales dans votre secteur ?", "contraintes"],
  ["Avez-vous le droit d'utiliser les photos que vous publiez ?", "droits"],
  ["Comment parlez-vous à vos clients, vous les tutoyez ?", "ton"],
  ["Quelle image voulez-vous renvoyer ?", "ton"],
  ["Avez-vous une charte graphique ?", "identite"],
  ["Qui reprendra la main après la mission ?", "suite"],
  ["Faudra-t-il former quelqu'un ?", "suite"],
  ["Quels sont vos atouts face à la concurrence ?", "differenciation|concurrence"],
  ["Qui sont les autres acteurs du secteur ?", "concurrence"],
  ["Comment on commande chez vous ?", "vente"],
];

const bySubject: Record<(typeof subjectSlugs)[number], Heard[]> = {
  "cyclerie-pont-levy": [
    ["Bonjour Inès, pouvez-vous me présenter la Cyclerie et son histoire ?", "contexte"],
    ["C'est quoi l'activité de votre coopérative au juste ?", "contexte"],
    ["Qu'est-ce qui vous a poussée à nous contacter maintenant ?", "probleme"],
    ["Quel est le vrai problème aujourd'hui ?", "probleme"],
    ["Qu'est-ce qui vous inquiète le plus en ce moment ?", "probleme"],
    ["A quoi vous verrez que notre travail a été utile ?", "objectifs"],
    ["vous avez un objectif chiffré ?", "objectifs"],
    ["Qu'est-ce que vous attendez concrètement de cette mission ?", "objectifs|probleme"],
    ["Dans un an, où voulez-vous en être ?", "objectifs"],
    ["Qui sont vos clients aujourd'hui ?", "cibles"],
    ["Quelle tranche d'âge vient le plus à l'atelier ?", "cibles"],
    ["vous voulez toucher qui en priorité ?", "cibles|objectifs"],
    ["Quelle est la part des moins de 25 ans dans votre clientèle ?", "cibles"],
    ["Qu'est-ce qui vous rapporte le plus ?", "offre"],
    ["Quels sont vos services les plus rentables ?", "offre"],
    ["Est-ce que vous avez des nouveautés à lancer bientôt ?", "offre"],
    ["Quel budget avez-vous prévu ?", "budget"],
    ["combien vous pouvez mettre sur l'année ?", "budget"],
    ["Ce budget comprend quoi exactement ?", "budget"],
    ["Est-ce qu'une partie de l'enveloppe est déjà engagée ?", "budget"],
    ["Recevez-vous des subventions ou des aides ?", "subvention"],
    ["Combien de temps par semaine pouvez-vous consacrer aux réseaux sociaux ?", "moyens"],
    ["Qui s'occupe des publications chez vous ?", "moyens|presence"],
    ["Quelqu'un dans l'équipe sait faire des photos ou des vidéos ?", "moyens"],
    ["Quelles sont les dates importantes pour vous cette année ?", "delais"],
    ["Y a-t-il une deadline ?", "delais"],
    ["Quand est-ce que vous êtes fermés ?", "delais"],
    ["Qui prend les décisions chez vous ?", "validation"],
    ["Comment sont validées les publications ?", "validation"],
    ["Qui sont vos principaux concurrents ?", "concurrence"],
    ["Comment vous situez-vous par rapport à Véloplaine ?", "concurrence"],
    ["Qu'avez-vous déjà essayé sur les réseaux ?", "historique"],
    ["Vous avez déjà travaillé avec une agence ?", "historique"],
    ["Qui a les accès à vos comptes ?", "presence"],
    ["Sur quels réseaux êtes-vous présents ?", "presence"],
    ["Comment mesurez-vous les résultats de vos publications ?", "donnees"],
    ["Savez-vous d'où viennent vos réservations ?", "donnees|vente"],
    ["Comment vos clients prennent-ils rendez-vous ?", "vente"],
    ["Avez-vous les autorisations des personnes photographiées ?", "droits"],
    ["Y a-t-il des sujets sensibles à éviter ?", "reputation|refus"],
    ["Avez-vous déjà eu un client mécontent ou un litige ?", "reputation"],
    ["Répondez-vous aux avis en ligne ?", "reputation"],
    ["Quel ton souhaitez-vous adopter ?", "ton"],
    ["Si la Cyclerie était une personne, comment serait-elle ?", "ton"],
    [
      "Y a-t-il des contraintes légales ou des règles à respecter dans votre métier ?",
      "contraintes",
    ],
    ["Que signifie votre slogan zéro impact ?", "contraintes"],
    ["Qu'est-ce qui vous déplairait dans une campagne ?", "refus"],
    ["Qui animera les comptes après notre départ ?", "suite"],
    ["Accueillez-vous des personnes handicapées ?", "adapte|accessibilite"],
    ["ca marche comment pour reserver un creneau", "vente"],
  ],
  "cidrerie-vaulorme": [
    ["Bonjour Gaspard, racontez-moi l'histoire de la cidrerie.", "contexte"],
    ["Qu'est-ce qui vous a décidé à nous appeler ?", "probleme"],
    ["Qu'est-ce qui coince aujourd'hui dans votre communication ?", "probleme"],
    ["Quels sont vos objectifs pour l'année prochaine ?", "objectifs"],
    ["Combien de visiteurs voulez-vous accueillir ?", "objectifs|cibles"],
    ["Qui vient vous voir ?", "cibles"],
    ["D'où viennent vos visiteurs ?", "cibles"],
    ["c'est quoi votre public cible", "cibles"],
    ["Combien reste-t-il de bouteilles de poiré ?", "poire"],
    ["Quel produit progresse le plus ?", "offre"],
    ["Parlez-moi de vos jus de pomme", "jus"],
    ["De quoi êtes-vous le plus fier ?", "differenciation"],
    ["Qu'est-ce qui vous rend différents des autres cidreries ?", "differenciation|concurrence"],
    ["Que proposent vos concurrents ?", "concurrence"],
    ["Avez-vous déjà fait appel à un prestataire ?", "historique"],
    ["Qu'est-ce qui a bien marché par le passé ?", "historique"],
    ["Qui gère Instagram et Facebook ?", "presence|moyens"],
    ["Qui a les mots de passe ?", "presence"],
    ["De combien disposez-vous pour la communication ?", "budget"],
    ["Quel est votre budget mensuel ?", "budget"],
    ["Combien d'heures par semaine Clarisse peut-elle y passer ?", "moyens"],
    ["Qui va publier ?", "moyens"],
    ["À quelles dates n'êtes-vous pas disponibles ?", "delais|moyens"],
    ["Quand a lieu la récolte ?", "delais"],
    ["Y a-t-il des événements à ne pas manquer ?", "delais"],
    ["Qui a le dernier mot sur les contenus ?", "validation"],
    ["Comment imaginez-vous ce jeu concours ?", "jeu"],
    ["Quelles règles devez-vous respecter pour parler d'alcool ?", "contraintes|reputation"],
    ["Avez-vous reçu des remarques sur la loi Évin ?", "courrier-evin"],
    ["Qui prend les images aériennes ?", "drone"],
    ["Les parents des enfants en photo ont-ils signé quelque chose ?", "enfant"],
    ["D'où vient la musique de vos vidéos ?", "musique"],
    ["Y a-t-il eu des problèmes de qualité ou des retours clients récemment ?", "reputation"],
    ["Que disent les avis en ligne ?", "reputation"],
    ["Comment accueillez-vous les visiteurs en fauteuil ?", "accessibilite"],
    ["Comment suivez-vous les résultats ?", "donnees"],
    ["Qu'est-ce que vous ne voulez surtout pas voir ?", "refus"],
    ["Y a t'il des sujets délicats dont je dois être au courant ?", "reputation"],
  ],
  "maison-talvere": [
    ["Pouvez-vous me raconter comment est née la maison ?", "contexte"],
    ["Pourquoi avoir fait appel à nous ?", "probleme"],
    ["Quelle est votre principale difficulté aujourd'hui ?", "probleme"],
    ["Qu'est-ce que vous aimeriez atteindre d'ici un an ?", "objectifs"],
    ["Combien de commandes visez-vous par mois ?", "objectifs"],
    ["Qui achète vos bougies ?", "cibles"],
    ["Quel est le profil type de vos clientes ?", "cibles"],
    ["Quelle marge faites-vous sur le site ?", "offre"],
    ["Combien de bougies pouvez-vous produire par semaine ?", "stock"],
    ["Qu'est-ce qui différencie vos bougies ?", "differenciation"],
    ["Vos clientes reviennent-elles ?", "recharge|cibles"],
    ["Quels enseignements tirez-vous de vos précédentes campagnes ?", "historique"],
    ["Avez-vous déjà travaillé avec une influenceuse ?", "influence"],
    ["Comment les gens vous trouvent-ils sur Google ?", "presence"],
    ["Quels outils utilisez-vous pour suivre vos ventes ?", "donnees"],
    ["Le pixel attend-il le consentement ?", "mesure"],
    ["Quel est le montant de votre budget et sur quelle durée ?", "budget"],
    ["Quel est votre budget ?", "budget"],
    ["Que comprend cette enveloppe ?", "budget"],
    ["Qui s'occupe des réseaux, et combien de temps ?", "moyens"],
    ["Qui fait quoi dans l'équipe ?", "moyens"],
    ["Quand faut-il être prêt pour Noël ?", "delais"],
    ["Quelles sont vos échéances ?", "delais"],
    ["Qui valide les contenus et les dépenses ?", "validation"],
    ["Comment comptez-vous présenter vos prix pour le Black Friday ?", "prix"],
    ["D'où viennent les contacts de votre newsletter ?", "liste"],
    ["Comment avez-vous recueilli les adresses e-mail ?", "liste"],
    ["Que pouvez-vous prouver sur la composition ?", "allegation"],
    ["Vos CGV sont-elles à jour ?", "retractation"],
    ["Comment se passe un achat sur le site ?", "vente"],
    ["Pourquoi les paniers sont-ils abandonnés selon vous ?", "conversion"],
    ["Avez-vous eu des incidents avec un produit ?", "verre"],
    ["À qui vos clients vous comparent-ils ?", "concurrence"],
    ["Qu'est-ce que vous refusez absolument ?", "refus"],
    ["Quelles sont vos lignes rouges ?", "refus"],
    ["Combien ça vous coûte de fabriquer une bougie ?", "offre"],
  ],
  "musee-batellerie-corvanne": [
    ["Bonjour Noémie, parlez-moi de cette exposition.", "contexte"],
    ["Pourquoi n'êtes-vous pas confiante dans le brouillon ?", "probleme"],
    ["Qu'est-ce qui vous inquiète dans ce projet ?", "probleme"],
    ["Combien de visiteurs espérez-vous ?", "objectifs"],
    ["Qu'attendez-vous de ces trois contenus ?", "objectifs|probleme"],
    ["À qui s'adresse l'exposition ?", "cibles"],
    ["Quels publics voulez-vous toucher ?", "cibles"],
    ["Quels formats attendez-vous ?", "contraintes"],
    ["Combien de signes doit faire le texte ?", "format"],
    ["Quelle durée pour l'animation ?", "contraintes"],
    ["Que dit la ville sur l'utilisation de l'IA ?", "contraintes"],
    ["Y a-t-il des données à ne pas mettre dans les prompts ?", "donnees-pretees"],
    ["Avez-vous déjà un visuel ?", "visuel|droits"],
    ["Y a-t-il des précautions à prendre pour l'animation ?", "contraintes"],
    ["Le musée est-il accessible aux personnes en fauteuil ?", "accessibilite"],
    ["Comment avez-vous conçu votre livret facile à lire ?", "livret"],
    ["Qu'est-ce que Marcelle a autorisé exactement ?", "marcelle"],
    ["Peut-on utiliser les photos d'archives librement ?", "droits"],
    ["Quelle mention faut-il mettre sous les photos ?", "droits"],
    ["Quel ton faut-il employer ?", "ton"],
    ["Y a-t-il des mots à bannir ?", "ton"],
    ["Quel budget avez-vous ?", "budget"],
    ["Combien d'heures pouvez-vous y consacrer ?", "moyens"],
    ["Pour quand voulez-vous les contenus ?", "delais"],
    ["Qui relit les textes avant publication ?", "validation"],
    [
      "Avez-vous déjà eu une mauvaise expérience avec une erreur publiée ?",
      "reputation|historique",
    ],
    ["Qui publie sur vos comptes ?", "presence|moyens"],
    ["Comment savez-vous si une publication fonctionne ?", "donnees"],
    ["Que se passera-t-il après la mission ?", "suite"],
    ["Combien coûtent les outils que vous pouvez payer ?", "budget"],
    ["Est-ce que je peux vous tutoyer dans les posts ?", "ton"],
  ],
};

/** Questions that have nothing to do with a brief. */
const elsewhere = [
  "Quelle météo fait-il à Brest ?",
  "Vous aimez le football ?",
  "Quel temps fait-il ?",
  "Connaissez-vous un bon restaurant ?",
  "azerty qsdfgh",
];

function hears(content: Content, question: string): string[] {
  const { part } = classifyQuestion(question);
  const { topic, named } = recognise(part, content.topics, content.expected);
  return [String(topic), ...(named[0] ? [named[0].fact.id] : [])];
}

/** Share understood, and what was not, so that a failure says where to look. */
function missed(content: Content, list: Heard[]): string[] {
  return list
    .filter(([q, expected]) => !expected.split("|").some((e) => hears(content, q).includes(e)))
    .map(([q]) => `${q} → ${hears(content, q).join("/")}`);
}

describe.each(subjectSlugs)("natural questions to %s", (slug) => {
  const content = subjectCase(slug);

  it("understands nine in ten of the questions on this case", () => {
    const list = bySubject[slug];
    expect(list.length).toBeGreaterThanOrEqual(30);
    const faults = missed(content, list);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(list.length * 0.1);
  });

  it("understands nine in ten of the common questions, misspelt and familiar ones included", () => {
    const faults = missed(content, anywhere);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(anywhere.length * 0.1);
  });

  it("does not pretend to understand the rest", () => {
    expect(elsewhere.filter((q) => recognise(q, content.topics, content.expected).topic)).toEqual(
      [],
    );
  });
});
