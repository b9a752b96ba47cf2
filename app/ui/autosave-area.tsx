import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { TextArea, TextField } from "./field.tsx";
import { type Move, MoveForm, usePlay } from "./move-form.tsx";

const PAUSE = 1500;

export type AutosaveProps = {
  /** The move that keeps the text; the text joins it as `text`. */
  action: Move;
  saved: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  rows?: number;
  /** One line instead of several. */
  line?: boolean;
  maxLength?: number;
  spellCheck?: boolean;
  className?: string;
  /** Said on each change, for measures that follow the typing. */
  onText?: (text: string) => void;
};

/**
 * A text that keeps itself: on leaving the field, or after a second and a half without typing. What was typed is
 * never replaced by an older answer; a refused text stays in the field. Without JavaScript, a button sends it.
 */
export function AutosaveArea({ action, saved, line, rows, onText, ...field }: AutosaveProps) {
  const { send, refusal, pending } = usePlay();
  const [text, setText] = useState(saved);
  const known = useRef(saved);
  const sent = useRef(saved);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  // The server's text moved: it is taken unless something newer was typed here.
  useEffect(() => {
    if (saved === known.current) return;
    const untouched = text === known.current || text === sent.current;
    known.current = saved;
    if (untouched && text !== saved) {
      sent.current = saved;
      setText(saved);
      onText?.(saved);
    }
  }, [saved, text, onText]);

  const keep = (value: string) => {
    clearTimeout(timer.current);
    if (value === known.current && sent.current === known.current) return;
    if (value === sent.current && !refusal) return;
    sent.current = value;
    send({ ...action, text: value });
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (value: string) => {
    setText(value);
    onText?.(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(value), PAUSE);
  };
  const status =
    text === saved ? null : refusal && !pending ? "Pas encore enregistré" : "Enregistrement…";
  const shared = {
    ...field,
    name: "text",
    value: text,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: () => keep(text),
  };
  return (
    <MoveForm action={action}>
      {line ? <TextField {...shared} /> : <TextArea {...shared} rows={rows} />}
      <p className="min-h-5 text-xs text-muted" aria-live="polite">
        {status}
      </p>
      <noscript>
        <Button type="submit" size="s">
          Enregistrer
        </Button>
      </noscript>
    </MoveForm>
  );
}
