/**
 * French forms of dates and numbers, the same in Node and in any browser: Europe/Paris, U+202F between
 * thousands, U+00A0 before a unit. Month names are ours, because ICU versions differ in their spaces.
 */
const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export type DateLike = Date | string | number;

function parts(date: DateLike) {
  const found = clock.formatToParts(new Date(date));
  const part = (type: string) => found.find((p) => p.type === type)?.value ?? "";
  return {
    year: part("year"),
    month: Number(part("month")),
    day: Number(part("day")),
    hour: part("hour"),
    minute: part("minute"),
  };
}

/** « 18 octobre 2026 », « 1er novembre 2026 ». */
export function formatDate(date: DateLike): string {
  const { year, month, day } = parts(date);
  return `${day === 1 ? "1er" : day}\u00a0${MONTHS[month - 1]} ${year}`;
}

/** « 14:32 ». */
export function formatTime(date: DateLike): string {
  const { hour, minute } = parts(date);
  return `${hour}:${minute}`;
}

/** « 18 octobre 2026 à 14:32 ». */
export function formatDateTime(date: DateLike): string {
  return `${formatDate(date)} à\u00a0${formatTime(date)}`;
}

/** « 1 240,5 »: at most `digits` decimals (2 unless told), none added. */
export function formatNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return "–";
  const rounded = Number(Math.abs(value).toFixed(digits));
  const [whole = "0", decimals] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
  const sign = value < 0 && rounded !== 0 ? "\u2212" : "";
  return `${sign}${grouped}${decimals ? `,${decimals}` : ""}`;
}

/** « 0 mot », « 1 mot », « 1 240 mots »: the plural starts at two. */
export function formatWords(count: number): string {
  return formatCount(count, "mot", "mots");
}

/** A number and its noun, singular below two. */
export function formatCount(count: number, singular: string, plural: string): string {
  return `${formatNumber(count)}\u00a0${Math.abs(count) < 2 ? singular : plural}`;
}
