/** Numbers and ranges in words. */
const PLAIN = new Intl.NumberFormat("en-GB");

export function numberWords(value: number): string {
  return PLAIN.format(value);
}

/** `1 report`, `3 reports`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${PLAIN.format(count)} ${count === 1 ? one : many}`;
}

/** A range: `50`, `20–30`, `at least 50` where it is open above, `up to 30` where it begins at none. */
export function rangeWords(low: number, high: number | null): string {
  if (high === null) return `at least ${PLAIN.format(low)}`;
  if (low === high) return PLAIN.format(low);
  if (low === 0) return `up to ${PLAIN.format(high)}`;
  return `${PLAIN.format(low)}–${PLAIN.format(high)}`;
}
