/**
 * Which incidents are asked for. A filter is written into the address under the API's own names, so that the address of a view is the
 * question that was asked; what the address does not say is not restricted.
 */
import type { Standing } from "../api/types";

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

export interface Filter {
  types: readonly string[];
  modes: readonly string[];
  countries: readonly string[];
  actors: readonly string[];
  place: string;
  from: string;
  to: string;
  kind: string;
  personsMin: number | null;
  sourcesMin: number | null;
  standings: readonly Standing[];
  reviewed: boolean | null;
  q: string;
  bbox: Box | null;
  document: string;
}

export const STANDINGS: readonly Standing[] = ["asserted", "hedged", "denied", "planned", "conditional"];

export const NO_FILTER: Filter = {
  types: [],
  modes: [],
  countries: [],
  actors: [],
  place: "",
  from: "",
  to: "",
  kind: "",
  personsMin: null,
  sourcesMin: null,
  standings: [],
  reviewed: null,
  q: "",
  bbox: null,
  document: "",
};

/** Reads a filter out of an address. What makes no sense there is passed over: an address is typed and cut by people. */
export function readFilter(query: URLSearchParams): Filter {
  return {
    types: some(query, "type"),
    modes: some(query, "mode"),
    countries: some(query, "country").map((code) => code.toUpperCase()),
    actors: some(query, "actor"),
    place: one(query, "place"),
    from: day(query, "from"),
    to: day(query, "to"),
    kind: one(query, "kind"),
    personsMin: whole(query, "persons_min"),
    sourcesMin: whole(query, "sources_min"),
    standings: STANDINGS.filter((standing) => query.getAll("standing").includes(standing)),
    reviewed: query.get("reviewed") === "true" ? true : query.get("reviewed") === "false" ? false : null,
    q: one(query, "q"),
    bbox: box(query.get("bbox")),
    document: one(query, "document"),
  };
}

/** Writes a filter under the API's names, in one fixed order: equal filters have equal addresses. */
export function writeFilter(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const type of filter.types) query.append("type", type);
  for (const mode of filter.modes) query.append("mode", mode);
  for (const country of filter.countries) query.append("country", country);
  for (const actor of filter.actors) query.append("actor", actor);
  if (filter.place !== "") query.set("place", filter.place);
  if (filter.from !== "") query.set("from", filter.from);
  if (filter.to !== "") query.set("to", filter.to);
  if (filter.kind !== "") query.set("kind", filter.kind);
  if (filter.personsMin !== null) query.set("persons_min", String(filter.personsMin));
  if (filter.sourcesMin !== null) query.set("sources_min", String(filter.sourcesMin));
  for (const standing of filter.standings) query.append("standing", standing);
  if (filter.reviewed !== null) query.set("reviewed", String(filter.reviewed));
  if (filter.q !== "") query.set("q", filter.q);
  if (filter.bbox !== null) query.set("bbox", writeBox(filter.bbox));
  if (filter.document !== "") query.set("document", filter.document);
  return query;
}

/** Degrees with four decimals: some ten metres. */
export function writeBox(bounds: Box): string {
  return bounds.map((degrees) => String(Number(degrees.toFixed(4)))).join(",");
}

/** How many conditions a filter has, for the button that opens it on a narrow screen. */
export function countConditions(filter: Filter): number {
  return new Set(writeFilter(filter).keys()).size;
}

/** The list with the value added, or without it where it was there. */
export function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function some(query: URLSearchParams, key: string): string[] {
  return [...new Set(query.getAll(key).map((value) => value.trim()))].filter((value) => value !== "");
}

function one(query: URLSearchParams, key: string): string {
  return query.get(key)?.trim() ?? "";
}

function day(query: URLSearchParams, key: string): string {
  const value = one(query, key);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : "";
}

function whole(query: URLSearchParams, key: string): number | null {
  const value = one(query, key);
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function box(text: string | null): Box | null {
  if (text === null || !/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/.test(text)) return null;
  const [west, south, east, north] = text.split(",").map(Number) as [number, number, number, number];
  if (west < -180 || east > 180 || south < -90 || north > 90 || west >= east || south >= north) return null;
  return [west, south, east, north];
}
