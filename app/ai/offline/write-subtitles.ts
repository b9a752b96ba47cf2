import { sentenceSpans } from "~/engines/prompt-text.ts";
import { type Cue, writeSrt, writeVtt } from "~/engines/subtitle-cues.ts";
import type { Fault } from "./draft.ts";
import { holdsWord } from "./read-quotes.ts";
import { frenchTypography } from "./typography.ts";
import { bodyPieces, callPieces, hookPieces, type Sheet } from "./voice.ts";

/** A line that a phone shows whole, and a speed that is read: twelve characters a second. */
const LINE = 37;
const PER_SECOND = 12;
/** Without an order about the form: everything on one line, gone before it is read. */
const HURRIED = 28;

/** A subtitle file is one piece: cutting it to a length would break it, so it is written whole. */
export type SubtitleFile = { text: string; faults: Fault[]; srt: boolean };

/**
 * Subtitles of the words given between guillemets, else of the facts and the call to action, as WebVTT, or
 * SRT when the prompt asks for it. Always a valid file; lines and speed are right only when a form was asked.
 */
export function subtitleFile(sheet: Sheet, folded: string): SubtitleFile {
  const { brief } = sheet;
  const srt = /\bsrt\b/.test(folded);
  const own = brief.material
    ? sentenceSpans(brief.material).map((s) => ({
        text: (brief.material as string).slice(s.start, s.end),
        fault: undefined,
      }))
    : [...hookPieces(sheet), ...bodyPieces(sheet), ...callPieces(sheet)];
  const said = [...own, ...brief.mentions.map((text) => ({ text, fault: undefined }))]
    .map((p) => ({ ...p, text: frenchTypography(p.text.replace(/\s+/g, " ")).trim() }))
    .filter((p) => p.text && !holdsWord(p.text, brief.forbidden));
  const cues: Cue[] = [];
  const faults: Fault[] = [];
  let at = 0;
  for (const { text, fault } of said) {
    if (fault) faults.push({ kind: fault, excerpt: text });
    for (const shown of brief.hasFormat ? blocksOf(text) : [text]) {
      const size = shown.replace(/\n/g, " ").length;
      const speed = brief.hasFormat ? PER_SECOND : HURRIED;
      const lasts = Math.max(1_000, Math.ceil(size / speed) * 1_000);
      cues.push({ start: at, end: at + lasts, text: shown });
      at += lasts + (brief.hasFormat ? 200 : 0);
      if (size / (lasts / 1_000) > PER_SECOND + 3)
        faults.push({ kind: "too-fast", excerpt: shown });
    }
  }
  return { text: srt ? writeSrt(cues) : writeVtt(cues), faults, srt };
}

/** Two lines of 37 signs at most a block, cut between words. */
function blocksOf(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && `${line} ${word}`.length > LINE) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) lines.push(line);
  return Array.from({ length: Math.ceil(lines.length / 2) }, (_, i) =>
    lines.slice(i * 2, i * 2 + 2).join("\n"),
  );
}

/**
 * The file with remarks, whole blocks only, at most `limit` characters: half a block would break it. Remarks
 * are a NOTE in WebVTT; SRT has no comment and goes without.
 */
export function subtitleText(file: SubtitleFile, remarks: string[], limit: number): string {
  const body = remarks
    .join("\n")
    .replace(/\n{2,}/g, "\n")
    .replaceAll("-->", "→");
  const note = file.srt || remarks.length === 0 ? [] : [`NOTE\n${body}`];
  const blocks = [...file.text.trim().split("\n\n"), ...note];
  let text = blocks[0] as string;
  for (const block of blocks.slice(1)) {
    const longer = `${text}\n\n${block}`;
    if (longer.length >= limit) break;
    text = longer;
  }
  return `${text}\n`;
}
