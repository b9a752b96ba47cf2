import { type FormEvent, useRef, useState } from "react";
import {
  assertionLabel,
  type KeptAssertion,
  PASSAGE_CHARACTERS,
  readAssertion,
  takesRange,
  takesText,
} from "~/engines/prompt-assertions.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select, TextField } from "~/ui/field.tsx";
import type { AssertionChange } from "./intents.ts";
import { PassMatrix } from "./pass-matrix.tsx";
import type { BenchGuide, RunView } from "./run.ts";

export type Check = (asked: AssertionChange, said: string) => Promise<boolean>;

/** What the learner wants each answer to hold to, written once and checked on every version. */
export function AssertionsPanel({
  guide,
  assertions,
  answered,
  runs,
  origins,
  url,
  check,
}: {
  guide: BenchGuide;
  assertions: KeptAssertion[];
  answered: RunView[];
  runs: RunView[];
  origins: ReadonlyMap<number, number>;
  url: string;
  /** Null before the script runs: plain forms. */
  check: Check | null;
}) {
  const { most, kinds } = guide.assertions;
  const used = kinds.filter((k) => assertions.some((a) => a.assertion.kind === k.kind));
  return (
    <section aria-labelledby="assertions-title">
      <h3 id="assertions-title" className="font-title text-m">
        Vérifications
      </h3>
      {assertions.length === 0 ? (
        <p className="mt-1 text-s text-muted">
          Écrivez ce que la réponse doit respecter, avant de lancer{"\u00a0"}: un prix, une
          longueur, un mot à éviter. Chaque version y sera confrontée.
        </p>
      ) : null}
      {assertions.length > 0 && answered.length > 0 ? (
        <PassMatrix {...{ guide, assertions, answered, runs, origins }} />
      ) : null}
      {assertions.length > 0 ? (
        <Disclosure
          className="mt-3 text-s"
          summary={`Vos vérifications\u00a0: ${assertions.length} sur ${most}`}
        >
          <ul className="flex flex-col gap-1">
            {assertions.map((kept) => (
              <li key={kept.id} className="flex items-center justify-between gap-3">
                <span className="min-w-0 break-words">{assertionLabel(guide, kept.assertion)}</span>
                <RemoveForm guide={guide} kept={kept} url={url} check={check} />
              </li>
            ))}
          </ul>
          <dl className="mt-3 flex flex-col gap-2 text-xs text-muted">
            {used.map((k) => (
              <div key={k.kind}>
                <dt className="font-semibold">{k.label}</dt>
                <dd>
                  {k.rule} Source{"\u00a0"}: {k.source}
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
      {assertions.length < most ? (
        <Disclosure className="mt-2 text-s" summary="Ajouter une vérification">
          <AddForm guide={guide} url={url} check={check} />
        </Disclosure>
      ) : null}
    </section>
  );
}

function RemoveForm({
  guide,
  kept,
  url,
  check,
}: {
  guide: BenchGuide;
  kept: KeptAssertion;
  url: string;
  check: Check | null;
}) {
  const label = assertionLabel(guide, kept.assertion);
  return (
    <form
      method="post"
      action={url}
      onSubmit={(event) => {
        if (!check) return;
        event.preventDefault();
        void check(
          { intent: "remove-assertion", assertion: kept.id },
          `Vérification retirée\u00a0: ${label}.`,
        );
      }}
    >
      <input type="hidden" name="intent" value="remove-assertion" />
      <input type="hidden" name="assertion" value={kept.id} />
      <Button type="submit" size="s" variant="quiet">
        Retirer<span className="sr-only"> la vérification {label}</span>
      </Button>
    </form>
  );
}

function AddForm({ guide, url, check }: { guide: BenchGuide; url: string; check: Check | null }) {
  const { kinds } = guide.assertions;
  const [kind, setKind] = useState(kinds[0]!.kind);
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const rule = kinds.find((k) => k.kind === kind);
  // Without a script nothing can follow the choice: every field is there.
  const text = !check || takesText(kind);
  const range = !check || takesRange(kind);

  async function submit(event: FormEvent<HTMLFormElement>) {
    if (!check) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? "");
    const fields = { kind, text: value("text"), min: value("min"), max: value("max") };
    const read = readAssertion(fields);
    if ("message" in read) return setError(read.message);
    setError(null);
    const said = `Vérification ajoutée\u00a0: ${assertionLabel(guide, read.assertion)}.`;
    if (await check({ intent: "add-assertion", ...fields }, said))
      for (const input of form.current?.querySelectorAll<HTMLInputElement>("input[type=text]") ??
        [])
        input.value = "";
  }

  return (
    <form ref={form} method="post" action={url} onSubmit={submit} className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="add-assertion" />
      <Select
        label="Ce que vous vérifiez"
        name="kind"
        value={kind}
        options={kinds.map((k) => ({ value: k.kind, label: k.label }))}
        onChange={(event) => {
          setKind(event.currentTarget.value);
          setError(null);
        }}
        hint={check && rule ? rule.rule : undefined}
        error={!text && !range ? error : null}
      />
      {text ? (
        <TextField
          label="Mot ou passage"
          name="text"
          maxLength={PASSAGE_CHARACTERS}
          error={takesText(kind) ? error : null}
          hint={check ? undefined : "Pour «\u00a0contient\u00a0» et «\u00a0ne contient pas\u00a0»."}
        />
      ) : null}
      {range ? (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="Au moins"
            name="min"
            inputMode="numeric"
            error={takesRange(kind) ? error : null}
          />
          <TextField label="Au plus" name="max" inputMode="numeric" />
        </div>
      ) : null}
      <Button type="submit" size="s" className="self-start">
        Ajouter la vérification
      </Button>
    </form>
  );
}
