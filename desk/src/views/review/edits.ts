/** What a person changes, as the corrections that the server takes. Offsets are code points here, as in all that comes from the server. */
import type { CorrectionAction, DocumentEvent, EventRole } from "../../api/types";
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
  readonly action: CorrectionAction;
  readonly value: unknown;
  readonly says: string;
}

interface Entry extends Wording {
  readonly value: EventRole["value"];
  readonly kind?: string;
  readonly said_by?: Wording;
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

/** The modes that a change of type leaves: those that the new type knows too. */
export function modesLeft(modes: readonly string[], known: readonly string[]): string[] {
  return modes.filter((mode) => known.includes(mode));
}

/** Whether these very words already fill the role. */
export function isTaken(event: DocumentEvent, role: Role, words: Wording): boolean {
  return role !== "trigger" && event.roles.some((one) => one.role === role && one.start === words.start && one.end === words.end);
}

/**
 * Words taken into a role, or let go where they already fill it. A role of one quote takes the new words for the old; a list keeps what
 * it has, with its values, in reading order.
 */
export function takeWords(document: string, event: DocumentEvent, role: Role, words: Wording, kind: string | null = null): Draft {
  if (!isListRole(role)) return changeField(document, event, role, isTaken(event, role, words) ? null : { start: words.start, end: words.end });
  const entries = entriesOf(event, role);
  const left = entries.filter((one) => one.start !== words.start || one.end !== words.end);
  const taken = left.length < entries.length ? left : [...left, newEntry(words, kind)].sort((one, other) => one.start - other.start);
  return changeField(document, event, role, taken.map(sent));
}

/** One quote of a list role given another value: which place, which days, how many. */
export function giveValue(document: string, event: DocumentEvent, role: ListRole, position: number, value: EventRole["value"]): Draft {
  const entries = entriesOf(event, role).map((entry, index) =>
    index === position ? { ...entry, value, ...(value?.of === "count" ? { kind: value.kind } : {}) } : entry,
  );
  return changeField(document, event, role, entries.map(sent));
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
      value: one.value,
      ...(one.kind ? { kind: one.kind } : {}),
      ...(source ? { said_by: { start: source.start, end: source.end } } : {}),
    };
  });
}

function newEntry(words: Wording, kind: string | null): Entry {
  return { start: words.start, end: words.end, value: null, ...(kind === null ? {} : { kind }) };
}

function sent(entry: Entry): Record<string, unknown> {
  const { value, ...rest } = entry;
  return value === null ? rest : { ...rest, value };
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  aux: "how it stands to the news",
  said_by: "who says so",
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
