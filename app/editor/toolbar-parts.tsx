import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";

/** One tab stop for the whole bar: the arrows move inside it (WAI-ARIA toolbar pattern). */
const Current = createContext<{ current: string; take: (id: string) => void }>({
  current: "",
  take: () => undefined,
});

type BarProps = {
  label: string;
  controls: string;
  /** Escape: back to what the bar commands. */
  onLeave: () => void;
  children: ReactNode;
};

export function ToolbarFrame({ label, controls, onLeave, children }: BarProps) {
  const [current, take] = useState("");
  const ref = useRef<HTMLDivElement>(null);

  // The tab stop must exist: the first button until one was used, or when the used one is gone.
  useEffect(() => {
    const buttons = [...(ref.current?.querySelectorAll<HTMLElement>("[data-tool]") ?? [])];
    if (!buttons.some((button) => button.dataset.tool === current)) {
      take(buttons[0]?.dataset.tool ?? "");
    }
  });

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-tool]")];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      // Not for what is around as well: an open side panel closes on Escape.
      event.preventDefault();
      event.stopPropagation();
      onLeave();
      return;
    }
    const to = {
      ArrowRight: (at + 1) % buttons.length,
      ArrowLeft: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  return (
    <Current.Provider value={{ current, take }}>
      <div
        ref={ref}
        role="toolbar"
        aria-label={label}
        aria-controls={controls}
        className="editor-toolbar"
        onKeyDown={move}
      >
        {children}
      </div>
    </Current.Provider>
  );
}

/** Buttons that belong together; the name is for screen readers. */
export function ToolGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are commands.
    <div role="group" aria-label={label} className="editor-tool-group">
      {children}
    </div>
  );
}

type ToolProps = {
  /** Unique in the bar. */
  id: string;
  label: string;
  /** Said and shown with the label, e.g. « Ctrl+B ». */
  shortcut?: string;
  pressed?: boolean;
  disabled?: boolean;
  onUse: () => void;
  children: ReactNode;
};

/** The text keeps its selection when a button is clicked. */
const keepSelection = (event: { preventDefault: () => void }) => event.preventDefault();

export function Tool({ id, label, shortcut, pressed, disabled, onUse, children }: ToolProps) {
  const { current, take } = useContext(Current);
  return (
    <button
      type="button"
      data-tool={id}
      tabIndex={current === id ? 0 : -1}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      aria-keyshortcuts={shortcut?.replaceAll("Ctrl", "Control").replaceAll("Maj", "Shift")}
      title={shortcut ? `${label} (${shortcut})` : label}
      className="editor-tool"
      onFocus={() => take(id)}
      onMouseDown={keepSelection}
      onClick={() => !disabled && onUse()}
    >
      {children}
    </button>
  );
}

export type MenuChoice = {
  label: string;
  hint?: string;
  /** For choices of which one is in force. */
  checked?: boolean;
  onChoose: () => void;
};

type MenuProps = { id: string; label: string; children: ReactNode; choices: MenuChoice[] };

/** A button that opens a list of commands (WAI-ARIA menu button pattern). */
export function ToolMenu({ id, label, children, choices }: MenuProps) {
  const { current, take } = useContext(Current);
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const checked = box.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (checked ?? box.current?.querySelector<HTMLElement>("[role^=menuitem]"))?.focus();
    const element = box.current;
    const left = (event: FocusEvent) => {
      if (!element?.contains(event.relatedTarget as Node | null)) setOpen(false);
    };
    element?.addEventListener("focusout", left);
    return () => element?.removeEventListener("focusout", left);
  }, [open]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function keys(event: KeyboardEvent<HTMLDivElement>) {
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close();
      return;
    }
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
    const at = items.indexOf(event.target as HTMLElement);
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    const to =
      event.key === "ArrowDown"
        ? items[(at + 1) % items.length]
        : event.key === "ArrowUp"
          ? items[(at - 1 + items.length) % items.length]
          : event.key === "Home"
            ? items[0]
            : event.key === "End"
              ? items[items.length - 1]
              : letter && [...items.slice(at + 1), ...items].find((i) => startsWith(i, letter));
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  return (
    <div ref={box} className="editor-menu-box">
      <button
        ref={button}
        type="button"
        data-tool={id}
        tabIndex={current === id ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-label={label}
        title={label}
        className="editor-tool"
        onFocus={() => take(id)}
        onMouseDown={keepSelection}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
        <span aria-hidden="true" className="editor-tool-arrow">
          ▾
        </span>
      </button>
      {open && (
        <div
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className="editor-menu"
          onKeyDown={keys}
        >
          {choices.map(({ label: name, hint, checked, onChoose }) => (
            <button
              key={name}
              type="button"
              {...menuRole(checked)}
              tabIndex={-1}
              onMouseDown={keepSelection}
              onClick={() => {
                setOpen(false);
                onChoose();
              }}
            >
              <span>{name}</span>
              {hint && <small>{hint}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const menuRole = (checked: boolean | undefined) =>
  checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };

const startsWith = (item: HTMLElement, letter: string) =>
  item.textContent?.trim().toLowerCase().startsWith(letter) ?? false;
