import type { ReactNode } from "react";

/** What a receipt says, line by line. */
export function ReceiptFacts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="mt-3 border-t border-line">
      {facts.map(([label, value]) => (
        <div
          key={label}
          className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
