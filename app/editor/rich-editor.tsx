import { type ReactNode, useMemo, useState } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { EditorDesk } from "./editor-desk.tsx";
import { newestText } from "./saver.ts";
import type { SaveStatus } from "./saver-machine.ts";
import type { SectionEditorHandle } from "./section-editor.tsx";
import { SurroundingsContext } from "./surroundings.ts";
import { useOpening } from "./use-opening.ts";
import "./editor.css";

export type RichEditorProps = {
  workspaceId: string;
  sectionKey: string;
  /** Both together: the text's name on this device. */
  section: string;
  title: string;
  targetWords: { min: number; max: number };
  initial: { version: number; doc: DocNode; savedAt: string | null };
  figures: readonly Figure[];
  imagesPath: string;
  imagePath: (assetId: string) => string;
  savePath: string;
  revisionsPath: string;
  onState?: (status: SaveStatus) => void;
  /** Called with what the page may do to the text once it can, with null when it no longer can. */
  handle: (editor: SectionEditorHandle | null) => void;
  /** What is shown until the text may be edited. */
  waiting: ReactNode;
};

/** The part of the editor that is loaded on its own: Tiptap, the journal, the merge screen. */
export default function RichEditor(props: RichEditorProps) {
  const { section, figures, imagePath, waiting } = props;
  const [initial] = useState(() => newestText(section, props.initial));
  const opened = useOpening(section, initial);
  const surroundings = useMemo(() => ({ figures, imagePath }), [figures, imagePath]);
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {opened ? <EditorDesk {...props} initial={initial} opened={opened} /> : waiting}
    </SurroundingsContext.Provider>
  );
}
