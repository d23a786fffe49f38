/** Short words by which a person knows an event again: what it is told by, and who prints it. */
import type { IncidentChange, IncidentEvent } from "../api/types";

type Concerned = NonNullable<IncidentChange["events"]>[number];

/** Events that are named before the others are only counted. */
const NAMED = 3;

/** One event: “arrested” in The Courier; by its id where its words are lost. */
export function eventWords(event: Pick<Concerned, "document" | "event" | "trigger" | "publisher">): string {
  const what = event.trigger ? `“${event.trigger}”` : event.event;
  return `${what} in ${event.publisher ?? event.document}`;
}

/** Some events, the first few by name. */
export function concernedWords(events: readonly Concerned[]): string {
  const left = events.length - NAMED;
  const some = events.slice(0, left > 1 ? NAMED : NAMED + 1).map(eventWords);
  return left > 1 ? `${some.join(", ")} and ${left} more` : some.join(", ");
}

/**
 * Two events of a pair. Those of one paper that use one word are told apart by more of their sentences, and where these are alike too by the
 * events' own names.
 */
export function pairWords(one: IncidentEvent, other: IncidentEvent): readonly [string, string] {
  const plain = [eventWords(one), eventWords(other)] as const;
  if (plain[0] !== plain[1]) return plain;
  const longer = [aroundWords(one), aroundWords(other)] as const;
  return longer[0] !== longer[1] ? longer : [`${plain[0]} (${one.event})`, `${plain[1]} (${other.event})`];
}

/** The trigger with a few words on both sides. */
function aroundWords(event: IncidentEvent): string {
  const before = event.sentence.slice(0, event.trigger_start).split(" ").filter(Boolean);
  const after = event.sentence.slice(event.trigger_end).split(" ").filter(Boolean);
  const words = [before.slice(-3).join(" "), event.sentence.slice(event.trigger_start, event.trigger_end), after.slice(0, 3).join(" ")];
  const opens = before.length > 3 ? "… " : "";
  const closes = after.length > 3 ? " …" : "";
  return `“${opens}${words.filter(Boolean).join(" ")}${closes}” in ${event.publisher ?? event.document}`;
}
