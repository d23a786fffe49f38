/** What an event says, as rows for people: each with the words, what they were resolved to, and who says so. */
import type { DocumentEvent, EventBody, EventRole, Standing } from "../../api/types";
import type { Role } from "../../text/segments";
import { countWords as numbered } from "../../words/numbers";
import { countWords, entityWords, placeNote, placeWords, scoreWords, timeNote, timeWords } from "./value_words";

export interface Fact {
  /** The words in the text; none where a value rests on no words of its own. */
  readonly words: string;
  /** What they were resolved to; empty for words without a value. */
  readonly value: string;
  /** How exact that is, or what is not known. */
  readonly note: string;
  readonly claimant: string | null;
}

export interface FactRow {
  readonly role: Role;
  readonly label: string;
  readonly facts: readonly Fact[];
}

const ROWS: readonly (readonly [Role, string, readonly EventRole["role"][]])[] = [
  ["actor", "Who", ["actor"]],
  ["recipient", "To whom", ["recipient"]],
  ["place", "Where", ["place", "where"]],
  ["time", "When", ["time", "when"]],
  ["count", "How many", ["count"]],
  ["said_by", "Who says so", ["said_by"]],
  ["issue", "About", ["issue"]],
];

/** An event's rows, those without anything left out; `sector` says the code of a sector in words. */
export function factsOf(event: EventBody, sector: (code: string) => string): FactRow[] {
  const facts = (name: EventRole["role"]): Fact[] => named(event, name).map((role) => factOf(role, sector));
  return ROWS.map(([role, label, names]) => ({ role, label, facts: names.flatMap(facts) })).filter(
    (row) => row.facts.length > 0,
  );
}

/** The roles of one name in their order; the place and days of the whole act only where no quote says the same already. */
export function named(event: EventBody, name: EventRole["role"]): EventRole[] {
  const found = event.roles.filter((role) => role.role === name).sort((one, other) => one.position - other.position);
  if (name !== "where" && name !== "when") return found;
  const quoted = event.roles.filter((role) => role.role === (name === "where" ? "place" : "time"));
  return found.filter((role) => !quoted.some((other) => sameValue(other, role)));
}

export function sameValue(one: EventRole, other: EventRole): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

function factOf(role: EventRole, sector: (code: string) => string): Fact {
  const claimant = role.role === "said_by" ? null : (role.claimant?.text ?? null); // the source speaks for itself
  const held = (value: string, note: string): Fact => ({ words: role.text, value, note, claimant });
  const value = role.value;
  if (value === null) return held("", role.role === "issue" || role.role === "said_by" ? "" : "not resolved");
  switch (value.kind) {
    case "entity":
      return held(entityWords(value, sector), value.name === role.text ? "" : value.name);
    case "place":
      return held(placeWords(value), whole(role, placeNote(value)));
    case "time":
      return held(timeWords(value), whole(role, timeNote(value)));
    case "count":
      return held(countWords(value), "");
  }
}

function whole(role: EventRole, note: string): string {
  return role.role === "where" || role.role === "when" ? `the act as a whole; ${note}` : note;
}

const STANDING: Readonly<Record<Standing, readonly [string, "plain" | "good" | "warn" | "bad" | "accent"]>> = {
  asserted: ["asserted", "plain"],
  hedged: ["in doubt", "warn"],
  denied: ["denied", "bad"],
  planned: ["planned", "accent"],
  conditional: ["conditional", "accent"],
};

export function standingWords(standing: Standing): string {
  return STANDING[standing][0];
}

export function standingTone(standing: Standing): "plain" | "good" | "warn" | "bad" | "accent" {
  return STANDING[standing][1];
}

/** Where an event stands between the machine and people. */
export function stateWords(state: string, score: number): string {
  switch (state) {
    case "accepted":
      return "accepted";
    case "changed":
      return "changed by a person";
    case "rejected":
      return "rejected";
    case "added":
      return "added by a person";
    case "partly":
      return `looked at in part; machine, ${scoreWords(score)} sure`;
    default:
      return `machine, ${scoreWords(score)} sure`;
  }
}

/**
 * How many events a report tells, as the command line counts them: a further mention of an act is no further event, a rejected one is none.
 * `12 events in 15 mentions`; the mentions are left out where there are as many.
 */
export function eventCountWords(events: readonly Pick<DocumentEvent, "same_as" | "state">[]): string {
  const held = events.filter((event) => event.state !== "rejected");
  const acts = held.filter((event) => event.same_as === null).length;
  return acts === held.length ? numbered(acts, "event") : `${numbered(acts, "event")} in ${numbered(held.length, "mention")}`;
}
