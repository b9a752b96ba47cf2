import { NavLink } from "@remix-run/react";
import { LinkButton } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Logo } from "./logo.tsx";

export type SiteLink = { to: string; label: string };

/** The head of every ordinary page: the name, where one can go, and the way to one's own work. */
export function SiteHeader({
  name,
  home,
  links,
  personal,
  action,
}: {
  name: string;
  home: string;
  links: readonly SiteLink[];
  /** A quiet link before the action, e.g. the account. */
  personal?: SiteLink | null;
  action: SiteLink;
}) {
  return (
    <header data-chrome className="border-b border-line bg-paper">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-8 px-5 py-2 sm:px-8 lg:py-3">
        <NavLink
          to={home}
          className="inline-flex min-h-11 items-center gap-2.5 font-title text-l font-bold text-ink no-underline hover:text-ink"
        >
          <Logo />
          <span className="whitespace-nowrap">{name}</span>
        </NavLink>
        <nav
          aria-label="Principale"
          className="order-last w-full sm:order-none sm:w-auto sm:flex-1"
        >
          <ul className="-mx-2 flex flex-wrap items-center gap-x-1">
            {links.map((link) => (
              <li key={link.to}>
                <NavLink
                  to={link.to}
                  className={({ isActive }) =>
                    classNames(
                      "inline-flex min-h-11 items-center px-2 text-s no-underline hover:text-ink hover:underline",
                      isActive
                        ? "font-semibold text-ink underline decoration-accent decoration-2 underline-offset-8"
                        : "text-muted",
                    )
                  }
                >
                  {link.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-4">
          {personal ? (
            <NavLink
              to={personal.to}
              className="hidden min-h-11 items-center text-s text-muted sm:inline-flex"
            >
              {personal.label}
            </NavLink>
          ) : null}
          <LinkButton to={action.to} size="s">
            {action.label}
          </LinkButton>
        </div>
      </div>
    </header>
  );
}
