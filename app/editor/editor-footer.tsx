import { Link } from "@remix-run/react";
import type { Editor } from "@tiptap/core";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { JournalKind } from "./journal.ts";
import { SaveStatusLine } from "./save-status.tsx";
import type { Saving } from "./use-saver.ts";
import { WordCount } from "./word-count.tsx";

type Props = {
  editor: Editor;
  hintId: string;
  title: string;
  target: { min: number; max: number };
  revisionsPath: string;
  saving: Saving;
  journal: JournalKind;
  onMerge: () => void;
};

const keys: [string, string][] = [
  ["Alt+F10", "aller à la barre d’outils"],
  ["Échap", "sortir du texte"],
  [
    "Tab",
    "avancer d’un niveau dans une liste, d’une cellule dans un tableau\u202F; ailleurs, quitter le texte",
  ],
  ["Ctrl+F", "rechercher dans cette partie"],
  ["Ctrl+K", "faire un lien"],
  ["Ctrl+Alt+2, 3, 4", "titre de niveau 1, 2, 3"],
  ["Ctrl+Z", "annuler, y compris une correction typographique"],
];

/** Under the text: what is saved, how long it is, its versions, and the keys that help. */
export function EditorFooter(props: Props) {
  const { editor, saving } = props;
  return (
    <div className="editor-footer">
      <section
        className="editor-footer-line"
        data-editor-exit
        tabIndex={-1}
        aria-label="État du texte"
      >
        <SaveStatusLine
          status={saving.status}
          journal={props.journal}
          kept={saving.kept}
          onRetry={() => saving.saver?.retry()}
          onMerge={props.onMerge}
        />
        <Link to={props.revisionsPath} discover="none" className="editor-versions">
          <Icon name="history" size={16} /> Versions
          <span className="sr-only"> de «&nbsp;{props.title}&nbsp;»</span>
        </Link>
        <WordCount editor={editor} target={props.target} />
      </section>
      <p id={props.hintId} className="sr-only">
        {"Alt+F10\u00A0: barre d’outils. Échap\u00A0: sortir du texte."}
      </p>
      <Disclosure summary="Raccourcis clavier">
        <dl className="editor-keys">
          {keys.map(([key, action]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{action}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
}
