/**
 * The French dictionary, in a thread of its own: looking for suggestions takes up to half a second a word and must not
 * hold the server. Plain JavaScript on purpose: the server's bundle does not contain it, Node runs it as it is.
 * Takes { id, candidates: { written, word }[] }; gives { loaded: milliseconds } once, then { id, words } each time.
 */
import { parentPort } from "node:worker_threads";
import dictionary from "dictionary-fr";
import { loadModule } from "hunspell-asm";

/** Suggestions are looked up for the first words only, while this time lasts; the others come at the next call. */
const WORDS = 5;
const MILLISECONDS = 800;
const SUGGESTIONS = 3;
/** Longer than any French word: nothing to suggest. */
const LONGEST = 40;
const REMEMBERED = 500;

const began = performance.now();
const factory = await loadModule();
const hunspell = factory.create(
  factory.mountBuffer(dictionary.aff, "fr.aff"),
  factory.mountBuffer(dictionary.dic, "fr.dic"),
);
parentPort.postMessage({ loaded: Math.round(performance.now() - began) });

/** A compound is known when each of its parts is: « musée-bateau ». */
const knows = ({ written, word }) =>
  hunspell.spell(written) ||
  hunspell.spell(word) ||
  (word.includes("-") && word.split("-").every((part) => hunspell.spell(part)));

const remembered = new Map();
function suggest(word) {
  const known = remembered.get(word);
  if (known) return known;
  const found = hunspell.suggest(word).slice(0, SUGGESTIONS);
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value);
  remembered.set(word, found);
  return found;
}

parentPort.on("message", ({ id, candidates }) => {
  const start = performance.now();
  const words = candidates
    .filter((candidate) => !knows(candidate))
    .map(({ word }, rank) => {
      const sought =
        remembered.has(word) ||
        (rank < WORDS && word.length <= LONGEST && performance.now() - start < MILLISECONDS);
      return { word, suggestions: sought ? suggest(word) : [] };
    });
  parentPort.postMessage({ id, words });
});
