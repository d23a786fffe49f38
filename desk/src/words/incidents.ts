/** What an incident is, in words: exact, short, and frank about what is not known. */
import type { Incident } from "../api/types";
import { countryName } from "./countries";

type Placed = Pick<Incident, "place" | "place_kind" | "country" | "where_prec" | "radius_km">;

/** Where, with the country after a place within one. */
export function whereWords(incident: Placed): string {
  const country = incident.country === null ? null : countryName(incident.country);
  if (incident.place === null) return country ?? "place unknown";
  return country === null || incident.place === country || incident.place_kind === "country" ? incident.place : `${incident.place}, ${country}`;
}

/** How exactly the place is known. `where_prec` is UCDP's 1 (exact) to 7 (international). */
export function exactnessWords(incident: Placed): string {
  if (incident.place === null && incident.country === null) return "no report tells the place";
  const kinds: Record<number, string> = {
    1: "at this place",
    2: "at or near this place",
    3: "somewhere in this district",
    4: "somewhere in this division",
    5: "somewhere in this region",
    6: "somewhere in this country",
    7: "across borders or at sea",
  };
  const where = kinds[incident.where_prec ?? 0] ?? "somewhere here";
  return incident.radius_km === null ? where : `${where}, within ${Math.max(1, Math.round(incident.radius_km))} km`;
}

/** Whether a single point would claim more than the reports do: from a district upwards, and where nobody says, only an area is known. */
export function isArea(wherePrec: number | null): boolean {
  return wherePrec === null || wherePrec >= 3;
}

/** Who did it to whom, as far as reports say. */
export function whoWords(incident: Pick<Incident, "actor" | "recipient">): string {
  if (incident.actor !== null && incident.recipient !== null) return `${incident.actor} → ${incident.recipient}`;
  if (incident.actor !== null) return incident.actor;
  if (incident.recipient !== null) return `unknown → ${incident.recipient}`;
  return "nobody named";
}

export const STANDING_WORDS: Readonly<Record<Incident["standing"], string>> = {
  asserted: "asserted",
  hedged: "in doubt",
  denied: "said not to have happened",
  planned: "planned",
  conditional: "only possible",
};

/** What the tag `background` means: the reader takes the act for history that a report recalls. */
export const BACKGROUND = "told as background: from before what the report is about";
