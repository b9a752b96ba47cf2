import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonHTMLAttributes, forwardRef, type MouseEventHandler, useId } from "react";
import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "m" | "s";

const shape =
  "inline-flex items-center justify-center gap-2 rounded-m border font-text font-semibold no-underline " +
  "text-center leading-tight cursor-pointer transition-colors duration-100 select-none " +
  "disabled:cursor-not-allowed aria-disabled:cursor-not-allowed";

const looks: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hover:bg-accent-strong " +
    "disabled:bg-sunken disabled:text-muted disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:border-line",
  secondary:
    "border-strong bg-surface text-ink hover:bg-sunken hover:border-ink " +
    "disabled:bg-sunken disabled:text-muted disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:border-line",
  quiet:
    "border-transparent bg-transparent text-accent underline decoration-1 underline-offset-4 hover:bg-accent-soft " +
    "disabled:text-muted disabled:no-underline aria-disabled:text-muted aria-disabled:no-underline",
  danger:
    "border-danger bg-surface text-danger hover:bg-danger hover:text-on-danger " +
    "disabled:bg-sunken disabled:text-muted disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:border-line",
};

const sizes: Record<ButtonSize, string> = {
  m: "min-h-11 px-5 py-2 text-m",
  s: "min-h-8 px-3 py-1 text-s",
};

/** The classes of a button, for the rare element that must look like one (a file label, a summary). */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "m"): string {
  return classNames(shape, looks[variant], sizes[size]);
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Same as onClick, for those who think in presses. */
  onPress?: MouseEventHandler<HTMLButtonElement>;
  /** Keeps the button focusable but inert, and says why underneath. */
  whyDisabled?: string | null;
};

/** A native button; `type` is "button" unless told otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", size = "m", onPress, onClick, whyDisabled, className, type, ...rest },
  ref,
) {
  const reasonId = useId();
  const button = (
    <button
      {...rest}
      ref={ref}
      type={type ?? "button"}
      className={classNames(buttonClass(variant, size), className)}
      aria-disabled={whyDisabled ? true : rest["aria-disabled"]}
      aria-describedby={
        classNames(rest["aria-describedby"], whyDisabled ? reasonId : null) || undefined
      }
      onClick={(event) => {
        if (whyDisabled) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
        onPress?.(event);
      }}
    />
  );
  if (!whyDisabled) return button;
  return (
    <span className="inline-flex flex-col items-start gap-1">
      {button}
      <span id={reasonId} className="text-s text-muted">
        {whyDisabled}
      </span>
    </span>
  );
});

export type LinkButtonProps = LinkProps & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button: it goes somewhere, it does nothing else. */
export function LinkButton({
  variant = "secondary",
  size = "m",
  className,
  ...rest
}: LinkButtonProps) {
  return <Link {...rest} className={classNames(buttonClass(variant, size), className)} />;
}
