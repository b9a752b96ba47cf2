declare module "webvtt-parser" {
  type VttCue = { startTime: number; endTime: number; text: string };
  /** The W3C's own validator; `errors` is empty for a valid file. */
  export class WebVTTParser {
    parse(
      text: string,
      mode?: string,
    ): { cues: VttCue[]; errors: { message: string; line: number; col?: number }[] };
  }
}
