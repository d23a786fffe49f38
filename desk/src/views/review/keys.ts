/** Every key of the review desk, in one table: the desk obeys it and the help shows it. */

export type Command =
  | "next" | "previous" | "next-here" | "previous-here" | "accept" | "reject" | "add" | "undo" | "redo" | "why" | "help" | "incident" | "queue" | "complete"
  | "type" | "modes" | "aux" | "hedged" | "contexts" | "same_as" | "part_of" | "entity" | "place-value" | "time-value" | "count-value"
  | "mark-trigger" | "mark-actor" | "mark-recipient" | "mark-place" | "mark-time" | "mark-count" | "mark-said_by" | "mark-issue"
  | "field-down" | "field-up" | "field-edit" | "field-accept" | "field-reject"
  | "word-right" | "word-left" | "grow-right" | "grow-left" | "line-down" | "line-up" | "line-start" | "line-end" | "put" | "leave"
  | "again" | "let-go";

/** What the keys mean depends on what the person is at. `typing`: in a list, a form or the note, whose own keys hold. */
export type Mode = "browse" | "mark" | "clash" | "typing";

export interface Binding {
  readonly keys: readonly string[];
  readonly command: Command;
  readonly says: string;
  readonly group: "Events" | "Fields" | "Words" | "Marking words" | "When another was first";
  readonly mode: Exclude<Mode, "typing">;
}

const bind = (mode: Binding["mode"], group: Binding["group"], keys: string, command: Command, says: string): Binding => ({
  keys: keys.split(" "),
  command,
  says,
  group,
  mode,
});

export const BINDINGS: readonly Binding[] = [
  bind("browse", "Events", "j", "next", "next event of the queue"),
  bind("browse", "Events", "k", "previous", "event before it"),
  bind("browse", "Events", "J", "next-here", "next event of this report"),
  bind("browse", "Events", "K", "previous-here", "event before it in this report"),
  bind("browse", "Events", "a", "accept", "accept the event as it stands"),
  bind("browse", "Events", "r", "reject", "reject it: no such event"),
  bind("browse", "Events", "n", "add", "add a missed event: mark its words"),
  bind("browse", "Events", "y", "complete", "nothing is missing in this report"),
  bind("browse", "Events", "u", "undo", "undo"),
  bind("browse", "Events", "U", "redo", "redo"),
  bind("browse", "Events", "w", "why", "say why (goes with the next change)"),
  bind("browse", "Events", "i", "incident", "its incident: join, split"),
  bind("browse", "Events", "q", "queue", "the queue as a list"),
  bind("browse", "Events", "?", "help", "these keys"),
  bind("browse", "Fields", "t", "type", "type"),
  bind("browse", "Fields", "m", "modes", "modes"),
  bind("browse", "Fields", "x", "aux", "history, plan, condition, denial"),
  bind("browse", "Fields", "h", "hedged", "doubt marked by the text: on, off"),
  bind("browse", "Fields", "c", "contexts", "themes"),
  bind("browse", "Fields", "s", "same_as", "same act as an earlier mention"),
  bind("browse", "Fields", "g", "part_of", "part of a larger event"),
  bind("browse", "Fields", "e", "entity", "who they are: country and sectors"),
  bind("browse", "Fields", "p", "place-value", "which place it is"),
  bind("browse", "Fields", "d", "time-value", "which days"),
  bind("browse", "Fields", "b", "count-value", "how many: the range"),
  bind("browse", "Fields", "ArrowDown", "field-down", "next field"),
  bind("browse", "Fields", "ArrowUp", "field-up", "field before it"),
  bind("browse", "Fields", "Enter", "field-edit", "change the field"),
  bind("browse", "Fields", "A", "field-accept", "accept the field alone"),
  bind("browse", "Fields", "R", "field-reject", "reject the field: empty it"),
  bind("browse", "Words", "1", "mark-trigger", "mark what happened"),
  bind("browse", "Words", "2", "mark-actor", "mark who did it"),
  bind("browse", "Words", "3", "mark-recipient", "mark to whom"),
  bind("browse", "Words", "4", "mark-place", "mark where"),
  bind("browse", "Words", "5", "mark-time", "mark when"),
  bind("browse", "Words", "6", "mark-count", "mark how many"),
  bind("browse", "Words", "7", "mark-said_by", "mark who says so"),
  bind("browse", "Words", "8", "mark-issue", "mark about what"),
  bind("mark", "Marking words", "ArrowRight", "word-right", "next word"),
  bind("mark", "Marking words", "ArrowLeft", "word-left", "word before it"),
  bind("mark", "Marking words", "Shift+ArrowRight", "grow-right", "one word more"),
  bind("mark", "Marking words", "Shift+ArrowLeft", "grow-left", "one word less"),
  bind("mark", "Marking words", "ArrowDown", "line-down", "ten words on"),
  bind("mark", "Marking words", "ArrowUp", "line-up", "ten words back"),
  bind("mark", "Marking words", "Home", "line-start", "start of the paragraph"),
  bind("mark", "Marking words", "End", "line-end", "end of the paragraph"),
  bind("mark", "Marking words", "Enter", "put", "take these words; words taken before are let go"),
  bind("mark", "Marking words", "Escape", "leave", "leave it"),
  bind("clash", "When another was first", "Enter", "again", "apply yours over theirs"),
  bind("clash", "When another was first", "Escape", "let-go", "keep theirs"),
];

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The command of a key; null where it has none here, so that the browser's own keys stay as they are. */
export function commandOf(press: KeyPress, mode: Mode): Command | null {
  if (mode === "typing" || press.ctrlKey || press.altKey || press.metaKey) return null;
  const named = press.shiftKey && press.key.length > 1 ? `Shift+${press.key}` : press.key;
  return BINDINGS.find((binding) => binding.mode === mode && binding.keys.includes(named))?.command ?? null;
}

/** The key of a command, to be shown beside its button. */
export function keyOf(command: Command): string {
  return BINDINGS.find((binding) => binding.command === command)?.keys[0] ?? "";
}
