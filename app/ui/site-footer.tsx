import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { SiteLink } from "./site-header.tsx";

/** The foot of every ordinary page: what must always be said, and the quiet links. */
export function SiteFooter({
  statement,
  links,
  children,
}: {
  statement: ReactNode;
  links: readonly SiteLink[];
  /** The theme switch. */
  children?: ReactNode;
}) {
  return (
    <footer data-chrome className="mt-auto border-t border-line bg-sunken">
      <div className="mx-auto grid w-full max-w-6xl gap-x-12 gap-y-6 px-5 py-10 text-s sm:px-8 md:grid-cols-[1fr_auto]">
        <p className="measure text-muted">{statement}</p>
        <div className="flex flex-col gap-4 md:items-end">
          <ul className="flex flex-wrap gap-x-6 gap-y-2">
            {links.map((link) => (
              <li key={link.to}>
                <Link to={link.to} className="inline-flex min-h-8 items-center">
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
          {children}
        </div>
      </div>
    </footer>
  );
}
