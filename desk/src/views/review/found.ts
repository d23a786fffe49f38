/** A place of the gazetteer, told from its namesakes: kind, region, country, people. */
import type { FoundPlace } from "../../api/types";
import { countryName } from "../../words/countries";
import { numberWords } from "../../words/numbers";
import { PLACE_KINDS } from "./values";

export function foundWords(place: Pick<FoundPlace, "name" | "kind" | "admin" | "country" | "population">): string {
  const kind = PLACE_KINDS.find((one) => one.value === place.kind)?.label.replace(/^an? /, "") ?? place.kind;
  const region = place.admin === null || place.admin === place.name ? null : place.admin;
  const people = place.population ? `${numberWords(place.population)} people` : null;
  return [kind, region, place.country === null ? null : countryName(place.country), people].filter((words) => words !== null).join(" · ");
}
