import {
  type Certification,
  certification as certificationSchema,
} from "~/domain/certification.ts";
import { checkCertification } from "./check.ts";
import { ContentError, type Fault, schemaFaults } from "./fault.ts";
import { contentDirectory, listFolder, readYaml } from "./files.server.ts";

/**
 * Reads every certification of a content folder (`./content` unless told otherwise).
 * Gives what could be read and every fault; throws nothing.
 */
export function readCertifications(dir?: string): {
  certifications: Certification[];
  faults: Fault[];
} {
  const root = contentDirectory(dir);
  const certifications: Certification[] = [];
  const faults: Fault[] = [];
  for (const name of listFolder(root, "certifications")) {
    if (!name.endsWith(".yaml")) continue;
    const file = `certifications/${name}`;
    const read = readYaml(root, file);
    faults.push(...read.faults);
    if (read.faults.length > 0) continue;
    const parsed = certificationSchema.safeParse(read.value);
    if (parsed.success) {
      certifications.push(parsed.data);
      faults.push(...checkCertification(file, parsed.data));
    } else {
      faults.push(...schemaFaults(file, parsed.error));
    }
  }
  if (certifications.length === 0 && faults.length === 0)
    faults.push({
      file: "certifications",
      path: "",
      message: "aucune certification n’a été trouvée.",
    });
  return { certifications, faults };
}

/* Files do not change while the process runs. */
const cache = new Map<string, Certification[]>();

/** Every certification; throws ContentError, with all faults, when any file is wrong. */
export function listCertifications(dir?: string): Certification[] {
  const root = contentDirectory(dir);
  const known = cache.get(root);
  if (known) return known;
  const { certifications, faults } = readCertifications(root);
  if (faults.length > 0) throw new ContentError(faults);
  cache.set(root, certifications);
  return certifications;
}

/** One certification by id; throws when it is unknown. */
export function loadCertification(id: string, dir?: string): Certification {
  const found = listCertifications(dir).find((c) => c.id === id);
  if (!found) throw new Error(`Unknown certification: ${id}`);
  return found;
}

/** The certification shown when the address names none: the first by id. */
export function defaultCertification(dir?: string): Certification {
  return listCertifications(dir)[0]!;
}
