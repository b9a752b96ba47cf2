import type { Content } from "./content.ts";
import { type Observation, USAGE } from "./observation.ts";
import { checkReport } from "./report-check.ts";
import type { State } from "./state.ts";

/** Share of what was said that a report must hold. */
const COMPLETE = 0.8;
/** Characters of a line that a note quotes. */
const EXCERPT = 60;
/** Longest list in a note. */
const SHOWN = 6;

const list = (items: string[]) =>
  items.slice(0, SHOWN).join("\u00a0; ") +
  (items.length > SHOWN ? `\u00a0; et ${items.length - SHOWN} de plus` : "");
const quoted = (text: string) => `«\u00a0${bare(text)}\u00a0»`;
const bare = (text: string) => text.replace(/\.$/, "");

/** « 99 000 € », « Dupont » dans la ligne « Le budget est… »: each line once, with what nobody said in it. */
function inventions(state: State, unsaid: { line: string; text: string }[]): string[] {
  return state.lines.flatMap((line) => {
    const found = [...new Set(unsaid.filter((u) => u.line === line.id).map((u) => u.text))];
    if (found.length === 0) return [];
    const start = line.text.length > EXCERPT ? `${line.text.slice(0, EXCERPT).trim()}…` : line.text;
    return [`${found.map(quoted).join(", ")} dans la ligne ${quoted(start)}`];
  });
}

/** What the report says, once it is handed in. */
export function reportFindings(content: Content, state: State): Observation[] {
  const handed = state.phase === "closed";
  const waiting = "Se lit quand le compte rendu est remis.";
  const check = handed ? checkReport(content, state) : null;
  const total = check ? check.reported.length + check.missing.length : 0;
  const kinds = new Set(state.lines.map((l) => l.mark));
  const marked =
    kinds.has("fact") && (kinds.has("hypothesis") || kinds.has("opinion")) && kinds.has("open");
  const complete = check !== null && total > 0 && check.reported.length >= total * COMPLETE;
  return [
    {
      rule: "report-marked",
      met: handed ? marked : null,
      note: !handed
        ? waiting
        : marked
          ? "Faits, opinions ou hypothèses et points ouverts sont distingués."
          : "Tout n’est pas distingué\u00a0: marquez ce qui est un fait dit par le client, ce qui est son opinion ou votre hypothèse, et listez les points ouverts.",
      source: USAGE,
    },
    {
      rule: "report-complete",
      met: handed ? complete : null,
      note: !check
        ? waiting
        : total === 0
          ? "L’entretien n’a apporté aucun fait à rapporter."
          : check.missing.length === 0
            ? "Tout ce que le client a dit figure dans le compte rendu."
            : `Dit par le client, absent du compte rendu\u00a0: ${list(check.missing.map((m) => quoted(m.statement.text)))}.`,
      source: "Comparaison automatique du compte rendu et de l’entretien",
    },
    {
      rule: "report-faithful",
      met: check ? check.unsaid.length === 0 : null,
      note: !check
        ? waiting
        : check.unsaid.length === 0
          ? "Aucun chiffre ni aucun nom ne s’est ajouté à ce que le client a dit."
          : `Écrit comme un fait, mais jamais dit\u00a0: ${list(inventions(state, check.unsaid))}. Corrigez, ou marquez la ligne comme hypothèse ou donnée vérifiée.`,
      source: "Comparaison automatique du compte rendu et de l’entretien",
    },
    {
      rule: "induced-error-avoided",
      met: check && state.turns.some((t) => t.trap) ? check.induced.length === 0 : null,
      note: !check
        ? waiting
        : check.induced.length > 0
          ? `Une réponse que vous aviez soufflée est devenue un fait\u00a0: ${list(check.induced.map((t) => bare(t.error.text)))}. Vérifiez toujours ce qu’un client admet par politesse.`
          : "Aucune réponse soufflée n’a été reprise comme un fait.",
      source: USAGE,
    },
  ];
}
