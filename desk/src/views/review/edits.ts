/** What a person changes, as the corrections that the server takes. Offsets are code points here, as in all that comes from the server. */
import type { Correct, DocumentEvent, EventRole } from "../../api/types";
import type { Role } from "../../text/segments";

/** Words by their offsets in code points. */
export interface Wording {
  readonly start: number;
  readonly end: number;
}

export type ListRole = "actor" | "recipient" | "place" | "time" | "count";
export const LIST_ROLES: readonly ListRole[] = ["actor", "recipient", "place", "time", "count"];

/** A correction before it is sent: all but the revision, which is taken when it goes. It says in words what it does. */
export interface Draft {
  readonly document: string;
  readonly event: string | null;
  readonly field: string | null;
  readonly action: Correct["action"];
  readonly value: unknown;
  readonly says: string;
}

/** An entry of a list role as it is sent. Without `value`, the same words keep theirs. */
interface Entry extends Wording {
  readonly of?: string;
  readonly said_by?: Wording;
  readonly value?: EventRole["value"];
}

export function isListRole(role: string): role is ListRole {
  return (LIST_ROLES as readonly string[]).includes(role);
}

export function acceptEvent(document: string, event: DocumentEvent): Draft {
  return { document, event: event.id, field: null, action: "accept", value: null, says: `accepted ${named(event)}` };
}

/** An event that a person added is taken away again; the machine's is rejected and stays on record. */
export function rejectEvent(document: string, event: DocumentEvent): Draft {
  const action = event.state === "added" ? "remove" : "reject";
  return { document, event: event.id, field: null, action, value: null, says: `rejected ${named(event)}` };
}

export function acceptField(document: string, event: DocumentEvent, field: string): Draft {
  return { document, event: event.id, field, action: "accept", value: null, says: `accepted ${fieldWords(field)} of ${named(event)}` };
}

export function rejectField(document: string, event: DocumentEvent, field: string): Draft {
  return { document, event: event.id, field, action: "reject", value: null, says: `emptied ${fieldWords(field)} of ${named(event)}` };
}

export function changeField(document: string, event: DocumentEvent, field: string, value: unknown): Draft {
  return { document, event: event.id, field, action: "change", value, says: `changed ${fieldWords(field)} of ${named(event)}` };
}

export function addEvent(document: string, trigger: Wording, type: string): Draft {
  return { document, event: null, field: null, action: "add", value: { type, trigger }, says: `added an event, ${type}` };
}

/** The report holds no event that is not written down. */
export function acceptDocument(document: string): Draft {
  return { document, event: null, field: null, action: "accept", value: null, says: "said that nothing is missing in this report" };
}

/** Whether these very words already fill the role. */
export function isTaken(event: DocumentEvent, role: Role, words: Wording): boolean {
  return role !== "trigger" && event.roles.some((one) => one.role === role && one.start === words.start && one.end === words.end);
}

/**
 * Words taken into a role, or let go where they already fill it. A role of one quote takes the new words for the old; a list keeps what
 * it has, with its values, in reading order.
 */
export function takeWords(document: string, event: DocumentEvent, role: Role, words: Wording, of: string | null = null): Draft {
  if (!isListRole(role)) return changeField(document, event, role, isTaken(event, role, words) ? null : { start: words.start, end: words.end });
  const entries = entriesOf(event, role);
  const left = entries.filter((one) => one.start !== words.start || one.end !== words.end);
  const taken = left.length < entries.length ? left : [...left, newEntry(words, of)].sort((one, other) => one.start - other.start);
  return changeField(document, event, role, taken);
}

/** One quote of a list role given another value: which place, which days, how many. */
export function giveValue(document: string, event: DocumentEvent, role: ListRole, position: number, value: EventRole["value"]): Draft {
  const entries = entriesOf(event, role).map((entry, index) =>
    index === position ? { ...entry, value, ...(value?.kind === "count" ? { of: value.of } : {}) } : entry,
  );
  return changeField(document, event, role, entries);
}

/** The place or the days of the whole act, resting on the given words. */
export function giveWhole(document: string, event: DocumentEvent, field: "where" | "when", words: Wording, value: EventRole["value"]): Draft {
  return changeField(document, event, field, { start: words.start, end: words.end, value });
}

/** The quotes of a list role as they stand, in their order. */
export function quotesOf(event: DocumentEvent, role: ListRole): EventRole[] {
  return event.roles.filter((one) => one.role === role).sort((one, other) => one.position - other.position);
}

function entriesOf(event: DocumentEvent, role: ListRole): Entry[] {
  return quotesOf(event, role).map((one) => {
    const source = role === "count" && event.roles.find((other) => other.role === "count_said_by" && other.position === one.position);
    return {
      start: one.start,
      end: one.end,
      ...(one.of ? { of: one.of } : {}),
      ...(source ? { said_by: { start: source.start, end: source.end } } : {}),
    };
  });
}

function newEntry(words: Wording, of: string | null): Entry {
  return { start: words.start, end: words.end, ...(of === null ? {} : { of }) };
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  aux: "how it stands to the news",
  said_by: "who says so",
  where: "the place of the act",
  when: "the days of the act",
  same_as: "the link to the same act",
  part_of: "the link to the larger event",
  contexts: "themes",
  hedged: "doubt",
};

export function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

function named(event: DocumentEvent): string {
  return `${event.id} (${event.type}, “${event.trigger.text}”)`;
}
