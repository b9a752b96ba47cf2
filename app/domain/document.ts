import { ok, type Result, refused } from "./result.ts";

/**
 * The rich text a learner writes: a closed tree in Tiptap's JSON shape, the only form the database, the exports
 * and the editor exchange. The table below is written by hand rather than with zod: it must judge 10,000 words
 * in a few milliseconds, on every save, on the server's one thread.
 */
type Bare<T extends string> = {
  type: T;
  attrs?: undefined;
  content?: DocNode[];
  text?: undefined;
  marks?: undefined;
};
type Attributed<T extends string, A> = Omit<Bare<T>, "attrs"> & { attrs: A };

export type CalloutTone = "info" | "attention" | "example";
export type ImageAttrs = {
  assetId: string;
  alt: string;
  /** The image carries no information: an empty `alt` is then right. */
  decorative: boolean;
  caption: string;
  width: number | null;
  height: number | null;
};
export type CellAttrs = { colspan: number; rowspan: number; colwidth: number[] | null };

export type DocMark =
  | { type: "bold" | "italic" | "underline" | "strike"; attrs?: undefined }
  | { type: "link"; attrs: { href: string } }
  | { type: "aiAssisted"; attrs: { run: string } };

export type DocNode =
  | Bare<"doc" | "paragraph" | "bulletList" | "listItem" | "taskList">
  | Bare<"blockquote" | "table" | "tableRow" | "horizontalRule">
  | Attributed<"heading", { level: 2 | 3 | 4 }>
  | Attributed<"orderedList", { start: number }>
  | Attributed<"taskItem", { checked: boolean }>
  | Attributed<"callout", { tone: CalloutTone }>
  | Attributed<"tableHeader" | "tableCell", CellAttrs>
  | Attributed<"image", ImageAttrs>
  | Attributed<"figure", { figureId: string; caption: string }>
  | (Omit<Bare<"hardBreak">, "marks"> & { marks?: DocMark[] })
  | { type: "text"; text: string; marks?: DocMark[]; attrs?: undefined; content?: undefined };

export type DocNodeType = DocNode["type"];
export type DocMarkType = DocMark["type"];

type AttrRule = { valid: (value: unknown) => boolean; fallback?: unknown };
type NodeRule = {
  attrs: Record<string, AttrRule>;
  /** What may stand inside, how many at least, and what must come first. */
  children: readonly DocNodeType[];
  min: number;
  first?: DocNodeType;
};

/** Longest accepted document, in characters of its JSON (about 400 kB). */
export const MAX_DOCUMENT_SIZE = 400_000;
/** Lists inside lists; the PDF engine refuses much deeper ones. */
export const MAX_LIST_LEVELS = 6;
const MAX_DEPTH = 24;

const inline = ["text", "hardBreak"] as const;
const flow = ["paragraph", "bulletList", "orderedList", "taskList", "image"] as const;
const anywhere = [
  ...flow,
  "heading",
  "blockquote",
  "callout",
  "table",
  "horizontalRule",
  "figure",
] as const;

const oneOf = (...values: unknown[]): AttrRule["valid"] => {
  return (value) => values.includes(value);
};
const whole = (min: number, max: number): AttrRule["valid"] => {
  return (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
};
const words = (max: number): AttrRule["valid"] => {
  return (value) => typeof value === "string" && value.length <= max;
};
const matches = (pattern: RegExp): AttrRule["valid"] => {
  return (value) => typeof value === "string" && pattern.test(value);
};
const orNull = (valid: AttrRule["valid"]): AttrRule["valid"] => {
  return (value) => value === null || valid(value);
};

const cell: Record<string, AttrRule> = {
  colspan: { valid: whole(1, 100), fallback: 1 },
  rowspan: { valid: whole(1, 1000), fallback: 1 },
  colwidth: {
    valid: (value) =>
      value === null ||
      (Array.isArray(value) && value.length <= 100 && value.every(whole(0, 10_000))),
    fallback: null,
  },
};

const leaf = (attrs: Record<string, AttrRule> = {}): NodeRule => ({ attrs, children: [], min: 0 });
const holding = (
  children: readonly DocNodeType[],
  min: number,
  attrs: Record<string, AttrRule> = {},
  first?: DocNodeType,
): NodeRule => ({ attrs, children, min, first });

/** The closed table of nodes; app/editor/schema.test.ts holds it against the editor's own schema. */
export const nodeTable: ReadonlyMap<string, NodeRule> = new Map<DocNodeType, NodeRule>([
  ["doc", holding(anywhere, 1)],
  ["paragraph", holding(inline, 0)],
  ["heading", holding(inline, 0, { level: { valid: oneOf(2, 3, 4) } })],
  ["text", leaf()],
  ["bulletList", holding(["listItem"], 1)],
  ["orderedList", holding(["listItem"], 1, { start: { valid: whole(0, 1_000_000), fallback: 1 } })],
  ["listItem", holding(flow, 1, {}, "paragraph")],
  ["taskList", holding(["taskItem"], 1)],
  [
    "taskItem",
    holding(flow, 1, { checked: { valid: oneOf(true, false), fallback: false } }, "paragraph"),
  ],
  ["blockquote", holding(flow, 1)],
  [
    "callout",
    holding(flow, 1, { tone: { valid: oneOf("info", "attention", "example"), fallback: "info" } }),
  ],
  ["table", holding(["tableRow"], 1)],
  ["tableRow", holding(["tableHeader", "tableCell"], 0)],
  ["tableHeader", holding(flow, 1, cell)],
  ["tableCell", holding(flow, 1, cell)],
  [
    "image",
    leaf({
      assetId: { valid: matches(/^[A-Za-z0-9_-]{1,64}$/) },
      alt: { valid: words(2000), fallback: "" },
      decorative: { valid: oneOf(true, false), fallback: false },
      caption: { valid: words(2000), fallback: "" },
      width: { valid: orNull(whole(1, 30_000)), fallback: null },
      height: { valid: orNull(whole(1, 30_000)), fallback: null },
    }),
  ],
  ["horizontalRule", leaf()],
  ["hardBreak", leaf()],
  [
    "figure",
    leaf({
      figureId: { valid: matches(/^[a-z0-9-]{1,80}:[a-z0-9-]{1,120}$/) },
      caption: { valid: words(2000), fallback: "" },
    }),
  ],
]);

/** True for the addresses a link may carry: http, https or mailto, without spaces or control characters. */
export function isSafeHref(href: unknown): href is string {
  return (
    typeof href === "string" &&
    href.length <= 2048 &&
    /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)
  );
}

/** The closed table of marks. */
export const markTable: ReadonlyMap<string, Record<string, AttrRule>> = new Map<
  DocMarkType,
  Record<string, AttrRule>
>([
  ["bold", {}],
  ["italic", {}],
  ["underline", {}],
  ["strike", {}],
  ["link", { href: { valid: isSafeHref } }],
  ["aiAssisted", { run: { valid: matches(/^[\w:.-]{1,80}$/) } }],
]);

/** A document with one empty paragraph: what a section holds before its first word. */
export const emptyDocument: DocNode = Object.freeze({
  type: "doc",
  content: [{ type: "paragraph" }],
}) as DocNode;

type Refusal = "malformed" | "too-large" | "too-deep";
const messages: Record<Refusal, string> = {
  malformed:
    "Ce texte n’a pas la forme attendue\u00A0: il n’a pas été enregistré. Votre version précédente est intacte.",
  "too-large":
    "Ce texte est trop long pour une seule partie. Répartissez-le entre plusieurs parties, ou allégez les tableaux collés.",
  "too-deep":
    "Ce texte emboîte trop de listes les unes dans les autres. Remontez d’un niveau les plus profondes.",
};

class Refused extends Error {
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

// Characters PostgreSQL's jsonb, XML or the PDF engine refuse; a lone half of an emoji becomes U+FFFD.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Takes out the characters no renderer or database accepts; everything a person can read stays. */
export function cleanText(text: string): string {
  const visible = text.replace(CONTROL, "");
  // Ten times faster than looking for the lone halves, where the browser knows how.
  return visible.isWellFormed?.() ? visible : visible.replace(LONE_SURROGATE, "\uFFFD");
}

/**
 * Judges and rebuilds a document that came from outside (a save, a stored row, the local journal).
 * Unknown nodes, marks, attributes or keys are refused; defaults are filled in; the result shares no object with
 * the input, so nothing hidden travels on. Two equal documents give the same JSON, whatever their key order was.
 */
export function parseDocument(input: unknown): Result<DocNode, Refusal> {
  const budget = { size: 0 };
  try {
    const doc = parseNode(input, "doc", 0, 0, budget);
    return doc ? ok(doc) : refused("malformed", messages.malformed);
  } catch (error) {
    if (error instanceof Refused) return refused(error.reason, messages[error.reason]);
    throw error;
  }
}

/** The same document with its keys in one order, so that equal texts are equal as JSON. */
export function canonicalDocument(doc: DocNode): DocNode {
  const parsed = parseDocument(doc);
  return parsed.ok ? parsed.value : doc;
}

type Budget = { size: number };
const malformed = () => new Refused("malformed");

function spend(budget: Budget, characters: number): void {
  budget.size += characters;
  if (budget.size > MAX_DOCUMENT_SIZE) throw new Refused("too-large");
}

function record(value: unknown, allowed: readonly string[]): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed();
  for (const key of Object.keys(value)) if (!allowed.includes(key)) throw malformed();
  return value as Record<string, unknown>;
}

const nodeKeys = ["type", "attrs", "content", "marks", "text"];

/** A node, or null when it is a text emptied by the cleaning (the editor accepts no empty text). */
function parseNode(
  input: unknown,
  expected: DocNodeType | null,
  depth: number,
  lists: number,
  budget: Budget,
): DocNode | null {
  if (depth > MAX_DEPTH) throw new Refused("too-deep");
  const raw = record(input, nodeKeys);
  const type = raw.type;
  if (typeof type !== "string" || (expected && type !== expected)) throw malformed();
  if (type === "text") return parseText(raw, budget);
  const rule = nodeTable.get(type);
  if (!rule || raw.text !== undefined) throw malformed();
  const level = type === "listItem" || type === "taskItem" ? lists + 1 : lists;
  if (level > MAX_LIST_LEVELS) throw new Refused("too-deep");
  spend(budget, type.length + 12);

  const node: Record<string, unknown> = { type };
  const attrs = parseAttrs(raw.attrs, rule.attrs, budget);
  if (attrs) node.attrs = attrs;
  const content = parseContent(raw.content, rule, depth, level, budget);
  if (content.length > 0) node.content = content;
  const marks = parseMarks(raw.marks, budget);
  if (marks) {
    if (type !== "hardBreak") throw malformed();
    node.marks = marks;
  }
  return node as DocNode;
}

function parseText(raw: Record<string, unknown>, budget: Budget): DocNode | null {
  if (typeof raw.text !== "string" || raw.attrs !== undefined || raw.content !== undefined) {
    throw malformed();
  }
  spend(budget, raw.text.length + 27);
  const text = cleanText(raw.text);
  const marks = parseMarks(raw.marks, budget);
  if (text === "") return null;
  return marks ? { type: "text", marks, text } : { type: "text", text };
}

function parseContent(
  input: unknown,
  rule: NodeRule,
  depth: number,
  lists: number,
  budget: Budget,
): DocNode[] {
  if (input !== undefined && !Array.isArray(input)) throw malformed();
  const content: DocNode[] = [];
  for (const raw of input ?? []) {
    const child = parseNode(raw, null, depth + 1, lists, budget);
    if (!child) continue;
    if (!rule.children.includes(child.type)) throw malformed();
    content.push(child);
  }
  if (content.length < rule.min) throw malformed();
  if (rule.first && content[0]?.type !== rule.first) throw malformed();
  return content;
}

function parseAttrs(
  input: unknown,
  rules: Record<string, AttrRule>,
  budget: Budget,
): Record<string, unknown> | null {
  const names = Object.keys(rules);
  if (input === undefined && names.length === 0) return null;
  const raw = record(input ?? {}, names);
  if (names.length === 0) return null;
  const attrs: Record<string, unknown> = {};
  for (const name of names) {
    const rule = rules[name]!;
    const value = Object.hasOwn(raw, name) ? raw[name] : rule.fallback;
    if (!rule.valid(value)) throw malformed();
    attrs[name] = typeof value === "string" ? cleanText(value) : structured(value);
    spend(budget, name.length + (typeof value === "string" ? value.length : 4) + 6);
  }
  return attrs;
}

const structured = (value: unknown) => (Array.isArray(value) ? [...value] : value);

function parseMarks(input: unknown, budget: Budget): DocMark[] | null {
  if (input === undefined) return null;
  if (!Array.isArray(input) || input.length > markTable.size) throw malformed();
  const marks: DocMark[] = [];
  for (const item of input) {
    const raw = record(item, ["type", "attrs"]);
    const rules = typeof raw.type === "string" ? markTable.get(raw.type) : undefined;
    if (!rules || marks.some((mark) => mark.type === raw.type)) throw malformed();
    spend(budget, (raw.type as string).length + 12);
    const attrs = parseAttrs(raw.attrs, rules, budget);
    marks.push((attrs ? { type: raw.type, attrs } : { type: raw.type }) as DocMark);
  }
  return marks.length > 0 ? marks : null;
}

export {
  type AiPassage,
  aiPassages,
  countWords,
  type DocHeading,
  findPassage,
  fingerprint,
  headings,
  listFigures,
  listImages,
  normalisePassage,
  plainText,
} from "./document-text.ts";
