/** What a symbol of the map stands for, in a few words. */
import type { Incident, MapPoint } from "../../api/types";
import { whenWords } from "../../words/days";
import { isArea, whereWords } from "../../words/incidents";
import { countWords } from "../../words/numbers";

/** `incident` is the one that the symbol stands for, as far as it is known yet. */
export function pointWords(point: MapPoint, incident: Incident | null): string {
  const area = isArea(point.where_prec);
  const note = area ? "\nonly the area is known" : "";
  if (point.n > 1) return `${countWords(point.n, "incident")}, most often ${point.type.toLowerCase()}${note}\nPress to open`;
  if (incident === null) return `${point.type.toLowerCase()}${note}`;
  const where = area ? `somewhere in ${whereWords(incident)}` : whereWords(incident);
  return `${incident.title ?? incident.type.toLowerCase()}\n${where} · ${whenWords(incident.first_day, incident.last_day, incident.date_precision)}`;
}
