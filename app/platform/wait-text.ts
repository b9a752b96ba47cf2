/** How long to wait, in French: « 1 seconde », « 4 minutes », « 2 heures ». */
export function waitText(seconds: number): string {
  const [count, unit] =
    seconds <= 90
      ? [Math.max(1, Math.ceil(seconds)), "seconde"]
      : seconds <= 90 * 60
        ? [Math.ceil(seconds / 60), "minute"]
        : [Math.ceil(seconds / 3600), "heure"];
  return `${count}\u00a0${unit}${count > 1 ? "s" : ""}`;
}
