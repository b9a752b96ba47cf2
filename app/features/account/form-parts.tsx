import type { FormMetadata } from "@conform-to/react";
import { useEffect, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary, TextField, type TextFieldProps } from "~/ui/field.tsx";
import { Notice, type NoticeTone } from "~/ui/notice.tsx";

/** Every fault of a form, above it; each leads to its field (our fields' ids are their names). */
export function FormFaults({ form }: { form: Pick<FormMetadata, "allErrors"> }) {
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
