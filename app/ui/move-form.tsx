import {
  createContext,
  type FormEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

export type Move = { type: string } & Record<string, unknown>;

/** What a tool's screen is given to send its moves: the same fields as ToolViewProps. */
export type PlayProps = {
  version: number;
  formAction: string;
  pending: boolean;
  refusal: string | null;
  submit(action: unknown): unknown;
};
type Play = Omit<PlayProps, "submit"> & {
  /** Sends a move once those before it were answered: two moves of one version would refuse each other. */
  send(move: Move): void;
  /** How many moves were refused: one that grows after a move left says that this move will not be answered. */
  refusals: number;
};

const PlayContext = createContext<Play | null>(null);

/** The session the screen belongs to. */
export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (!play) throw new Error("usePlay outside PlayProvider");
  return play;
}

/** Carries the moves of a tool's screen, one at a time and in order; a refusal drops those that wait behind it. */
export function PlayProvider({ children, ...props }: PlayProps & { children: ReactNode }) {
  const { version, formAction, pending, refusal, submit } = props;
  const waiting = useRef<Move[]>([]);
  const busy = useRef(false);
  const [answered, setAnswered] = useState(0);
  const [refusals, setRefusals] = useState(0);

  const send = useCallback((move: Move) => {
    // A text saved twice before it could leave: the last one is enough.
    const last = waiting.current.at(-1);
    if (move.type === "write" && last?.type === "write" && last.field === move.field)
      waiting.current.pop();
    waiting.current.push(move);
    setAnswered((n) => n + 1);
  }, []);

  // The state of the answer is drawn before this runs: the next move leaves with the new version.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer, or a new move, is what starts it.
  useEffect(() => {
    if (busy.current) return;
    const next = waiting.current.shift();
    if (!next) return;
    busy.current = true;
    // A submit that throws, now or later, counts as refused: what was typed is still in its field.
    new Promise((resolve) => resolve(submit(next)))
      .catch(() => false)
      .then((accepted) => {
        busy.current = false;
        if (accepted === false) {
          waiting.current = [];
          setRefusals((n) => n + 1);
        }
        setAnswered((n) => n + 1);
      });
  }, [answered]);

  const play = useMemo(
    () => ({ version, formAction, pending, refusal, send, refusals }),
    [version, formAction, pending, refusal, send, refusals],
  );
  return <PlayContext.Provider value={play}>{children}</PlayContext.Provider>;
}

/**
 * One move as a real form: without JavaScript it posts `version`, `action` and its fields; with it, the same
 * fields join the action. Fields are emptied (`clears`) only once the server accepted the move.
 */
export function MoveForm({
  action,
  clears = false,
  className,
  onAccepted,
  label,
  children,
}: {
  action: Move;
  clears?: boolean;
  className?: string;
  onAccepted?: () => void;
  /** Names the form for a screen reader. */
  label?: string;
  children: ReactNode;
}) {
  const { version, formAction, pending, refusal, send } = usePlay();
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is what changes.
  useEffect(() => {
    if (sent.current === null || pending) return;
    if (refusal) sent.current = null;
    else if (version > sent.current) {
      sent.current = null;
      if (clears) form.current?.reset();
      onAccepted?.();
    }
  }, [version, pending, refusal]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const {
      version: _version,
      action: _action,
      ...fields
    } = Object.fromEntries(new FormData(event.currentTarget, submitter));
    sent.current = version;
    send({ ...action, ...fields });
  };

  return (
    <form
      ref={form}
      method="post"
      action={formAction}
      className={className}
      aria-label={label}
      onSubmit={onSubmit}
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="action" value={JSON.stringify(action)} />
      {children}
    </form>
  );
}
