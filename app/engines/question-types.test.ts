import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyQuestion } from "./question-types.ts";

const LAST = "Le samedi, on refuse du monde ; le mercredi, on balaie.";

/** Question, then its type and its flags. */
const cases: [string, string][] = [
  ["Comment l’entreprise est-elle née ?", "open"],
  ["Pourquoi avez-vous choisi ce métier ?", "open"],
  ["Qu’est-ce qui vous a décidés à nous appeler ?", "open"],
  ["En quoi êtes-vous différents ?", "open"],
  ["Parlez-moi de vos clients.", "open"],
  ["Racontez-moi une journée à l’atelier", "open"],
  ["Pouvez-vous me décrire votre clientèle ?", "open"],
  ["Selon vous, qu’attendent les visiteurs ?", "open"],
  ["Quels sont vos objectifs ?", "open"],
  ["J’aimerais comprendre votre organisation.", "open"],
  ["C’est quoi votre activité ?", "open"],
  ["Vous faites quoi exactement ?", "open"],
  ["Que pensez-vous de vos réseaux ?", "open"],
  ["De quoi avez-vous besoin ?", "open"],
  ["Quelles sont vos valeurs ?", "open"],
  ["Dites-m’en plus sur l’atelier de réparation et ses habitués du quartier", "open"],
  ["Combien d’heures par semaine ?", "precise"],
  ["Quand ouvre le salon ?", "precise"],
  ["Qui valide les publications ?", "precise"],
  ["Quel montant avez-vous prévu ?", "precise"],
  ["Depuis quand êtes-vous installés ici ?", "precise"],
  ["À quelle date faut-il livrer ?", "precise"],
  ["Quel pourcentage de vos clients a moins de 25 ans ?", "precise"],
  ["Quel est votre budget ?", "precise"],
  ["vous avez combien de budget", "precise"],
  ["Pouvez-vous me dire combien vous pouvez investir ?", "precise"],
  ["Pourriez-vous m’indiquer votre enveloppe ?", "precise"],
  ["Quelle tranche d’âge visez-vous ?", "precise"],
  ["D’où viennent vos visiteurs ?", "precise"],
  ["Et le budget ?", "precise"],
  ["Avez-vous un logo ?", "closed"],
  ["Est-ce que vous avez une charte ?", "closed"],
  ["Y a-t-il des dates à éviter ?", "closed"],
  ["Êtes-vous satisfaits de vos réseaux ?", "closed"],
  ["Vous avez un budget ?", "closed"],
  ["Les photos sont-elles libres de droits ?", "closed"],
  ["Faut-il prévoir une formation ?", "closed"],
  ["C’est-à-dire ?", "follow-up"],
  ["Concrètement ?", "follow-up"],
  ["Par exemple ?", "follow-up"],
  ["Et ensuite ?", "follow-up"],
  ["Pouvez-vous préciser ?", "follow-up"],
  ["Vous pouvez m’en dire plus ?", "follow-up"],
  ["Pourquoi ?", "follow-up"],
  ["Comment ça ?", "follow-up"],
  ["Autre chose ?", "follow-up"],
  ["Qu’entendez-vous par là ?", "follow-up"],
  ["Le mercredi, on balaie ?", "mirror"],
  ["On refuse du monde ?", "mirror"],
  ["Si j’ai bien compris, vous voulez remplir l’atelier en semaine.", "reformulation"],
  ["Si je résume, votre priorité est l’atelier, pas les abonnés ?", "reformulation"],
  ["Autrement dit, le mercredi est le vrai problème ?", "reformulation"],
  ["Donc votre priorité, c’est l’atelier ?", "reformulation"],
  ["Vous me dites que la réparation recule ?", "reformulation"],
  ["C’est bien 9 600 € pour l’année ?", "reformulation"],
  ["Vous confirmez que le salon est le 21 mars ?", "reformulation"],
  ["Si vous ne deviez garder qu’une action, laquelle ?", "hypothetical"],
  ["Imaginons que le budget soit divisé par deux, que feriez-vous ?", "hypothetical"],
  ["Et si vous n’aviez plus Facebook ?", "hypothetical"],
  ["Si la marque était une personne, comment parlerait-elle ?", "hypothetical"],
  ["Que se passe-t-il si l’atelier reste vide ?", "implication"],
  ["Quelles conséquences pour l’équipe ?", "implication"],
  ["Qu’est-ce que cela vous coûte ?", "implication"],
  ["Dans un an, où voulez-vous être ?", "projection"],
  ["À quoi verrez-vous que c’est réussi ?", "projection"],
  ["Idéalement, qui viendrait le mercredi ?", "projection"],
  ["Vous voulez donc du TikTok ?", "closed leading"],
  ["Vous êtes d’accord qu’il faut baisser les prix ?", "closed leading"],
  ["C’est mieux sur Instagram, n’est-ce pas ?", "closed leading"],
  ["Vous voulez évidemment plus d’abonnés ?", "closed leading"],
  ["J’imagine que vos clients sont jeunes ?", "closed leading"],
  ["Il faut être sur TikTok, non ?", "closed leading"],
  ["Pourquoi n’avez-vous pas répondu aux avis ?", "open judging"],
  ["C’est une erreur de ne rien mesurer, non ?", "closed judging leading"],
  ["Vous auriez dû demander des autorisations.", "statement judging"],
  ["Quels sont vos KPI ?", "open jargon"],
  ["Quel ROAS visez-vous ?", "precise jargon"],
  ["Quels sont vos KPI, c’est-à-dire les chiffres que vous suivez ?", "open"],
  ["Quel est votre budget ? Et qui décide ?", "precise multiple"],
  ["Quel est votre budget et quand faut-il commencer ?", "precise multiple"],
  ["Qui sont vos clients et d’où viennent-ils ?", "precise multiple"],
  ["Avez-vous un logo, et qui l’a dessiné ?", "precise multiple"],
  ["Quels sont vos horaires et vos tarifs ?", "open"],
  ["Parlez-moi de vos clients et de leurs habitudes.", "open"],
  ["Bonjour", "courtesy"],
  ["Bonjour, comment allez-vous ?", "courtesy"],
  ["Merci beaucoup", "courtesy"],
  ["Bonjour, je vous propose une heure d’échange, puis-je prendre des notes ?", "courtesy framing"],
  ["Merci pour votre temps, je vous envoie le compte rendu demain.", "courtesy closing"],
  ["Je vous garantis 10 000 abonnés.", "statement promise"],
  ["Votre atelier est joli.", "statement"],
  ["Bonjour Inès, quel est votre budget ?", "precise"],
  ["Merci. Et qui décide ?", "precise"],
];

describe("classifyQuestion", () => {
  it.each(cases)("« %s » → %s", (question, expected) => {
    const { type, flags } = classifyQuestion(question, LAST);
    expect([type, ...flags].join(" ")).toBe(expected);
  });

  it("answers only the last part of a multiple question, with what came before as context", () => {
    const read = classifyQuestion("Quel est votre budget et que comprend-il ?");
    expect(read.flags).toContain("multiple");
    expect(read.part).toContain("comprend");
    expect(read.before).toContain("budget");
  });

  it("reads straight and curly apostrophes, accents and capitals alike", () => {
    const forms = ["Qu'est-ce qui vous inquiète ?", "QU’EST-CE QUI VOUS INQUIETE ?"];
    expect(new Set(forms.map((q) => classifyQuestion(q).type))).toEqual(new Set(["open"]));
  });

  it("never throws and always gives a known type", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: "grapheme" }), fc.string(), (text, last) => {
        expect(classifyQuestion(text, last).type).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it("does not hang on hostile input", () => {
    const hostile = [
      "a".repeat(100_000),
      "et quand ".repeat(20_000),
      "?".repeat(100_000),
      "pourquoi n avez ".repeat(8000),
      "👩‍👩‍👧‍👦".repeat(20_000),
      "<script>alert(1)</script> ".repeat(4000),
    ];
    for (const text of hostile) classifyQuestion(text, text);
  });
});
