import {
  Component,
  forwardRef,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { Button } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { ReadingView } from "./reading-view.tsx";
import type { SaveStatus } from "./saver-machine.ts";

const loadEditor = () => import("./rich-editor.tsx");
const RichEditor = lazy(loadEditor);
// In the browser the chunk leaves with the page's first scripts, not after React has woken up.
if (typeof document !== "undefined") loadEditor().catch(() => undefined);

export type SectionEditorHandle = {
  /** Writes a model's answer at the caret, marked as assisted by the trial `run`. */
  insertText: (text: string, origin: { run: string }) => void;
  insertFigure: (figureId: string) => void;
  /** The selected words, or null. */
  selectedQuote: () => string | null;
};

export type SectionEditorProps = {
  workspaceId: string;
  sectionKey: string;
  title: string;
  targetWords: { min: number; max: number };
  initial: { version: number; doc: DocNode; savedAt: string | null };
  figures: readonly Figure[];
  /** Where images are sent, and under which each is served by its id. */
  imagesPath: string;
  savePath: string;
  revisionsPath: string;
  onState?: (status: SaveStatus) => void;
};

/**
 * The editor of one section. Without its script, and until it is there, the text is read as plain HTML; nothing
 * typed is ever lost (see saver.ts and journal.ts).
 */
export const SectionEditor = forwardRef<SectionEditorHandle, SectionEditorProps>(
  function SectionEditor(props, ref) {
    const { workspaceId, sectionKey, imagesPath, initial, figures } = props;
    const [awake, setAwake] = useState(false);
    useEffect(() => setAwake(true), []);
    const inner = useRef<SectionEditorHandle | null>(null);
    const early = useRef<((editor: SectionEditorHandle) => void)[]>([]);

    // What is asked before the editor is there is done when it comes.
    const arrive = useCallback((editor: SectionEditorHandle | null) => {
      inner.current = editor;
      if (editor) for (const act of early.current.splice(0)) act(editor);
    }, []);
    useImperativeHandle(ref, () => {
      const soon = (act: (editor: SectionEditorHandle) => void) =>
        inner.current ? act(inner.current) : void early.current.push(act);
      return {
        insertText: (text, origin) => soon((editor) => editor.insertText(text, origin)),
        insertFigure: (figureId) => soon((editor) => editor.insertFigure(figureId)),
        selectedQuote: () => inner.current?.selectedQuote() ?? null,
      };
    }, []);

    const imagePath = useCallback(
      (assetId: string) => `${imagesPath}/${encodeURIComponent(assetId)}`,
      [imagesPath],
    );
    const section = `${workspaceId}/${sectionKey}`;
    const reading = (
      <div className="editor-reading" aria-busy={awake}>
        <noscript>
          <Notice tone="info">
            Pour écrire, activez JavaScript dans votre navigateur. Sans lui, le texte se lit ici.
          </Notice>
        </noscript>
        <ReadingView
          key={section}
          name={`${section}/${initial.version}`}
          doc={initial.doc}
          figures={figures}
          imagePath={imagePath}
          headingOffset={1}
        />
      </div>
    );
    if (!awake) return reading;
    return (
      <MissingChunk reading={reading}>
        <Suspense fallback={reading}>
          <RichEditor
            {...props}
            key={section}
            section={section}
            imagePath={imagePath}
            handle={arrive}
            waiting={reading}
          />
        </Suspense>
      </MissingChunk>
    );
  },
);

/** When the editor's own script cannot be had (network, a new release), the text stays readable and says so. */
class MissingChunk extends Component<
  { reading: ReactNode; children: ReactNode },
  { lost: boolean }
> {
  override state = { lost: false };

  static getDerivedStateFromError() {
    return { lost: true };
  }

  override render() {
    if (!this.state.lost) return this.props.children;
    return (
      <>
        <Notice tone="danger" role="alert" title="L’éditeur n’a pas pu s’ouvrir">
          <p>Votre texte est intact. Vérifiez votre connexion, puis rechargez la page.</p>
          <Button size="s" onClick={() => window.location.reload()}>
            Recharger la page
          </Button>
        </Notice>
        {this.props.reading}
      </>
    );
  }
}
