/** Where two codings of one report differ. */
import type { Adjudication } from "../../api/types";
import type { CodePointText } from "../../text/codepoints";
import type { Mark } from "../../text/segments";
import { marksOf } from "../document/marks";

export type Difference = Adjudication["differences"][number];

/** What holds where this coder is right: for a whole event whether it is one, else the coder's value. */
export function chosenOf(difference: Difference, coder: string): unknown {
  const value = difference.values[coder] ?? null;
  return difference.field === null ? value !== null : value;
}

/** Whether it was decided as this coder has it. */
export function isChosen(difference: Difference, coder: string): boolean {
  return difference.decided && JSON.stringify(difference.chosen ?? null) === JSON.stringify(chosenOf(difference, coder));
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
