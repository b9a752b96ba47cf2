import { useMemo } from "react";
import type { RunView } from "./run.ts";
import { wordDiff } from "./word-diff.ts";

/** What changed in the prompt, word by word; additions and removals are said, not only coloured. */
export function PromptDiff({
  before,
  after,
}: {
  before: Pick<RunView, "prompt">;
  after: Pick<RunView, "prompt">;
}) {
  const parts = useMemo(() => wordDiff(before.prompt, after.prompt), [before.prompt, after.prompt]);
  if (!parts)
    return (
      <p className="mt-2 text-s text-muted">
        Ces deux prompts sont trop longs et trop différents pour être comparés mot à mot.
      </p>
    );
  if (parts.every((p) => p.change === "same"))
    return <p className="mt-2 text-s text-muted">Pas un mot du prompt ne change.</p>;
  let at = 0;
  return (
    <p className="mt-2 break-words whitespace-pre-wrap text-s">
      {parts.map((part) => {
        const key = `${at}${part.change}`;
        at += part.text.length;
        if (part.change === "added")
          return (
            <ins key={key} className="bg-success-soft">
              <span className="sr-only"> [ajout{"\u00a0"}: </span>
              {part.text}
              <span className="sr-only">] </span>
            </ins>
          );
        if (part.change === "removed")
          return (
            <del key={key} className="bg-danger-soft">
              <span className="sr-only"> [retrait{"\u00a0"}: </span>
              {part.text}
              <span className="sr-only">] </span>
            </del>
          );
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
