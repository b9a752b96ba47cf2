import type { Piece } from "./draft.ts";
import { piece } from "./draft.ts";
import type { Network } from "./read-task.ts";
import {
  bodyPieces,
  callPieces,
  hashtagPieces,
  hookPieces,
  mentionPieces,
  type Sheet,
  withEmoji,
} from "./voice.ts";

/** How each network is usually written to: emoji left alone, and where the link is said to be. */
const HABITS: Record<Network, { emoji: number; link: string | null }> = {
  instagram: { emoji: 3, link: "Le lien est en bio." },
  facebook: { emoji: 2, link: null },
  linkedin: { emoji: 0, link: "Le lien est en commentaire." },
  tiktok: { emoji: 2, link: "Le lien est en bio." },
  threads: { emoji: 1, link: null },
  bluesky: { emoji: 0, link: null },
  x: { emoji: 1, link: null },
  pinterest: { emoji: 0, link: null },
  youtube: { emoji: 0, link: "Le lien est sous la vidéo." },
};

/** A post for a social network: hook, facts, call to action, mentions, hashtags. */
export function postPieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const habits = HABITS[brief.network ?? "facebook"];
  const said = withEmoji(
    sheet,
    [...hookPieces(sheet), ...bodyPieces(sheet), ...callPieces(sheet)],
    habits.emoji,
  );
  const online = brief.goal?.channel === "sur le site" && habits.link;
  return [
    ...said,
    ...(online ? [piece(online, 50, { joint: "space" })] : []),
    ...mentionPieces(sheet),
    ...hashtagPieces(sheet),
  ];
}
