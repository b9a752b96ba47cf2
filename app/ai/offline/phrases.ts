import type { Mood } from "./read-tone.ts";

/** The same sentence said with « vous » and with « tu ». {org}, {topic}, {audience}, {place} are filled in. */
export type Said = { vous: string; tu: string };
const both = (text: string): Said => ({ vous: text, tu: text });

/** What a prompt without audience gets. Deliberately hollow: these are the tics to learn to see. */
export const HOLLOW_HOOKS: Said[] = [
  {
    vous: "Plongez dans un univers incontournable avec {org} !",
    tu: "Plonge dans un univers incontournable avec {org} !",
  },
  {
    vous: "Que vous soyez débutant ou passionné, cette nouvelle va vous plaire !",
    tu: "Que tu sois débutant ou passionné, cette nouvelle va te plaire !",
  },
  {
    vous: "Prêt à booster votre quotidien ? Embarquez avec {org} !",
    tu: "Prêt à booster ton quotidien ? Embarque avec {org} !",
  },
  {
    vous: "Dans un monde où tout va vite, offrez-vous une véritable pause !",
    tu: "Dans un monde où tout va vite, offre-toi une véritable pause !",
  },
  {
    vous: "À l’ère du numérique, découvrez comment tout peut changer !",
    tu: "À l’ère du numérique, découvre comment tout peut changer !",
  },
];

/** What a prompt without facts gets, seen from inside (« nous ») or from outside. */
export const HOLLOW_BODY: { inside: Said; outside: Said }[] = [
  {
    inside: {
      vous: "Notre équipe passionnée met son savoir-faire au service de votre satisfaction.",
      tu: "Notre équipe passionnée met son savoir-faire au service de ta satisfaction.",
    },
    outside: {
      vous: "Une équipe passionnée met son savoir-faire au service de votre satisfaction.",
      tu: "Une équipe passionnée met son savoir-faire au service de ta satisfaction.",
    },
  },
  {
    inside: both("Il est important de noter que la qualité est au cœur de notre démarche."),
    outside: both("Il est important de noter que la qualité est au cœur de la démarche."),
  },
  {
    inside: {
      vous: "Non seulement nous vous accompagnons, mais nous sublimons chaque instant.",
      tu: "Non seulement nous t’accompagnons, mais nous sublimons chaque instant.",
    },
    outside: {
      vous: "Non seulement chaque détail est pensé pour vous, mais chaque instant est sublimé.",
      tu: "Non seulement chaque détail est pensé pour toi, mais chaque instant est sublimé.",
    },
  },
  {
    inside: {
      vous: "Découvrez comment nous réinventons votre expérience.",
      tu: "Découvre comment nous réinventons ton expérience.",
    },
    outside: {
      vous: "Découvrez comment cette offre réinvente votre expérience.",
      tu: "Découvre comment cette offre réinvente ton expérience.",
    },
  },
  {
    inside: both("En conclusion, chez nous, l’excellence est une véritable signature."),
    outside: both("En conclusion, une adresse incontournable, tout simplement."),
  },
];

export const HOLLOW_CALLS: Said[] = [
  {
    vous: "N’hésitez pas à liker, à commenter, à partager et à nous suivre !",
    tu: "N’hésite pas à liker, à commenter, à partager et à nous suivre !",
  },
  {
    vous: "N’hésitez pas à nous contacter pour en savoir plus !",
    tu: "N’hésite pas à nous contacter pour en savoir plus !",
  },
  { vous: "Alors, qu’attendez-vous ?", tu: "Alors, qu’attends-tu ?" },
  { vous: "Rejoignez l’aventure dès maintenant !", tu: "Rejoins l’aventure dès maintenant !" },
];

/** Figures that no source gives. */
export const INVENTED_FIGURES = [
  "92 %",
  "87 %",
  "95 %",
  "3 personnes sur 4",
  "78 %",
  "9 clients sur 10",
];

export const HOLLOW_HASHTAGS = [
  "#Motivation",
  "#Passion",
  "#Inspiration",
  "#Tendance",
  "#Incontournable",
  "#Lifestyle",
  "#BonPlan",
  "#Découverte",
];

/** Images out of nowhere, when the temperature is high. */
export const DRIFTS: Said[] = [
  both("C’est un peu comme une lettre qu’on relit deux fois."),
  both("On dirait un matin qui aurait décidé de durer."),
  both("Quelque chose bouge, comme une fenêtre qu’on ouvre en hiver."),
];

/** Opening words to a named audience, by mood. */
export const AUDIENCE_HOOKS: Record<Mood, Said[]> = {
  sober: [both("{audience} : voici l’essentiel."), both("{audience} : ce qu’il faut savoir.")],
  warm: [
    {
      vous: "{audience}, ce message est pour vous.",
      tu: "{audience} : si tu en es, ce message est pour toi.",
    },
    {
      vous: "{audience}, nous avons pensé à vous.",
      tu: "{audience} : si tu en es, on a pensé à toi.",
    },
    {
      vous: "{audience}, voici une nouvelle à partager avec vos proches.",
      tu: "{audience} : si tu en connais, passe le mot.",
    },
  ],
  playful: [
    {
      vous: "{audience}, approchez : on ne mord pas.",
      tu: "{audience} : si tu en es, approche, on ne mord pas.",
    },
    { vous: "{audience}, cachez votre joie.", tu: "{audience} : si tu en es, cache ta joie." },
    {
      vous: "{audience}, posez ce téléphone… après avoir lu ceci.",
      tu: "{audience} : si tu en es, pose ce téléphone… après avoir lu ceci.",
    },
  ],
  professional: [
    {
      vous: "{audience}, voici une information utile à votre activité.",
      tu: "{audience} : si tu en es, voici une information utile.",
    },
    {
      vous: "{audience} : un point précis, en quelques lignes.",
      tu: "{audience} : un point précis, en quelques lignes.",
    },
  ],
  direct: [
    both("{audience} : les faits."),
    {
      vous: "{audience}, voici ce qui change pour vous.",
      tu: "{audience} : si tu en es, voici ce qui change.",
    },
  ],
  lively: [
    { vous: "{audience}, c’est pour vous !", tu: "{audience} : si tu en es, c’est pour toi !" },
    { vous: "{audience}, préparez-vous !", tu: "{audience} : si tu en es, prépare-toi !" },
  ],
};

/** Opening words when only the tone is known. */
export const MOOD_HOOKS: Record<Mood, Said[]> = {
  sober: [both("{topic} : voici l’essentiel."), both("{topic} : ce qu’il faut savoir.")],
  warm: [
    {
      vous: "{topic} : nous avions hâte de vous en parler.",
      tu: "{topic} : on avait hâte de t’en parler.",
    },
    {
      vous: "Une bonne nouvelle à partager avec vous : {topic}.",
      tu: "Une bonne nouvelle à partager avec toi : {topic}.",
    },
  ],
  playful: [
    both("{topic} : non, ce n’est pas un poisson d’avril."),
    {
      vous: "{topic} ? Asseyez-vous, on vous raconte.",
      tu: "{topic} ? Assieds-toi, on te raconte.",
    },
  ],
  professional: [both("{topic} : un point précis, en quelques lignes.")],
  direct: [both("{topic}. Voici les faits."), both("{topic} : en clair.")],
  lively: [
    both("{topic} : c’est parti !"),
    { vous: "{topic} : voilà de quoi vous réjouir !", tu: "{topic} : voilà de quoi te réjouir !" },
  ],
};
