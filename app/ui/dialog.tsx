import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type DialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  size?: "s" | "m" | "l";
  /** In the middle, or a sheet along one edge (the whole screen on a phone). */
  placement?: "center" | "start" | "end";
  children: ReactNode;
  className?: string;
};

const widths = { s: "sm:max-w-md", m: "sm:max-w-2xl", l: "sm:max-w-5xl" } as const;

const places = {
  center: "m-auto max-h-[min(92dvh,60rem)] rounded-lg border",
  start: "mr-auto ml-0 my-0 h-dvh max-h-dvh border-r",
  end: "ml-auto mr-0 my-0 h-dvh max-h-dvh border-l",
} as const;

/**
 * A modal window on the native dialog element: the browser keeps the focus inside and closes on Escape; the
 * focus then goes back to what opened it. Its content exists only while it is open.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  size = "m",
  placement = "center",
  children,
  className,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !isOpen) return;
    // The element is gone before the browser could give the focus back by itself.
    const opener = document.activeElement;
    // jsdom has no showModal; a test still sees an open dialog.
    if (typeof dialog.showModal === "function") dialog.showModal();
    else dialog.setAttribute("open", "");
    return () => {
      if (typeof dialog.close === "function") dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape already closes a native dialog; the click is on its backdrop.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={classNames(
        "w-full max-w-full overflow-hidden border-line bg-surface p-0 text-ink shadow-raised",
        widths[size],
        places[placement],
        className,
      )}
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-3">
          <h2 id={titleId} className="font-title text-l">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-m px-2 text-s font-semibold text-muted hover:bg-sunken hover:text-ink"
          >
            <Icon name="close" size={16} />
            Fermer
          </button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">
          {children}
        </div>
      </div>
    </dialog>
  );
}
