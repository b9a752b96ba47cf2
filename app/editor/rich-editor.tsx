import { type ReactNode, type Ref, useMemo } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { EditorDesk } from "./editor-desk.tsx";
import type { SaveStatus } from "./saver-machine.ts";
import type { SectionEditorHandle } from "./section-editor.tsx";
import { SurroundingsContext } from "./surroundings.ts";
import { useOpening } from "./use-opening.ts";
import "./editor.css";

export type RichEditorProps = {
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
  handle: Ref<SectionEditorHandle>;
  /** What is shown until the text may be edited. */
  waiting: ReactNode;
};

/** The part of the editor that is loaded on its own: Tiptap, the journal, the merge screen. */
export default function RichEditor(props: RichEditorProps) {
  const { section, initial, figures, imagePath, waiting } = props;
  const opened = useOpening(section, initial);
  const surroundings = useMemo(() => ({ figures, imagePath }), [figures, imagePath]);
  return (
    <SurroundingsContext.Provider value={surroundings}>
      {opened ? <EditorDesk {...props} opened={opened} /> : waiting}
    </SurroundingsContext.Provider>
  );
}
