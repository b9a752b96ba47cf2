import fs from "node:fs";
import { expect } from "@playwright/test";
import { parse } from "yaml";
import { type Client, paragraph } from "./client.ts";

type Subject = { sections: { key: string; competencies: string[]; words: { min: number } }[] };
const subject = parse(
  fs.readFileSync("content/subjects/cyclerie-pont-levy/subject.yaml", "utf8"),
) as Subject;

/** An exercise of which every part is written, and every competency rated and proved. */
export async function finishedExercise(client: Client): Promise<string> {
  const { id } = await client.startExercise("cyclerie-pont-levy");
  const proofs = new Map<string, string>();
  for (const { key, competencies, words } of subject.sections) {
    const text = `Constat ${key}. ${"La Cyclerie répare des vélos. ".repeat(Math.ceil(words.min / 5) + 4)}`;
    const saved = await client.json(`/espaces/${id}/parties/${key}`, {
      version: 0,
      doc: paragraph(text),
      device: "parcours",
    });
    expect(saved.status, key).toBe(200);
    for (const competency of competencies) proofs.set(competency, key);
  }
  for (const [competency, key] of proofs) {
    const rated = await client.form(`/espaces/${id}/evaluation`, {
      intent: "rate",
      competency,
      attempt: "1",
      version: "0",
      level: "3",
      justification: "Cette partie montre la méthode suivie, les sources et les choix faits.",
    });
    expect(rated.status, competency).toBeLessThan(400);
    const proved = await client.form(`/espaces/${id}/evaluation`, {
      intent: "add-evidence",
      competency,
      sectionKey: key,
      quote: `Constat ${key}. La Cyclerie répare des vélos.`,
    });
    expect(proved.status, competency).toBeLessThan(400);
  }
  return id;
}
