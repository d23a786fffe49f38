/** A filter's conditions in words, each with what the filter is without it. */
import { countryName } from "../words/countries";
import { shortDay } from "../words/days";
import type { Filter } from "./filter";

export interface Condition {
  words: string;
  without: Partial<Filter>;
}

export function conditions(of: Filter): Condition[] {
  return [
    ...(of.q === "" ? [] : [{ words: `“${of.q}”`, without: { q: "" } }]),
    ...each(of, "types", (type) => type.toLowerCase()),
    ...each(of, "modes", (mode) => mode),
    ...each(of, "countries", countryName),
    ...(of.place === "" ? [] : [{ words: `place: ${of.place}`, without: { place: "" } }]),
    ...each(of, "actors", (actor) => `by or to: ${actor}`),
    ...(of.from === "" && of.to === "" ? [] : [{ words: dayWords(of.from, of.to), without: { from: "", to: "" } }]),
    ...people(of),
    ...(of.sourcesMin === null ? [] : [{ words: `${of.sourcesMin} or more sources`, without: { sourcesMin: null } }]),
    ...each(of, "standings", (standing) => standing),
    ...(of.reviewed === null ? [] : [{ words: of.reviewed ? "reviewed" : "not reviewed", without: { reviewed: null } }]),
    ...(of.bbox === null ? [] : [{ words: "a part of the map", without: { bbox: null } }]),
    ...(of.document === "" ? [] : [{ words: `told by ${of.document}`, without: { document: "" } }]),
  ];
}

/** All of them in one line, for a picture. */
export function conditionWords(of: Filter): string {
  const all = conditions(of).map((condition) => condition.words);
  return all.length === 0 ? "all incidents" : all.join(", ");
}

type Lists = "types" | "modes" | "countries" | "actors" | "standings";

function each(of: Filter, key: Lists, words: (value: string) => string): Condition[] {
  const values: readonly string[] = of[key];
  return values.map((value) => ({ words: words(value), without: { [key]: values.filter((other) => other !== value) } }));
}

function dayWords(from: string, to: string): string {
  if (from !== "" && to !== "") return `${shortDay(from)} – ${shortDay(to)}`;
  return from !== "" ? `since ${shortDay(from)}` : `until ${shortDay(to)}`;
}

function people(of: Filter): Condition[] {
  if (of.personsMin !== null) return [{ words: `${of.personsMin} or more ${of.kind || "counted"}`, without: { personsMin: null, kind: "" } }];
  return of.kind === "" ? [] : [{ words: `a number of ${of.kind}`, without: { kind: "" } }];
}
