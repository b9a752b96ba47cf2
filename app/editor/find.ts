import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

type Match = { from: number; to: number };
type FindState = { query: string; matches: Match[]; current: number; drawn: DecorationSet };
type FindMeta = { query?: string; current?: number; refresh?: true };

const MAX_MATCHES = 2000;
const REFRESH_DELAY = 250;
const key = new PluginKey<FindState>("find");
const nothing: FindState = { query: "", matches: [], current: -1, drawn: DecorationSet.empty };

/** Lower case, without accents, with plain quotes and spaces, character for character: positions stay the same. */
export function fold(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) folded += foldUnit(text[i] as string);
  return folded;
}

const folds = new Map<string, string>([
  ["’", "'"],
  ["\u00A0", " "],
  ["\u202F", " "],
]);

function foldUnit(unit: string): string {
  let folded = folds.get(unit);
  if (folded === undefined) {
    folded = unit.normalize("NFD").charAt(0).toLowerCase();
    if (folded.length !== 1) folded = unit;
    folds.set(unit, folded);
  }
  return folded;
}

/** Where the query stands in the document, accents and case aside; at most 2,000 places. */
export function findMatches(doc: Node, query: string): Match[] {
  const wanted = fold(query);
  const matches: Match[] = [];
  if (wanted === "") return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return matches.length < MAX_MATCHES;
    const text = fold(node.textBetween(0, node.content.size, undefined, "\uFFFC"));
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (matches.length >= MAX_MATCHES) break;
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
    return false;
  });
  return matches;
}

function search(state: EditorState, query: string, near: number): FindState {
  const matches = findMatches(state.doc, query);
  const next = matches.findIndex((match) => match.from >= near);
  return draw(state, {
    ...nothing,
    query,
    matches,
    current: matches.length > 0 ? Math.max(0, next) : -1,
  });
}

function draw(state: EditorState, find: FindState): FindState {
  const decorations = find.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, {
      class: index === find.current ? "found found-current" : "found",
    }),
  );
  return { ...find, drawn: DecorationSet.create(state.doc, decorations) };
}

/** Finds text inside the editor. With no query the plugin costs nothing. */
export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => nothing,
        apply(tr, find, _old, state) {
          const meta = tr.getMeta(key) as FindMeta | undefined;
          if (meta?.query !== undefined) {
            return meta.query === "" ? nothing : search(state, meta.query, state.selection.from);
          }
          if (find.query === "") return find;
          if (meta?.refresh)
            return search(state, find.query, find.matches[find.current]?.from ?? 0);
          if (meta?.current !== undefined) return draw(state, { ...find, current: meta.current });
          if (!tr.docChanged) return find;
          const matches = find.matches.map(({ from, to }) => ({
            from: tr.mapping.map(from),
            to: tr.mapping.map(to),
          }));
          return { ...find, matches, drawn: find.drawn.map(tr.mapping, tr.doc) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
      view: () => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        return {
          update(view, before) {
            if (!key.getState(view.state)?.query || view.state.doc === before.doc) return;
            clearTimeout(timer);
            timer = setTimeout(
              () => view.dispatch(view.state.tr.setMeta(key, { refresh: true })),
              REFRESH_DELAY,
            );
          },
          destroy: () => clearTimeout(timer),
        };
      },
    }),
  ],
});

/** How many places were found, and which one is current (0 = none). */
export function findCount(state: EditorState): { current: number; total: number } {
  const find = key.getState(state) ?? nothing;
  return { current: find.current + 1, total: find.matches.length };
}

/** Looks for another text; "" stops looking. */
export function setQuery(editor: Editor, query: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { query } satisfies FindMeta));
  reveal(editor);
}

/** Goes to the next place (1) or the previous one (-1), round and round. */
export function step(editor: Editor, by: 1 | -1): void {
  const find = key.getState(editor.state) ?? nothing;
  const total = find.matches.length;
  if (total === 0) return;
  const current = (find.current + by + total) % total;
  editor.view.dispatch(editor.state.tr.setMeta(key, { current } satisfies FindMeta));
  reveal(editor);
}

/** Selects the current place and brings it into sight; the focus stays where it is. */
function reveal(editor: Editor): void {
  const find = key.getState(editor.state) ?? nothing;
  const match = find.matches[find.current];
  if (!match) return;
  const { tr } = editor.state;
  editor.view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView(),
  );
}
