import type { Artefact, ArtefactFile, PromptUse } from "~/domain/artefact.ts";
import { captionCues, type Shot } from "~/engines/scene/storyboard.ts";
import { writeVtt } from "~/engines/subtitle-cues.ts";
import type { Content } from "./content.ts";
import { isFresh } from "./observations.ts";
import { formatNames, type State } from "./state.ts";

const RENDERER = "Modèle d’entraînement hors ligne";
const BY_RULES = "animation par règles, sans modèle génératif";

/** The film as the workspace keeps it, with its captions, its waiting picture and its words. */
export function artefacts(content: Content, state: State): Artefact[] {
  if (state.shots.length === 0) return [];
  const { rendered, attached } = state;
  const fresh = isFresh(content, state);
  const prompts = versions(state);
  return [
    {
      id: "animation-bench:film",
      kind: "animation",
      title: "Animation",
      files: files(state),
      alternative: state.alternative,
      mention: state.mention,
      origin: null,
      aiUse: {
        prompts,
        kept:
          rendered && attached.video
            ? [
                `Film ${formatNames[rendered.format]} de ${String(rendered.seconds).replace(".", ",")}\u00a0s, ${rendered.width} × ${rendered.height}\u00a0px`,
              ]
            : [],
        corrected: state.versions.slice(1).map((version, index) => ({
          what: `v${version.n}, ${changes(state.versions[index]!, version)}`,
          why: version.why,
        })),
        sources: [],
        mentions: [content.rules.mentionSource],
      },
      remarks:
        attached.video && !fresh
          ? [
              "Le film gardé ne montre plus le découpage actuel\u00a0: rendez-le et gardez-le de nouveau.",
            ]
          : [],
    },
  ];
}

function files(state: State): ArtefactFile[] {
  const { video, poster } = state.attached;
  const cues = captionCues(state);
  return [
    ...(video ? [{ role: "video" as const, name: "animation", assetId: video }] : []),
    ...(cues.length > 0
      ? [
          {
            role: "captions" as const,
            name: "animation.vtt",
            text: writeVtt(cues),
            type: "text/vtt",
          },
        ]
      : []),
    ...(poster
      ? [
          {
            role: "poster" as const,
            name: "image-d-attente",
            assetId: poster,
            alternative: state.posterAlt,
          },
        ]
      : []),
  ];
}

type Look = { shots: readonly Shot[]; style: string; palette: string };
const textOf = ({ shots, style, palette }: Look): string =>
  [...shots.map((s) => s.line), `Style\u00a0: ${style}. Palette\u00a0: ${palette}.`].join("\n");

/** The kept versions, then the storyboard as it stands when none of them is it. */
function versions(state: State): PromptUse[] {
  const now = textOf(state);
  const by = { run: null, provider: RENDERER, model: BY_RULES, at: null };
  const saved = state.versions.map((version) => ({
    ...by,
    version: `v${version.n}`,
    text: textOf(version),
    kept: false,
  }));
  const last = saved.at(-1);
  return last?.text === now
    ? [...saved.slice(0, -1), { ...last, kept: true }]
    : [...saved, { ...by, version: "en cours", text: now, kept: true }];
}

function changes(before: Look, after: Look): string {
  const lines = new Set(before.shots.map((s) => s.line));
  const fresh = after.shots.filter((s) => !lines.has(s.line)).map((s) => `«\u00a0${s.line}\u00a0»`);
  return fresh.length > 0
    ? `plans écrits ou réécrits\u00a0: ${fresh.join(", ")}`
    : "mêmes plans, autre ordre, durée ou style";
}
