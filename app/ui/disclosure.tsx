import type { DetailsHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export type DisclosureProps = Omit<DetailsHTMLAttributes<HTMLDetailsElement>, "summary"> & {
  summary: ReactNode;
};

/** Something more, opened on demand; native, so it works before any script. */
export function Disclosure({ summary, children, className, ...rest }: DisclosureProps) {
  return (
    <details {...rest} className={classNames("group/disclosure", className)}>
      <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-xs font-semibold text-accent hover:text-accent-strong">
        <Icon
          name="chevron"
          size={16}
          className="shrink-0 transition-transform duration-100 group-open/disclosure:rotate-90"
        />
        <span>{summary}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
