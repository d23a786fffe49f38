/** Short words for the ticks of a time axis: `2024` in January, `Mar` on a first, else `5 Mar`. They fit where they stand close. */
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

export function tickWords(tick: Date): string {
  if (tick.getUTCDate() !== 1) return DAY.format(tick);
  return tick.getUTCMonth() === 0 ? String(tick.getUTCFullYear()) : MONTH.format(tick);
}

/** The ticks that leave `gap` pixels between each other. */
export function apart(ticks: readonly Date[], x: (tick: Date) => number, gap: number): Date[] {
  let last = -Infinity;
  return ticks.filter((tick) => {
    if (x(tick) - last < gap) return false;
    last = x(tick);
    return true;
  });
}
