import { createContext } from "react";

/**
 * The competencies, by id, that a passage of the open text may be cited for; none: the editor offers no citing. A
 * context and not a property, since the page around knows them and the section's screen need not.
 */
export const EvidenceOffer = createContext<readonly string[]>([]);
