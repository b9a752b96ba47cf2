import { type Extensions, getSchema } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import { Callout } from "./nodes/callout.ts";
import { Figure } from "./nodes/figure.tsx";
import { Image } from "./nodes/image.tsx";
import { Link } from "./nodes/link.ts";
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from "./nodes/lists.ts";
import { Table, TableCell, TableHeader, TableRow } from "./nodes/tables.ts";
import {
  Blockquote,
  Doc,
  HardBreak,
  Heading,
  HorizontalRule,
  Paragraph,
  Text,
} from "./nodes/text-blocks.ts";
import { AiAssisted, Bold, Italic, Strike, Underline } from "./nodes/text-marks.ts";

/** Every node and mark, once: the same list edits, parses pasted HTML and renders. */
export const extensions: Extensions = [
  Doc,
  Paragraph,
  Text,
  Heading,
  HardBreak,
  HorizontalRule,
  Blockquote,
  Callout,
  BulletList,
  OrderedList,
  ListItem,
  TaskList,
  TaskItem,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Image,
  Figure,
  AiAssisted,
  Link,
  Bold,
  Italic,
  Underline,
  Strike,
  UndoRedo.configure({ depth: 300 }),
];

/** The ProseMirror schema the list above makes. */
export const editorSchema = getSchema(extensions);
