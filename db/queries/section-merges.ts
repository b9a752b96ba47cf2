import type { Db } from "../client.server.ts";
import { saveSection } from "./sections.ts";

type Save = Parameters<typeof saveSection>[1];

/**
 * Saves a section, and under it the versions a person discarded to come to this text: each becomes a revision of its
 * own, just older than the text itself. All or nothing; a device of their own keeps revisions from folding together.
 * @returns the new version (one more for each discarded one) and time, or null when the version is stale.
 */
export function saveMergedSection(
  db: Db,
  save: Save,
  discarded: readonly Pick<Save, "doc" | "words">[],
): Promise<{ version: number; savedAt: Date } | null> {
  if (discarded.length === 0) return saveSection(db, save);
  return db.transaction().execute(async (tx) => {
    let { version } = save;
    for (const [index, text] of discarded.entries()) {
      const device = `${save.device}~${index + 1}`;
      const kept = await saveSection(tx, { ...save, ...text, version, device });
      if (!kept) return null;
      version = kept.version;
    }
    return saveSection(tx, { ...save, version });
  });
}
