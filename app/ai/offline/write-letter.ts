import { fold } from "~/engines/prompt-text.ts";
import { type Piece, piece } from "./draft.ts";
import type { Said } from "./phrases.ts";
import {
  bodyPieces,
  callPieces,
  calm,
  hookPieces,
  mentionPieces,
  organisation,
  type Sheet,
  say,
  topicOf,
  withEmoji,
} from "./voice.ts";

/** An e-mail: subject line, greeting, body, call to action, signature. */
export function emailPieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const formal = brief.tone.mood === "professional" || brief.tone.mood === "sober";
  const known = brief.topic !== null || brief.facts.length > 0;
  const subject = known
    ? piece(`Objet : ${topicOf(sheet)}`, 95)
    : piece(calm(brief, "Objet : Une nouvelle incontournable à découvrir !"), 95, {
        fault: "cliche",
      });
  const greeting =
    brief.tone.address === "tu" ? "Salut," : formal ? "Madame, Monsieur," : "Bonjour,";
  return [
    subject,
    piece(greeting, 94),
    ...withEmoji(sheet, [...hookPieces(sheet), ...bodyPieces(sheet), ...callPieces(sheet)], 0),
    ...mentionPieces(sheet),
    piece(formal ? "Cordialement," : "À bientôt,", 88),
    piece(brief.inside ? `L’équipe, ${organisation(sheet)}` : "L’équipe", 87, { joint: "line" }),
  ];
}

/** The start of an article: a title and a standfirst. */
export function articlePieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const known = brief.topic !== null || brief.facts.length > 0;
  const title = known
    ? piece(topicOf(sheet), 95)
    : piece(`${organisation(sheet)} : plongez au cœur d’un univers incontournable`, 95, {
        fault: "cliche",
      });
  const call = brief.goal ? callPieces(sheet) : [];
  return [title, ...hookPieces(sheet), ...bodyPieces(sheet), ...call, ...mentionPieces(sheet)];
}

type Mood = "complaint" | "question" | "praise" | "neutral";

const COMPLAINT =
  /\bdecu\w*|\battent\w*|\bretard\w*|\bcher\b|\bcass\w*|\bnul\w*|\bhonte\w*|\bscandal\w*|\bjamais\b|\bprobleme\w*|\bmauvais\w*|\bpire\b|\barnaque\w*|\bne (?:marche|fonctionne)|\bpas (?:content|recu|normal|respect)|\bferme\b|\bpanne\b/;
const PRAISE =
  /\bmerci\b|\bbravo\b|\bsuper\b|\badore\w*|\bmagnifique\w*|\bgenial\w*|\btop\b|\bparfait\w*|\bexcellent\w*|\baime\b/;

function moodOf(comment: string): Mood {
  const folded = fold(comment.normalize("NFC"));
  if (COMPLAINT.test(folded)) return "complaint";
  if (comment.includes("?")) return "question";
  return PRAISE.test(folded) ? "praise" : "neutral";
}

const OPENINGS: Record<Mood, Said[]> = {
  complaint: [
    {
      vous: "Bonjour, nous sommes désolés de ce que vous décrivez.",
      tu: "Bonjour, on est désolés de ce que tu décris.",
    },
    {
      vous: "Bonjour, votre mécontentement se comprend, et merci de nous l’avoir dit.",
      tu: "Bonjour, ton mécontentement se comprend, et merci de nous l’avoir dit.",
    },
  ],
  question: [
    { vous: "Bonjour, merci pour votre question.", tu: "Bonjour, merci pour ta question." },
    { vous: "Bonjour, bonne question.", tu: "Bonjour, bonne question." },
  ],
  praise: [
    {
      vous: "Bonjour, merci : l’équipe lira votre message.",
      tu: "Bonjour, merci : l’équipe lira ton message.",
    },
    {
      vous: "Merci de ce retour, il nous fait plaisir.",
      tu: "Merci de ce retour, il nous fait plaisir.",
    },
  ],
  neutral: [{ vous: "Bonjour, merci de votre message.", tu: "Bonjour, merci de ton message." }],
};

/** An answer to a comment: it takes up what the comment says only when the prompt quotes it. */
export function replyPieces(sheet: Sheet): Piece[] {
  const { brief, pick } = sheet;
  if (!brief.material) {
    return [
      piece(
        calm(
          brief,
          "Bonjour et merci pour votre commentaire ! Votre avis est au cœur de nos préoccupations.",
        ),
        30,
        { fault: "cliche" },
      ),
      ...brief.facts.map((fact, i) => piece(fact, 70 - i, { joint: "space" })),
      ...callPieces(sheet),
      ...mentionPieces(sheet),
    ];
  }
  const mood = moodOf(brief.material);
  const opening = say(sheet, pick("opening", OPENINGS[mood]));
  const answer = brief.facts.map((fact, i) => piece(fact, 70 - i, { joint: "space" }));
  const unknown: Piece[] =
    answer.length === 0 && mood !== "praise"
      ? [piece("[À compléter : la réponse, avec un fait vérifié.]", 60, { joint: "space" })]
      : [];
  const privately: Piece[] =
    mood === "complaint" && !brief.goal
      ? [
          piece(
            say(sheet, {
              vous: "Pouvez-vous nous écrire en message privé ?",
              tu: "Peux-tu nous écrire en message privé ?",
            }),
            72,
            { joint: "space" },
          ),
        ]
      : brief.goal
        ? callPieces(sheet).map((p) => ({ ...p, joint: "space" }))
        : [];
  const signature = brief.inside ? [piece(`L’équipe, ${organisation(sheet)}`, 40)] : [];
  return [
    piece(opening, 80),
    ...answer,
    ...unknown,
    ...privately,
    ...mentionPieces(sheet),
    ...signature,
  ];
}
