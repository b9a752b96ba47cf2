import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

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

/** Lets the panel, a sibling of the editor, write into it. */
export function EditorBridge({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<OpenEditor | null>(null);
  const register = useCallback<Register>((editor) => {
    setOpen(editor);
    return () => setOpen((current) => (current === editor ? null : current));
  }, []);
  return (
    <RegisterContext.Provider value={register}>
      <OpenContext.Provider value={open}>{children}</OpenContext.Provider>
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
