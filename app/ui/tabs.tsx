import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { QuickLink } from "./quick-link.tsx";

export type LinkTab = { to: string; label: ReactNode; current: boolean };

/** Views of one thing, each with its own address. `label` names the set for a screen reader. */
export function LinkTabs({
  items,
  label,
  className,
}: {
  items: readonly LinkTab[];
  label: string;
  className?: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex flex-wrap gap-x-6 border-b border-line">
        {items.map((item) => (
          <li key={item.to} className="-mb-px">
            <QuickLink
              to={item.to}
              aria-current={item.current ? "page" : undefined}
              preventScrollReset
              className={classNames(
                "inline-flex min-h-11 items-center no-underline hover:text-ink",
                item.current
                  ? "border-b-3 border-accent font-semibold text-ink"
                  : "pb-[3px] text-muted hover:underline",
              )}
            >
              {item.label}
            </QuickLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
