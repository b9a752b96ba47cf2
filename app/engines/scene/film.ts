import { drawNodes, type Pen } from "./canvas.ts";
import { type Scene, stageScene } from "./compose.ts";
import { legible } from "./glyphs/legible.ts";
import {
  type Group,
  group,
  type Matrix,
  type Motion,
  multiply,
  type Node,
  shape,
} from "./graph.ts";
import { rect } from "./outlines.ts";
import { plainOverlay, setOverlay } from "./overlay.ts";
import { tonesOf } from "./palette.ts";
import { seedOf } from "./random.ts";
import { read } from "./reading.ts";
import { asksForFlashes, type Movement, readShot, subjectMoves } from "./shot-line.ts";
import { emptySlots } from "./slots.ts";
import {
  captionLines,
  filmSize,
  type Shot,
  type Storyboard,
  shotTimes,
  type Transition,
} from "./storyboard.ts";
import { fitText, textNodes } from "./text.ts";

type FilmShot = {
  start: number;
  end: number;
  transition: Transition;
  movement: Movement;
  drifts: boolean;
  strobes: boolean;
  scene: Omit<Scene, "words" | "blocks">;
  title: Group[];
  caption: Group[];
};
type Film = {
  width: number;
  height: number;
  seconds: number;
  shots: FilmShot[];
  mention: Group[];
  ink: string;
};

/** Half of a transition, in seconds. */
const HALF = 0.35;
/** Flashes a second when a shot asks for them. */
const STROBE = 5;

const films = new WeakMap<Storyboard, Film>();

function filmOf(board: Storyboard): Film {
  let film = films.get(board);
  if (!film) {
    film = compile(board);
    films.set(board, film);
  }
  return film;
}

function compile(board: Storyboard): Film {
  const { width, height } = filmSize(board);
  const u = Math.min(width, height) / 100;
  const times = shotTimes(board);
  const brandTones = tonesOf(board.brand);
  const shots = board.shots.map((shot, i): FilmShot => {
    const { scene, details, movement } = readShot(shot.line);
    const words = `${scene}. ${details}`;
    const without = (words.match(/\bsans [^.,;]+/gi) ?? []).join(", ");
    const slots = {
      ...emptySlots,
      sujet: scene,
      style: board.style,
      composition: words,
      lumiere: details,
      cadrage: words,
      palette: board.palette,
      ratio: board.ratio,
      exclusions: without,
    };
    const reading = read(slots, board.brand);
    const set = stageScene(
      // A frame would stay still while the camera moves.
      { ...reading, overlay: shot.title, without: [...reading.without, "frame"] },
      seedOf(board.seed, shot.id),
    );
    const place =
      reading.family === "paysage" || reading.family === "nature-morte" ? "top" : "middle";
    const title = setOverlay(
      { ...plainOverlay, title: shot.title, place, align: "middle", size: "m", ground: "veil" },
      { width, height },
      set.tones,
      set.column,
    );
    return {
      ...times[i]!,
      transition: i === 0 ? "cut" : shot.transition,
      movement,
      drifts: subjectMoves(words),
      strobes: asksForFlashes(words),
      scene: set,
      title: title.layers,
      caption: board.burnt ? captionNodes(shot, width, height, u, brandTones.ink) : [],
    };
  });
  return {
    width,
    height,
    seconds: times.at(-1)?.end ?? 0,
    shots,
    mention: mentionNodes(board.mention, width, u, brandTones.ink),
    ink: brandTones.ink,
  };
}

/** Subtitles: white on a dark plate, above what a phone's buttons cover. */
function captionNodes(shot: Shot, w: number, h: number, u: number, ink: string): Group[] {
  const lines = captionLines(shot.caption);
  if (lines.length === 0) return [];
  const size = Math.min(
    ...lines.map(
      (line) =>
        fitText(legible, line, { size: u * 4.4, least: u * 2.6, width: w - u * 18, maxLines: 1 })
          .size,
    ),
  );
  const leading = size * 1.36;
  const widest = Math.max(
    ...lines.map(
      (line) => fitText(legible, line, { size, least: size, width: w, maxLines: 1 }).width,
    ),
  );
  const base = h - (h > w * 1.5 ? h * 0.2 : u * 7) - leading * (lines.length - 1);
  const pad = u * 2;
  return [
    group([
      shape(
        rect(
          w / 2 - widest / 2 - pad,
          base - size - pad * 0.5,
          widest + pad * 2,
          leading * (lines.length - 1) + size * 1.3 + pad,
          u,
        ),
        ink,
        { alpha: 0.88 },
      ),
      textNodes(legible, lines, {
        x: w / 2,
        y: base,
        size,
        leading,
        colour: "#ffffff",
        align: "middle",
      }),
    ]),
  ];
}

function mentionNodes(mention: string, w: number, u: number, ink: string): Group[] {
  if (!mention.trim()) return [];
  const set = fitText(legible, mention, {
    size: u * 2.9,
    least: u * 2,
    width: w - u * 14,
    maxLines: 1,
  });
  const y = u * 8.4;
  return [
    group([
      shape(rect(u * 4, y - set.size * 1.15, set.width + u * 3, set.size * 1.7, u * 0.8), ink, {
        alpha: 0.8,
      }),
      textNodes(legible, set.lines, {
        x: u * 5.5,
        y,
        size: set.size,
        leading: set.size,
        colour: "#ffffff",
        align: "start",
      }),
    ]),
  ];
}

const ease = (p: number): number => p * p * (3 - 2 * p);
const about = (cx: number, cy: number, scale: number, turn = 0): Matrix => {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return [cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy];
};

/** Where a layer of that depth is at `p` (0–1) of a movement. Far layers move less. */
function camera(movement: Movement, p: number, depth: number, w: number, h: number): Matrix {
  const k = 0.3 + 0.7 * depth;
  const centre = (scale: number, dx = 0, dy = 0, turn = 0): Matrix =>
    multiply([1, 0, 0, 1, dx, dy], about(w / 2, h / 2, scale, turn));
  const slide = (ease(p) - 0.5) * 0.13 * k;
  switch (movement) {
    case "push":
      return centre(1.02 + ease(p) * 0.24 * k);
    case "pull":
      return centre(1.02 + (1 - ease(p)) * 0.24 * k);
    case "left":
      return centre(1.15, slide * w);
    case "right":
      return centre(1.15, -slide * w);
    case "up":
      return centre(1.15, 0, slide * h);
    case "down":
      return centre(1.15, 0, -slide * h);
    case "turn":
      return centre(1.16, 0, 0, (ease(p) - 0.5) * 0.12 * k);
    default:
      return centre(1.02);
  }
}

function motionMatrix({ kind, amount, period, phase }: Motion, t: number): Matrix {
  const wave = Math.sin(2 * Math.PI * (t / period + phase));
  const slow = Math.sin(2 * Math.PI * (t / period + phase) * 0.5 + 1);
  switch (kind) {
    case "bob":
      return multiply([1, 0, 0, 1, 0, wave * amount], about(0, 0, 1, slow * 0.008));
    case "sway":
      return about(0, 0, 1, (wave * amount * Math.PI) / 180);
    case "drift":
    case "ripple":
      return [1, 0, 0, 1, wave * amount, 0];
    case "flame":
      return [1, 0, 0, 1 + wave * amount, 0, 0];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** The nodes with their motion settled at `t` seconds. */
function settled(nodes: readonly Node[], t: number): Node[] {
  return nodes.map((node) => {
    if (node.kind === "shape" || node.text) return node;
    const matrix = node.motion
      ? multiply(node.matrix ?? [1, 0, 0, 1, 0, 0], motionMatrix(node.motion, t))
      : node.matrix;
    const { motion: _motion, ...rest } = node;
    return { ...rest, ...(matrix ? { matrix } : {}), children: settled(node.children, t) };
  });
}

function shotNodes(film: Film, shot: FilmShot, t: number, flashing: boolean): Node[] {
  const { width: w, height: h } = film;
  const p = Math.min(1, Math.max(0, (t - shot.start) / (shot.end - shot.start)));
  const across = shot.drifts ? (p - 0.5) * w * 0.14 : 0;
  const layers = shot.scene.layers.map((layer): Node => {
    const moved = settled(layer.children, t);
    if (layer.depth === undefined) return group(moved);
    const view = camera(shot.movement, p, layer.depth, w, h);
    const own =
      layer.depth >= 0.6 && layer.depth < 0.86 ? multiply(view, [1, 0, 0, 1, across, 0]) : view;
    return group(moved, { matrix: own });
  });
  const nodes: Node[] = [...layers];
  if (shot.strobes && flashing && Math.floor((t - shot.start) * STROBE * 2) % 2 === 0)
    nodes.push(shape(rect(0, 0, w, h), "#ffffff", { alpha: 0.75 }));
  const shown = Math.min(1, Math.max(0, (t - shot.start - 0.25) / 0.5));
  if (shown > 0)
    nodes.push(
      group(shot.title, {
        alpha: ease(shown),
        matrix: [1, 0, 0, 1, 0, (1 - ease(shown)) * h * 0.03],
      }),
    );
  return nodes;
}

/**
 * What the film shows at `t` seconds. `flashing: false` leaves out the flashes a shot asks for, so that a preview can
 * never harm; the file has them, and the check on its frames says so.
 */
export function frame(board: Storyboard, t: number, flashing = true): Node[] {
  const film = filmOf(board);
  const { width: w, height: h } = film;
  const background = shape(rect(0, 0, w, h), film.ink);
  if (film.shots.length === 0) return [background];
  const time = Math.min(Math.max(0, t), Math.max(0, film.seconds - 1e-6));
  const index = Math.max(
    0,
    film.shots.findIndex((s) => time < s.end),
  );
  const shot = film.shots[index]!;
  const next = film.shots[index + 1];
  const nodes: Node[] = [background];
  const since = time - shot.start;
  const left = shot.end - time;
  if (shot.transition === "wipe" && since < HALF && index > 0) {
    const before = film.shots[index - 1]!;
    const edge = ease(since / HALF) * w;
    nodes.push(
      group(shotNodes(film, before, before.end, flashing)),
      group(shotNodes(film, shot, time, flashing), { clip: rect(0, 0, edge, h) }),
    );
  } else nodes.push(...shotNodes(film, shot, time, flashing));
  const dark =
    shot.transition === "fade" && since < HALF
      ? 1 - ease(since / HALF)
      : next?.transition === "fade" && left < HALF
        ? 1 - ease(left / HALF)
        : 0;
  if (dark > 0) nodes.push(shape(rect(0, 0, w, h), film.ink, { alpha: dark }));
  nodes.push(...shot.caption, ...film.mention);
  return nodes;
}

/**
 * Draws the film at `t` seconds on a canvas whose pixels are `scale` times the storyboard's. The same function serves
 * the preview, the video, the GIF and the poster.
 */
export function draw(
  pen: Pen,
  board: Storyboard,
  t: number,
  options: { scale?: number; flashing?: boolean } = {},
): void {
  const { scale = 1, flashing = true } = options;
  pen.save();
  pen.transform(scale, 0, 0, scale, 0, 0);
  drawNodes(pen, frame(board, t, flashing));
  pen.restore();
}
