import {
  BufferSource,
  BufferTarget,
  Conversion,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { ok, type Result, refused } from "~/domain/result.ts";

/** Longest video that is kept, in seconds. */
const MAX_SECONDS = 180;
/** Largest frame, in pixels a side: twice the 1080 × 1920 of the networks. */
const MAX_SIDE = 3840;

export type KeptVideo = {
  bytes: Uint8Array;
  mime: "video/mp4" | "video/webm";
  width: number;
  height: number;
  durationMs: number;
};

type Refusal = "not-a-video" | "too-long" | "too-large" | "unreadable";

/**
 * Reads a WebM or MP4 file and copies its picture and sound packets into a new container, without tags or
 * anything else that was in the first. Pixels are not decoded: no codec runs on the server.
 */
export async function remux(bytes: Uint8Array): Promise<Result<KeptVideo, Refusal>> {
  const input = new Input({ source: new BufferSource(bytes), formats: [WEBM, MP4] });
  try {
    if (!(await input.canRead()))
      return refused(
        "not-a-video",
        "Ce fichier n’est pas une vidéo que nous savons lire. Formats acceptés : WebM et MP4.",
      );
    const track = await input.getPrimaryVideoTrack();
    const seconds = await input.computeDuration();
    if (!track || !(seconds > 0))
      return refused("unreadable", "Cette vidéo n’a pas d’image, ou elle est incomplète.");
    if (seconds > MAX_SECONDS)
      return refused(
        "too-long",
        "Cette vidéo dure plus de trois minutes. Raccourcissez-la, puis envoyez-la de nouveau.",
      );
    const { displayWidth: width, displayHeight: height } = track;
    if (Math.max(width, height) > MAX_SIDE || Math.min(width, height) < 1)
      return refused("too-large", "L’image de cette vidéo dépasse 3 840 pixels de côté.");
    const mp4 = (await input.getFormat()) === MP4;
    const output = new Output({
      format: mp4 ? new Mp4OutputFormat() : new WebMOutputFormat(),
      target: new BufferTarget(),
    });
    const copy = await Conversion.init({ input, output, tags: {}, showWarnings: false });
    if (!copy.isValid || !copy.utilizedTracks.includes(track)) return unreadable();
    await copy.execute();
    const made = output.target.buffer;
    if (!made) return unreadable();
    return ok({
      bytes: new Uint8Array(made),
      mime: mp4 ? "video/mp4" : "video/webm",
      width,
      height,
      durationMs: Math.max(1, Math.round(seconds * 1000)),
    });
  } catch {
    return unreadable();
  } finally {
    input.dispose();
  }
}

function unreadable(): Result<never, "unreadable"> {
  return refused(
    "unreadable",
    "Cette vidéo est abîmée ou incomplète. Fabriquez-la de nouveau, puis réessayez.",
  );
}
