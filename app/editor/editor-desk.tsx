import { EditorContent } from "@tiptap/react";
import {
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Notice } from "~/ui/notice.tsx";
import { type Comparison, useComparison } from "./comparison.ts";
import { EditorFooter } from "./editor-footer.tsx";
import { ConflictNotice, FoundElsewhere } from "./editor-notices.tsx";
import { EvidenceOffer } from "./evidence-offer.ts";
import { readTypingChoice, writeTypingChoice } from "./french-typing.ts";
import { insertBlock } from "./insert-block.ts";
import type { RichEditorProps } from "./rich-editor.tsx";
import { Toolbar } from "./toolbar.tsx";
import { type DeskCalls, useDeskEditor } from "./use-desk-editor.ts";
import { useHandle } from "./use-handle.ts";
import type { Opened } from "./use-opening.ts";
import { useSaver, whyNotStored } from "./use-saver.ts";

const Merge = lazy(() => import("./merge.tsx"));
const FindBar = lazy(() => import("./find-bar.tsx"));
const LinkDialog = lazy(() => import("./link-dialog.tsx"));
const ImageDialog = lazy(() => import("./image-dialog.tsx"));
const CiteDialog = lazy(() => import("./cite-dialog.tsx"));

type Props = RichEditorProps & { opened: Opened };

/** The editor and all that stands around it: bar, notices, search, dialogs, merge screen, state line. */
export function EditorDesk(props: Props) {
  const { opened, title, figures, imagesPath, waiting } = props;
  const id = useId();
  const competencies = useContext(EvidenceOffer);
  const box = useRef<HTMLDivElement>(null);
  const [finding, setFinding] = useState(false);
  const [linking, setLinking] = useState(false);
  const [citing, setCiting] = useState<string | null>(null);
  const [images, setImages] = useState<(File | null)[]>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const [frenchTyping, setFrenchTyping] = useState(readTypingChoice);

  const calls = useRef<DeskCalls>(null as unknown as DeskCalls);
  calls.current = {
    find: () => setFinding(true),
    link: () => setLinking(true),
    toolbar: () => box.current?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus(),
    escape: () => {
      if (finding) setFinding(false);
      else box.current?.querySelector<HTMLElement>("[data-editor-exit]")?.focus();
    },
    notice: setNotice,
    images: (files) => setImages((waitingFiles) => [...waitingFiles, ...files]),
    frenchTyping: () => frenchTyping,
  };

  // The bar keeps the same acts, so that it is not drawn again whenever something was saved.
  const [acts] = useState(() => ({
    onFrenchTyping: (on: boolean) => {
      setFrenchTyping(on);
      writeTypingChoice(on);
    },
    onLink: () => setLinking(true),
    onImage: () => setImages([null]),
    onFind: () => setFinding(true),
    onProblem: setNotice,
  }));

  const editor = useDeskEditor(props, id, calls);
  const saving = useSaver(editor, opened, props);
  // After the saver: what the page writes at once must be seen by it.
  useHandle(editor, props.handle);
  const comparison = useComparison(editor, opened, saving);
  if (!editor) return waiting;

  return (
    <div ref={box} className="editor">
      <button type="button" className="editor-skip" onClick={() => calls.current.toolbar()}>
        Aller à la barre d’outils (Alt+F10)
      </button>
      {saving.restored && (
        <Closable tone="success" title="Texte retrouvé sur cet appareil">
          La dernière fois, il n’avait pas pu être enregistré. Il est de nouveau là, et le voilà
          enregistré dès que le serveur répond.
        </Closable>
      )}
      {notice && (
        <Closable key={notice} tone="warning" onClose={() => setNotice(null)}>
          {notice}
        </Closable>
      )}
      <FoundElsewhere opened={opened} onCompare={comparison.compareEntry} />
      {saving.status.kind === "conflict" && !comparison.open && (
        <ConflictNotice theirs={saving.status.theirs} onCompare={comparison.compareTheirs} />
      )}
      {comparison.open && <MergeScreen comparison={comparison.open} {...comparison} />}
      <div hidden={comparison.open !== null}>
        <Toolbar
          editor={editor}
          controls={`${id}-text`}
          figures={figures}
          frenchTyping={frenchTyping}
          onCite={competencies.length > 0 ? setCiting : undefined}
          {...acts}
        />
        <Suspense fallback={null}>
          {finding && (
            <FindBar
              editor={editor}
              onClose={() => {
                setFinding(false);
                editor.view.focus();
              }}
            />
          )}
        </Suspense>
        <EditorContent editor={editor} className="editor-sheet" />
        <EditorFooter
          editor={editor}
          hintId={`${id}-hint`}
          title={title}
          target={props.targetWords}
          revisionsPath={props.revisionsPath}
          saving={saving}
          journal={opened.journal.kind}
          onMerge={comparison.compareTheirs}
        />
      </div>
      <Suspense fallback={null}>
        {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
        {citing !== null && (
          <CiteDialog
            workspaceId={props.workspaceId}
            sectionKey={props.sectionKey}
            quote={citing}
            competencies={competencies}
            saved={() => whyNotStored(saving, props.savePath)}
            onClose={() => setCiting(null)}
          />
        )}
        {images.length > 0 && (
          <ImageDialog
            key={images.length}
            imagesPath={imagesPath}
            file={images[0] ?? null}
            onInsert={(attrs) => {
              insertBlock(editor, { type: "image", attrs });
              setImages((left) => left.slice(1));
            }}
            onClose={() => setImages((left) => left.slice(1))}
          />
        )}
      </Suspense>
    </div>
  );
}

function MergeScreen({
  comparison,
  confirm,
  cancel,
}: {
  comparison: Comparison;
  confirm: (resolve: (now: Comparison["mine"]) => Comparison["mine"]) => void;
  cancel: () => void;
}) {
  return (
    <Suspense fallback={<p role="status">Préparation des deux versions…</p>}>
      <Merge {...comparison} onConfirm={confirm} onCancel={cancel} />
    </Suspense>
  );
}

type ClosableProps = {
  tone: "success" | "warning";
  title?: string;
  children: ReactNode;
  onClose?: () => void;
};

/** A notice that a person puts away when read. */
function Closable({ tone, title, children, onClose }: ClosableProps) {
  const [shown, setShown] = useState(false);
  const [closed, setClosed] = useState(false);
  // A live region speaks of what enters it, not of what it was born with.
  useEffect(() => setShown(true), []);
  if (closed) return null;
  return (
    <div role="status">
      {shown && (
        <Notice tone={tone} title={title}>
          {children}{" "}
          <button
            type="button"
            className="editor-link"
            onClick={() => {
              setClosed(true);
              onClose?.();
            }}
          >
            J’ai lu
          </button>
        </Notice>
      )}
    </div>
  );
}
