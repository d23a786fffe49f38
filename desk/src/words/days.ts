/** Days in words. A day is `YYYY-MM-DD` everywhere in the desk; it has no hour and no time zone. */
import type { Incident } from "../api/types";

type Precision = Incident["date_precision"];
const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day that was typed, also without hyphens or with slashes; "" for nothing, null for what is no day. */
export function readDay(typed: string): string | null {
  const plain = typed.trim();
  if (plain === "") return "";
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).filter((part) => part !== undefined);
  const written = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written ? null : written; // the 30th of February is no day
}

const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });

export function longDay(day: string): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}

export function shortDay(day: string): string {
  return SHORT.format(new Date(`${day}T00:00:00Z`));
}

/** A moment of a history, in the reader's own time zone. */
export function momentWords(moment: string): string {
  return MOMENT.format(new Date(moment));
}

/** When something happened, no more exactly than it is known. */
export function whenWords(first: string | null, last: string | null, precision: Precision): string {
  if (first === null || last === null || precision === "unknown") return "day unknown";
  if (first === last) return shortDay(first);
  if (precision === "month" && first.slice(0, 7) === last.slice(0, 7)) return MONTH.format(new Date(`${first}T00:00:00Z`));
  if (precision === "year" && first.slice(0, 4) === last.slice(0, 4)) return first.slice(0, 4);
  if (precision === "longer" && first.endsWith("-01-01") && last.endsWith("-12-31")) return `${first.slice(0, 4)}–${last.slice(0, 4)}`;
  return `${shortDay(first)} – ${shortDay(last)}`;
}

/** What the interval means, where it is wider than a day. */
export function precisionWords(precision: Precision): string {
  const words: Record<Precision, string> = {
    day: "the day is known",
    week: "known to the week",
    month: "known to the month",
    year: "known to the year",
    longer: "known to some years",
    unknown: "no report tells the day",
  };
  return words[precision];
}
