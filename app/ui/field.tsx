import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

type Common = {
  label: ReactNode;
  name: string;
  /** What to write and in which form; read with the field. */
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: string | string[] | null;
  className?: string;
};

/** Controls are at least 44 px high, with a border that holds 3:1 against any ground. */
export const controlClass =
  "w-full rounded-m border border-strong bg-surface px-3 py-2 text-m text-ink placeholder:text-muted " +
  "hover:border-ink aria-invalid:border-danger aria-invalid:border-2 disabled:bg-sunken disabled:text-muted";

function sentence(error: Common["error"]): string | null {
  if (!error) return null;
  const text = Array.isArray(error) ? error.join(" ") : error;
  return text || null;
}

function Message({ id, children }: { id: string; children: string | null }) {
  if (!children) return null;
  return (
    <p id={id} className="flex items-start gap-2 text-s font-semibold text-danger">
      <Icon name="alert" size={18} className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** The frame of one control: label, hint, error, and the ids that tie them together. */
function useTies(hint: ReactNode, error: Common["error"], givenId?: string) {
  const own = useId();
  const id = givenId ?? own;
  const message = sentence(error);
  const describedBy = classNames(hint ? `${id}-hint` : null, message ? `${id}-error` : null);
  return { id, message, describedBy: describedBy || undefined };
}

function Frame({
  id,
  label,
  hint,
  message,
  required,
  className,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  message: string | null;
  required?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {required === false ? <span className="font-normal text-muted"> (facultatif)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-s text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      <Message id={`${id}-error`}>{message}</Message>
    </div>
  );
}

export type TextFieldProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common>;

/** One line of text. `required={false}` writes « (facultatif) » after the label. */
export function TextField({ label, hint, error, className, id: givenId, ...rest }: TextFieldProps) {
  const { id, message, describedBy } = useTies(hint, error, givenId);
  return (
    <Frame {...{ id, label, hint, message, className }} required={rest.required}>
      <input
        type="text"
        {...rest}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={message ? true : undefined}
        className={classNames(controlClass, "min-h-11")}
      />
    </Frame>
  );
}

export type TextAreaProps = Common &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Common>;

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  className,
  id: givenId,
  rows = 4,
  ...rest
}: TextAreaProps) {
  const { id, message, describedBy } = useTies(hint, error, givenId);
  return (
    <Frame {...{ id, label, hint, message, className }} required={rest.required}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        aria-describedby={describedBy}
        aria-invalid={message ? true : undefined}
        className={controlClass}
      />
    </Frame>
  );
}

export type SelectProps = Common & {
  options: readonly { value: string; label: string }[];
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof Common>;

/** A native list: the platform's own on phones. */
export function Select({
  label,
  hint,
  error,
  className,
  id: givenId,
  options,
  ...rest
}: SelectProps) {
  const { id, message, describedBy } = useTies(hint, error, givenId);
  return (
    <Frame {...{ id, label, hint, message, className }} required={rest.required}>
      <select
        {...rest}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={message ? true : undefined}
        className={classNames(controlClass, "min-h-11")}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export type CheckboxProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common>;

/** One yes or no. */
export function Checkbox({ label, hint, error, className, id: givenId, ...rest }: CheckboxProps) {
  const { id, message, describedBy } = useTies(hint, error, givenId);
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <div className="flex items-start gap-3">
        <input
          {...rest}
          type="checkbox"
          id={id}
          aria-describedby={describedBy}
          aria-invalid={message ? true : undefined}
          className="mt-1 size-5 shrink-0 accent-accent"
        />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="pl-8 text-s text-muted">
          {hint}
        </p>
      ) : null}
      <Message id={`${id}-error`}>{message}</Message>
    </div>
  );
}

export type RadioGroupProps = {
  legend: ReactNode;
  name: string;
  options: readonly { value: string; label: ReactNode; description?: ReactNode }[];
  value?: string | null;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  hint?: ReactNode;
  error?: Common["error"];
  required?: boolean;
  disabled?: boolean;
  className?: string;
};

/** One choice among a few, all in sight; give `value` + `onChange`, or `defaultValue`. */
export function RadioGroup({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
  hint,
  error,
  required,
  disabled,
  className,
}: RadioGroupProps) {
  const { id, message, describedBy } = useTies(hint, error);
  return (
    <fieldset
      className={classNames("flex min-w-0 flex-col gap-2 border-0 p-0", className)}
      aria-describedby={describedBy}
      disabled={disabled}
    >
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-s text-muted">
          {hint}
        </p>
      ) : null}
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-3">
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            required={required}
            className="mt-1 size-5 shrink-0 accent-accent"
            aria-describedby={option.description ? `${id}-${option.value}-about` : undefined}
            {...(value !== undefined
              ? {
                  checked: value === option.value,
                  onChange: () => onChange?.(option.value),
                }
              : {
                  defaultChecked: defaultValue === option.value,
                  onChange: onChange ? () => onChange(option.value) : undefined,
                })}
          />
          <div>
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.description ? (
              <p id={`${id}-${option.value}-about`} className="text-s text-muted">
                {option.description}
              </p>
            ) : null}
          </div>
        </div>
      ))}
      <Message id={`${id}-error`}>{message}</Message>
    </fieldset>
  );
}

/**
 * Every fault of a form in one place, above it; each leads to its field. `field` is the id of the control,
 * or its name when the control was given no id.
 */
export function ErrorSummary({
  errors,
}: {
  errors: readonly { field?: string | null; message: string }[];
}) {
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      className="rounded-m border-2 border-danger bg-danger-soft p-4 text-ink"
    >
      <p className="flex items-center gap-2 font-semibold">
        <Icon name="alert" size={20} className="text-danger" />
        {errors.length === 1
          ? "Un point est à corriger"
          : `${errors.length} points sont à corriger`}
      </p>
      <ul className="mt-2 list-disc pl-8">
        {errors.map((error) => (
          <li key={`${error.field ?? ""}:${error.message}`}>
            {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
