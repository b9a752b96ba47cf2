import type { FormMetadata } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary, TextField, type TextFieldProps } from "~/ui/field.tsx";
import { Notice, type NoticeTone } from "~/ui/notice.tsx";

type FormState = Pick<FormMetadata, "id" | "onSubmit" | "noValidate" | "allErrors">;

/** The frame of every account form: tied to Conform, its faults above its fields, what goes along unseen. */
export function AccountForm({
  form,
  hidden = {},
  children,
}: {
  form: FormState;
  /** Values sent along, by name; those that are null are left out. */
  hidden?: Record<string, string | null>;
  children: ReactNode;
}) {
  return (
    <Form
      method="post"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
      className="measure flex flex-col gap-6"
    >
      <FormFaults form={form} />
      {Object.entries(hidden).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </Form>
  );
}

/** Every fault of a form; each leads to its field (our fields' ids are their names). */
function FormFaults({ form }: { form: Pick<FormMetadata, "allErrors"> }) {
  const errors = Object.entries(form.allErrors).flatMap(([field, messages]) =>
    (messages ?? []).map((message) => ({ field: field || null, message: String(message) })),
  );
  return <ErrorSummary errors={errors} />;
}

/** What a redirect wanted to say. */
export function PageNotice({ notice }: { notice: { tone: NoticeTone; text: string } | null }) {
  if (!notice) return null;
  return (
    <Notice tone={notice.tone} role="status" className="mb-8">
      <p>{notice.text}</p>
    </Notice>
  );
}

type Field = { errors?: string[]; initialValue?: unknown };

/** A text field tied to a Conform field. */
export function AccountField({
  field,
  ...rest
}: { field: Field; name: string } & Omit<TextFieldProps, "error">) {
  return (
    <TextField
      id={rest.name}
      required
      error={field.errors}
      defaultValue={typeof field.initialValue === "string" ? field.initialValue : undefined}
      {...rest}
    />
  );
}

/** A password: never sent back by the server; it can be shown while it is typed, once scripts run. */
export function PasswordField({
  field,
  ...rest
}: { field: Field; name: string } & Omit<TextFieldProps, "error" | "type" | "defaultValue">) {
  const [running, setRunning] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setRunning(true), []);
  return (
    <div className="flex flex-col items-start gap-1">
      <TextField
        id={rest.name}
        required
        maxLength={128}
        autoCapitalize="none"
        spellCheck={false}
        className="w-full"
        {...rest}
        type={shown ? "text" : "password"}
        error={field.errors}
      />
      {running ? (
        <Button
          variant="quiet"
          size="s"
          className="-ml-3"
          aria-pressed={shown}
          aria-controls={rest.name}
          onPress={() => setShown(!shown)}
        >
          Montrer le mot de passe
        </Button>
      ) : null}
    </div>
  );
}
