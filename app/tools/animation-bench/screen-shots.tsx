import { useState } from "react";
import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select, TextArea } from "~/ui/field.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm, usePlay } from "~/ui/move-form.tsx";
import { Preview } from "./preview.tsx";
import type { AnimationView, ShotView } from "./view-model.ts";

/** Phase 1: the shots in words, the film beside them. */
export function ShotsScreen({ view }: { view: AnimationView }) {
  const { send } = usePlay();
  const within = view.seconds >= view.bounds.least && view.seconds <= view.bounds.most;
  return (
    <div className="mt-4 flex flex-col gap-6">
      <p className="measure">{view.order}</p>
      <div className="grid gap-8 @xl:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] @4xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4 @xl:sticky @xl:top-24 @xl:self-start">
          <Preview view={view} />
          <p className="text-s">
            {`Durée\u00a0: ${formatNumber(view.seconds, 1)}\u00a0s, pour ${view.bounds.least} à ${view.bounds.most}\u00a0s. `}
            {view.shots.length > 0 && !within ? (
              <strong className="text-warning">
                {view.seconds < view.bounds.least ? "Trop court." : "Trop long."}
              </strong>
            ) : null}
          </p>
        </div>
        <div className="flex flex-col gap-6">
          <div className="grid gap-4 @4xl:grid-cols-2">
            <Select
              label="Réseau visé"
              name="network"
              value={view.network}
              options={view.networks.map((n) => ({ value: n.id, label: n.label }))}
              onChange={(e) => send({ type: "choose", field: "network", value: e.target.value })}
            />
            <Select
              label="Format"
              name="ratio"
              value={view.ratio}
              options={["9:16", "4:5", "1:1", "16:9", "2:3"].map((r) => ({ value: r, label: r }))}
              onChange={(e) => send({ type: "choose", field: "ratio", value: e.target.value })}
            />
            <AutosaveArea
              action={{ type: "write", field: "style" }}
              saved={view.style}
              label="Style de tous les plans"
              line
              maxLength={400}
            />
            <AutosaveArea
              action={{ type: "write", field: "palette" }}
              saved={view.palette}
              label="Palette de tous les plans"
              line
              maxLength={400}
            />
          </div>
          {view.shots.length > 0 ? (
            <ol className="flex flex-col gap-4">
              {view.shots.map((shot, i) => (
                <ShotCard key={shot.id} shot={shot} index={i} count={view.shots.length} />
              ))}
            </ol>
          ) : null}
          <AddShot view={view} />
          {view.shots.length > 0 ? <Versions view={view} /> : null}
        </div>
      </div>
    </div>
  );
}

function ShotCard({ shot, index, count }: { shot: ShotView; index: number; count: number }) {
  const { send } = usePlay();
  const name = `plan ${index + 1}`;
  return (
    <li className="rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h4 className="text-l">{`Plan ${index + 1}`}</h4>
        <span className="text-s text-muted">
          {shot.movement} · {formatNumber(shot.start, 1)} à {formatNumber(shot.end, 1)}
          {"\u00a0s"}
        </span>
        <span className="ml-auto flex gap-1">
          <Button
            size="s"
            variant="quiet"
            disabled={index === 0}
            aria-label={`Avancer le ${name}`}
            onClick={() => send({ type: "move-shot", shot: shot.id, by: "up" })}
          >
            Avancer
          </Button>
          <Button
            size="s"
            variant="quiet"
            disabled={index === count - 1}
            aria-label={`Reculer le ${name}`}
            onClick={() => send({ type: "move-shot", shot: shot.id, by: "down" })}
          >
            Reculer
          </Button>
          <Button
            size="s"
            variant="quiet"
            aria-label={`Retirer le ${name}`}
            onClick={() => send({ type: "remove-shot", shot: shot.id })}
          >
            Retirer
          </Button>
        </span>
      </div>
      <AutosaveArea
        className="mt-2"
        action={{ type: "write-shot", shot: shot.id, field: "line" }}
        saved={shot.line}
        label={`Prompt du ${name}`}
        hint={"[mouvement]\u00a0: [scène]. [détails]"}
        rows={3}
        maxLength={400}
      />
      {shot.faults.length > 0 ? (
        <ul className="-mt-1 mb-2 flex flex-col gap-1 text-s">
          {shot.faults.map((f) => (
            <li key={f} className="flex gap-2">
              <Icon name="alert" size={16} className="mt-0.5 shrink-0 text-warning" />
              {f}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="grid gap-x-4 gap-y-2 @4xl:grid-cols-2">
        <Duration shot={shot} name={name} />
        {index > 0 ? (
          <Select
            label="Entrée"
            name="transition"
            value={shot.transition}
            options={[
              { value: "cut", label: "coupe" },
              { value: "fade", label: "fondu" },
              { value: "wipe", label: "volet" },
            ]}
            onChange={(e) => send({ type: "transition", shot: shot.id, value: e.target.value })}
          />
        ) : (
          <span />
        )}
        <AutosaveArea
          className="mt-3"
          action={{ type: "write-shot", shot: shot.id, field: "title" }}
          saved={shot.title}
          label="Texte à l’écran"
          line
          maxLength={80}
        />
        <AutosaveArea
          className="mt-3"
          action={{ type: "write-shot", shot: shot.id, field: "caption" }}
          saved={shot.caption}
          label="Sous-titre"
          line
          maxLength={200}
        />
      </div>
      {shot.captionSpeed !== null ? (
        <div className="text-s text-muted">
          <p>{`Sous-titre\u00a0: ${formatNumber(shot.captionSpeed, 1)} signes par seconde, ${shot.captionLines.length} ligne${shot.captionLines.length > 1 ? "s" : ""}.`}</p>
          {shot.captionFaults.length > 0 ? (
            <ul className="list-disc pl-5">
              {shot.captionFaults.map((f) => (
                <li key={f}>{f}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Duration({ shot, name }: { shot: ShotView; name: string }) {
  const { send } = usePlay();
  const step = (by: number) =>
    send({
      type: "seconds",
      shot: shot.id,
      seconds: Math.min(15, Math.max(0.5, Math.round((shot.seconds + by) * 10) / 10)),
    });
  return (
    <fieldset className="min-w-0 border-0 p-0">
      <legend className="mb-1.5 font-semibold">Durée</legend>
      <div className="flex items-center gap-2">
        <Button
          size="s"
          aria-label={`Raccourcir le ${name} d’une demi-seconde`}
          disabled={shot.seconds <= 0.5}
          onClick={() => step(-0.5)}
        >
          −
        </Button>
        <span className="min-w-14 text-center tabular-nums" aria-live="polite">
          {formatNumber(shot.seconds, 1)}
          {"\u00a0s"}
        </span>
        <Button
          size="s"
          aria-label={`Allonger le ${name} d’une demi-seconde`}
          disabled={shot.seconds >= 15}
          onClick={() => step(0.5)}
        >
          +
        </Button>
      </div>
    </fieldset>
  );
}

function AddShot({ view }: { view: AnimationView }) {
  const [shown, setShown] = useState(view.shots.length === 0);
  return (
    <div className="flex flex-col gap-3">
      <MoveForm action={{ type: "add-shot" }} clears className="flex flex-col gap-3">
        <TextArea
          label="Nouveau plan"
          name="text"
          rows={2}
          hint={
            "Par exemple «\u00a0Travelling avant\u00a0: une barque quitte le quai. Aube, brume légère\u00a0»."
          }
          maxLength={400}
        />
        <div>
          <Button type="submit" variant={view.shots.length === 0 ? "primary" : "secondary"}>
            Ajouter le plan
          </Button>
        </div>
      </MoveForm>
      <Disclosure
        summary="Des plans pour commencer"
        open={shown}
        onToggle={(e) => setShown(e.currentTarget.open)}
      >
        <ul className="flex flex-col gap-2">
          {view.ideas.map((idea) => (
            <li key={idea}>
              <MoveForm action={{ type: "add-shot", text: idea }}>
                <button
                  type="submit"
                  className="w-full cursor-pointer rounded-m border border-line bg-surface px-3 py-2 text-left text-s hover:border-strong"
                >
                  <span aria-hidden="true">+ </span>
                  {idea}
                </button>
              </MoveForm>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Versions({ view }: { view: AnimationView }) {
  return (
    <section aria-labelledby="versions-animation" className="border-t border-line pt-5">
      <h4 id="versions-animation" className="text-l">
        Versions du prompt
      </h4>
      <AutosaveArea
        className="mt-2"
        action={{ type: "write", field: "why" }}
        saved={view.why}
        label="Ce que cette version change, et pourquoi"
        line
        maxLength={400}
      />
      <MoveForm action={{ type: "save-version" }}>
        <Button type="submit" size="s">
          Garder cette version
        </Button>
      </MoveForm>
      {view.versions.length > 0 ? (
        <ul className="mt-4 flex flex-col divide-y divide-line border-y border-line">
          {view.versions.map((v) => (
            <li key={v.n} className="flex flex-col gap-2 py-3">
              <p>
                <strong>{`Version ${v.n}`}</strong>
                <span className="text-s text-muted">{` · ${v.shots.length} plan${v.shots.length > 1 ? "s" : ""}, ${formatNumber(v.seconds, 1)}\u00a0s`}</span>
                {v.why ? ` · ${v.why}` : ""}
              </p>
              <Disclosure summary="Relire les plans" className="text-s">
                <ol className="list-decimal pl-5">
                  {v.shots.map((line, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a version never changes.
                    <li key={i}>{line}</li>
                  ))}
                </ol>
                <MoveForm action={{ type: "reuse", version: v.n }} className="mt-2">
                  <Button type="submit" size="s">
                    Reprendre cette version
                  </Button>
                </MoveForm>
              </Disclosure>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
