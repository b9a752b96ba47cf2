/**
 * The single part that a `Range` header asks of `size` bytes (RFC 9110, 14.1.2). Several parts, another unit and
 * a malformed header are answered by the whole file, as the RFC allows. `end` is included.
 */
export function byteRange(
  header: string | null,
  size: number,
): "whole" | "outside" | { start: number; end: number } {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/);
  if (!match || (match[1] === "" && match[2] === "")) return "whole";
  if (match[1] === "") {
    const last = Number(match[2]);
    return last === 0 || size === 0
      ? "outside"
      : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== "" && Number(match[2]) < start) return "whole";
  return start >= size ? "outside" : { start, end };
}
