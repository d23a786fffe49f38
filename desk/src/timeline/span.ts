/** The timeline's arithmetic: which days it shows, and which steps a brush covers. Days are numbers since 1970-01-01. */
import type { Bar, Timeline } from "../api/types";
import { dayNumber, dayOf } from "../words/days";

export type Step = Timeline["step"];

/** First and last day, both inside. */
export interface Span {
  first: number;
  last: number;
}

/** The last day of the step that begins on a day. */
export function stepEnd(start: number, step: Step): number {
  return stepAfter(start, step) - 1;
}

/** The first day of the step that holds a day: the day, its Monday, or the first of its month. */
export function stepStart(day: number, step: Step): number {
  if (step === "day") return day;
  if (step === "week") return day - mod(day + 3, 7); // 1970-01-01 was a Thursday
  return dayNumber(`${dayOf(day).slice(0, 7)}-01`);
}

function stepAfter(start: number, step: Step): number {
  if (step === "day") return start + 1;
  if (step === "week") return start + 7;
  const date = new Date(start * 86_400_000);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000);
}

/** All days that the bars cover; null where nothing is dated. */
export function wholeSpan(bars: readonly Bar[], step: Step): Span | null {
  const starts = bars.map((bar) => dayNumber(bar.start));
  if (starts.length === 0) return null;
  return { first: Math.min(...starts), last: stepEnd(Math.max(...starts), step) };
}

/** The share of incidents that a shortened timeline may leave out at its beginning. */
const STRAGGLERS = 0.03;

/**
 * The days worth showing. Reports tell of acts decades ago besides today's: where the earliest few make the timeline more than twice as long,
 * it begins after them (and says how many there are).
 */
export function mainSpan(bars: readonly Bar[], step: Step): Span | null {
  const whole = wholeSpan(bars, step);
  if (whole === null) return null;
  const sorted = [...bars].sort((one, other) => (one.start < other.start ? -1 : 1));
  const allowed = sorted.reduce((sum, bar) => sum + bar.n, 0) * STRAGGLERS;
  let passed = 0;
  let first = whole.first;
  for (const bar of sorted) {
    first = dayNumber(bar.start);
    if (passed + bar.n > allowed) break;
    passed += bar.n;
  }
  return (whole.last - first + 1) * 2 < whole.last - whole.first + 1 ? { first, last: whole.last } : whole;
}

/** How many incidents began before a day. */
export function countBefore(bars: readonly Bar[], day: number): number {
  return bars.reduce((sum, bar) => sum + (dayNumber(bar.start) < day ? bar.n : 0), 0);
}

/** Whole steps between two days, in whichever order they were drawn. */
export function snapped(one: number, other: number, step: Step): Span {
  return { first: stepStart(Math.min(one, other), step), last: stepEnd(stepStart(Math.max(one, other), step), step) };
}

/** A step that gives between some twenty and some two hundred bars. */
export function fittingStep(span: Span): Step {
  const days = span.last - span.first + 1;
  return days <= 100 ? "day" : days <= 1600 ? "week" : "month";
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** One end of a span moved by steps; it stays within `whole` and does not pass the other end. */
export function shifted(now: Span, end: keyof Span, by: number, whole: Span, step: Step): Span {
  let start = stepStart(now[end], step);
  for (let count = 0; count < Math.abs(by); count += 1) start = by > 0 ? stepEnd(start, step) + 1 : stepStart(start - 1, step);
  const first = end === "first" ? Math.min(start, stepStart(now.last, step)) : now.first;
  const last = end === "last" ? Math.max(stepEnd(start, step), stepEnd(stepStart(now.first, step), step)) : now.last;
  return { first: Math.max(first, whole.first), last: Math.min(last, stepEnd(stepStart(whole.last, step), step)) };
}
