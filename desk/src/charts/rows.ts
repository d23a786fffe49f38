/** From the API's rows to what a chart draws. Rows come by week; a long time is shown by month. */
import type { EventsRow as AnyEventsRow, PersonsRow as AnyPersonsRow } from "../api/types";
import { stepEnd, stepStart, type Step } from "../timeline/span";
import { dayNumber, dayOf } from "../words/days";

/** A row of a week; the others count what no report dates to the week, and stand in no bar. */
export type Dated<R extends { start: string | null }> = R & { start: string };
type EventsRow = Dated<AnyEventsRow>;
type PersonsRow = Dated<AnyPersonsRow>;

export function dated<R extends { start: string | null }>(rows: readonly R[]): Dated<R>[] {
  return rows.filter((row): row is Dated<R> => row.start !== null);
}

/** Incidents of no week. */
export function undated(rows: readonly { start: string | null; incidents: number }[]): number {
  return rows.reduce((sum, row) => sum + (row.start === null ? row.incidents : 0), 0);
}

/** Above this number of weeks the bars would be hairlines. */
const MOST_WEEKS = 120;

/** Weeks, or months where the rows span more weeks than can be told apart. */
export function chartStep(starts: readonly string[]): Step {
  if (starts.length === 0) return "week";
  const days = starts.map(dayNumber);
  return Math.max(...days) - Math.min(...days) > MOST_WEEKS * 7 ? "month" : "week";
}

/** One bar of many parts: how many incidents of each type began in one step. */
export interface Stack {
  first: number;
  last: number;
  total: number;
  parts: readonly { type: string; from: number; to: number }[];
}

/** Stacks in order of time; the parts of each stand in the order of `types`, from below. */
export function stacks(rows: readonly EventsRow[], step: Step, types: readonly string[]): Stack[] {
  const steps = new Map<number, Map<string, number>>();
  for (const row of rows) {
    const start = stepStart(dayNumber(row.start), step);
    const counts = steps.get(start) ?? new Map<string, number>();
    counts.set(row.type, (counts.get(row.type) ?? 0) + row.incidents);
    steps.set(start, counts);
  }
  return [...steps]
    .sort(([one], [other]) => one - other)
    .map(([start, counts]) => {
      let total = 0;
      const parts = types.filter((type) => counts.has(type)).map((type) => ({ type, from: total, to: (total += counts.get(type) ?? 0) }));
      return { first: start, last: stepEnd(start, step), total, parts };
    });
}

/** The people counted in one step: least, best, greatest. */
export interface Range {
  first: number;
  last: number;
  low: number;
  best: number;
  high: number;
}

export function ranges(rows: readonly PersonsRow[], step: Step): Range[] {
  const steps = new Map<number, Range>();
  for (const row of rows) {
    const first = stepStart(dayNumber(row.start), step);
    const before = steps.get(first) ?? { first, last: stepEnd(first, step), low: 0, best: 0, high: 0 };
    steps.set(first, { ...before, low: before.low + row.low, best: before.best + row.best, high: before.high + row.high });
  }
  return [...steps.values()].sort((one, other) => one.first - other.first);
}

export interface Recent<T> {
  shown: readonly T[];
  /** The weight of what is left out. */
  left: number;
}

interface Spanned {
  first: number;
  last: number;
}

/** What `gather` makes of the rows worth showing, in the step that fits them: decided by week, drawn by month where there are many. */
export function fitted<R extends { start: string }, T extends Spanned>(
  rows: readonly R[],
  gather: (rows: readonly R[], step: Step) => T[],
  weight: (step: T) => number,
): Recent<T> & { step: Step } {
  const weekly = recent(gather(rows, "week"), weight);
  const first = weekly.shown[0]?.first ?? 0;
  const kept = rows.filter((row) => dayNumber(row.start) >= first);
  const step = chartStep(kept.map((row) => row.start));
  return step === "week" ? { ...weekly, step } : { shown: gather(kept, step), left: weekly.left, step };
}

/** The steps worth showing, and how much before them is left out: see the timeline's `mainSpan`. */
export function recent<T extends Spanned>(steps: readonly T[], weight: (step: T) => number): Recent<T> {
  const total = steps.reduce((sum, step) => sum + weight(step), 0);
  let left = 0;
  for (const [index, step] of steps.entries()) {
    const rest = steps.slice(index);
    const end = steps.at(-1)?.last ?? 0;
    if (index > 0 && (end - step.first + 1) * 2 < end - (steps[0]?.first ?? 0) + 1) return { shown: rest, left };
    left += weight(step);
    if (left > total * 0.03) break;
  }
  return { shown: steps, left: 0 };
}

/** A row of the table below a chart: of a week, or of a month where that is what the chart shows; what is of none stands last. */
export function gathered<R extends { start: string | null }>(rows: readonly R[], step: Step, same: (row: R) => string, add: (one: R, other: R) => R): R[] {
  const found = new Map<string, R>();
  for (const row of rows) {
    const start = row.start === null ? null : dayOf(stepStart(dayNumber(row.start), step));
    const key = JSON.stringify([start, same(row)]);
    const before = found.get(key);
    found.set(key, before === undefined ? { ...row, start } : add(before, row));
  }
  return [...found.values()];
}

/** The days that a chart shows: a single week or two would else fill it, as if each day had its bar. */
export function framed(shown: readonly Spanned[]): { first: number; last: number } {
  const first = shown[0]?.first ?? 0;
  const last = shown.at(-1)?.last ?? 0;
  const spare = Math.max(0, Math.ceil((LEAST_DAYS - (last - first + 1)) / 14) * 7);
  return { first: first - spare, last: last + spare };
}

const LEAST_DAYS = 35;

/** A name that fits its place; the whole stands in the title and in the CSV. */
export function shortened(name: string, letters: number): string {
  const all = Array.from(name);
  return all.length <= letters ? name : `${all.slice(0, letters - 1).join("")}…`;
}
