/**
 * French typography of a text meant for readers. Faults only what can be told without doubt, so that
 * quotations of real-world texts (comments, handles, addresses) can be left out by the caller.
 * Gives a French sentence per kind of fault found.
 */
export function typographyFaults(text: string): string[] {
  return RULES.filter((rule) => rule.pattern.test(text)).map((rule) => {
    const found = rule.pattern.exec(text)?.[0] ?? "";
    return `${rule.message} (vu\u00a0: «\u00a0${found.trim()}\u00a0»).`;
  });
}

const RULES: { pattern: RegExp; message: string }[] = [
  { pattern: /\p{L}'\p{L}?/u, message: "apostrophe droite au lieu de l’apostrophe courbe" },
  { pattern: /"/, message: "guillemets droits au lieu de guillemets français" },
  { pattern: /\S* [:;!?»]/u, message: "espace ordinaire au lieu d’une espace insécable" },
  { pattern: /« \S*/u, message: "espace ordinaire après un guillemet ouvrant" },
  {
    // Not 14:32, 16:9, https:// or a handle: a letter or a closing mark, then the sign, then a space.
    pattern: /[\p{L}\p{N})»][;!?](?=\s|$)/u,
    message: "espace insécable absente avant le signe double",
  },
  { pattern: /[\p{L})»]:(?=\s|$)/u, message: "espace insécable absente avant le deux-points" },
  {
    pattern: /«[^\s\u00a0\u202f]|[^\s\u00a0\u202f]»/u,
    message: "espace insécable absente dans les guillemets",
  },
  { pattern: /\d [%€](?!\p{L})/u, message: "espace ordinaire entre un nombre et son unité" },
  { pattern: /\d \d{3}(?!\d)/u, message: "espace ordinaire dans un grand nombre" },
  { pattern: /\.\.\./, message: "trois points au lieu de points de suspension" },
  { pattern: / {2,}|\u00a0 | \u00a0/, message: "espaces doubles" },
  {
    pattern: /(?:^|[.!?…]\s)(?:Etre|Etat|Etude|Ecrire|Elaborer|Evaluer|Etape)\s/u,
    message: "capitale sans accent",
  },
];
