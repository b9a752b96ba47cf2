import { useRef } from "react";
import { asksForFlashes } from "~/engines/scene/shot-line.ts";
import { Button } from "~/ui/button.tsx";
import { formatNumber } from "~/ui/french.ts";
import { usePlay } from "~/ui/move-form.tsx";
import { Timeline } from "./timeline.tsx";
import { usePreview } from "./use-preview.ts";
import type { AnimationView } from "./view-model.ts";

const clock = (t: number) => `${formatNumber(t, 1)}\u00a0s`;

/** The film on a canvas, its controls and its timeline. */
export function Preview({ view }: { view: AnimationView }) {
  const { send } = usePlay();
  const canvas = useRef<HTMLCanvasElement>(null);
  const film = usePreview(view.board, canvas);
  const current = view.shots.findIndex((s) => film.time < s.end);
  const shot = view.shots[current < 0 ? view.shots.length - 1 : current];
  const flashing = view.shots.some((s) => asksForFlashes(s.line));
  if (view.shots.length === 0)
    return (
      <p className="rounded-m border border-dashed border-strong p-6 text-muted">
        Votre animation apparaîtra ici dès le premier plan écrit.
      </p>
    );
  return (
    <div className="flex flex-col gap-3">
      <canvas
        ref={canvas}
        width={film.width}
        height={film.height}
        role="img"
        aria-label={
          shot ? `Aperçu à ${clock(film.time)}\u00a0: ${shot.line || "plan vide"}` : "Aperçu"
        }
        className="block h-auto w-full rounded-m border border-line bg-sunken"
        style={{
          aspectRatio: `${film.width} / ${film.height}`,
          maxWidth: `calc(56vh * ${film.width / film.height})`,
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button size="s" onClick={film.toggle}>
          {film.playing ? "Pause" : "Lire"}
        </Button>
        <label className="flex min-w-40 flex-1 items-center gap-2 text-s">
          <span className="sr-only">Position dans l’animation</span>
          <input
            type="range"
            min={0}
            max={film.seconds}
            step={0.1}
            value={film.time}
            aria-valuetext={`${clock(film.time)} sur ${clock(film.seconds)}`}
            onChange={(e) => film.seek(Number(e.target.value))}
            className="h-8 w-full accent-accent"
          />
        </label>
        <span className="text-s tabular-nums text-muted">
          {clock(film.time)} / {clock(film.seconds)}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="s"
          onClick={() => send({ type: "poster", at: Math.round(film.time * 10) / 10 })}
        >
          Prendre cette image comme image d’attente
        </Button>
      </div>
      {film.calm ? (
        <p className="text-s text-muted">
          Votre appareil demande moins de mouvement{"\u00a0: "}la lecture montre une image par
          seconde. Le fichier, lui, est animé.
        </p>
      ) : null}
      {flashing ? (
        <p className="text-s text-warning">
          Un plan demande des éclairs{"\u00a0: "}ils ne sont jamais joués ici, mais le fichier les
          contiendrait.
        </p>
      ) : null}
      <Timeline view={view} time={film.time} onSeek={film.seek} />
    </div>
  );
}
