import type { Finding } from "~/domain/finding.ts";
import { altFaults } from "~/engines/alt-text-check.ts";
import { defectsOf } from "~/engines/scene/compose.ts";
import { read } from "~/engines/scene/reading.ts";
import { type Ratio, ratioNames, type SlotName, slotNames } from "~/engines/scene/slots.ts";
import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import type { Content, Rule } from "./content.ts";
import { brandColours, changedSlots, slotsOf } from "./engine.ts";
import { type Measures, measureKept, received } from "./kept-image.ts";
import { formatNames, type State } from "./state.ts";

export type Observation = { rule: Rule; met: boolean | null; note: string; source: string };
export const OWN_CHOICE = "Repère choisi par la plateforme, non officiel";
const USAGE = "Usage professionnel des prompts d’image";
const NO_IMAGE = "Se lit quand une image est gardée.";
const ELSEWHERE =
  "Ne se mesure que sur une image composée ici\u00a0: vérifiez-le vous-même sur la vôtre.";

const fr = (n: number, digits = 1): string => String(Number(n.toFixed(digits))).replace(".", ",");
const list = (items: readonly string[]): string => items.join(", ");

/** Everything the bench observed by itself; never a mark. */
export function findings(content: Content, state: State): Finding[] {
  const measures = received(state) ? null : measureKept(content, state);
  return [
    ...promptObservations(content, state),
    ...imageObservations(content, state, measures),
    ...wordObservations(content, state, measures),
    ...honestyObservations(content, state),
  ].map((o) => ({ ...o, criterion: content.criteria[o.rule] ?? null }));
}

function promptObservations(content: Content, state: State): Observation[] {
  const last = state.versions.at(-1);
  const own = state.source === "own";
  const understood = last ? read(last.slots, brandColours(content)).understood : {};
  const label = (name: SlotName) =>
    `«\u00a0${content.slots.find((s) => s.id === name)?.label ?? name}\u00a0»`;
  const said = slotNames.filter((name) => understood[name]);
  const vague = last
    ? slotNames.filter((name) => last.slots[name].trim() && !understood[name])
    : [];
  const missing = last ? slotNames.filter((name) => !last.slots[name].trim()) : [];
  const enough = said.length >= content.rules.leastSlots;

  const steps = state.versions
    .slice(1)
    .map((v, i) => changedSlots(state.versions[i]!.slots, v.slots).length);
  const single = steps.filter((n) => n <= 2).length;
  const inspected = state.runs.filter((r) => r.inspected);
  const missed = inspected.filter((r) => {
    const defects = defectsOf(read(slotsOf(state, r), brandColours(content)));
    return (
      defects.some((d) => !r.marks.includes(d)) ||
      r.marks.some((m) => !(defects as string[]).includes(m))
    );
  });
  return [
    {
      rule: "prompt-complete",
      met: !last ? (own ? state.own.prompt.trim().length >= 80 : null) : enough,
      note: !last
        ? own
          ? state.own.prompt.trim().length >= 80
            ? "Le prompt employé ailleurs est donné en entier."
            : "Donnez en entier le prompt employé ailleurs\u00a0: sujet, style, cadrage, lumière, palette, format, à éviter."
          : "Se lit au premier essai."
        : enough
          ? `${said.length} éléments sur ${slotNames.length} sont précisés et compris.`
          : `${said.length} ${said.length < 2 ? "élément" : "éléments"} sur ${slotNames.length} ${said.length < 2 ? "est compris" : "sont compris"}\u202f; visez-en ${content.rules.leastSlots}.${missing.length > 0 ? ` Non remplis\u00a0: ${list(missing.map(label))}.` : ""}${vague.length > 0 ? ` Remplis, mais trop vagues pour être compris\u00a0: ${list(vague.map(label))}.` : ""}`,
      source: `${USAGE}\u00a0; nombre choisi par la plateforme`,
    },
    {
      rule: "one-change",
      met: steps.length === 0 ? null : single === steps.length,
      note:
        steps.length === 0
          ? "Se lit à partir de la deuxième version."
          : single === steps.length
            ? `${state.versions.length} versions, une ou deux choses changées à la fois\u00a0: vous savez ce qui a fait la différence.`
            : `${steps.length - single} version${steps.length - single > 1 ? "s changent" : " change"} plus de deux éléments d’un coup\u00a0: on ne sait plus lequel a compté. Changez-en un à la fois.`,
      source: USAGE,
    },
    {
      rule: "defects-seen",
      met: inspected.length === 0 ? null : missed.length === 0,
      note:
        inspected.length === 0
          ? received(state)
            ? "Cherchez dans votre image les défauts habituels (mains, textes, logos, incohérences) et notez-les dans les droits et limites."
            : "Examinez au moins un essai\u00a0: relevez ses défauts, puis demandez à les voir."
          : missed.length === 0
            ? `Les défauts de ${inspected.length > 1 ? `vos ${inspected.length} essais examinés` : "l’essai examiné"} ont tous été relevés, sans en inventer.`
            : `Sur ${inspected.length} essai${inspected.length > 1 ? "s" : ""} examiné${inspected.length > 1 ? "s" : ""}, ${missed.length} comporte${missed.length > 1 ? "nt" : ""} un défaut non vu ou vu à tort\u00a0: relisez ce que l’outil en dit, puis examinez un autre essai.`,
      source: "Comparaison automatique avec ce que le moteur a dessiné",
    },
  ];
}

/** The ratio of an image made elsewhere, when it is one of ours to a hundredth. */
export function nearestRatio(width: number, height: number): Ratio | null {
  return (
    ratioNames.find((name) => {
      const [a, b] = name.split(":").map(Number) as [number, number];
      return Math.abs(a / b - width / height) < 0.012;
    }) ?? null
  );
}

function shownRatio(state: State, measures: Measures | null): Ratio | null {
  const given = received(state);
  if (given) return given.asset ? nearestRatio(given.asset.width, given.asset.height) : null;
  return measures?.ratio ?? null;
}

function imageObservations(
  content: Content,
  state: State,
  measures: Measures | null,
): Observation[] {
  const network = content.networks.find((n) => n.id === state.network)!;
  const given = received(state);
  const present = given ? given.asset !== null : measures !== null;
  const ratio = shownRatio(state, measures);
  const fits = ratio !== null && network.formats.some((f) => f.ratio === ratio);
  const offered = list(network.formats.map((f) => `${f.ratio} (${f.label})`));
  const { palette } = content.rules;
  return [
    {
      rule: "ratio-network",
      met: present ? fits : null,
      note: !present
        ? NO_IMAGE
        : fits
          ? `Le format ${ratio} convient à ${network.label}.`
          : `${ratio ? `Le format ${ratio}` : `Le format ${given?.asset?.width} × ${given?.asset?.height}`} n’est pas un format de ${network.label}\u00a0: choisissez ${offered}.`,
      source: network.source,
    },
    {
      rule: "format-ordered",
      met: present ? ratio === content.expected.ratio : null,
      note: !present
        ? NO_IMAGE
        : ratio === content.expected.ratio
          ? "L’image est au format que le client a commandé."
          : "Ce n’est pas le format que le client a commandé\u00a0: relisez ce qu’il en a dit à l’entretien, ou redemandez-le-lui.",
      source: "La commande du client",
    },
    {
      rule: "palette-charter",
      met: measures ? measures.palette.mean <= palette.max : null,
      note: given
        ? ELSEWHERE
        : !measures
          ? NO_IMAGE
          : measures.palette.mean <= palette.max
            ? `Les couleurs tiennent dans la charte\u00a0: écart moyen ΔE ${fr(measures.palette.mean)}, pour ${fr(palette.max)} au plus.`
            : `Les couleurs s’éloignent de la charte\u00a0: écart moyen ΔE ${fr(measures.palette.mean)}, pour ${fr(palette.max)} au plus. La plus étrangère est ${farthest(measures)}. Nommez les couleurs de la charte dans la palette.`,
      source: palette.source,
    },
  ];
}

function farthest(measures: Measures): string {
  const worst = [...measures.palette.colours].sort(
    (a, b) => b.distance * Math.sqrt(b.share) - a.distance * Math.sqrt(a.share),
  )[0];
  return worst ? `${worst.hex} (${fr(worst.share * 100, 0)}\u00a0% de l’image)` : "inconnue";
}

const WHAT = {
  title: "Le titre",
  detail: "Le second texte",
  mention: "La mention incrustée",
} as const;

function wordObservations(
  content: Content,
  state: State,
  measures: Measures | null,
): Observation[] {
  const { contrast, overlay, marginSource } = content.rules;
  const network = content.networks.find((n) => n.id === state.network)!;
  const waiting = received(state)
    ? ELSEWHERE
    : measures
      ? "Aucun texte n’est incrusté\u00a0: rien à mesurer."
      : NO_IMAGE;
  const blocks = measures?.blocks ?? [];
  const low = (measures?.contrast ?? []).filter(
    (c) => c.worst < (c.large ? contrast.large : contrast.text),
  );
  const small = blocks.filter(
    (b) => b.what !== "mention" && b.size < overlay.size * (measures?.width ?? 0),
  );
  const words = blocks
    .filter((b) => b.what !== "mention")
    .flatMap((b) => b.lines.join(" ").split(/\s+/))
    .filter((w) => /\p{L}|\d/u.test(w)).length;
  const some = blocks.length > 0;
  const outside = measures?.outside ?? [];
  return [
    {
      rule: "overlay-contrast",
      met: some ? low.length === 0 : null,
      note: !some
        ? waiting
        : low.length === 0
          ? `Contraste mesuré sur les pixels sous le texte\u00a0: ${list(measures!.contrast.map((c) => `${WHAT[c.block.what].toLowerCase()} ${fr(c.worst)}:1`))}.`
          : `${low.map((c) => `${WHAT[c.block.what]} descend à ${fr(c.worst)}:1 sur un dixième de sa surface\u00a0; il faut ${fr(c.large ? contrast.large : contrast.text)}:1`).join(". ")}. Changez sa couleur, sa place, ou posez un voile ou un bandeau.`,
      source: contrast.source,
    },
    {
      rule: "overlay-size",
      met: some ? small.length === 0 : null,
      note: !some
        ? waiting
        : small.length === 0
          ? "Le texte incrusté se lit sur un téléphone."
          : `${list(small.map((b) => WHAT[b.what]))}\u00a0: moins de ${fr(overlay.size * 100)}\u00a0% du petit côté. Agrandissez ou raccourcissez le texte.`,
      source: overlay.source,
    },
    {
      rule: "overlay-words",
      met: some ? words <= overlay.words : null,
      note: !some
        ? waiting
        : words <= overlay.words
          ? `${words} mot${words > 1 ? "s" : ""} incrusté${words > 1 ? "s" : ""}\u00a0: l’image reste une image.`
          : `${words} mots incrustés, pour ${overlay.words} au plus\u00a0: passez le reste dans la légende.`,
      source: overlay.source,
    },
    {
      rule: "safe-zone",
      met: some ? outside.length === 0 : null,
      note: !some
        ? waiting
        : outside.length === 0
          ? `Le texte reste dans la zone que ${network.label} laisse libre.`
          : `${list(outside.map((b) => WHAT[b.what]))} dépasse${outside.length > 1 ? "nt" : ""} de la zone sûre de ${network.label}\u00a0: les boutons du réseau le couvriraient. Changez de place ou de taille.`,
      source: measures?.ratio === "9:16" ? network.source : marginSource,
    },
  ];
}

const IMITATION =
  /\b(?:à la manière d(?:e|u|’)|dans le style d(?:e|u|’)|façon|comme un tableau de|inspiré(?:e|s)? d(?:e|u|’))\s*(?:la |le |l’)?(\p{Lu}[\p{L}’-]+)/u;

function honestyObservations(content: Content, state: State): Observation[] {
  const { alt: altRules, altSource, mention, mentionSource, imitationSource } = content.rules;
  const own = state.source === "own";
  const present = own ? state.own.asset !== null : state.kept !== null;
  const alt = state.alt.trim();
  const faults = altFaults(alt, altRules, { decorative: false });
  const words = [state.overlay.title, state.overlay.detail]
    .join(" ")
    .split(/\s+/)
    .filter((w) => w.length > 3);
  const altWords = foldWords(alt);
  const told = words.filter((w) => foldWords(w).every((f) => altWords.includes(f)));
  const given = received(state);
  const unsaid = !given && words.length > 0 && told.length < words.length * 0.8;
  const altOk = faults.length === 0 && !unsaid;
  const mentioned = findAny(`${state.mention} ${given ? "" : state.overlay.mention}`, mention);
  const prompts = [
    ...state.versions.map((v) => Object.values(v.slots).join(". ")),
    state.own.prompt,
  ];
  const imitated = prompts.map((p) => IMITATION.exec(p.replaceAll("'", "’"))?.[1]).find(Boolean);
  const current = own
    ? state.own.prompt
    : Object.values(state.versions.at(-1)?.slots ?? {}).join(". ");
  const wanted = withoutExclusions(
    own
      ? current
      : Object.entries(state.versions.at(-1)?.slots ?? {})
          .filter(([k]) => k !== "exclusions")
          .map(([, v]) => v)
          .join(". "),
  );
  const trap = content.expected.misleading.find((m) => findAny(wanted, m.words));
  const declared = [state.own.tool, state.own.prompt, state.own.licence].filter((t) =>
    t.trim(),
  ).length;
  return [
    {
      rule: "alt-text",
      met: present || alt ? altOk : null,
      note:
        !present && !alt
          ? "S’écrit une fois l’image choisie."
          : altOk
            ? "Le texte alternatif est présent et bien formé. Vérifiez qu’il dit ce que l’image apporte à votre public."
            : [
                ...faults.map((f) => f.message),
                ...(unsaid
                  ? [
                      "Le texte incrusté ne se retrouve pas dans l’alternative\u00a0: qui ne voit pas l’image doit l’apprendre aussi.",
                    ]
                  : []),
              ].join(" "),
      source: altSource,
    },
    {
      rule: "mention",
      met: present ? mentioned : null,
      note: !present
        ? NO_IMAGE
        : mentioned
          ? "Une mention dit que l’image a été produite par un outil."
          : "Rien ne dit que l’image est générée\u00a0: écrivez la mention qui accompagnera la publication.",
      source: mentionSource,
    },
    {
      rule: "rights",
      met: present ? (own ? declared === 3 : state.rights.trim().length >= 20) : null,
      note: !present
        ? NO_IMAGE
        : own
          ? declared === 3
            ? "Outil, prompt et licence sont déclarés."
            : "Déclarez l’outil, le prompt et la licence de l’image produite ailleurs."
          : state.rights.trim().length >= 20
            ? "Les droits et les limites sont notés."
            : "Notez les droits\u00a0: d’où vient l’image, ce que vous avez le droit d’en faire, ce qu’elle ne doit pas laisser croire.",
      source: "Droit d’auteur et conditions de l’outil, code de la propriété intellectuelle",
    },
    {
      rule: "no-imitation",
      met: prompts.some((p) => p.trim()) ? !imitated : null,
      note: imitated
        ? `Un prompt demande d’imiter «\u00a0${imitated}\u00a0»\u00a0: décrivez la technique (trait, couleurs, matière) plutôt qu’une personne ou une marque.`
        : "Aucun prompt ne demande d’imiter une personne ou une marque nommée.",
      source: imitationSource,
    },
    {
      rule: "not-misleading",
      met: wanted.trim() ? !trap : null,
      note: trap
        ? trap.note
        : wanted.trim()
          ? "Rien dans le prompt ne cherche à faire passer l’image pour ce qu’elle n’est pas."
          : "Se lit au premier essai.",
      source: mentionSource,
    },
    {
      rule: "provenance",
      met: own
        ? state.own.asset
          ? declared === 3
          : null
        : state.kept
          ? given !== null || state.exported !== null
          : null,
      note: own
        ? "La provenance de votre image est celle que vous déclarez\u00a0: le fichier envoyé est nettoyé de ses métadonnées."
        : !state.kept
          ? NO_IMAGE
          : given
            ? `Le fichier de l’espace porte sa provenance (IPTC, trainedAlgorithmicMedia)\u00a0; l’essai dit quel modèle l’a fait\u00a0: ${given.tool}.`
            : state.exported
              ? `Fichier ${formatNames[state.exported.format]} rendu avec sa provenance (IPTC, algorithmicMedia)${state.exported.sha256 ? `, empreinte ${state.exported.sha256.slice(0, 12)}…` : ""}.`
              : "Rendez le fichier\u00a0: sa provenance est écrite dedans.",
      source: "IPTC Photo Metadata Standard, digitalsourcetype",
    },
  ];
}

const withoutExclusions = (text: string): string =>
  text.replace(/\b(?:sans|pas d(?:e|’)|éviter|aucune?)\b[^.,;]*/gi, "");
const findAny = (text: string, patterns: readonly string[]): boolean => {
  const folded = foldWords(text);
  return patterns.some((p) => holdsPhrase(folded, p));
};
