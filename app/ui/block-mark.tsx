import { classNames } from "./class-names.ts";

/** The shape of each place in the order; a fifth block starts the round again. */
const shapes = [
  <circle key="disc" cx="12" cy="12" r="9.5" />,
  <rect key="square" x="3.5" y="3.5" width="17" height="17" />,
  <path key="triangle" d="M12 2.5 22.5 20.5H1.5Z" />,
  <path key="diamond" d="M12 1 23 12 12 23 1 12Z" />,
];

const textHues = ["text-block-1", "text-block-2", "text-block-3", "text-block-4"] as const;
const fillHues = ["bg-block-1", "bg-block-2", "bg-block-3", "bg-block-4"] as const;
const softHues = [
  "bg-block-1-soft",
  "bg-block-2-soft",
  "bg-block-3-soft",
  "bg-block-4-soft",
] as const;
const edgeHues = ["border-block-1", "border-block-2", "border-block-3", "border-block-4"] as const;

/** The utility classes of a block's hue, by its order (1 to 4, then again). */
export function blockHue(order: number) {
  const at = (((Math.trunc(order) - 1) % 4) + 4) % 4;
  return {
    text: textHues[at]!,
    fill: fillHues[at]!,
    soft: softHues[at]!,
    edge: edgeHues[at]!,
    /** The hue as a CSS value, for drawings. */
    value: `var(--color-block-${at + 1})`,
    index: at,
  };
}

export type BlockMarkProps = {
  /** Place of the block in its certification, from 1. */
  order: number;
  /** Said to a screen reader; leave it out when the block is named beside the mark. */
  label?: string;
  /** In pixels. */
  size?: number;
  className?: string;
};

/** ● ■ ▲ ◆: a block told by its shape as well as by its hue. */
export function BlockMark({ order, label, size = 16, className }: BlockMarkProps) {
  const hue = blockHue(order);
  const drawing = {
    viewBox: "0 0 24 24",
    width: size,
    height: size,
    fill: "currentColor",
    className: classNames("inline-block shrink-0", hue.text, className),
  };
  if (!label)
    return (
      <svg {...drawing} aria-hidden="true" focusable="false">
        {shapes[hue.index]}
      </svg>
    );
  return (
    <svg {...drawing} role="img" aria-label={label}>
      {shapes[hue.index]}
    </svg>
  );
}
