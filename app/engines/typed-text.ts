/** Control characters, halves of broken pairs, marks that turn the reading order of what follows them. */
const UNREADABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/**
 * What a person typed, without what cannot be read, kept in a database nor shown in its place: control characters
 * (but line ends and tabs), lone surrogates, overrides of the reading direction. Letters of every script and emoji stay.
 */
export function typedText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNREADABLE, "");
}
