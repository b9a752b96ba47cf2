import { useRouteLoaderData } from "@remix-run/react";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { EvidenceOffer } from "~/editor/evidence-offer.ts";

/** What the side panel may ask of the editor that is open in the middle. */
export type OpenEditor = {
  sectionKey: string;
  sectionTitle: string;
  insertText: (text: string, origin: { run: string }) => void;
};

/** Announces an editor; call the result to take it back. Never changes, so that effects may depend on it. */
type Register = (editor: OpenEditor) => () => void;

const OpenContext = createContext<OpenEditor | null>(null);
const RegisterContext = createContext<Register>(() => () => {});

/** What of the open step's page is used here. */
type StepData = { step: { competencies: readonly string[] } };
const none: readonly string[] = [];

/**
 * Lets the panel, a sibling of the editor, write into it, and tells the editor which competencies the open step
 * trains: a passage may be cited as evidence of them.
 */
export function EditorBridge({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<OpenEditor | null>(null);
  const step = useRouteLoaderData<StepData>("routes/workspace-step");
  const register = useCallback<Register>((editor) => {
    setOpen(editor);
    return () => setOpen((current) => (current === editor ? null : current));
  }, []);
  return (
    <RegisterContext.Provider value={register}>
      <OpenContext.Provider value={open}>
        <EvidenceOffer.Provider value={step?.step.competencies ?? none}>
          {children}
        </EvidenceOffer.Provider>
      </OpenContext.Provider>
    </RegisterContext.Provider>
  );
}

/** The open editor, or null when no section is being written. */
export function useOpenEditor(): OpenEditor | null {
  return useContext(OpenContext);
}

/** For the editor's side: announces it; call the result to take it back. */
export function useRegisterEditor(): Register {
  return useContext(RegisterContext);
}
