import { draw } from "~/engines/scene/film.ts";
import { countFlashes, type LitFrame, litAreas } from "~/engines/scene/flashes.ts";
import { filmSeconds, filmSize, type Storyboard } from "~/engines/scene/storyboard.ts";

export type Format = "mp4" | "webm" | "gif";
export type RenderedFile = {
  format: Format;
  codec: string;
  bytes: Uint8Array<ArrayBuffer>;
  mime: string;
  width: number;
  height: number;
  seconds: number;
  flashes: number;
};

/** Why a render gave nothing. */
export type RenderFault = "cancelled" | "unsupported" | "failed";
export type RenderOutcome =
  | { ok: true; file: RenderedFile }
  | { ok: false; reason: RenderFault; message: string };
export type FilmAbout = { title: string; comment: string };

const FPS = { video: 30, gif: 12 } as const;
/** Pixels of the shorter side. */
const SHORT = { video: 720, gif: 360 } as const;
/** Side of the grid of areas whose luminance is followed. */
const GRID = 8;

/** Even sizes, as encoders want them. */
export function pixelSize(
  board: Storyboard,
  short: number,
): { width: number; height: number; scale: number } {
  const { width, height } = filmSize(board);
  const scale = short / Math.min(width, height);
  const even = (n: number) => Math.round((n * scale) / 2) * 2;
  return { width: even(width), height: even(height), scale };
}

const CODECS = { mp4: ["avc"], webm: ["vp9", "vp8"] } as const;

/** The video formats this browser can write, best first; a GIF is always possible. */
export async function videoFormats(
  board: Storyboard,
): Promise<{ format: "mp4" | "webm"; codec: "avc" | "vp9" | "vp8" }[]> {
  if (typeof VideoEncoder === "undefined") return [];
  const { getFirstEncodableVideoCodec } = await import("mediabunny");
  const size = pixelSize(board, SHORT.video);
  const found: { format: "mp4" | "webm"; codec: "avc" | "vp9" | "vp8" }[] = [];
  for (const format of ["mp4", "webm"] as const) {
    const codec = await getFirstEncodableVideoCodec([...CODECS[format]], {
      width: size.width,
      height: size.height,
    });
    if (codec === "avc" || codec === "vp9" || codec === "vp8") found.push({ format, codec });
  }
  return found;
}

type Easel = { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D; measure: () => number[] };

/** `read`: its pixels are read back at every frame, as for a GIF. */
function easel(width: number, height: number, read = false): Easel | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d", { alpha: false, willReadFrequently: read });
  const small = document.createElement("canvas");
  small.width = GRID;
  small.height = GRID;
  const smallPen = small.getContext("2d", { willReadFrequently: true });
  if (!pen || !smallPen) return null;
  const measure = () => {
    smallPen.drawImage(canvas, 0, 0, GRID, GRID);
    return litAreas(smallPen.getImageData(0, 0, GRID, GRID).data);
  };
  return { canvas, pen, measure };
}

/** Lets the page breathe: the button to cancel must answer. */
const breathe = () => new Promise<void>((done) => setTimeout(done));

const FAILED: RenderOutcome = {
  ok: false,
  reason: "failed",
  message:
    "Le rendu a échoué. Vos plans sont intacts\u00a0: réessayez, ou choisissez un autre format.",
};
const CANCELLED: RenderOutcome = {
  ok: false,
  reason: "cancelled",
  message: "Rendu annulé. Vos plans sont intacts.",
};
const UNSUPPORTED: RenderOutcome = {
  ok: false,
  reason: "unsupported",
  message:
    "Ce navigateur ne sait pas écrire ce format. Choisissez-en un autre\u00a0: le GIF est toujours possible.",
};

/** Renders the film in the browser, faster than it lasts. `onProgress` gets a share from 0 to 1. Never rejects. */
export async function renderFilm(
  board: Storyboard,
  format: Format,
  about: FilmAbout,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RenderOutcome> {
  try {
    return format === "gif"
      ? await renderGif(board, onProgress, signal)
      : await renderVideo(board, format, about, onProgress, signal);
  } catch (error) {
    return signal.aborted
      ? CANCELLED
      : error instanceof DOMException && error.name === "NotSupportedError"
        ? UNSUPPORTED
        : FAILED;
  }
}

async function renderVideo(
  board: Storyboard,
  format: "mp4" | "webm",
  about: FilmAbout,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RenderOutcome> {
  const codec = (await videoFormats(board)).find((f) => f.format === format)?.codec;
  if (!codec) return UNSUPPORTED;
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } =
    await import("mediabunny");
  const { width, height, scale } = pixelSize(board, SHORT.video);
  const set = easel(width, height);
  if (!set) return UNSUPPORTED;
  const target = new BufferTarget();
  const output = new Output({
    format: format === "mp4" ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(set.canvas, {
    codec,
    quality: QUALITY_HIGH,
    keyFrameInterval: 2,
  });
  output.addVideoTrack(source, { frameRate: FPS.video });
  output.setMetadataTags({
    title: about.title,
    comment: about.comment,
    description: about.comment,
  });
  const frames = Math.round(filmSeconds(board) * FPS.video);
  const lit: LitFrame[] = [];
  try {
    await output.start();
    for (let i = 0; i < frames; i++) {
      signal.throwIfAborted();
      draw(set.pen, board, i / FPS.video, { scale });
      lit.push(set.measure());
      await source.add(i / FPS.video, 1 / FPS.video);
      if (i % 6 === 0) {
        onProgress(i / frames);
        await breathe();
      }
    }
    await output.finalize();
  } catch (error) {
    // Gives the encoder back, whatever stopped the work.
    await output.cancel();
    throw error;
  }
  if (!target.buffer) return FAILED;
  onProgress(1);
  return {
    ok: true,
    file: {
      format,
      codec,
      bytes: new Uint8Array(target.buffer),
      mime: `video/${format}`,
      width,
      height,
      seconds: frames / FPS.video,
      flashes: countFlashes(lit, FPS.video).perSecond,
    },
  };
}

async function renderGif(
  board: Storyboard,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RenderOutcome> {
  const { GIFEncoder, quantize, applyPalette } = await import("gifenc");
  const { width, height, scale } = pixelSize(board, SHORT.gif);
  const set = easel(width, height, true);
  if (!set) return UNSUPPORTED;
  const gif = GIFEncoder();
  const seconds = filmSeconds(board);
  const frames = Math.round(seconds * FPS.gif);
  const lit: LitFrame[] = [];
  for (let i = 0; i < frames; i++) {
    if (signal.aborted) return CANCELLED;
    draw(set.pen, board, i / FPS.gif, { scale });
    lit.push(set.measure());
    const { data } = set.pen.getImageData(0, 0, width, height);
    const palette = quantize(data, 128, { format: "rgb565" });
    gif.writeFrame(applyPalette(data, palette, "rgb565"), width, height, {
      palette,
      delay: Math.round(1000 / FPS.gif),
      ...(i === 0 ? { repeat: -1 } : {}),
    });
    onProgress(i / frames);
    await breathe();
  }
  gif.finish();
  onProgress(1);
  return {
    ok: true,
    file: {
      format: "gif",
      codec: "gif",
      bytes: gif.bytes(),
      mime: "image/gif",
      width,
      height,
      seconds: frames / FPS.gif,
      flashes: countFlashes(lit, FPS.gif).perSecond,
    },
  };
}

/** The frame at `t` seconds as a PNG; null when the browser cannot. */
export async function stillPng(
  board: Storyboard,
  t: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { width, height, scale } = pixelSize(board, 1080);
  const set = easel(width, height);
  if (!set) return null;
  draw(set.pen, board, t, { scale, flashing: false });
  const blob = await new Promise<Blob | null>((done) => set.canvas.toBlob(done, "image/png"));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : null;
}
