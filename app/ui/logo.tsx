/** The mark: the four shapes, block by block. Decorative: the name stands beside it. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true" focusable="false">
      <circle cx="10" cy="10" r="8" fill="var(--color-block-1)" />
      <rect x="22.5" y="2.5" width="15" height="15" fill="var(--color-block-2)" />
      <path d="M10 22 18.5 37.5H1.5Z" fill="var(--color-block-3)" />
      <path d="M30 21 39 30 30 39 21 30Z" fill="var(--color-block-4)" />
    </svg>
  );
}
