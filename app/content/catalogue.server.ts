import type { Subject } from "~/domain/subject.ts";
import { tools } from "~/tools/registry.ts";
import { checkSubject } from "./check-subject.ts";
import type { Fault } from "./fault.ts";
import { contentDirectory, listFolder } from "./files.server.ts";
import { readCertifications } from "./load.server.ts";
import { readSubject } from "./read-subject.server.ts";

/**
 * Reads and checks the whole content folder (`./content` unless told otherwise).
 * Gives every subject that could be read and ALL faults, the certifications' included; throws nothing.
 */
export async function readCatalogue(
  dir?: string,
): Promise<{ subjects: Subject[]; faults: Fault[] }> {
  const root = contentDirectory(dir);
  const { certifications, faults } = readCertifications(root);
  const subjects: Subject[] = [];
  for (const slug of listFolder(root, "subjects")) {
    const read = readSubject(root, slug, Object.keys(tools));
    faults.push(...read.faults);
    if (!read.subject) continue;
    subjects.push(read.subject);
    faults.push(...checkSubject(`subjects/${slug}`, read.subject, { certifications, tools }));
  }
  return { subjects, faults };
}
