import { readCatalogue } from "./catalogue.server.ts";
import { faultLine } from "./fault.ts";
import { readCertifications } from "./load.server.ts";

/** `npm run content:check [folder]`: every fault of the content, or a count of what is right. */
const dir = process.argv[2];
const { subjects, faults } = await readCatalogue(dir);
if (faults.length > 0) {
  for (const fault of faults) console.log(faultLine(fault));
  console.log(`\n${faults.length} faute${faults.length > 1 ? "s" : ""} dans le contenu.`);
  process.exitCode = 1;
} else {
  const { certifications } = readCertifications(dir);
  const annexes = subjects.reduce((sum, s) => sum + s.annexes.length, 0);
  console.log(
    `Contenu correct\u00a0: ${certifications.length} certification(s), ${subjects.length} sujet(s), ${annexes} annexe(s).`,
  );
}
