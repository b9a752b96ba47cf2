import type { Figure } from "~/domain/figure.ts";
import { promptText } from "~/engines/scene/slots.ts";
import type { Content } from "./content.ts";
import { slotsOf } from "./engine.ts";
import { RENDERER } from "./kept-image.ts";
import { findings } from "./observations.ts";
import { formatNames, type State } from "./state.ts";
import { view } from "./view-model.ts";

const STATES = { true: "oui", false: "à reprendre", null: "pas encore" } as const;

/** What the dossier can show; a figure appears once there is something in it. */
export function figures(content: Content, state: State): Figure[] {
  const seen = view(content, state);
  const list: Figure[] = [];
  if (seen.versions.length > 0)
    list.push({
      id: "visual-bench:versions",
      title: "Versions du prompt visuel",
      alt: `Tableau de ${seen.versions.length} version${seen.versions.length > 1 ? "s" : ""} du prompt visuel\u00a0: texte, changement, raison.`,
      source: makers(state),
      body: {
        kind: "table",
        columns: [
          { key: "version", label: "Version" },
          { key: "prompt", label: "Prompt" },
          { key: "change", label: "Ce qui change" },
          { key: "why", label: "Pourquoi" },
        ],
        rows: seen.versions.map((v) => ({
          version: `v${v.n}`,
          prompt: promptText(v.slots),
          change:
            v.changes.length > 0
              ? v.changes
                  .map((c) => `${c.label}\u00a0: ${c.before || "rien"} → ${c.after || "rien"}`)
                  .join("\u00a0; ")
              : "première version",
          why: v.why || null,
        })),
      },
    });
  const looked = seen.runs.filter((r) => r.marks.length > 0 || r.inspected || r.note);
  if (looked.length > 0)
    list.push({
      id: "visual-bench:critique",
      title: "Critique des essais",
      alt: `Tableau de la critique de ${looked.length} essai${looked.length > 1 ? "s" : ""}\u00a0: défauts relevés et remarques.`,
      body: {
        kind: "table",
        columns: [
          { key: "run", label: "Essai" },
          { key: "marks", label: "Défauts relevés" },
          { key: "note", label: "Remarque" },
        ],
        rows: looked.map((r) => ({
          run: `v${r.version}${r.variant > 0 ? `, variante ${r.variant + 1}` : ""}${r.generated ? `, ${r.generated.label}` : ""}`,
          marks:
            r.marks.map((m) => seen.defects.find((d) => d.id === m)?.label ?? m).join(", ") ||
            "aucun",
          note: r.note || null,
        })),
      },
    });
  const sheet = imageSheet(state, seen);
  if (sheet) {
    list.push(sheet);
    const checks = findings(content, state);
    list.push({
      id: "visual-bench:checks",
      title: "Contrôles du visuel",
      alt: `Tableau de ${checks.length} contrôles du visuel, chacun avec son constat et sa source.`,
      body: {
        kind: "table",
        columns: [
          { key: "note", label: "Constat" },
          { key: "met", label: "Respecté" },
          { key: "source", label: "Source" },
        ],
        rows: checks.map((c) => ({
          note: c.note,
          met: STATES[String(c.met) as keyof typeof STATES],
          source: c.source,
        })),
      },
    });
  }
  return list;
}

/** Who made the images of these versions. */
function makers({ versions }: State): string {
  const here = `${RENDERER}, composé sur place sans modèle distant.`;
  const models = [...new Set(versions.flatMap((v) => (v.models ?? []).map((m) => m.label)))];
  if (models.length === 0) return here;
  const distant = `Images générées\u00a0: ${models.join(", ")}.`;
  return versions.some((v) => v.composed !== false) ? `${here} ${distant}` : distant;
}

function imageSheet(state: State, seen: ReturnType<typeof view>): Figure | null {
  const network = seen.networks.find((n) => n.id === seen.network)!.label;
  const common = [
    { term: "Réseau", text: network },
    { term: "Texte alternatif", text: seen.alt || "à écrire" },
    { term: "Mention", text: seen.mention || "à écrire" },
  ];
  const run = state.runs.find((r) => r.id === state.kept);
  const items =
    state.source === "own" && state.own.asset
      ? [
          {
            term: "Image",
            text: `${state.own.asset.name}, ${state.own.asset.width} × ${state.own.asset.height}\u00a0px`,
          },
          { term: "Outil déclaré", text: state.own.tool || "à déclarer" },
          { term: "Prompt déclaré", text: state.own.prompt || "à déclarer" },
          { term: "Licence", text: state.own.licence || "à déclarer" },
          ...common,
          ...(seen.rights ? [{ term: "Droits et limites", text: seen.rights }] : []),
        ]
      : run && seen.kept
        ? [
            { term: "Outil", text: run.generated?.label ?? RENDERER },
            { term: "Prompt", text: promptText(slotsOf(state, run)) },
            { term: "Format", text: seen.kept.ratio },
            ...(seen.overlay.title && !run.generated
              ? [
                  {
                    term: "Texte incrusté",
                    text: [seen.overlay.title, seen.overlay.detail].filter(Boolean).join(" · "),
                  },
                ]
              : []),
            ...common,
            ...(seen.rights ? [{ term: "Droits et limites", text: seen.rights }] : []),
            ...(state.exported
              ? [
                  {
                    term: "Fichier",
                    text: `${formatNames[state.exported.format]}, ${state.exported.bytes} octets${state.exported.sha256 ? `, SHA-256 ${state.exported.sha256}` : ""}`,
                  },
                ]
              : []),
          ]
        : null;
  return items
    ? {
        id: "visual-bench:image",
        title: "Fiche du visuel",
        alt: "Liste\u00a0: d’où vient le visuel, son prompt, son format, son texte alternatif, sa mention, ses droits.",
        body: { kind: "list", items },
      }
    : null;
}
