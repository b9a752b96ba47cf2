/**
 * Subtitles as cues; times are whole milliseconds. Reads SRT and WebVTT, writes both.
 * WebVTT: W3C, « WebVTT: The Web Video Text Tracks Format ».
 */
export type Cue = { start: number; end: number; text: string };

/** Nothing we caption lasts longer than ten hours. */
export const MAX_TIME = 36_000_000;

const TIME = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/;

/** « 00:00:02,400 », « 00:02.4 » or « 1:02 » in milliseconds; null when it is not a time. */
export function readTime(text: string): number | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, hours = "0", minutes, seconds, fraction = "0"] = found;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = Number(fraction.padEnd(3, "0"));
  const time = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
  return time <= MAX_TIME ? time : null;
}

/** « 00:00:02.400 »; SRT takes a comma. */
export function writeTime(ms: number, mark: "." | "," = "."): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(":");
  return `${clock}${mark}${String(ms % 1000).padStart(3, "0")}`;
}

/** The cues of an SRT or WebVTT text, in their order; blocks without a readable time line are left out. */
export function readCues(text: string): Cue[] {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split("\n").filter((line) => line.trim() !== "");
      const at = lines.findIndex((line) => line.includes("-->"));
      if (at < 0) return [];
      const [from = "", to = ""] = lines[at]!.split("-->");
      const start = readTime(from);
      const end = readTime(to.trim().split(/\s/)[0] ?? "");
      if (start === null || end === null) return [];
      const said = lines
        .slice(at + 1)
        .map((line) => openMarks(line.replace(/<[^>]*>/g, "")).trim());
      return [{ start, end, text: said.join("\n") }];
    });
}

const openMarks = (line: string) =>
  line
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&amp;/g, "&");

const closeMarks = (line: string) =>
  line.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Text that cannot break the file: no control character, no empty line. */
const safeLines = (text: string) =>
  text
    .split(/\r\n?|\n/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .map((line) => line.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, " ").trim())
    .filter((line) => line !== "");

/** Cues that can be shown: in order of time, with words, and ending after they start. */
export function sortedCues<C extends Cue>(cues: readonly C[]): C[] {
  return cues
    .filter((cue) => cue.end > cue.start && safeLines(cue.text).length > 0)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A valid WebVTT file; ends with a line break. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = sortedCues(cues).map(
    (cue, i) =>
      `${i + 1}\n${writeTime(cue.start)} --> ${writeTime(cue.end)}\n${safeLines(cue.text).map(closeMarks).join("\n")}\n`,
  );
  return ["WEBVTT\n", ...blocks].join("\n");
}

/** The same cues as an SRT file. */
export function writeSrt(cues: readonly Cue[]): string {
  return sortedCues(cues)
    .map(
      (cue, i) =>
        `${i + 1}\n${writeTime(cue.start, ",")} --> ${writeTime(cue.end, ",")}\n${safeLines(cue.text).join("\n")}\n`,
    )
    .join("\n");
}
