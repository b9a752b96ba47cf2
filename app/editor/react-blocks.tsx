import type { Editor, NodeViewRenderer } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import {
  type ComponentType,
  useCallback,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";

/**
 * React inside the editor, in sixty lines: a block drawn by React is an element of ProseMirror's page that the desk
 * fills through a portal. (@tiptap/react does this too, for eight more kilobytes on a phone's first visit.)
 */
export type BlockProps = {
  node: Node;
  selected: boolean;
  update: (attrs: Record<string, unknown>) => void;
  remove: () => void;
};

type Mounted = {
  id: number;
  dom: HTMLElement;
  component: ComponentType<BlockProps>;
  props: BlockProps;
};

class BlockStore {
  private blocks: readonly Mounted[] = [];
  private listeners = new Set<() => void>();
  private nextId = 1;

  list = () => this.blocks;
  listen = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  add(block: Omit<Mounted, "id">): number {
    const id = this.nextId++;
    this.change([...this.blocks, { ...block, id }]);
    return id;
  }
  update(id: number, props: Partial<BlockProps>): void {
    this.change(
      this.blocks.map((b) => (b.id === id ? { ...b, props: { ...b.props, ...props } } : b)),
    );
  }
  remove(id: number): void {
    this.change(this.blocks.filter((block) => block.id !== id));
  }
  private change(blocks: readonly Mounted[]): void {
    this.blocks = blocks;
    // ProseMirror may be in the middle of its own drawing, and React in the middle of a render.
    queueMicrotask(() => {
      for (const listener of this.listeners) listener();
    });
  }
}

const stores = new WeakMap<Editor, BlockStore>();

function storeOf(editor: Editor): BlockStore {
  let store = stores.get(editor);
  if (!store) {
    store = new BlockStore();
    stores.set(editor, store);
  }
  return store;
}

/** A node view drawn by a React component, inside an element of the given tag and class. */
export function reactBlock(
  component: ComponentType<BlockProps>,
  tag: string,
  className: string,
): NodeViewRenderer {
  return ({ editor, node, getPos }) => {
    const store = storeOf(editor);
    const dom = document.createElement(tag);
    dom.className = className;
    const at = (change: (pos: number) => void) => {
      const pos = getPos();
      if (pos !== undefined) change(pos);
    };
    let current = node;
    const id = store.add({
      dom,
      component,
      props: {
        node,
        selected: false,
        update: (attrs) =>
          at((pos) =>
            editor.view.dispatch(
              editor.state.tr.setNodeMarkup(pos, undefined, { ...current.attrs, ...attrs }),
            ),
          ),
        remove: () =>
          at((pos) => editor.view.dispatch(editor.state.tr.delete(pos, pos + current.nodeSize))),
      },
    });
    return {
      dom,
      update(next) {
        if (next.type !== current.type) return false;
        if (next !== current) store.update(id, { node: next });
        current = next;
        return true;
      },
      selectNode() {
        dom.dataset.selected = "true";
        store.update(id, { selected: true });
      },
      deselectNode() {
        delete dom.dataset.selected;
        store.update(id, { selected: false });
      },
      // The fields of a block are its own: what is typed or clicked in them is not for the text around.
      stopEvent: (event) =>
        event.target instanceof Element &&
        event.target.closest("input,button,label,summary") !== null,
      ignoreMutation: () => true,
      destroy: () => store.remove(id),
    };
  };
}

/** Draws the React blocks of an editor; stands once beside its text. */
export function ReactBlocks({ editor }: { editor: Editor }) {
  const store = storeOf(editor);
  const blocks = useSyncExternalStore(
    store.listen,
    useCallback(() => store.list(), [store]),
  );
  return blocks.map(({ id, dom, component: Block, props }) =>
    createPortal(<Block {...props} />, dom, String(id)),
  );
}

/** The place of the text in the page. */
export function EditorSheet({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const sheet = editor.view.dom.parentElement;
    if (sheet) place.current?.append(sheet);
    return () => sheet?.remove();
  }, [editor]);
  return <div ref={place} className="editor-sheet" />;
}
