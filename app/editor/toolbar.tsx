import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { memo } from "react";
import type { CalloutTone, DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { Icon } from "~/ui/icon.tsx";
import { calloutLabels } from "./callout-tones.ts";
import { insertBlock, onText } from "./insert-block.ts";
import { insertTable, runTableCommand, type TableCommand } from "./nodes/table-editing.ts";
import { Tool, ToolbarFrame, ToolGroup, ToolMenu } from "./toolbar-parts.tsx";
import {
  type BlockStyle,
  type ListStyle,
  readToolbarState,
  type ToolbarState,
} from "./toolbar-state.ts";
import { selectedQuote } from "./use-handle.ts";

type Props = {
  editor: Editor;
  controls: string;
  figures: readonly Figure[];
  frenchTyping: boolean;
  onFrenchTyping: (on: boolean) => void;
  onLink: () => void;
  onImage: () => void;
  onFind: () => void;
  /** Says why a command could not be had. */
  onProblem: (sentence: string) => void;
  /** Takes the selected words; absent where no competency is there to cite them for. */
  onCite?: (quote: string) => void;
};

const styles: Record<BlockStyle, string> = {
  paragraph: "Paragraphe",
  "heading-2": "Titre 1",
  "heading-3": "Titre 2",
  "heading-4": "Titre 3",
};
const lists: Record<ListStyle, string> = {
  bulletList: "Liste à puces",
  orderedList: "Liste numérotée",
  taskList: "Liste de tâches",
};

const read = ({ editor }: { editor: Editor }) => readToolbarState(editor);

/** The commands of the text. It draws again only when what it shows changes, not at every key. */
export const Toolbar = memo(function Toolbar(props: Props) {
  const { editor, onCite } = props;
  const state = useEditorState({ editor, selector: read });
  return (
    <ToolbarFrame
      label="Mise en forme du texte"
      controls={props.controls}
      onLeave={() => editor.view.focus()}
    >
      <TextTools editor={editor} state={state} onLink={props.onLink} />
      <BlockTools {...props} state={state} />
      <ToolGroup label="Historique et recherche">
        <Tool
          id="undo"
          label="Annuler"
          shortcut="Ctrl+Z"
          disabled={!state.canUndo}
          onUse={() => onText(editor).undo().run()}
        >
          <Icon name="undo" size={18} />
          <span className="editor-tool-word">Annuler</span>
        </Tool>
        <Tool
          id="redo"
          label="Rétablir"
          shortcut="Ctrl+Maj+Z"
          disabled={!state.canRedo}
          onUse={() => onText(editor).redo().run()}
        >
          <Icon name="undo" size={18} className="editor-mirror" />
          <span className="editor-tool-word">Rétablir</span>
        </Tool>
        <Tool id="find" label="Rechercher dans le texte" shortcut="Ctrl+F" onUse={props.onFind}>
          <Icon name="search" size={18} />
          <span className="editor-tool-word">Rechercher</span>
        </Tool>
        <Tool
          id="typography"
          label="Typographie française pendant la frappe"
          pressed={props.frenchTyping}
          onUse={() => props.onFrenchTyping(!props.frenchTyping)}
        >
          «&nbsp;»
        </Tool>
      </ToolGroup>
      {onCite && (
        <ToolGroup label="Auto-évaluation">
          <Tool
            id="cite"
            label={
              state.selected
                ? "Citer comme preuve"
                : "Citer comme preuve (sélectionnez d’abord un passage)"
            }
            disabled={!state.selected}
            onUse={() => onCite(selectedQuote(editor) ?? "")}
          >
            <Icon name="star" size={18} />
            <span className="editor-tool-word">Citer comme preuve</span>
          </Tool>
        </ToolGroup>
      )}
      {state.link !== null && <LinkTools editor={editor} onLink={props.onLink} />}
      {state.table && <TableTools editor={editor} onProblem={props.onProblem} />}
      {state.callout && <CalloutTools editor={editor} tone={state.callout} />}
    </ToolbarFrame>
  );
});

type PartProps = { editor: Editor; state: ToolbarState };

function setStyle(editor: Editor, style: BlockStyle) {
  const chain = onText(editor);
  if (style === "paragraph") chain.setNode("paragraph").run();
  else chain.setNode("heading", { level: Number(style.slice(-1)) }).run();
}

function TextTools({ editor, state, onLink }: PartProps & { onLink: () => void }) {
  const toggle = (mark: string) => () => onText(editor).toggleMark(mark).run();
  return (
    <>
      <ToolGroup label="Style du paragraphe">
        <ToolMenu
          id="style"
          label={`Style\u00A0: ${styles[state.style]}`}
          choices={(Object.keys(styles) as BlockStyle[]).map((style) => ({
            label: styles[style],
            hint: `Ctrl+Alt+${style === "paragraph" ? 0 : style.slice(-1)}`,
            checked: state.style === style,
            onChoose: () => setStyle(editor, style),
          }))}
        >
          <span className="editor-tool-style">{styles[state.style]}</span>
        </ToolMenu>
      </ToolGroup>
      <ToolGroup label="Caractères">
        <Tool id="bold" label="Gras" shortcut="Ctrl+B" pressed={state.bold} onUse={toggle("bold")}>
          <b>G</b>
        </Tool>
        <Tool
          id="italic"
          label="Italique"
          shortcut="Ctrl+I"
          pressed={state.italic}
          onUse={toggle("italic")}
        >
          {/* Slanted, not italic: the italic face is 22 kB, and waits for a text that needs it. */}
          <i className="inline-block -skew-x-12 not-italic">I</i>
        </Tool>
        <Tool
          id="underline"
          label="Souligné"
          shortcut="Ctrl+U"
          pressed={state.underline}
          onUse={toggle("underline")}
        >
          <u>S</u>
        </Tool>
        <Tool
          id="strike"
          label="Barré"
          shortcut="Ctrl+Maj+X"
          pressed={state.strike}
          onUse={toggle("strike")}
        >
          <s>B</s>
        </Tool>
        <Tool id="link" label="Lien" shortcut="Ctrl+K" pressed={state.link !== null} onUse={onLink}>
          <Icon name="link" size={18} />
          <span className="editor-tool-word">Lien</span>
        </Tool>
      </ToolGroup>
    </>
  );
}

function BlockTools({ editor, state, figures, onImage }: Props & PartProps) {
  const insert = (block: DocNode) => () => insertBlock(editor, block);
  return (
    <ToolGroup label="Blocs">
      <ToolMenu
        id="lists"
        label={`Listes${state.list ? `\u00A0: ${lists[state.list]}` : ""}`}
        choices={(Object.keys(lists) as ListStyle[]).map((list) => ({
          label: lists[list],
          checked: state.list === list,
          onChoose: () =>
            onText(editor)
              .toggleList(list, list === "taskList" ? "taskItem" : "listItem")
              .run(),
        }))}
      >
        <Icon name="list" size={18} />
        <span className="editor-tool-word">Listes</span>
      </ToolMenu>
      <ToolMenu
        id="insert"
        label="Insérer"
        choices={[
          {
            label: state.quote ? "Retirer la citation" : "Citation",
            onChoose: () => onText(editor).toggleWrap("blockquote").run(),
          },
          {
            label: state.callout ? "Retirer l’encadré" : "Encadré",
            onChoose: () => onText(editor).toggleWrap("callout").run(),
          },
          {
            label: "Tableau",
            hint: "3 colonnes, 3 lignes",
            onChoose: () => insertTable(editor, 3, 3),
          },
          { label: "Image", hint: "JPEG, PNG, WebP ou GIF", onChoose: onImage },
          { label: "Trait de séparation", onChoose: insert({ type: "horizontalRule" }) },
        ]}
      >
        <Icon name="plus" size={18} />
        Insérer
      </ToolMenu>
      {figures.length > 0 && (
        <ToolMenu
          id="figures"
          label="Insérer une figure de vos outils"
          choices={figures.map((figure) => ({
            label: figure.title,
            onChoose: insert({ type: "figure", attrs: { figureId: figure.id, caption: "" } }),
          }))}
        >
          <Icon name="table" size={18} />
          Figure
        </ToolMenu>
      )}
    </ToolGroup>
  );
}

function LinkTools({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  return (
    <ToolGroup label="Lien">
      <Tool id="link-edit" label="Modifier le lien" onUse={onLink}>
        Modifier le lien
      </Tool>
      <Tool
        id="link-remove"
        label="Retirer le lien"
        onUse={() => onText(editor).extendMarkRange("link").unsetMark("link").run()}
      >
        Retirer le lien
      </Tool>
    </ToolGroup>
  );
}

function TableTools({ editor, onProblem }: Pick<Props, "editor" | "onProblem">) {
  const run = (name: TableCommand) => () => void runTableCommand(editor, name, onProblem);
  return (
    <ToolGroup label="Tableau">
      <ToolMenu
        id="rows"
        label="Lignes du tableau"
        choices={[
          { label: "Ajouter une ligne au-dessus", onChoose: run("addRowBefore") },
          { label: "Ajouter une ligne au-dessous", onChoose: run("addRowAfter") },
          { label: "Supprimer la ligne", onChoose: run("deleteRow") },
          { label: "Ligne d’en-tête, oui ou non", onChoose: run("toggleHeaderRow") },
        ]}
      >
        Lignes
      </ToolMenu>
      <ToolMenu
        id="columns"
        label="Colonnes du tableau"
        choices={[
          { label: "Ajouter une colonne à gauche", onChoose: run("addColumnBefore") },
          { label: "Ajouter une colonne à droite", onChoose: run("addColumnAfter") },
          { label: "Supprimer la colonne", onChoose: run("deleteColumn") },
          {
            label: "Colonne d’en-tête, oui ou non",
            onChoose: run("toggleHeaderColumn"),
          },
        ]}
      >
        Colonnes
      </ToolMenu>
      <Tool id="table-remove" label="Supprimer le tableau" onUse={run("deleteTable")}>
        Supprimer le tableau
      </Tool>
    </ToolGroup>
  );
}

function CalloutTools({ editor, tone }: { editor: Editor; tone: CalloutTone }) {
  return (
    <ToolGroup label="Encadré">
      <ToolMenu
        id="tone"
        label={`Encadré\u00A0: ${calloutLabels[tone]}`}
        choices={(Object.keys(calloutLabels) as CalloutTone[]).map((choice) => ({
          label: calloutLabels[choice],
          checked: choice === tone,
          onChoose: () => onText(editor).updateAttributes("callout", { tone: choice }).run(),
        }))}
      >
        {calloutLabels[tone]}
      </ToolMenu>
    </ToolGroup>
  );
}
