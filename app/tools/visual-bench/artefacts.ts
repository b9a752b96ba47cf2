import type { Artefact, PromptUse } from "~/domain/artefact.ts";
import { promptText, type SlotName } from "~/engines/scene/slots.ts";
import type { Content } from "./content.ts";
import { changedSlots, slotsOf } from "./engine.ts";
import { RENDERER, received } from "./kept-image.ts";
import type { Run, State } from "./state.ts";

const BY_RULES = "composition par règles, sans modèle génératif";

/** The visual as the workspace keeps it, composed here or made elsewhere and declared. */
export function artefacts(content: Content, state: State): Artefact[] {
  const given = received(state);
  const own = given?.by === "declared" && given.asset !== null;
  if (!own && state.versions.length === 0) return [];
  const asset = given?.asset ?? state.attached;
  const run = own ? undefined : state.runs.find((r) => r.id === state.kept);
  return [
    {
      id: "visual-bench:visual",
      kind: "visual",
      title: (!given?.asset && state.overlay.title.trim()) || "Visuel",
      files: asset ? [{ role: "image", name: "visuel", assetId: asset.assetId }] : [],
      alternative: state.alt,
      mention: state.mention,
      origin: own
        ? state.own.prompt.trim()
          ? { by: "model", tool: state.own.tool, prompt: state.own.prompt }
          : null
        : run
          ? run.generated
            ? { by: "model", tool: run.generated.label, prompt: promptText(slotsOf(state, run)) }
            : { by: "rules", tool: RENDERER, prompt: promptText(slotsOf(state, run)) }
          : null,
      aiUse: {
        prompts: [...recorded(state, run), ...(own ? declared(state) : [])],
        kept: own
          ? [`Image faite ailleurs et envoyée dans l’espace\u00a0: ${state.own.asset?.name ?? ""}`]
          : run
            ? [
                `Version ${run.version}${run.variant > 0 ? `, variante ${run.variant + 1}` : ""}${run.generated ? `, ${run.generated.label}` : ""}`,
                run.note,
              ]
            : [],
        corrected: corrections(content, state),
        sources: [
          ...(own && state.own.licence.trim()
            ? [`Licence de l’outil\u00a0: ${state.own.licence}`]
            : []),
          ...(state.rights.trim() ? [`Droits et limites\u00a0: ${state.rights}`] : []),
        ],
        mentions: [content.rules.mentionSource],
      },
      remarks: [],
    },
  ];
}

/** Each version once for every maker that gave an image of it, kept or not. */
function recorded(state: State, kept: Run | undefined): PromptUse[] {
  return state.versions.flatMap((version) => {
    const makers = (version.models ?? []).map(({ label, model }) => ({
      provider: label,
      // A label that holds the name says it once.
      model: label.includes(model) ? "" : model,
    }));
    if (version.composed !== false) makers.unshift({ provider: RENDERER, model: BY_RULES });
    const by = kept?.generated?.label ?? RENDERER;
    return makers.map((maker) => ({
      version: `v${version.n}`,
      run: null,
      text: promptText(version.slots),
      ...maker,
      at: null,
      kept: version.n === kept?.version && maker.provider === by,
    }));
  });
}

function declared({ own }: State): PromptUse[] {
  if (!own.tool.trim() && !own.prompt.trim()) return [];
  const { prompt: text, tool: provider } = own;
  return [{ version: "déclaré", run: null, text, provider, model: "", at: null, kept: true }];
}

/** What each version changed in the one before, with the learner's reason. */
function corrections(content: Content, state: State) {
  const label = (name: SlotName) => content.slots.find((s) => s.id === name)?.label ?? name;
  return state.versions.slice(1).map((version, index) => {
    const before = state.versions[index]!.slots;
    const changes = changedSlots(before, version.slots).map(
      (name) =>
        `${label(name)}, «\u00a0${before[name] || "rien"}\u00a0» → «\u00a0${version.slots[name] || "rien"}\u00a0»`,
    );
    return { what: `v${version.n}, ${changes.join("\u00a0; ")}`, why: version.why };
  });
}
