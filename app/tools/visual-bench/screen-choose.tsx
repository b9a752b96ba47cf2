import { useState } from "react";
import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import { OwnImage } from "./own-image.tsx";
import { RunPicture, runName } from "./run-picture.tsx";
import type { RunView, VisualView } from "./view-model.ts";

/** Phase 2: every run, two side by side, the faults to find, the one to keep; or an image made elsewhere. */
export function ChooseScreen({
  view,
  imagesPath,
}: {
  view: VisualView;
  imagesPath: string | null;
}) {
  return (
    <div className="mt-4 flex flex-col gap-10">
      {view.runs.length === 0 ? (
        <p className="measure text-muted">
          Aucun essai pour l’instant. Composez une image à l’étape précédente, ou envoyez la vôtre
          plus bas.
        </p>
      ) : (
        <ul className="grid gap-6 @lg:grid-cols-2 @4xl:grid-cols-3">
          {[...view.runs].reverse().map((run) => (
            <RunCard key={run.id} run={run} view={view} imagesPath={imagesPath} />
          ))}
        </ul>
      )}
      {view.runs.length > 1 ? <Compare view={view} imagesPath={imagesPath} /> : null}
      <OwnImage view={view} imagesPath={imagesPath} />
    </div>
  );
}

type Shown = { view: VisualView; imagesPath: string | null };

function RunCard({ run, view, imagesPath }: Shown & { run: RunView }) {
  const version = view.versions.find((v) => v.n === run.version);
  const kept = run.kept && view.source === "composed";
  return (
    <li
      className={`flex flex-col gap-3 rounded-lg border p-3 ${kept ? "border-accent" : "border-line"}`}
    >
      <RunPicture run={run} brand={view.brand} imagesPath={imagesPath} className="rounded-m" />
      <p className="flex flex-wrap items-center gap-2">
        <strong>{runName(run)}</strong>
        {kept ? (
          <Tag tone="success">
            <Icon name="check" size={14} /> gardée
          </Tag>
        ) : null}
        <span className="text-s text-muted">
          {run.family} · {run.ratio}
        </span>
      </p>
      <p className="text-s">{run.prompt}</p>
      {version && version.changes.length > 0 ? (
        <ul className="text-s text-muted">
          {version.changes.map((c) => (
            <li key={c.label}>
              {`${c.label}\u00a0: `}
              {c.before ? <del>{c.before}</del> : "rien"} →{" "}
              <ins className="no-underline font-semibold text-ink">{c.after || "rien"}</ins>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {kept ? null : (
          <MoveForm action={{ type: "keep", run: run.id }}>
            <Button type="submit" size="s" variant="primary">
              Garder
            </Button>
          </MoveForm>
        )}
        {run.generated ? null : (
          <MoveForm action={{ type: "vary", run: run.id }}>
            <Button type="submit" size="s">
              Autre variante
            </Button>
          </MoveForm>
        )}
        <MoveForm action={{ type: "reuse", run: run.id }}>
          <Button type="submit" size="s">
            Reprendre ce prompt
          </Button>
        </MoveForm>
        {run.kept ? null : (
          <MoveForm action={{ type: "remove", run: run.id }}>
            <Button type="submit" size="s" variant="quiet">
              Retirer
            </Button>
          </MoveForm>
        )}
      </div>
      <Disclosure summary="Examiner cet essai">
        <Inspect run={run} view={view} />
      </Disclosure>
    </li>
  );
}

function Inspect({ run, view }: { run: RunView; view: VisualView }) {
  const label = (id: string) => view.defects.find((d) => d.id === id)?.label ?? id;
  const missed = (run.defects ?? []).filter((d) => !run.marks.includes(d));
  const wrong = run.defects ? run.marks.filter((m) => !(run.defects as string[]).includes(m)) : [];
  return (
    <div className="flex flex-col gap-3">
      <p className="text-s text-muted">
        {run.generated
          ? "Quels défauts voyez-vous\u00a0? Cochez-les\u00a0: un modèle a fait cette image, personne ici ne les connaît d’avance. Regardez les mains, les textes, les logos, les incohérences."
          : "Quels défauts voyez-vous\u00a0? Cochez-les, puis vérifiez."}
      </p>
      <ul className="flex flex-col gap-2">
        {view.defects.map((d) => {
          const on = run.marks.includes(d.id);
          return (
            <li key={d.id}>
              <MoveForm action={{ type: "mark", run: run.id, defect: d.id }}>
                <button
                  type="submit"
                  disabled={run.inspected}
                  aria-pressed={on}
                  className="flex w-full cursor-pointer items-start gap-2 rounded-m border border-line bg-surface px-3 py-1.5 text-left text-s hover:border-strong aria-pressed:border-accent aria-pressed:bg-accent-soft disabled:cursor-default"
                >
                  <Icon name={on ? "check" : "plus"} size={16} className="mt-0.5 shrink-0" />
                  <span>
                    <strong>{d.label}.</strong> {d.help}
                  </span>
                </button>
              </MoveForm>
            </li>
          );
        })}
      </ul>
      {run.inspected ? (
        <p role="status" className="text-s">
          {missed.length === 0 && wrong.length === 0
            ? "Vous avez vu juste."
            : [
                missed.length > 0 ? `Non vus\u00a0: ${missed.map(label).join(", ")}.` : "",
                wrong.length > 0
                  ? `Absents de cette image\u00a0: ${wrong.map(label).join(", ")}.`
                  : "",
              ]
                .filter(Boolean)
                .join(" ")}{" "}
          {missed.length + (run.defects?.length ?? 0) > 0
            ? "Ce qu’on ne veut pas voir se dit dans «\u00a0À éviter\u00a0»\u00a0; ce qui manque de choix se précise."
            : ""}
        </p>
      ) : run.generated ? null : (
        <MoveForm action={{ type: "inspect", run: run.id }}>
          <Button type="submit" size="s">
            Vérifier ce que j’ai vu
          </Button>
        </MoveForm>
      )}
      <AutosaveArea
        action={{ type: "note", run: run.id }}
        saved={run.note}
        label={`Remarque sur la ${runName(run).toLowerCase()}`}
        rows={2}
      />
    </div>
  );
}

function Compare({ view, imagesPath }: Shown) {
  const options = view.runs.map((r) => ({ value: r.id, label: runName(r) }));
  const [left, setLeft] = useState(view.runs.at(-2)!.id);
  const [right, setRight] = useState(view.runs.at(-1)!.id);
  const runOf = (id: string) => view.runs.find((r) => r.id === id) ?? view.runs.at(-1)!;
  const [a, b] = [runOf(left), runOf(right)];
  const differ = view.slots.filter((s) => a.slots[s.id].trim() !== b.slots[s.id].trim());
  return (
    <section aria-labelledby="comparer">
      <h4 id="comparer" className="text-l">
        Comparer deux essais
      </h4>
      <div className="mt-3 grid grid-cols-2 gap-4">
        <Select
          label="À gauche"
          name="left"
          options={options}
          value={a.id}
          onChange={(e) => setLeft(e.target.value)}
        />
        <Select
          label="À droite"
          name="right"
          options={options}
          value={b.id}
          onChange={(e) => setRight(e.target.value)}
        />
        <RunPicture run={a} brand={view.brand} imagesPath={imagesPath} className="rounded-m" />
        <RunPicture run={b} brand={view.brand} imagesPath={imagesPath} className="rounded-m" />
      </div>
      {differ.length === 0 ? (
        <p className="mt-3 text-s text-muted">
          {a.generated?.model === b.generated?.model
            ? "Même prompt\u00a0: seul le tirage diffère."
            : "Même prompt\u00a0: seul l’outil qui a fait l’image diffère."}
        </p>
      ) : (
        <dl className="mt-3 flex flex-col divide-y divide-line border-y border-line text-s">
          {differ.map((s) => (
            <div key={s.id} className="grid grid-cols-2 gap-4 py-2">
              <dt className="col-span-2 font-semibold">{s.label}</dt>
              <dd>{a.slots[s.id] || "rien"}</dd>
              <dd>{b.slots[s.id] || "rien"}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
