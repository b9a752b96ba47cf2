import { type TypographyFault, typographyFaults } from "~/engines/french-typography-check.ts";
import { type Readability, readability } from "~/engines/readability.ts";
import {
  findExpressions,
  foldWords,
  holdsPhrase,
  repeatedTrigrams,
  sharedRuns,
} from "~/engines/text-similarity.ts";
import type { Content } from "./content.ts";

/** What the checking instruments say of a text; they read no answer, only the text, the shelf and the list of tics. */
export type Measures = {
  characters: number;
  readability: Readability;
  tics: string[];
  repeated: { text: string; times: number }[];
  borrowed: { source: string; words: number; text: string }[];
  typography: TypographyFault[];
};

/** The quotations of a text, without their guillemets. */
export function quotations(text: string): string[] {
  return [...text.matchAll(/«([^«»]{8,300})»/g)].map((m) => m[1]!.trim());
}

/** Runs of words taken from the shelf; what stands between guillemets is quoted, not borrowed. */
export function borrowings(content: Content, text: string): Measures["borrowed"] {
  const quoted = quotations(text).map(foldWords);
  return content.sources.flatMap((source) =>
    sharedRuns(text, source.extract, content.settings.borrowing)
      .filter((run) => !quoted.some((quote) => holdsPhrase(quote, run.text)))
      .map((run) => ({ source: source.title, words: run.words, text: run.text })),
  );
}

export function measure(content: Content, text: string): Measures {
  return {
    characters: text.length,
    readability: readability(text),
    tics: findExpressions(text, content.tics.list).map((tic) => tic.replace("*", "")),
    repeated: repeatedTrigrams(text).slice(0, 8),
    borrowed: borrowings(content, text),
    typography: typographyFaults(text),
  };
}
