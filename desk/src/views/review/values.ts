/** Values as a person writes them in a form, made into what the server takes. */
import { readDay } from "../../words/days";
import type { Count, Entity, Place, Time } from "../document/value_words";

/** UCDP's and ACLED's precision of a place that is known no nearer than its kind. */
const EXACTNESS: Readonly<Record<Place["place_kind"], readonly [wherePrec: number, geoPrecision: number, radiusKm: number | null]>> = {
  landmark: [1, 1, 1],
  city: [1, 1, 5],
  district: [3, 2, 25],
  division: [4, 2, 100],
  country: [6, 3, null],
  region: [7, 3, null],
};

export const PLACE_KINDS: readonly { readonly value: Place["place_kind"]; readonly label: string }[] = [
  { value: "landmark", label: "a building, park, spot" },
  { value: "city", label: "a town or village" },
  { value: "district", label: "a district" },
  { value: "division", label: "a province or state" },
  { value: "country", label: "a country" },
  { value: "region", label: "a wider region or sea" },
];

export interface PlaceForm {
  readonly name: string;
  readonly kind: Place["place_kind"];
  readonly country: string | null;
  readonly latitude: string;
  readonly longitude: string;
  /** The gazetteer's entry that the form was filled from; it holds as long as nothing else was changed. */
  readonly from: Place | null;
}

/** The place, or what is wrong with the form in one sentence. */
export function placeOf(form: PlaceForm): Place | string {
  const name = form.name.trim();
  if (name === "") return "Give the place a name.";
  const { from } = form;
  const written = (number: number | null | undefined): string => (number === null || number === undefined ? "" : String(number));
  const same = from && from.name === name && from.place_kind === form.kind && from.country === form.country;
  if (same && written(from.latitude) === form.latitude.trim() && written(from.longitude) === form.longitude.trim()) return from;
  const latitude = numberOf(form.latitude, 90);
  const longitude = numberOf(form.longitude, 180);
  if (latitude === undefined || longitude === undefined) return "Latitude and longitude are numbers in degrees, such as 43.25 and 76.95.";
  if ((latitude === null) !== (longitude === null)) return "Give both latitude and longitude, or neither.";
  const [where_prec, geo_precision, radius_km] = EXACTNESS[form.kind];
  return {
    kind: "place",
    name,
    place_kind: form.kind,
    country: form.country,
    geonameid: null,
    latitude,
    longitude,
    radius_km: latitude === null ? null : radius_km,
    where_prec,
    geo_precision,
  };
}

export interface TimeForm {
  readonly first: string;
  readonly last: string;
}

/** The days: one where only one is given, unknown where none is. */
export function timeOf(form: TimeForm): Time | string {
  const [given, end] = [readDay(form.first), readDay(form.last)];
  if (given === null || end === null) return "Write a day as year, month, day: 2021-06-05.";
  const first = given || end;
  const last = end || given;
  if (first === "") return { kind: "time", first: null, last: null, precision: "unknown", method: "none" };
  if (first > last) return "The first day is after the last.";
  return { kind: "time", first, last, precision: precisionOf(first, last), method: "stated" };
}

function precisionOf(first: string, last: string): Time["precision"] {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  return days <= 1 ? "day" : days <= 7 ? "week" : days <= 31 ? "month" : days <= 366 ? "year" : "longer";
}

export interface CountForm {
  readonly of: string;
  readonly low: string;
  readonly high: string;
  readonly best: string;
  readonly unit: string;
}

/** The range: open above where `high` is empty. */
export function countOf(form: CountForm): Count | string {
  const low = wholeOf(form.low);
  const high = wholeOf(form.high);
  const best = wholeOf(form.best);
  if (low === undefined || high === undefined || best === undefined) return "Figures are whole numbers from 0 on.";
  if (low === null) return "Give the least figure; for “up to 50” it is 0.";
  if (high !== null && high < low) return "The greatest figure is below the least.";
  if (best !== null && (best < low || (high !== null && best > high))) return "The best figure lies between the least and the greatest.";
  return { kind: "count", of: form.of, low, high, best: best ?? (high === low ? low : null), unit: form.unit.trim() || null };
}

export interface EntityForm {
  readonly name: string;
  readonly country: string | null;
  readonly sectors: readonly string[];
  readonly private: boolean;
  readonly identity: string;
}

export function entityOf(form: EntityForm): Entity | string {
  const name = form.name.trim();
  if (name === "") return "Give the actor a name.";
  return { kind: "entity", name, identity: form.identity, country: form.country, sectors: [...form.sectors], private: form.private };
}

/** A number within ± `most`; null for nothing, undefined for what is no number. */
function numberOf(written: string, most: number): number | null | undefined {
  if (written.trim() === "") return null;
  const number = Number(written.replace(",", "."));
  return Number.isFinite(number) && Math.abs(number) <= most ? number : undefined;
}

function wholeOf(written: string): number | null | undefined {
  const plain = written.replace(/[\s,]/g, "");
  if (plain === "") return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}
