import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type PageProps = {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** "text" keeps the reading measure; "wide" is for tables and lists. */
  width?: "text" | "wide";
  /** A line above the title: where we are. */
  above?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** The main landmark of an ordinary page, with its one h1. */
export function Page({ title, lead, width = "text", above, children, className }: PageProps) {
  return (
    <main
      id="contenu"
      tabIndex={-1}
      className={classNames(
        "mx-auto w-full max-w-6xl px-5 pt-8 pb-20 outline-none sm:px-8 sm:pt-14",
        className,
      )}
    >
      {/* Everything starts on the left edge of the header, whatever the width. */}
      <div className={width === "text" ? "max-w-3xl" : undefined}>
        <header className="mb-8 sm:mb-10">
          {above ? (
            <div className="mb-2 text-s text-muted [&_a]:inline-flex [&_a]:min-h-8 [&_a]:items-center">
              {above}
            </div>
          ) : null}
          <h1 className="font-title text-3xl text-balance sm:text-4xl">{title}</h1>
          {lead ? <p className="measure mt-4 text-l text-muted text-pretty">{lead}</p> : null}
        </header>
        {children}
      </div>
    </main>
  );
}
