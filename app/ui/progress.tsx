import { classNames } from "./class-names.ts";
import { formatNumber } from "./french.ts";

export type ProgressProps = {
  value: number;
  max: number;
  /** What advances, e.g. « Étapes terminées ». */
  label: string;
  className?: string;
};

function share(value: number, max: number): number {
  if (!(max > 0)) return 0;
  return Math.min(1, Math.max(0, value / max));
}

/** « 3 sur 7 » and a line that fills; the words carry the meaning. */
export function ProgressBar({ value, max, label, className }: ProgressProps) {
  return (
    <div className={classNames("flex flex-col gap-1", className)}>
      <p className="flex justify-between gap-3 text-s">
        <span>{label}</span>
        <span className="text-muted tabular-nums">
          {formatNumber(value)} sur {formatNumber(max)}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={`${formatNumber(value)} sur ${formatNumber(max)}`}
        className="h-2 overflow-hidden rounded-full border border-strong bg-surface"
      >
        <div className="h-full bg-ink" style={{ width: `${share(value, max) * 100}%` }} />
      </div>
    </div>
  );
}

/** The same as a ring, for small places; `size` in pixels. */
export function ProgressRing({
  value,
  max,
  label,
  size = 56,
  className,
}: ProgressProps & { size?: number }) {
  const part = share(value, max);
  const length = 2 * Math.PI * 42;
  const words = `${label}\u00a0: ${formatNumber(value)} sur ${formatNumber(max)}`;
  return (
    <svg
      viewBox="0 0 100 100"
      width={size}
      height={size}
      role="img"
      aria-label={words}
      className={classNames("shrink-0", className)}
    >
      <title>{words}</title>
      <circle cx="50" cy="50" r="42" fill="none" stroke="var(--color-line)" strokeWidth="10" />
      {part > 0 ? (
        <circle
          cx="50"
          cy="50"
          r="42"
          fill="none"
          stroke="currentColor"
          strokeWidth="10"
          strokeDasharray={`${(length * part).toFixed(2)} ${length.toFixed(2)}`}
          transform="rotate(-90 50 50)"
        />
      ) : null}
      <text
        x="50"
        y="50"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="27"
        fontWeight="600"
        fill="currentColor"
        className="tabular-nums"
      >
        {`${formatNumber(value)}/${formatNumber(max)}`}
      </text>
    </svg>
  );
}
