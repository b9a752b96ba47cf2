import type { Finding } from "~/domain/finding.ts";
import { asksForFlashes, readShot } from "~/engines/scene/shot-line.ts";
import { captionCues, filmSeconds } from "~/engines/scene/storyboard.ts";
import { checkCues } from "~/engines/subtitle-check.ts";
import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import type { Content, Rule } from "./content.ts";
import { fingerprintOf, storyboardOf } from "./engine.ts";
import { formatNames, type State } from "./state.ts";

type Observation = { rule: Rule; met: boolean | null; note: string; source: string };
const USAGE =
  "Usage professionnel des prompts d’animation, «\u00a0[mouvement]\u00a0: [scène]. [détails]\u00a0»";
const OWN_CHOICE = "Repère choisi par la plateforme, non officiel";
const NO_SHOT = "Se lit quand un plan est écrit.";

const fr = (n: number): string => String(Number(n.toFixed(1))).replace(".", ",");
const s = (n: number): string => `${fr(n)}\u00a0s`;
const plans = (indexes: readonly number[]): string =>
  indexes.length === 1
    ? `le plan ${indexes[0]! + 1}`
    : `les plans ${indexes.map((i) => i + 1).join(", ")}`;

/** True when the last file shows the storyboard as it is now. */
export const isFresh = (content: Content, state: State): boolean =>
  state.rendered !== null && state.rendered.board === fingerprintOf(storyboardOf(content, state));

/** Everything the bench observed by itself; never a mark. */
export function findings(content: Content, state: State): Finding[] {
  const list = [
    ...shotObservations(content, state),
    ...timeObservations(content, state),
    ...accessObservations(content, state),
    ...honestyObservations(content, state),
  ];
  return list.map((o) => ({ ...o, criterion: content.criteria[o.rule] ?? null }));
}

const where = <T>(list: readonly T[], test: (item: T, i: number) => boolean): number[] =>
  list.flatMap((item, i) => (test(item, i) ? [i] : []));

function shotObservations(content: Content, state: State): Observation[] {
  const { shots } = state;
  const readings = shots.map((shot) => readShot(shot.line));
  const some = shots.length > 0;
  const incomplete = where(readings, (r) => r.faults.some((f) => f.id !== "two-movements"));
  const crowded = where(readings, (r) => r.named.length > 1);
  const { least, most, source } = content.rules.shots;
  const subjects = new Set(readings.flatMap((r) => foldWords(r.scene).filter((w) => w.length > 4)));
  const repeated = [...subjects].filter(
    (word) =>
      readings.filter((r) => foldWords(`${r.scene} ${r.details}`).includes(word)).length > 1,
  );
  const counted = shots.length >= least && shots.length <= most;
  return [
    {
      rule: "shots-written",
      met: some ? incomplete.length === 0 && counted : null,
      note: !some
        ? NO_SHOT
        : incomplete.length > 0
          ? `Il manque quelque chose dans ${plans(incomplete)}\u00a0: ${readings[incomplete[0]!]!.faults.find((f) => f.id !== "two-movements")!.message}`
          : counted
            ? `${shots.length} plans écrits en entier\u00a0: mouvement, scène, détails.`
            : `${shots.length} plan${shots.length > 1 ? "s" : ""}\u00a0: prévoyez-en de ${least} à ${most}.`,
      source: incomplete.length > 0 ? USAGE : source,
    },
    {
      rule: "one-movement",
      met: some ? crowded.length === 0 : null,
      note: !some
        ? NO_SHOT
        : crowded.length === 0
          ? "Un seul mouvement par plan."
          : `Plusieurs mouvements dans ${plans(crowded)}\u00a0: un modèle les mélange. Gardez-en un, ou coupez le plan en deux.`,
      source: USAGE,
    },
    {
      rule: "continuity",
      met: shots.length > 1 ? repeated.length > 0 : null,
      note:
        shots.length < 2
          ? "Se lit à partir de deux plans."
          : repeated.length > 0
            ? `Un fil relie les plans\u00a0: «\u00a0${repeated.slice(0, 3).join("\u00a0», «\u00a0")}\u00a0».`
            : "Aucun mot ne revient d’un plan à l’autre\u00a0: reprenez le même sujet ou le même décor, pour que l’on suive.",
      source: OWN_CHOICE,
    },
    {
      rule: "versions",
      met: some ? state.versions.length >= 2 : null,
      note: !some
        ? NO_SHOT
        : state.versions.length >= 2
          ? `${state.versions.length} versions gardées${state.versions.some((v) => v.why) ? ", avec leur raison" : ""}.`
          : "Gardez une version avant de changer quelque chose\u00a0: il en faut deux pour montrer votre démarche.",
      source: USAGE,
    },
  ];
}

function timeObservations(content: Content, state: State): Observation[] {
  const { shots } = state;
  const some = shots.length > 0;
  const total = filmSeconds(state);
  const network = content.networks.find((n) => n.id === state.network)!;
  const { seconds, hook } = content.rules;
  const inBounds = total >= seconds.least && total <= seconds.most;
  const onNetwork = total >= network.least && total <= network.most;
  const opening = shots[0];
  const early = opening
    ? Boolean(opening.caption.trim() || opening.title.trim()) ||
      shots
        .filter((_, i) => filmSeconds({ shots: shots.slice(0, i) }) < hook.seconds)
        .some((shot) => shot.caption.trim() || shot.title.trim())
    : false;
  const quick = opening ? opening.seconds <= hook.seconds + 1 : false;
  return [
    {
      rule: "duration",
      met: some ? inBounds && onNetwork : null,
      note: !some
        ? NO_SHOT
        : !inBounds
          ? `L’animation dure ${s(total)}\u00a0: il en faut de ${fr(seconds.least)} à ${s(seconds.most)}.`
          : onNetwork
            ? `L’animation dure ${s(total)}, ce qui convient à ${network.label}.`
            : `L’animation dure ${s(total)}\u00a0: sur ${network.label}, visez de ${fr(network.least)} à ${s(network.most)}.`,
      source: inBounds ? network.source : seconds.source,
    },
    {
      rule: "hook",
      met: some ? early && quick : null,
      note: !some
        ? NO_SHOT
        : early && quick
          ? `On comprend de quoi il s’agit dans les ${fr(hook.seconds)} premières secondes.`
          : !early
            ? `Rien ne dit le sujet dans les ${fr(hook.seconds)} premières secondes\u00a0: un titre ou un sous-titre au premier plan.`
            : `Le premier plan dure ${s(opening!.seconds)}\u00a0: coupez plus tôt.`,
      source: hook.source,
    },
    {
      rule: "ratio-network",
      met: some ? network.ratios.includes(state.ratio) : null,
      note: !some
        ? NO_SHOT
        : network.ratios.includes(state.ratio)
          ? `Le format ${state.ratio} convient à ${network.label}.`
          : `Le format ${state.ratio} n’est pas un format vidéo de ${network.label}\u00a0: choisissez ${network.ratios.join(" ou ")}.`,
      source: network.source,
    },
    {
      rule: "format-ordered",
      met: some ? state.ratio === content.expected.ratio && total >= content.expected.least : null,
      note: !some
        ? NO_SHOT
        : state.ratio === content.expected.ratio && total >= content.expected.least
          ? "Le format et la durée sont ceux que le client a commandés."
          : "Le format ou la durée ne sont pas ceux que le client a commandés\u00a0: relisez ce qu’il en a dit à l’entretien, ou redemandez-le-lui.",
      source: "La commande du client",
    },
  ];
}

function accessObservations(content: Content, state: State): Observation[] {
  const { captions, captionsSource, flashes, alternative } = content.rules;
  const read = checkCues(captionCues(state), captions);
  const spoken = read.length > 0;
  const faultsOf = (rules: readonly string[]) =>
    read.flatMap(({ reading }) =>
      reading.faults.filter((f) => f.serious && rules.includes(f.rule)),
    );
  const fast = faultsOf(["charter"]);
  const speedy = read.filter(({ reading }) => (reading.speed ?? 0) > captions.comfort);
  const wide = faultsOf(["lines", "width"]);
  const asked = where(state.shots, (shot) => asksForFlashes(shot.line));
  const fresh = isFresh(content, state);
  const some = state.shots.length > 0;
  const words = state.alternative.trim();
  const missing = state.shots
    .flatMap((shot) => [shot.title, shot.caption])
    .filter((t) => t.trim() && !foldWords(words).join(" ").includes(foldWords(t).join(" ")));
  return [
    {
      rule: "caption-speed",
      met: spoken ? speedy.length === 0 && fast.length === 0 : null,
      note: !spoken
        ? "Aucun sous-titre\u00a0: rien à mesurer. Toute parole ou information utile en demande un."
        : speedy.length === 0 && fast.length === 0
          ? `Les sous-titres se lisent\u00a0: ${fr(Math.max(...read.map(({ reading }) => reading.speed ?? 0)))} signes par seconde au plus.`
          : `Trop rapide\u00a0: «\u00a0${(speedy[0] ?? read[0])!.cue.text.replace(/\n/g, " ")}\u00a0», ${fr((speedy[0] ?? read[0])!.reading.speed ?? 0)} signes par seconde pour ${captions.comfort}. Raccourcissez ou allongez le plan.`,
      source: captionsSource,
    },
    {
      rule: "caption-lines",
      met: spoken ? wide.length === 0 : null,
      note: !spoken
        ? "Aucun sous-titre\u00a0: rien à mesurer."
        : wide.length === 0
          ? `Deux lignes au plus, de ${captions.lineComfort} signes environ.`
          : wide[0]!.message,
      source: captionsSource,
    },
    {
      rule: "no-flash-asked",
      met: some ? asked.length === 0 : null,
      note: !some
        ? NO_SHOT
        : asked.length === 0
          ? "Aucun plan ne demande d’éclair ni de clignotement."
          : `Un clignotement est demandé dans ${plans(asked)}\u00a0: il peut déclencher une crise d’épilepsie. Retirez-le.`,
      source: flashes.source,
    },
    {
      rule: "flashes",
      met: fresh ? state.rendered!.flashes <= flashes.perSecond : null,
      note: !fresh
        ? "Se mesure au rendu, sur les images du fichier."
        : state.rendered!.flashes <= flashes.perSecond
          ? `Éclairs comptés sur les images du fichier\u00a0: ${state.rendered!.flashes} par seconde au plus, pour ${flashes.perSecond} admis.`
          : `Danger\u00a0: ${state.rendered!.flashes} éclairs par seconde dans le fichier, pour ${flashes.perSecond} admis. Ne publiez pas\u00a0: corrigez le plan et rendez de nouveau.`,
      source: flashes.source,
    },
    {
      rule: "poster",
      met: some ? state.poster !== null && state.posterAlt.trim() !== "" : null,
      note: !some
        ? NO_SHOT
        : state.poster === null
          ? "Choisissez l’image qui représente l’animation avant sa lecture."
          : state.posterAlt.trim()
            ? "L’image d’attente est choisie et décrite."
            : "Décrivez l’image d’attente\u00a0: elle s’affiche quand la vidéo ne se lance pas.",
      source: "WCAG 2.2 (1.1.1) et pratique métier",
    },
    {
      rule: "alternative",
      met: some ? words.length >= alternative.min && missing.length === 0 : null,
      note: !some
        ? NO_SHOT
        : words.length < alternative.min
          ? `Écrivez le texte équivalent de l’animation\u00a0: ${alternative.min} signes au moins, plan par plan.`
          : missing.length > 0
            ? `Le texte équivalent ne reprend pas «\u00a0${missing[0]}\u00a0», que l’on lit à l’écran.`
            : "Le texte équivalent dit ce que montre l’animation, mots à l’écran compris.",
      source: alternative.source,
    },
  ];
}

function honestyObservations(content: Content, state: State): Observation[] {
  const { mention, mentionSource, ending } = content.rules;
  const some = state.shots.length > 0;
  const holds = (text: string, patterns: readonly string[]) => {
    const folded = foldWords(text);
    return patterns.some((p) => holdsPhrase(folded, p));
  };
  const mentioned = holds(`${state.mention} ${state.stamp}`, mention);
  const last = state.shots.at(-1);
  const ends = last ? holds(`${last.title} ${last.caption}`, ending.words) : false;
  const wanted = state.shots
    .map((shot) => shot.line.replace(/\b(?:sans|pas d(?:e|’))\b[^.,;]*/gi, ""))
    .join(". ");
  const trap = content.expected.misleading.find((m) => holds(`${wanted}. ${state.style}`, m.words));
  const fresh = isFresh(content, state);
  return [
    {
      rule: "mention",
      met: some ? mentioned : null,
      note: !some
        ? NO_SHOT
        : mentioned
          ? "Une mention dit que l’animation a été produite par un outil."
          : "Rien ne dit que l’animation est générée\u00a0: écrivez la mention qui l’accompagne.",
      source: mentionSource,
    },
    {
      rule: "ending",
      met: some ? ends : null,
      note: !some
        ? NO_SHOT
        : ends
          ? "Le dernier plan appelle une action."
          : "Le dernier plan n’appelle aucune action\u00a0: dites où, quand, ou que faire.",
      source: ending.source,
    },
    {
      rule: "not-misleading",
      met: some ? !trap : null,
      note: trap
        ? trap.note
        : some
          ? "Rien dans les plans ne cherche à faire passer l’animation pour ce qu’elle n’est pas."
          : NO_SHOT,
      source: mentionSource,
    },
    {
      rule: "rendered",
      met: state.rendered ? fresh : null,
      note: !state.rendered
        ? "Rendez l’animation en vidéo ou en GIF."
        : fresh
          ? `Fichier ${formatNames[state.rendered.format]} de ${s(state.rendered.seconds)}, ${state.rendered.width} × ${state.rendered.height}\u00a0px${state.rendered.sha256 ? `, empreinte ${state.rendered.sha256.slice(0, 12)}…` : ""}.`
          : "Le découpage a changé depuis le dernier rendu\u00a0: rendez de nouveau.",
      source: OWN_CHOICE,
    },
  ];
}
