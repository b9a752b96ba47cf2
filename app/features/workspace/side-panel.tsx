import { useLocation, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "~/ui/class-names.ts";
import { Icon, type IconName } from "~/ui/icon.tsx";
import { QuickLink } from "~/ui/quick-link.tsx";

export const panels = ["sujet", "competences", "constats", "essais"] as const;
export type PanelName = (typeof panels)[number];

const panelLabels: Record<PanelName, { label: string; icon: IconName }> = {
  sujet: { label: "Sujet", icon: "document" },
  competences: { label: "Compétences", icon: "list" },
  constats: { label: "Constats", icon: "check" },
  essais: { label: "Banc de prompts", icon: "speech" },
};

/** Below this width an open panel is a sheet over the work: the same as Tailwind's `lg`. */
const SHEET = "(width < 64rem)";

/** The address of this page with a panel opened, or closed. */
function usePanelHref() {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  return (name: PanelName | null) => {
    const next = new URLSearchParams(search);
    if (name) next.set("panneau", name);
    else next.delete("panneau");
    const query = next.toString();
    return query ? `${pathname}?${query}` : pathname;
  };
}

/**
 * The four panels, always in the same place: at the end of the header, above where a panel opens; on a small screen
 * along the bottom, under the sheet. The open one's link closes it.
 */
export function PanelBar({ open }: { open: PanelName | null }) {
  const href = usePanelHref();
  return (
    <nav
      aria-label="Panneau latéral"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:top-0 lg:right-3 lg:bottom-auto lg:left-auto lg:border-0 lg:bg-transparent lg:pb-0"
    >
      <ul className="flex lg:h-(--workspace-header-height)">
        {panels.map((name) => (
          <li key={name} className="flex-auto">
            <QuickLink
              to={href(open === name ? null : name)}
              preventScrollReset
              data-panel={name}
              aria-current={open === name ? "true" : undefined}
              className={classNames(
                "flex h-14 flex-col items-center justify-center gap-0.5 border-t-3 px-1 text-center text-xs leading-tight whitespace-nowrap no-underline hover:text-accent lg:h-full lg:border-t-0 lg:border-b-3 lg:px-3 lg:pt-[3px] lg:text-s",
                open === name
                  ? "border-accent font-semibold text-accent"
                  : "border-transparent text-ink",
              )}
            >
              <Icon name={panelLabels[name].icon} size={20} className="lg:hidden" />
              {panelLabels[name].label}
            </QuickLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The open panel: a column of its own on a wide screen, so that the work stays beside it; on a small one a sheet, during
 * which the page behind (`behind`) takes no focus. Escape closes it, and the focus goes back to its link.
 */
export function SidePanel({
  name,
  behind,
  children,
}: {
  name: PanelName;
  behind: { current: HTMLElement | null };
  children: ReactNode;
}) {
  const href = usePanelHref();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef<HTMLAnchorElement>(null);

  // A panel opened by a click takes the focus, so that a screen reader and the keyboard follow.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Somebody who went on elsewhere stays there.
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body) return;
      document.querySelector<HTMLElement>(`[data-panel="${name}"]`)?.focus({ preventScroll: true });
    };
  }, [name]);

  useEffect(() => {
    // The page, and the link that skips to its content.
    const covered = [behind.current, document.querySelector('a[href="#contenu"]')];
    const cover = (on: boolean) => {
      for (const element of covered) element?.toggleAttribute("inert", on);
    };
    const sheet = window.matchMedia(SHEET);
    const follow = () => cover(sheet.matches);
    follow();
    sheet.addEventListener("change", follow);
    return () => {
      sheet.removeEventListener("change", follow);
      cover(false);
    };
  }, [behind]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      // Beside the panel, Escape belongs to the work; in a dialog, to the dialog.
      const { target } = event;
      if (target instanceof Node && behind.current?.contains(target)) return;
      if (document.querySelector("dialog[open]")) return;
      close.current?.click();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [behind]);

  return (
    <aside
      aria-labelledby="panel-title"
      className="fixed inset-x-0 top-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-30 overflow-y-auto overscroll-contain bg-surface pb-8 [--scroll-ground:var(--color-surface)] lg:top-(--workspace-header-height) lg:bottom-0 lg:left-auto lg:w-96 lg:border-l lg:border-line 2xl:w-[28rem] print:hidden"
    >
      <div className="sticky top-0 z-10 flex min-h-14 items-center justify-between gap-4 border-b border-line bg-surface px-5 lg:min-h-12 lg:border-b-0 lg:pt-1">
        <h2 id="panel-title" ref={heading} tabIndex={-1} className="font-title text-l outline-none">
          {panelLabels[name].label}
        </h2>
        <QuickLink
          ref={close}
          to={href(null)}
          preventScrollReset
          className="-mr-2 inline-flex min-h-11 items-center gap-1.5 rounded-m px-2 text-s text-muted no-underline hover:bg-sunken hover:text-ink lg:min-h-9"
        >
          Fermer <Icon name="close" size={18} />
        </QuickLink>
      </div>
      <div className="px-5 pt-3">{children}</div>
    </aside>
  );
}
