import { createContext } from "react";

/** What belongs to one HTTP response; both are unknown in the browser. */
export type ResponseFacts = {
  /** Nonce of the Content-Security-Policy, put on every script and style of the page. */
  nonce?: string;
  /** What a person can quote when something broke; the log line carries the same. */
  reference?: string;
};

export const ResponseContext = createContext<ResponseFacts>({});
