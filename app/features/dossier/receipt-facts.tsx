import type { ReactNode } from "react";

/** What a receipt says, line by line. */
export function ReceiptFacts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="mt-3 grid gap-x-6 border-t border-line sm:grid-cols-[12rem_minmax(0,1fr)]">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="pt-2.5 text-muted sm:border-b sm:border-line sm:pb-2.5">{label}</dt>
          <dd className="border-b border-line pb-2.5 sm:pt-2.5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
