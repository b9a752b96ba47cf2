import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TagTone = "neutral" | "info" | "success" | "warning" | "danger";

const looks: Record<TagTone, string> = {
  neutral: "bg-sunken text-ink",
  info: "bg-info-soft text-info",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A word or two that qualify what they follow. */
export function Tag({
  tone = "neutral",
  children,
  className,
}: {
  tone?: TagTone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-xs px-2 py-0.5 text-s leading-snug font-semibold whitespace-nowrap",
        looks[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
