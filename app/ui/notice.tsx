import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const looks: Record<NoticeTone, { box: string; mark: string; icon: IconName; word: string }> = {
  info: { box: "bg-info-soft border-info", mark: "text-info", icon: "info", word: "Information" },
  success: {
    box: "bg-success-soft border-success",
    mark: "text-success",
    icon: "check",
    word: "Réussi",
  },
  warning: {
    box: "bg-warning-soft border-warning",
    mark: "text-warning",
    icon: "alert",
    word: "Attention",
  },
  danger: {
    box: "bg-danger-soft border-danger",
    mark: "text-danger",
    icon: "alert",
    word: "Erreur",
  },
};

export type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** "status" or "alert" when it appears after the page was read. */
  role?: "status" | "alert";
  className?: string;
};

/** A remark set apart from the text, told by an icon and a word as well as by its colour. */
export function Notice({ tone = "info", title, children, role, className }: NoticeProps) {
  const look = looks[tone];
  return (
    <div
      role={role}
      className={classNames("flex gap-3 rounded-m border-l-4 px-4 py-3", look.box, className)}
    >
      <Icon name={look.icon} size={20} className={classNames("mt-0.5 shrink-0", look.mark)} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">
          {look.word}
          {"\u00a0: "}
        </span>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
