/** Resolved values in words for people: exact, short, and frank about what is not known. */
import type { EventRole } from "../../api/types";
import { countryName } from "../../words/countries";
import { precisionWords, whenWords } from "../../words/days";
import { exactnessWords, whereWords } from "../../words/incidents";
import { rangeWords } from "../../words/numbers";

export type AnyValue = NonNullable<EventRole["value"]>;
export type Entity = Extract<AnyValue, { kind: "entity" }>;
export type Place = Extract<AnyValue, { kind: "place" }>;
export type Time = Extract<AnyValue, { kind: "time" }>;
export type Count = Extract<AnyValue, { kind: "count" }>;

export function timeWords(time: Time): string {
  return whenWords(time.first, time.last, time.precision);
}

/** How exact the days are and how they were found. */
export function timeNote(time: Time): string {
  if (time.method === "none") return "not said, or the report has no date to count from";
  const how = time.method === "stated" ? "as stated" : "counted from the report's date";
  return time.precision === "day" ? how : `${precisionWords(time.precision)}, ${how}`;
}

export function placeWords(place: Place): string {
  return whereWords({ ...place, place: place.name });
}

/** How far the place is to be trusted: never a pin for a country. */
export function placeNote(place: Place): string {
  return place.latitude === null ? "not on the map" : exactnessWords({ ...place, place: place.name });
}

/** `24–99 arrested`, `at least 50 taking part`. */
export function countWords(count: Count): string {
  const range = rangeWords(count.low, count.high);
  const of = count.of === "participants" ? "taking part" : count.of === "days" ? "in custody" : count.of;
  return [range, count.unit, of === "money" || of === "other" ? null : of].filter(Boolean).join(" ");
}

/** `Kazakhstan · COP`; `sector` says a code in words. */
export function entityWords(entity: Entity, sector: (code: string) => string = (code) => code): string {
  return [entity.country === null ? "no country" : countryName(entity.country), ...entity.sectors.map(sector)].join(" · ");
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
