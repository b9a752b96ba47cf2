import type { SubjectFacts, TextUsage } from "~/ai/provider.ts";
import type { PromptGuide } from "~/engines/prompt-guide.ts";
import { blank, fold, quotedSpans } from "~/engines/prompt-text.ts";
import { estimateUsage } from "../tokens.ts";
import { type Brief, READ_CHARACTERS, readBrief } from "./brief.ts";
import { type Fault, fitDraft, type Piece, withinTokens } from "./draft.ts";
import { picker } from "./seeded.ts";
import { frenchTypography } from "./typography.ts";
import { faultsOf, type Sheet } from "./voice.ts";
import { carouselPieces } from "./write-carousel.ts";
import { easyPieces } from "./write-easy.ts";
import { articlePieces, emailPieces, replyPieces } from "./write-letter.ts";
import { altTextPieces, listPieces } from "./write-list.ts";
import { postPieces } from "./write-post.ts";
import { rewritePieces } from "./write-rewrite.ts";
import { storyboardPieces } from "./write-storyboard.ts";
import { subtitleFile, subtitleText } from "./write-subtitles.ts";
import { unknownPieces, unsupported } from "./write-unknown.ts";

export type Practice = {
  text: string;
  /** What a careful reader should find; never sent to the browser. Can be computed again from the same request. */
  faults: Fault[];
  brief: Brief;
  usage: TextUsage;
};

/**
 * The offline practice model: no language model, a teaching instrument. It reads which components a French
 * prompt holds and composes from them and from the facts it is given, nothing else; what the prompt leaves
 * open is filled the way vague prompts are: clichés, a figure out of nowhere, a register that slips.
 * Deterministic: the same guide, facts, prompt, temperature, length and seed give the same text.
 */
export function practise(
  guide: PromptGuide,
  subject: SubjectFacts,
  request: { prompt: string; temperature: number; maxTokens: number; seed: number },
): Practice {
  const prompt = request.prompt.slice(0, READ_CHARACTERS).normalize("NFC");
  const brief = readBrief(guide, subject, prompt);
  const bare = fold(blank(prompt, quotedSpans(prompt)));
  const sheetOf = (turn: number): Sheet => ({
    brief,
    subject,
    pick: picker(request.seed, request.temperature, turn),
    temperature: request.temperature,
    turn,
  });
  const questions = brief.asksFirst ? questionsFor(guide, brief) : [];
  const waits = brief.asksFirst && brief.missing.includes("contexte") && brief.material === null;
  const filmed = brief.kind === "subtitles" || brief.kind === "storyboard";
  const remarks = [
    ...block("Avant d’écrire, il me manque :", questions),
    ...(brief.checks && !waits ? block("À vérifier avant publication :", claims(brief)) : []),
    ...unsupported(bare, filmed).map((sentence) => `[${frenchTypography(sentence)}]`),
  ];
  const answered = (whole: string, faults: Fault[]): Practice => {
    const text = withinTokens(whole, request.maxTokens);
    return {
      text,
      faults: faults.filter((f) => text.includes(frenchTypography(f.excerpt))),
      brief,
      usage: estimateUsage(request.prompt, text),
    };
  };
  if (brief.kind === "subtitles" && !waits) {
    const file = subtitleFile(sheetOf(0), bare);
    return answered(subtitleText(file, remarks, request.maxTokens * 4), file.faults);
  }
  const versions: { text: string; pieces: Piece[] }[] = [];
  for (let turn = 0; turn < (waits ? 0 : brief.variants); turn++)
    versions.push(fitDraft(write(sheetOf(turn), guide, bare), brief.limits, brief.forbidden));
  const many = versions.length > 1;
  const parts = [
    ...versions.map((v, i) => (many ? `Version ${i + 1}\n\n${v.text}` : v.text)),
    ...remarks,
  ];
  return answered(
    parts.join("\n\n"),
    versions.flatMap((v) => faultsOf(v.pieces)),
  );
}

function write(sheet: Sheet, guide: PromptGuide, folded: string): Piece[] {
  switch (sheet.brief.kind) {
    case "post":
      return postPieces(sheet);
    case "email":
      return emailPieces(sheet);
    case "article":
      return articlePieces(sheet);
    case "reply":
      return replyPieces(sheet);
    case "alt-text":
      return altTextPieces(sheet);
    case "carousel":
      return carouselPieces(sheet);
    case "easy-read":
      return easyPieces(sheet);
    case "storyboard":
      return storyboardPieces(sheet);
    case "ideas":
      return listPieces(sheet);
    case "rewrite":
      return rewritePieces(sheet, guide.tics);
    case "subtitles":
    case null:
      return unknownPieces(sheet, guide, folded);
  }
}

function block(title: string, lines: string[]): string[] {
  if (lines.length === 0) return [];
  return [frenchTypography([title, ...lines.map((l) => `- ${l}`)].join("\n"))];
}

/** What the prompt leaves open, as the guide asks it. */
function questionsFor(guide: PromptGuide, brief: Brief): string[] {
  const useful = new Set(["contexte", "audience", "objectif", "format", "ton"]);
  return guide.components
    .filter((c) => useful.has(c.id) && brief.missing.includes(c.id))
    .map((c) => `${c.name} : ${c.question}`);
}

/** Sentences that hold something to check: a number, a date, a price. */
function claims(brief: Brief): string[] {
  const claimed = brief.facts
    .filter((f) => /\d/.test(f))
    .map((f) => `${f.replace(/\.$/, "")} (source ?)`);
  return claimed.length > 0
    ? claimed
    : ["Aucun fait chiffré dans ce texte ; vérifiez les noms et les titres."];
}
