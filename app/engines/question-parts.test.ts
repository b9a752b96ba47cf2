import { describe, expect, it } from "vitest";
import { countQuestions } from "./question-parts.ts";
import { classifyQuestion } from "./question-types.ts";

/** What a message really asks, as a person across the table would count it. */
const one = [
  // « quand », « où », « qui », « comment » that only hang on the first question
  "Qui décide, chez vous, quand il faut trancher ?",
  "Qui décide quand il faut trancher et quand il faut attendre ?",
  "Que faites-vous quand un client hésite ?",
  "Que faites-vous quand un client part et qu’il ne revient pas ?",
  "Comment vous y prenez-vous, quand quelqu’un se plaint, pour répondre ?",
  "Qui s’occupe des messages le week-end et quand vous êtes fermés ?",
  "Comment vous organisez-vous en été et quand le salon arrive ?",
  "Quand il faut trancher, qui décide ?",
  "Quand un client vous écrit le dimanche, qui lui répond ?",
  "Le samedi, quand il y a du monde, qui filme ?",
  "Combien de visiteurs recevez-vous à l’atelier, où vous donnez vos cours ?",
  "Quel souvenir gardez-vous de l’agence, qui avait ouvert vos comptes ?",
  "Comment travaillez-vous avec votre associée, qui valide les textes ?",
  "Comment cela se passe-t-il pour les clients qui viennent de loin et qui réservent ?",
  "Quel rôle a votre comptable, avec qui vous préparez le budget ?",
  // indirect questions
  "Savez-vous quand le salon ouvre ?",
  "Pouvez-vous me dire comment vous choisissez vos photos ?",
  "J’aimerais savoir qui valide les publications.",
  "Dites-moi, qui décide ?",
  "Racontez-moi, étape par étape, comment vous préparez une publication.",
  "Savez-vous, dans ces moments-là, comment réagir ?",
  // frames, asides and fixed phrases
  "Selon vous, qui décide vraiment ?",
  "À votre avis, pourquoi les ventes baissent-elles ?",
  "Qui, pensez-vous, achètera ce coffret ?",
  "Qui répond aux avis, quel que soit le jour ?",
  "Dans un an, où voulez-vous être ?",
  "Si votre budget doublait, que feriez-vous ?",
  "J’ai une question : combien coûte une réparation ?",
  "Bonjour, et merci de me recevoir. Quel est votre métier ?",
  // tags, reactions, suggested answers, alternatives, lists of things
  "C’est vous qui décidez, n’est-ce pas ?",
  "Vous décidez seul ? N’est-ce pas ?",
  "Vous vendez en ligne, oui ou non ?",
  "Ah bon ? Et pourquoi ?",
  "Qui décide ? Vous ?",
  "Est-ce que vous visez les habitants ou bien est-ce que vous visez les touristes ?",
  "Quels sont vos horaires, vos tarifs et vos jours de fermeture ?",
  "Bonjour, comment allez-vous ? Quel est votre budget ?",
];
const two = [
  "Quel est votre budget et qui le valide ?",
  "Quel est votre budget ? Et pour quand ?",
  "Qui décide et qui paie ?",
  "Où et quand se tient le salon ?",
  "Dites-moi quand le salon ouvre et quand il ferme.",
  "Savez-vous qui vous suit et qui vous quitte ?",
  "Pouvez-vous me dire qui publie et à quelle fréquence ?",
  "Avez-vous un budget, et si oui combien ?",
  "Avez-vous une charte et, si oui, qui l’a dessinée ?",
  "Êtes-vous sur Instagram ? Si oui, depuis quand ?",
  "Quel réseau préférez-vous, et pourquoi ?",
  "Qui publie, et quand faut-il que ce soit prêt ?",
  "Quels comptes avez-vous, avez-vous les mots de passe ?",
  "Vous visez qui et vous proposez quoi ?",
  "Qui décide, chez vous, quand il faut trancher, et combien de temps cela prend-il ?",
  "Parlez-moi de vos clients. Qui achète vraiment ?",
  "Bonjour Inès, et merci : quel est votre budget et qui le valide ?",
  "Vous avez un logo, n’est-ce pas ? Qui l’a dessiné ?",
];
const three = [
  "Qui, où et quand ?",
  "Qui ? Où ? Quand ?",
  "Qui publie, où et quand ?",
  "Quel est votre budget, que comprend-il et qui le valide ?",
  "Quels réseaux utilisez-vous, depuis quand et à quelle fréquence ?",
  "Avez-vous un site, qui le tient à jour et combien de visites reçoit-il ?",
];

describe("countQuestions", () => {
  it.each([
    ...one.map((q) => [1, q] as const),
    ...two.map((q) => [2, q] as const),
    ...three.map((q) => [3, q] as const),
  ])("%i: « %s »", (count, question) => {
    expect(countQuestions(question)).toBe(count);
    expect(classifyQuestion(question).flags.includes("multiple")).toBe(count > 1);
  });

  it("counts a subordinate clause the same without its accents, capitals or punctuation", () => {
    expect(countQuestions("qui decide chez vous quand il faut trancher")).toBe(1);
    expect(countQuestions("QUI DÉCIDE, CHEZ VOUS, QUAND IL FAUT TRANCHER ?")).toBe(1);
  });

  it("finds nothing to answer in an empty text", () => {
    expect(countQuestions("")).toBe(0);
    expect(countQuestions("   ")).toBe(0);
  });

  it("does not hang on a text made of links", () => {
    const hostile = [" , et quand".repeat(400), "qui et ".repeat(600), "? ".repeat(2000)];
    for (const text of hostile) countQuestions(text);
  });
});
