import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { draw } from "~/engines/scene/film.ts";
import { filmSeconds, type Storyboard } from "~/engines/scene/storyboard.ts";
import { pixelSize } from "./render-film.ts";

const SHORT = 405;
/** With reduced motion, a still every second instead of thirty images. */
const SLOW = 1;

/** Plays a storyboard on a canvas; starts paused, on its first image. Flashes are never played here. */
export function usePreview(board: Storyboard, canvas: RefObject<HTMLCanvasElement>) {
  const [time, setTime] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [calm, setCalm] = useState(false);
  const clock = useRef(0);
  const seconds = filmSeconds(board);
  const { width, height, scale } = pixelSize(board, SHORT);

  useEffect(() => {
    const asked = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)");
    if (!asked) return;
    const read = () => setCalm(asked.matches);
    read();
    asked.addEventListener("change", read);
    return () => asked.removeEventListener("change", read);
  }, []);

  const show = useCallback(
    (t: number) => {
      const pen = canvas.current?.getContext("2d", { alpha: false });
      if (pen) draw(pen, board, t, { scale, flashing: false });
    },
    [board, canvas, scale],
  );

  // Another storyboard, or another place in it, is drawn at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size clears the canvas.
  useEffect(() => {
    const t = Math.min(time, seconds);
    clock.current = t;
    if (!playing) show(t);
  }, [time, show, playing, seconds, width, height]);

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let handle = 0;
    let drawn = Number.NEGATIVE_INFINITY;
    const step = (now: number) => {
      clock.current += (now - last) / 1000;
      last = now;
      const t = clock.current;
      if (t >= seconds) {
        setTime(seconds);
        setPlaying(false);
        return;
      }
      if (!calm || t - drawn >= SLOW) {
        show(t);
        drawn = t;
        setTime(t);
      }
      handle = requestAnimationFrame(step);
    };
    handle = requestAnimationFrame(step);
    return () => cancelAnimationFrame(handle);
  }, [playing, seconds, calm, show]);

  const seek = (t: number) => {
    setPlaying(false);
    setTime(Math.min(Math.max(0, t), seconds));
  };
  const toggle = () => {
    if (!playing && time >= seconds - 0.05) {
      clock.current = 0;
      setTime(0);
    }
    setPlaying(!playing);
  };
  return { time: Math.min(time, seconds), playing, seconds, width, height, calm, seek, toggle };
}
