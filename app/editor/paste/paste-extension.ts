import { Extension } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { MAX_DOCUMENT_SIZE } from "~/domain/document.ts";
import { formatNumber } from "~/ui/french.ts";
import { leaveSelectedBlock } from "../insert-block.ts";
import { toHref } from "../nodes/link.ts";
import { documentJson } from "../snapshot.ts";
import { cleanPastedHtml, cleanPastedText } from "./clean.ts";

/** The most one paste may bring, in characters. */
export const MAX_PASTE = 200_000;

export type PasteOptions = {
  /** A French sentence about what was kept of the last paste. */
  onNotice: (sentence: string) => void;
  /** Image files pasted or dropped. */
  onImages: (files: File[]) => void;
};

/** Characters that may still come into the document before the server would refuse it. */
function roomIn(view: EditorView): number {
  const left = Math.floor(MAX_DOCUMENT_SIZE * 0.95) - documentJson(view.state.doc).length;
  return Math.max(0, Math.min(MAX_PASTE, left));
}

function tooLong(kept: number): string {
  return kept === 0
    ? "Cette partie est pleine\u00A0: rien n’a été collé. Votre texte est intact."
    : `Le texte collé était trop long pour une partie\u00A0: ses ${formatNumber(kept)} premiers caractères ont été gardés, la suite est restée dans votre presse-papiers.`;
}

function imagesLeft(count: number): string {
  const these = count > 1 ? `${count} images du texte collé n’ont` : "Une image du texte collé n’a";
  return `${these} pas pu être reprise${count > 1 ? "s" : ""}\u00A0: ajoutez-${count > 1 ? "les" : "la"} par «\u00A0Insérer\u00A0», «\u00A0Image\u00A0».`;
}

const imageFiles = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));

/** Cleans what is pasted, says what was left out, hands images over for upload, makes a pasted address a link. */
export const Paste = Extension.create<PasteOptions>({
  name: "cleanPaste",
  addOptions: () => ({ onNotice: () => undefined, onImages: () => undefined }),
  addProseMirrorPlugins() {
    const { onNotice, onImages } = this.options;
    // Copied from an editor like this one, a slice says itself where it is open: half a title is only words.
    let ours = false;
    return [
      new Plugin({
        props: {
          transformPastedHTML(html, view) {
            ours = html.includes("data-pm-slice");
            const cleaned = cleanPastedHtml(html, roomIn(view));
            const said: string[] = [];
            if (cleaned.truncated) said.push(tooLong(cleaned.kept));
            if (cleaned.droppedImages > 0) said.push(imagesLeft(cleaned.droppedImages));
            if (said.length > 0) onNotice(said.join(" "));
            return cleaned.html;
          },
          transformPastedText(text, _plain, view) {
            const cleaned = cleanPastedText(text, roomIn(view));
            if (cleaned.truncated) onNotice(tooLong(cleaned.text.length));
            return cleaned.text;
          },
          transformPasted: (slice, view, plain) =>
            plain || ours ? slice : keepHeadings(slice, view.state),
          handlePaste(view, event) {
            leaveSelectedBlock(view);
            const files = imageFiles(event.clipboardData);
            const html = event.clipboardData?.getData("text/html") ?? "";
            // Word gives every text as a picture too; a copied web image comes as one lone img.
            if (
              files.length > 0 &&
              (html === "" || /^(?:<meta[^>]*>)?\s*<img[^>]*>\s*$/.test(html))
            ) {
              onImages(files);
              return true;
            }
            return linkSelection(view, event.clipboardData?.getData("text/plain") ?? "");
          },
          handleDrop(_view, event) {
            const files = imageFiles(event.dataTransfer);
            if (files.length === 0) return false;
            event.preventDefault();
            onImages(files);
            return true;
          },
        },
      }),
    ];
  },
});

/**
 * A heading at either end of what is pasted stays one when it meets words of a paragraph; ProseMirror would melt it
 * into them, as it rightly does for a first paragraph.
 */
function keepHeadings(slice: Slice, { selection }: EditorState): Slice {
  const { $from, $to } = selection;
  const { content, openStart, openEnd } = slice;
  const heads = content.firstChild?.type.name === "heading" && $from.parentOffset > 0;
  const ends =
    content.lastChild?.type.name === "heading" && $to.parentOffset < $to.parent.content.size;
  return new Slice(
    content,
    heads ? 0 : openStart,
    ends || (heads && content.childCount === 1) ? 0 : openEnd,
  );
}

/** An address pasted over selected words becomes their link. */
function linkSelection(view: EditorView, pasted: string): boolean {
  const { from, to, empty, $from, $to } = view.state.selection;
  if (empty || !$from.sameParent($to) || !/^(?:https?:|mailto:)\S+$/i.test(pasted.trim()))
    return false;
  const href = toHref(pasted);
  const link = view.state.schema.marks.link;
  if (!href || !link || !$from.parent.inlineContent) return false;
  view.dispatch(view.state.tr.addMark(from, to, link.create({ href })));
  return true;
}
