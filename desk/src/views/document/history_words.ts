/** The values of corrections in words. */
import type { Correction } from "../../api/types";
import { fieldWords } from "../review/edits";
import { valueWords, type AnyValue } from "./value_words";

const DONE: Readonly<Record<Correction["action"], string>> = {
  accept: "accepted",
  change: "changed",
  reject: "rejected",
  add: "added",
  remove: "took away",
};

/** What a correction did: `changed modes of e2`. */
export function doneWords(correction: Pick<Correction, "action" | "field" | "event">): string {
  const { action, field, event } = correction;
  if (event === null) return "said that nothing is missing in the report";
  if (field === null) return `${DONE[action]} ${event}`;
  return `${action === "reject" ? "emptied" : DONE[action]} ${fieldWords(field)} of ${event}`;
}

/** A correction's value as people read it: words by their text, values in short, lists one after the other. */
export function personWords(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (value === true) return "yes";
  if (value === false) return "no";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(personWords).join(", ");
  return objectWords(value as Record<string, unknown>);
}

function objectWords(value: Record<string, unknown>): string {
  if (typeof value["type"] === "string") return [value["type"], personWords(value["modes"] ?? []), personWords(value["trigger"])].filter((one) => one !== "nothing").join(" ");
  const known = value["value"] as AnyValue | null | undefined;
  const resolved = known ? ` (${valueWords(known)})` : "";
  if (typeof value["text"] === "string") return `“${value["text"]}”${resolved}`;
  if (typeof value["start"] === "number") return `words at ${value["start"]}–${String(value["end"])}${resolved}`;
  return typeof value["kind"] === "string" ? valueWords(value as unknown as AnyValue) : JSON.stringify(value);
}
