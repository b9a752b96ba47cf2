import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
} from "react";
import { findText, keepText } from "~/ui/kept-text.ts";

/** What every form of the tool needs to send a move. */
export type Play = {
  version: number;
  formAction: string;
  pending: boolean;
  refusal: string | null;
  submit(action: unknown): unknown;
};

export const PlayContext = createContext<Play | null>(null);

/** The session the screen belongs to. */
export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (!play) throw new Error("usePlay outside ClientInterviewView");
  return play;
}

/** Ctrl or ⌘ with Enter sends, wherever the cursor is in the text. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/**
 * One move as a real form: without JavaScript it posts `version`, `action` and its fields; with it, the same
 * fields join the action and go through `submit`. `draft` names a form whose `text` field is kept across reloads and
 * emptied only once the server accepted it.
 */
export function MoveForm({
  action,
  draft,
  className,
  onAccepted,
  children,
}: {
  action: { type: string } & Record<string, unknown>;
  draft?: string;
  className?: string;
  onAccepted?: () => void;
  children: ReactNode;
}) {
  const { version, formAction, pending, refusal, submit } = usePlay();
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<{ version: number; text: string } | null>(null);
  const key = draft ? `outil:${formAction}:${draft}` : null;

  const field = () => form.current?.elements.namedItem("text") as HTMLTextAreaElement | null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is read once, when the form appears.
  useEffect(() => {
    const text = field();
    if (!key || !text) return;
    if (text.value) keepText(key, text.value);
    else text.value = findText(key) ?? "";
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is what changes.
  useEffect(() => {
    const waiting = sent.current;
    if (!waiting || pending) return;
    if (refusal) sent.current = null;
    else if (version > waiting.version) {
      sent.current = null;
      const text = field();
      // What was typed meanwhile is not what was sent: it stays.
      if (key && text && text.value === waiting.text) {
        text.value = "";
        keepText(key, "");
      }
      onAccepted?.();
    }
  }, [version, pending, refusal]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const fields = Object.fromEntries(new FormData(event.currentTarget, submitter));
    const { version: _version, action: _action, ...rest } = fields;
    sent.current = { version, text: String(rest.text ?? "") };
    submit({ ...action, ...rest });
  };

  return (
    <form
      ref={form}
      method="post"
      action={formAction}
      className={className}
      onSubmit={onSubmit}
      onInput={() => key && keepText(key, field()?.value ?? "")}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="action" value={JSON.stringify(action)} />
      {children}
    </form>
  );
}
