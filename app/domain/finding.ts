/**
 * What an engine observed by itself (« constat »): never a mark.
 * `criterion` is the id of a criterion of the certification, taken from content, never from code.
 */
export type Finding = {
  /** Stable id of the rule, kebab-case, e.g. "budget-obtained". */
  rule: string;
  criterion: string | null;
  /** true: met; false: not met; null: nothing to observe yet. */
  met: boolean | null;
  /** French sentence: what was seen, and what to do when it is not met. */
  note: string;
  /** Where the rule comes from (a professional usage, a law, our own choice), in French. */
  source: string;
};
