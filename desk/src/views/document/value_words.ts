/** Resolved values in words for people: exact, short, and frank about what is not known. */
import type { EventRole } from "../../api/types";

export type AnyValue = NonNullable<EventRole["value"]>;
export type Entity = Extract<AnyValue, { kind: "entity" }>;
export type Place = Extract<AnyValue, { kind: "place" }>;
export type Time = Extract<AnyValue, { kind: "time" }>;
export type Count = Extract<AnyValue, { kind: "count" }>;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const KINDS: Readonly<Record<Place["place_kind"], string>> = {
  landmark: "a spot",
  city: "a town",
  district: "a district",
  division: "a province or state",
  country: "a country",
  region: "a wider region",
};

/** A day as people write it, the same in every browser: `3 Mar 2021`. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `1–7 Mar 2021`, `28 Feb – 3 Mar 2021`, `2021`. */
export function timeWords(time: Time): string {
  if (time.first === null || time.last === null) return "day unknown";
  if (time.first === time.last) return dayWords(time.first);
  const [year, month] = time.first.split("-");
  if (time.precision === "year" && time.first === `${year}-01-01` && time.last === `${year}-12-31`) return `${year}`;
  if (time.precision === "month" && time.first.endsWith("-01") && time.last.startsWith(`${year}-${month}`))
    return `${MONTHS[Number(month) - 1]} ${year}`;
  if (time.last.startsWith(`${year}-${month}`)) return `${Number(time.first.slice(8))}–${dayWords(time.last)}`;
  if (time.last.startsWith(`${year}-`)) return `${dayWords(time.first).replace(` ${year}`, "")} – ${dayWords(time.last)}`;
  return `${dayWords(time.first)} – ${dayWords(time.last)}`;
}

/** How the days were found. */
export function timeMethodWords(time: Time): string {
  if (time.method === "none") return "not said, or the report has no date to count from";
  const how = time.method === "stated" ? "as stated" : "counted from the report's date";
  return time.precision === "day" ? how : `${how}, to the ${time.precision === "longer" ? "year or longer" : time.precision}`;
}

/** `Almaty, KAZ`. */
export function placeWords(place: Place): string {
  return place.country && place.place_kind !== "country" ? `${place.name}, ${place.country}` : place.name;
}

/** How far the place is to be trusted: never a pin for a country. */
export function placePrecisionWords(place: Place): string {
  const kind = KINDS[place.place_kind];
  if (place.latitude === null || place.radius_km === null) return `${kind}, not on the map`;
  return `${kind}, within ${kilometres(place.radius_km)}`;
}

/** `24–99`, `at least 50`, `120`. */
export function countWords(count: Count): string {
  const unit = count.unit ? ` ${count.unit}` : "";
  if (count.high === null) return `at least ${numberWords(count.low)}${unit}`;
  if (count.low === count.high) return `${numberWords(count.low)}${unit}`;
  return `${numberWords(count.low)}–${numberWords(count.high)}${unit}`;
}

/** What is counted, in words: `arrested`, `people taking part`. */
export function countKindWords(kind: string): string {
  return kind === "participants" ? "taking part" : kind === "days" ? "in custody" : kind;
}

/** `KAZ · COP`. */
export function entityWords(entity: Entity): string {
  return [entity.country ?? "no country", ...entity.sectors].join(" · ");
}

export function valueWords(value: AnyValue): string {
  switch (value.kind) {
    case "time":
      return timeWords(value);
    case "place":
      return placeWords(value);
    case "count":
      return countWords(value);
    case "entity":
      return entityWords(value);
  }
}

/** A probability as a person reads it; never 100 % for what a machine guessed. */
export function scoreWords(score: number): string {
  return `${Math.min(99, Math.round(score * 100))} %`;
}

function numberWords(number: number): string {
  return number.toLocaleString("en-GB");
}

function kilometres(radius: number): string {
  if (radius < 1) return `${Math.max(1, Math.round(radius * 10)) * 100} m`;
  return `${radius < 10 ? Math.round(radius) : Number(radius.toPrecision(2)).toLocaleString("en-GB")} km`;
}
