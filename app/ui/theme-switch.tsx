import { useFetcher } from "@remix-run/react";
import { classNames } from "./class-names.ts";

export type Theme = "light" | "dark" | "system";

const choices: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "Automatique" },
  { value: "light", label: "Clair" },
  { value: "dark", label: "Sombre" },
];

/** Light, dark, or as the system says; three submit buttons, so it works before any script. */
export function ThemeSwitch({
  theme,
  action,
  back,
}: {
  theme: Theme;
  /** Where the choice is posted. */
  action: string;
  /** The page to come back to without JavaScript. */
  back: string;
}) {
  const fetcher = useFetcher({ key: "theme" });
  const asked = fetcher.formData?.get("theme");
  const current = typeof asked === "string" ? asked : theme;
  return (
    <fetcher.Form
      method="post"
      action={action}
      className="flex flex-wrap items-center gap-x-2 gap-y-1"
    >
      <input type="hidden" name="back" value={back} />
      <fieldset className="flex flex-wrap items-center">
        <legend className="float-left pr-3 text-muted">Apparence</legend>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name="theme"
            value={choice.value}
            aria-pressed={current === choice.value}
            className={classNames(
              "min-h-8 cursor-pointer px-2 hover:underline",
              current === choice.value
                ? "font-semibold text-ink underline decoration-accent decoration-2 underline-offset-6"
                : "text-muted",
            )}
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  );
}
