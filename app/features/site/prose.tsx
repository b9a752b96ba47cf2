import type { ReactNode } from "react";

/** A titled part of a page that is read from top to bottom. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="measure mt-10 flex flex-col gap-3 first:mt-0">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A bulleted list in running text. */
export function Points({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text.
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
