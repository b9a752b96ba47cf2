import type { Certification } from "~/domain/certification.ts";
import type { Subject } from "~/domain/subject.ts";
import { tools } from "~/tools/registry.ts";
import { checkSubject } from "./check-subject.ts";
import type { Fault } from "./fault.ts";
import { contentDirectory, listFolders } from "./files.server.ts";
import { readCertifications } from "./load.server.ts";
import { readSubject } from "./read-subject.server.ts";

export type Catalogue = { certifications: Certification[]; subjects: Subject[]; faults: Fault[] };

/**
 * Reads and checks the certifications and subjects of a content folder (`./content` unless told otherwise).
 * Gives every subject that could be read and ALL faults, the certifications' included; throws nothing.
 */
export async function readCatalogue(dir?: string): Promise<Catalogue> {
  return readCatalogueNow(contentDirectory(dir));
}

/** The same at once, of a folder that is named. */
export function readCatalogueNow(root: string): Catalogue {
  const { certifications, faults } = readCertifications(root);
  const subjects: Subject[] = [];
  for (const slug of listFolders(root, "subjects")) {
    const read = readSubject(root, slug, Object.keys(tools));
    faults.push(...read.faults);
    if (!read.subject) continue;
    subjects.push(read.subject);
    faults.push(...checkSubject(`subjects/${slug}`, read.subject, { certifications, tools }));
  }
  return { certifications, subjects, faults };
}
