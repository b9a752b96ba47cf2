import { useMemo } from "react";
import { changePhrases, listed, versionChange } from "~/engines/prompt-anatomy-changes.ts";
import {
  assertionLabel,
  crossings,
  type KeptAssertion,
  observe,
} from "~/engines/prompt-assertions.ts";
import { Icon } from "~/ui/icon.tsx";
import type { BenchGuide, RunView } from "./run.ts";

/** Versions shown at once: what a screen can hold. */
const MOST = 6;

/** Assertions × versions: what each answer holds to, and what had changed when one began or stopped holding. */
export function PassMatrix({
  guide,
  assertions,
  answered,
  runs,
  origins,
}: {
  guide: BenchGuide;
  assertions: KeptAssertion[];
  /** Versions with an answer, newest first. */
  answered: RunView[];
  /** All versions, to find the one another came from. */
  runs: RunView[];
  origins: ReadonlyMap<number, number>;
}) {
  const shown = answered.slice(0, MOST).reverse();
  return (
    <>
      <section
        className="scroll-sideways mt-3"
        aria-labelledby="matrix-caption"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="w-full border-collapse text-left text-s tabular-nums">
          <caption id="matrix-caption" className="pb-2 text-left text-xs text-muted">
            Ce que chaque réponse respecte
            {answered.length > MOST ? `, pour les ${MOST}\u00a0dernières versions` : ""}. Des
            observations, jamais une note.
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 border-b-2 border-ink bg-(--ground) py-2 pr-4 align-bottom"
              >
                Vérification
              </th>
              {shown.map((run) => (
                <th key={run.id} scope="col" className="border-b-2 border-ink px-3 py-2">
                  <abbr title={`Version ${run.seq}`} className="no-underline">
                    v{run.seq}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {assertions.map((kept) => (
              <tr key={kept.id} className="border-b border-line">
                <th
                  scope="row"
                  className="sticky left-0 min-w-32 bg-(--ground) py-2 pr-4 align-top font-semibold break-words"
                >
                  {assertionLabel(guide, kept.assertion)}
                </th>
                {shown.map((run) => {
                  const { pass, seen } = observe(guide, kept.assertion, run.output);
                  return (
                    <td key={run.id} className="min-w-20 px-3 py-2 align-top">
                      <span className="flex items-center gap-1">
                        <Icon
                          name={pass ? "check" : "close"}
                          size={14}
                          className={pass ? "text-success" : "text-danger"}
                        />
                        {pass ? "oui" : "non"}
                      </span>
                      <span className="block text-xs text-muted">{seen}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Gains {...{ guide, assertions, answered, runs, origins }} />
    </>
  );
}

/** In guillemets; those it already holds become English ones, as French typography asks of a quotation in another. */
function quoted(label: string): string {
  const inside = label.replace(/«\s?/g, "“").replace(/\s?»/g, "”");
  return `«\u00a0${inside}\u00a0»`;
}

/** Each time an assertion began or stopped holding, with what had changed in the prompt. */
function Gains({ guide, assertions, answered, runs, origins }: Parameters<typeof PassMatrix>[0]) {
  const lines = useMemo(
    () =>
      crossings(guide, assertions, answered, origins).map(({ seq, since, gained, lost }) => {
        const [after, before] = [seq, since].map((n) => runs.find((r) => r.seq === n));
        const phrases = before && after ? changePhrases(versionChange(guide, before, after)) : [];
        const label = (id: string) => {
          const kept = assertions.find((a) => a.id === id);
          return kept ? quoted(assertionLabel(guide, kept.assertion)) : "";
        };
        return {
          seq,
          since,
          many: phrases.length > 1,
          what: phrases.length > 0 ? listed(phrases) : "rien dans le prompt, le hasard du modèle",
          gained: gained.map(label),
          lost: lost.map(label),
        };
      }),
    [guide, assertions, answered, runs, origins],
  );
  if (answered.length < 2) return null;
  if (lines.length === 0)
    return (
      <p className="mt-3 text-s text-muted">
        D’une version à l’autre, rien n’a changé dans ce tableau.
      </p>
    );
  return (
    <div className="mt-4">
      <h4 className="text-s font-semibold">Ce qui avait changé dans le prompt à chaque gain</h4>
      <ul className="mt-1 flex flex-col gap-2 text-s">
        {lines.map((line) => (
          <li key={line.seq}>
            <strong>v{line.seq}</strong> (après v{line.since}){"\u00a0"}: {line.what}
            {line.gained.length > 0
              ? `. ${listed(line.gained)} ${line.gained.length > 1 ? "passent" : "passe"} à oui`
              : ""}
            {line.lost.length > 0
              ? `. ${listed(line.lost)} ${line.lost.length > 1 ? "repassent" : "repasse"} à non`
              : ""}
            .
            {line.many && line.gained.length > 0 ? (
              <span className="text-muted">
                {" "}
                Plusieurs choses ont changé{"\u00a0"}: le tableau ne dit pas laquelle a compté.
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
