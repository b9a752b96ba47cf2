import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";

/** What the side panel may ask of the editor that is open in the middle. */
export type OpenEditor = {
  sectionKey: string;
  sectionTitle: string;
  insertText: (text: string, origin: { run: string }) => void;
};

type Bridge = {
  open: OpenEditor | null;
  register: (editor: OpenEditor) => () => void;
};

const BridgeContext = createContext<Bridge>({ open: null, register: () => () => {} });

/** Lets the panel, a sibling of the editor, write into it. */
export function EditorBridge({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<OpenEditor | null>(null);
  const current = useRef<OpenEditor | null>(null);
  const bridge = useMemo<Bridge>(
    () => ({
      open,
      register(editor) {
        current.current = editor;
        setOpen(editor);
        return () => {
          if (current.current === editor) {
            current.current = null;
            setOpen(null);
          }
        };
      },
    }),
    [open],
  );
  return <BridgeContext.Provider value={bridge}>{children}</BridgeContext.Provider>;
}

/** The open editor, or null when no section is being written. */
export function useOpenEditor(): OpenEditor | null {
  return useContext(BridgeContext).open;
}

/** For the editor's side: announces it; call the result to take it back. */
export function useRegisterEditor(): Bridge["register"] {
  return useContext(BridgeContext).register;
}
