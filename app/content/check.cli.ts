import { checkContent } from "./check-content.server.ts";
import { faultLine } from "./fault.ts";

/** `npm run content:check [folder]`: every fault of the content, or a count of what is right. */
const { certifications, subjects, faults } = checkContent(process.argv[2]);
if (faults.length > 0) {
  for (const fault of faults) console.log(faultLine(fault));
  console.log(`\n${faults.length} faute${faults.length > 1 ? "s" : ""} dans le contenu.`);
  process.exitCode = 1;
} else {
  const annexes = subjects.reduce((sum, s) => sum + s.annexes.length, 0);
  console.log(
    `Contenu correct\u00a0: ${certifications.length} certification(s), ${subjects.length} sujet(s), ${annexes} annexe(s), 1 guide de prompts.`,
  );
}
