/** Where the words of a document's events stand in its text. */
import type { DocumentEvent, EventBody, Words } from "../../api/types";
import type { CodePointText } from "../../text/codepoints";
import type { Mark, Role } from "../../text/segments";

type Wording = Pick<Words, "start" | "end">;

/** The marks of all events that hold (rejected ones leave none), in UTF-16 offsets. */
export function marksOf(events: readonly DocumentEvent[], counted: CodePointText): Mark[] {
  return events
    .filter((event) => event.state !== "rejected")
    .flatMap((event) =>
      wordingsOf(event).map(([role, words]) => ({
        start: counted.toUtf16(words.start),
        end: counted.toUtf16(words.end),
        role,
        event: event.id,
      })),
    );
}

/** Each quote of an event with the role in which it is marked. */
export function wordingsOf(event: EventBody): [Role, Wording][] {
  const roles = event.roles.flatMap((words): [Role, Wording][] => {
    if (words.role === "count_said_by") return [["said_by", words]];
    if (words.role === "where") return stands(event, "place", words) ? [] : [["place", words]];
    if (words.role === "when") return stands(event, "time", words) ? [] : [["time", words]];
    return [[words.role, words]];
  });
  return [["trigger", event.trigger], ...roles];
}

/** The place and days of the whole act mostly rest on words that are marked already. */
function stands(event: EventBody, role: "place" | "time", words: Wording): boolean {
  return event.roles.some((other) => other.role === role && other.start < words.end && other.end > words.start);
}

/** From the first to the last of an event's own words around its trigger: what should be in view. In code points. */
export function reachOf(event: EventBody): Wording {
  const near = event.roles.filter((words) => Math.abs(words.start - event.trigger.start) < 600);
  return {
    start: Math.min(event.trigger.start, ...near.map((words) => words.start)),
    end: Math.max(event.trigger.end, ...near.map((words) => words.end)),
  };
}
