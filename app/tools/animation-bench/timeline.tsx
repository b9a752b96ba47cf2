import { type KeyboardEvent, useState } from "react";
import { formatNumber } from "~/ui/french.ts";
import { usePlay } from "~/ui/move-form.tsx";
import type { AnimationView } from "./view-model.ts";

/** Shots side by side, as wide as they last; dragged, or moved with Alt and the arrows. */
export function Timeline({
  view,
  time,
  onSeek,
}: {
  view: AnimationView;
  time: number;
  onSeek: (t: number) => void;
}) {
  const { send } = usePlay();
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const place = (id: string, at: number) => {
    send({ type: "place-shot", shot: id, at });
    setSaid(`Plan déplacé en position ${at + 1} sur ${view.shots.length}.`);
  };
  const onKey = (event: KeyboardEvent, id: string, index: number) => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    const to = index + by;
    if (to >= 0 && to < view.shots.length) place(id, to);
  };
  return (
    <div>
      <ol className="flex h-14 gap-0.5" aria-label="Frise des plans">
        {view.shots.map((shot, i) => {
          const on = time >= shot.start && (time < shot.end || i === view.shots.length - 1);
          return (
            <li key={shot.id} className="min-w-9" style={{ flexGrow: shot.seconds, flexBasis: 0 }}>
              <button
                type="button"
                draggable
                aria-current={on ? "true" : undefined}
                aria-describedby="frise-aide"
                onClick={() => onSeek(shot.start + 0.01)}
                onKeyDown={(e) => onKey(e, shot.id, i)}
                onDragStart={(e) => {
                  e.dataTransfer.setData("text/plain", shot.id);
                  e.dataTransfer.effectAllowed = "move";
                  setDragged(shot.id);
                }}
                onDragEnd={() => setDragged(null)}
                onDragOver={(e) => {
                  if (dragged && dragged !== shot.id) e.preventDefault();
                }}
                onDrop={(e) => {
                  e.preventDefault();
                  if (dragged) place(dragged, i);
                  setDragged(null);
                }}
                className={`flex size-full cursor-grab flex-col items-start justify-center overflow-hidden rounded-xs border px-2 text-left text-s leading-tight ${
                  on ? "border-accent bg-accent-soft" : "border-line bg-surface hover:border-strong"
                } ${dragged === shot.id ? "opacity-50" : ""}`}
              >
                <strong>{i + 1}</strong>
                <span className="whitespace-nowrap text-xs text-muted">
                  {formatNumber(shot.seconds, 1)}
                  {"\u00a0s"}
                </span>
                <span className="sr-only">{shot.line}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <p id="frise-aide" className="mt-1 text-xs text-muted">
        Glissez un plan pour le déplacer, ou Alt et les flèches gauche et droite.
      </p>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
