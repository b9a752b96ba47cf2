import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { Select } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { type Passages, type Span, spanLength, spanText } from "./passages.ts";

type Marked = { span: Span | null; kindLabel: string }[];

const wordAt = (node: Node | null): number | null => {
  const element = node instanceof Element ? node : node?.parentElement;
  const at = element?.closest("[data-w]")?.getAttribute("data-w");
  return at == null ? null : Number(at);
};

/**
 * The text one points at. By pointer: drag over words, or press the first then the last. By keyboard: choose a sentence, then
 * move its two ends a word at a time. Words already marked are underlined.
 */
export function TextPicker({
  passages,
  marks,
  longest,
  selection,
  onSelect,
  onDone,
}: {
  passages: Passages;
  marks: Marked;
  longest: number;
  selection: Span | null;
  onSelect: (span: Span | null) => void;
  onDone: () => void;
}) {
  const text = useRef<HTMLDivElement>(null);
  // Without scripts the controls would do nothing: the passage is then copied in the form.
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const last = passages.words.length - 1;

  const release = (event: MouseEvent) => {
    const range = window.getSelection();
    const from = range && !range.isCollapsed ? wordAt(range.anchorNode) : null;
    const to = range && !range.isCollapsed ? wordAt(range.focusNode) : null;
    if (from !== null && to !== null) {
      onSelect({ from: Math.min(from, to), to: Math.max(from, to) });
      range?.removeAllRanges();
      return;
    }
    const at = wordAt(event.target as Node);
    if (at === null) return;
    const single = selection && selection.from === selection.to;
    onSelect(
      selection && single && at !== selection.from
        ? { from: Math.min(at, selection.from), to: Math.max(at, selection.from) }
        : { from: at, to: at },
    );
  };

  const sentence = selection
    ? passages.sentences.findIndex((s) => selection.from >= s.from && selection.from <= s.to)
    : -1;
  const take = (index: number) => {
    const next = passages.sentences[index];
    if (next) onSelect({ ...next });
  };
  const move = (end: "from" | "to", by: number) => {
    if (!selection) return;
    const next = { ...selection, [end]: Math.min(last, Math.max(0, selection[end] + by)) };
    if (next.from <= next.to) onSelect(next);
  };
  const wide = selection !== null && spanLength(selection) > longest;
  const marked = (i: number) => marks.some((m) => m.span && i >= m.span.from && i <= m.span.to);
  const chosen = (i: number) => selection !== null && i >= selection.from && i <= selection.to;

  return (
    <div className="rounded-m border border-line bg-surface">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing is a shortcut; the buttons below do the same by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: same. */}
      <div
        ref={text}
        onClick={release}
        className="flex cursor-text flex-col gap-4 p-4 leading-loose sm:p-6"
      >
        {passages.paragraphs.map((sentences) => (
          <p key={sentences[0]!.from}>
            {sentences.map((s) =>
              Array.from({ length: s.to - s.from + 1 }, (_, k) => s.from + k).map((i) => (
                <span
                  key={i}
                  data-w={i}
                  className={
                    chosen(i)
                      ? "bg-accent-soft py-1 text-ink underline decoration-accent decoration-2 underline-offset-4"
                      : marked(i)
                        ? "underline decoration-warning decoration-wavy decoration-1 underline-offset-4"
                        : undefined
                  }
                >
                  {passages.words[i]}{" "}
                </span>
              )),
            )}
          </p>
        ))}
      </div>
      {alive ? (
        <div className="rounded-b-m border-t border-line bg-sunken p-3 sm:sticky sm:bottom-0 sm:px-6">
          <p aria-live="polite" className="text-s">
            {selection ? (
              <>
                <span className="font-semibold">
                  {`Passage choisi, ${spanLength(selection)} ${spanLength(selection) > 1 ? "mots" : "mot"}\u00a0: `}
                </span>
                <span className="line-clamp-2">{spanText(passages, selection)}</span>
                {wide ? (
                  <span className="block font-semibold text-danger">
                    {`Resserrez-le à ${longest} mots au plus, sur ce qui est faux.`}
                  </span>
                ) : null}
              </>
            ) : (
              "Touchez le premier mot puis le dernier, ou glissez sur le passage. Au clavier, choisissez une phrase."
            )}
          </p>
          <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
            <Select
              label={<span className="text-s">Phrase</span>}
              name="phrase"
              className="w-full max-w-64"
              value={sentence < 0 ? "" : String(sentence)}
              onChange={(event) => take(Number(event.target.value))}
              options={[
                ...(sentence < 0 ? [{ value: "", label: "Choisir une phrase" }] : []),
                ...passages.sentences.map((s, i) => ({
                  value: String(i),
                  label: `${i + 1}. ${spanText(passages, s).slice(0, 44)}`,
                })),
              ]}
            />
            <Ends title="Début" end="from" on={selection !== null} move={move} />
            <Ends title="Fin" end="to" on={selection !== null} move={move} />
            <Button
              variant="primary"
              size="s"
              className="min-h-11"
              disabled={!selection || wide}
              onClick={onDone}
            >
              Classer ce passage
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Ends({
  title,
  end,
  on,
  move,
}: {
  title: string;
  end: "from" | "to";
  on: boolean;
  move: (end: "from" | "to", by: number) => void;
}) {
  return (
    <fieldset className="flex items-center gap-1 border-0 p-0" disabled={!on}>
      <legend className="mb-1.5 text-s font-semibold">{title}</legend>
      <Button
        className="min-w-11 px-2"
        aria-label={`${title}\u00a0: un mot plus tôt`}
        onClick={() => move(end, -1)}
      >
        <Icon name="back" size={18} />
      </Button>
      <Button
        className="min-w-11 px-2"
        aria-label={`${title}\u00a0: un mot plus loin`}
        onClick={() => move(end, 1)}
      >
        <Icon name="arrow" size={18} />
      </Button>
    </fieldset>
  );
}
