/** The fields of an event as the desk shows them: what holds now, what the machine had, and whether a person has looked. */
import type { DocumentEvent, EventBody, EventRole } from "../../api/types";
import { named } from "../document/facts";
import { valueWords } from "../document/value_words";
import type { Command } from "./keys";

export interface FieldRow {
  readonly field: string;
  readonly label: string;
  /** What Enter does on the field. */
  readonly edit: Command;
  /** Where its words are resolved to a value: what opens that. */
  readonly resolve: Command | null;
  readonly now: string;
  /** The machine's, where it differs. */
  readonly machine: string | null;
  readonly reviewed: boolean;
}

type Shown = (event: EventBody) => string;

const FIELDS: readonly (readonly [field: string, label: string, edit: Command, resolve: Command | null, shown: Shown])[] = [
  ["type", "Type", "type", null, (event) => event.type],
  ["modes", "Modes", "modes", null, (event) => event.modes.join(", ")],
  ["aux", "Stands as", "aux", null, (event) => event.aux.join(", ")],
  ["hedged", "In doubt", "hedged", null, (event) => (event.hedged ? "yes" : "")],
  ["trigger", "What", "mark-trigger", null, (event) => `“${event.trigger.text}”`],
  ["actor", "Who", "mark-actor", "entity", (event) => quoted(event, "actor")],
  ["recipient", "To whom", "mark-recipient", "entity", (event) => quoted(event, "recipient")],
  ["place", "Where", "mark-place", "place-value", (event) => quoted(event, "place", "where")],
  ["time", "When", "mark-time", "time-value", (event) => quoted(event, "time", "when")],
  ["count", "How many", "mark-count", "count-value", counted],
  ["said_by", "Who says so", "mark-said_by", null, (event) => quoted(event, "said_by")],
  ["issue", "About", "mark-issue", null, (event) => quoted(event, "issue")],
  ["contexts", "Themes", "contexts", null, (event) => event.contexts.map((context) => context.replaceAll("_", " ")).join(", ")],
  ["same_as", "Same act as", "same_as", null, (event) => event.same_as ?? ""],
  ["part_of", "Part of", "part_of", null, (event) => event.part_of ?? ""],
];

export function fieldRows(event: DocumentEvent): FieldRow[] {
  return FIELDS.map(([field, label, edit, resolve, shown]) => {
    const now = shown(event);
    const machine = event.machine === null ? null : shown(event.machine);
    return { field, label, edit, resolve, now, machine: machine === now ? null : machine, reviewed: event.reviewed.includes(field) };
  });
}

function quoted(event: EventBody, ...names: EventRole["role"][]): string {
  return names
    .flatMap((name) => named(event, name))
    .map((role) => withValue(`“${role.text}”`, role))
    .join("; ");
}

function counted(event: EventBody): string {
  return named(event, "count")
    .map((role) => {
      const source = event.roles.find((other) => other.role === "count_said_by" && other.position === role.position);
      const words = withValue(`“${role.text}”`, role);
      return source ? `${words}, according to “${source.text}”` : role.value ? words : `${words} ${role.of ?? ""}`.trim();
    })
    .join("; ");
}

function withValue(words: string, role: EventRole): string {
  return role.value === null ? words : `${words} = ${valueWords(role.value)}`;
}
