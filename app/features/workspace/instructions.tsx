import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "~/ui/class-names.ts";
import { Icon } from "~/ui/icon.tsx";

/** Width from which the instructions stand beside the work: the same as Tailwind's `xl`. */
const BESIDE = "(width >= 80rem)";

const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * The instructions of a step. Beside the work where there is room, above it elsewhere: there they are open until the
 * step is begun, then folded, so that the work is in the first screen. What the learner last chose is remembered by
 * this device, for each of the two places.
 * @param place names the step among all; `begun`: something was already done in it; `beside`: nothing else takes the margin.
 */
export function Instructions({
  lines,
  place,
  begun,
  beside,
}: {
  lines: readonly string[];
  place: string;
  begun: boolean;
  beside: boolean;
}) {
  const [open, setOpen] = useState(!begun);
  const key = useRef("");
  // What was begun since the page opened does not fold them under the reader's eyes.
  const wasBegun = useRef(begun);

  useBeforePaint(() => {
    const wide = window.matchMedia(BESIDE);
    const follow = () => {
      const apart = beside && wide.matches;
      key.current = apart ? "consignes" : `consignes:${place}`;
      const chosen = remembered(key.current);
      setOpen(chosen ?? (apart || (beside && !wasBegun.current)));
    };
    follow();
    wide.addEventListener("change", follow);
    return () => wide.removeEventListener("change", follow);
  }, [place, beside]);

  const toggle = (event: MouseEvent) => {
    event.preventDefault();
    remember(key.current, !open);
    setOpen(!open);
  };

  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={classNames(
        "group rounded-m bg-sunken px-4",
        beside
          ? "mt-4 xl:sticky xl:top-[calc(var(--workspace-header-height)+1.5rem)] xl:mt-0 xl:max-h-[calc(100dvh-var(--workspace-header-height)-3rem)] xl:self-start xl:overflow-y-auto"
          : "mt-4",
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary acts as a button. */}
      <summary
        onClick={toggle}
        className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold"
      >
        <Icon name="chevron" size={16} className="shrink-0 group-open:rotate-90" />
        <span>
          Consignes <span className="font-normal text-muted">{`(${lines.length})`}</span>
        </span>
      </summary>
      <ol
        className={classNames(
          "measure mb-4 list-decimal pl-6 marker:text-muted",
          beside && "xl:text-s",
        )}
      >
        {lines.map((line) => (
          <li key={line} className="mt-1.5">
            {line}
          </li>
        ))}
      </ol>
    </details>
  );
}

function remembered(key: string): boolean | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : kept === "open";
  } catch {
    return null;
  }
}

function remember(key: string, open: boolean): void {
  try {
    localStorage.setItem(key, open ? "open" : "closed");
  } catch {
    // A browser that keeps nothing: they open as on a first visit.
  }
}
