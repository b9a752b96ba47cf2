/** What we use of gifenc, which ships no types. */
declare module "gifenc" {
  type Colour = [number, number, number];
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options?: { palette?: Colour[]; delay?: number; repeat?: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  export function quantize(
    rgba: Uint8ClampedArray,
    colours: number,
    options?: { format: "rgb565" | "rgb444" },
  ): Colour[];
  export function applyPalette(
    rgba: Uint8ClampedArray,
    palette: Colour[],
    format?: "rgb565" | "rgb444",
  ): Uint8Array;
}
