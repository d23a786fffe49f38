/** The ticks of a time axis: days, weeks, months or years, whichever fits what is shown, and the words below them. Days are the finest thing known. */
import { dayNumber, dayOf } from "./days";

export interface Tick {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly words: string;
  /** Pixels: the tick itself, and the middle of its words, which stay within the axis. */
  readonly x: number;
  readonly middle: number;
}

export interface Axis {
  /** First and last day, both inside. */
  readonly first: number;
  readonly last: number;
  /** Where a day begins. */
  readonly x: (day: number) => number;
  readonly left: number;
  readonly right: number;
  /** Ticks stand in the middle of their days and not at their beginnings: where each day has a bar of its own. */
  readonly onDays?: boolean;
}

/** Pixels from one tick to the next, the width of a letter of 12 pixels, and what is free between two words. */
const APART = 72;
const LETTER = 6.4;
const FREE = 8;

/** Steps in days and in months. A month has thirty days where one is chosen. */
const DAYS = [1, 2, 7, 14] as const;
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000] as const;

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Ticks that leave each other room. The first one says the year, unless a year is all that is said. */
export function ticksOf(axis: Axis): Tick[] {
  const most = Math.max(1, (axis.right - axis.left) / APART);
  const found: Tick[] = [];
  let free = axis.left;
  for (const { day, words } of daysOf(axis.first, axis.last, most)) {
    const inMiddle = axis.onDays === true ? (axis.x(day + 1) - axis.x(day)) / 2 : 0;
    const x = axis.x(day) + inMiddle;
    const said = found.length === 0 ? withYear(day, words) : words;
    const half = (said.length * LETTER) / 2;
    const middle = Math.max(axis.left + half, Math.min(axis.right - half, x));
    if (middle - half < free || x > axis.right) continue;
    free = middle + half + FREE;
    found.push({ day, words: said, x, middle });
  }
  return found;
}

/** Days of the calendar within a span, at most some number of them: every one or other one, Mondays, firsts of months or of years. */
function daysOf(first: number, last: number, most: number): { day: number; words: string }[] {
  const wanted = (last - first + 1) / most;
  const step = DAYS.find((days) => days >= wanted);
  if (step !== undefined) {
    const begin = step < 7 ? first : first + mod(4 - first, 7); // 1970-01-05 was a Monday
    return range(begin, last, step).map((day) => ({ day, words: DAY.format(date(day)) }));
  }
  const months = MONTHS.find((some) => some * 30 >= wanted) ?? 12_000;
  const from = monthOf(first);
  return range(from + mod(-from, months), monthOf(last), months)
    .map((month) => ({ day: firstOf(month), words: month % 12 === 0 ? String(month / 12) : MONTH.format(date(firstOf(month))) }))
    .filter(({ day }) => day >= first);
}

function withYear(day: number, words: string): string {
  const year = dayOf(day).slice(0, 4);
  return words.includes(year) ? words : `${words} ${year}`;
}

function date(day: number): Date {
  return new Date(day * 86_400_000);
}

/** Months since the year 0. */
function monthOf(day: number): number {
  return date(day).getUTCFullYear() * 12 + date(day).getUTCMonth();
}

function firstOf(month: number): number {
  return dayNumber(`${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`);
}

function range(first: number, last: number, step: number): number[] {
  return first > last ? [] : Array.from({ length: Math.floor((last - first) / step) + 1 }, (_one, index) => first + index * step);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
