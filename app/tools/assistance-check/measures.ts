import { type AltFault, altFaults } from "~/engines/alt-text-check.ts";
import { type EasyReading, readEasy } from "~/engines/easy-french.ts";
import { type CueReading, checkCues } from "~/engines/subtitle-check.ts";
import type { Content } from "./content.ts";
import type { Work } from "./state.ts";

/** What the rules of form count; no answer is read, so it is shown at any time. */
export type Measures = {
  alts: { id: string; faults: AltFault[] }[];
  cues: { id: string; reading: CueReading }[];
  /** Fastest cue in characters a second, cues too fast, lines too many or too wide, bad cuts. */
  captions: { fastest: number; tooFast: number; badLines: number; badCuts: number; other: number };
  easy: EasyReading;
};

export function measure(content: Content, work: Work): Measures {
  const { rules } = content;
  const cues = checkCues(work.cues, rules.captions).map(({ cue, reading }) => ({
    id: cue.id,
    reading,
  }));
  const count = (names: string[], seriousOnly = true) =>
    cues.filter(({ reading }) =>
      reading.faults.some((f) => names.includes(f.rule) && (f.serious || !seriousOnly)),
    ).length;
  return {
    alts: work.visuals.map((v) => ({
      id: v.id,
      faults: altFaults(v.decorative ? "" : v.alt, rules.alt, {
        decorative: v.decorative,
        label: content.visuals.find((c) => c.id === v.id)?.label,
      }),
    })),
    cues,
    captions: {
      fastest: Math.max(0, ...cues.map(({ reading }) => reading.speed ?? 0)),
      tooFast: count(["speed", "charter"]),
      badLines: count(["lines", "width"]),
      badCuts: count(["cut"], false),
      other: count(["duration", "overlap", "empty"], false),
    },
    easy: readEasy(work.easy.text, rules.easy),
  };
}

/** What the rules of simplified text ask, with what was counted and whether it holds. */
export function easyPoints(content: Content, easy: EasyReading) {
  const { rules } = content;
  const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`;
  const fr = (n: number) => String(n).replace(".", ",");
  const none = (list: string[]) => ({
    value: list.length === 0 ? "aucun" : list.join(", "),
    ok: list.length === 0,
  });
  return [
    {
      id: "mean",
      label: `Mots par phrase, ${fr(rules.easy.meanWords)} au plus en moyenne`,
      value: fr(easy.meanWords),
      ok: easy.meanWords <= rules.easy.meanWords,
    },
    {
      id: "max",
      label: `Phrase la plus longue, ${rules.easy.maxWords} mots au plus`,
      value: String(easy.maxWords),
      ok: easy.maxWords <= rules.easy.maxWords,
    },
    {
      id: "passive",
      label: `Phrases à la voix passive, ${percent(rules.easy.passiveShare)} au plus`,
      value: percent(easy.passiveShare),
      ok: easy.passiveShare <= rules.easy.passiveShare,
    },
    {
      id: "negation",
      label: `Phrases négatives, ${percent(rules.easy.negationShare)} au plus`,
      value: percent(easy.negationShare),
      ok: easy.negationShare <= rules.easy.negationShare,
    },
    { id: "percents", label: "Pourcentages", ...none(easy.percents) },
    { id: "large", label: "Grands nombres", ...none(easy.largeNumbers) },
    { id: "spelt", label: "Nombres en lettres", ...none(easy.speltNumbers) },
    { id: "acronyms", label: "Sigles", ...none(easy.acronyms) },
    { id: "abbreviations", label: "Abréviations", ...none(easy.abbreviations) },
    { id: "foreign", label: "Mots étrangers", ...none(easy.foreign) },
    { id: "symbols", label: "Signes spéciaux", ...none(easy.symbols) },
    {
      id: "address",
      label: "S’adresse au lecteur",
      value: easy.addressed ? "oui" : "non",
      ok: easy.addressed,
    },
  ];
}
