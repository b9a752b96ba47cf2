import { Disclosure } from "~/ui/disclosure.tsx";
import type { CheckView } from "./view-model.ts";

/** What the team knows for sure, at hand in each workshop. */
export function KnownFacts({ facts }: { facts: CheckView["facts"] }) {
  return (
    <Disclosure summary={`Les faits vérifiés (${facts.length})`}>
      <ul className="measure flex flex-col gap-1 text-s">
        {facts.map((fact) => (
          <li key={fact.id}>
            <span className="font-semibold">{fact.id}</span> {fact.text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
