import { escapeHtml } from "~/domain/escape-html.ts";

/** HTML that is safe to write as it is: only `html` makes it, and it escapes every value put into it. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Hole = Markup | string | number | null | false | undefined | readonly Hole[];

function fill(hole: Hole): string {
  if (hole === null || hole === undefined || hole === false) return "";
  if (hole instanceof Markup) return hole.text;
  if (Array.isArray(hole)) return hole.map(fill).join("");
  return escapeHtml(String(hole));
}

/** html`<p>${text}</p>`: strings are escaped, Markup is not, lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...holes: Hole[]): Markup {
  return new Markup(strings.reduce((all, part, i) => all + part + fill(holes[i]), ""));
}

/** Trusts markup made by our own code (a drawing); never a person's text. */
export function trusted(markup: string): Markup {
  return new Markup(markup);
}
