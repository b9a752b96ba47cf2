import { useEffect, useState } from "react";
import { classNames } from "./class-names.ts";

/**
 * A vector image of ours shown as an image, so that nothing in it touches the page. `make` draws it, in the browser
 * only: a page does not carry a hundred kilobytes of outlines; its place is kept meanwhile. `drawKey` changes when the
 * image does.
 */
export function SvgPicture({
  make,
  drawKey,
  alt,
  width,
  height,
  maxHeight,
  className,
}: {
  make: () => string;
  drawKey: string;
  alt: string;
  width: number;
  height: number;
  /** A CSS length the picture may not exceed in height; its width follows. */
  maxHeight?: string;
  className?: string;
}) {
  const [address, setAddress] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what `make` closes over.
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([make()], { type: "image/svg+xml" }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [drawKey]);
  return (
    <div
      className={classNames("overflow-hidden bg-sunken", className)}
      style={{
        aspectRatio: `${width} / ${height}`,
        maxWidth: maxHeight ? `calc(${maxHeight} * ${width / height})` : undefined,
      }}
    >
      {address ? (
        <img src={address} alt={alt} width={width} height={height} className="block size-full" />
      ) : (
        <p className="sr-only">{alt}</p>
      )}
    </div>
  );
}
