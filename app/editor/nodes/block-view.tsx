import type { ReactNodeViewRendererOptions } from "@tiptap/react";
import { useEffect, useId, useState } from "react";

/** How a block drawn by React stands in the text. */
export const blockView: Partial<ReactNodeViewRendererOptions> = {
  className: "editor-block",
  // The fields of a block are its own: what is typed or clicked in them is not for the text around.
  stopEvent: ({ event }) =>
    event.target instanceof Element && event.target.closest("input,button,label,summary") !== null,
};

type FieldProps = {
  label: string;
  value: string;
  placeholder?: string;
  disabled?: boolean;
  onValue: (value: string) => void;
};

/**
 * One line of text that is an attribute of the block. It holds what is typed itself: the document's answer comes a
 * moment after the key, and a field put back meanwhile would send the caret to its end.
 */
export function BlockField({ label, value, onValue, ...input }: FieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        maxLength={2000}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onValue(event.currentTarget.value);
        }}
      />
    </>
  );
}
