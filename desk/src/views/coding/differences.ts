/** Where two codings of one report differ. */
import type { Adjudication } from "../../api/types";
import type { CodePointText } from "../../text/codepoints";
import type { Mark } from "../../text/segments";
import { marksOf } from "../document/marks";

export type Difference = Adjudication["differences"][number];

export function isDecided(difference: Difference): boolean {
  return difference.chosen_by !== null && difference.chosen_by !== undefined;
}

/** The words of one event as each coder marked it; each coder's are marked as an event of that coder's name, to be lit one by one. */
export function coderMarks(adjudication: Adjudication, event: string, counted: CodePointText): Mark[] {
  return adjudication.codings.flatMap((coding) =>
    marksOf(
      coding.events.filter((one) => one.id === event),
      counted,
    ).map((mark) => ({ ...mark, event: coding.coder })),
  );
}
