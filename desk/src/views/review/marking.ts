/** Marking words from the keyboard: a word that moves, and a stretch that grows from it. Offsets are UTF-16. */
import { nextWord, previousWord, stepWords, wordAt, type Stretch } from "../../text/words";
import type { Command } from "./keys";

export interface Marking {
  /** The word at which the stretch began. */
  readonly anchor: Stretch;
  /** The word to which it reaches; the anchor itself for a single word. */
  readonly head: Stretch;
}

// About a line of the text column: 70 characters.
const LINE = 10;

/** Marking begins at the word at `offset`; null for a text without words. */
export function startAt(text: string, offset: number): Marking | null {
  const word = wordAt(text, offset) ?? previousWord(text, text.length);
  return word && { anchor: word, head: word };
}

/** Marking begins with words that are already taken. */
export function startOn(taken: Stretch, text: string): Marking | null {
  const first = wordAt(text, taken.start);
  const last = previousWord(text, taken.end);
  return first && { anchor: first, head: last && last.start >= first.start ? last : first };
}

/** The words marked so far. */
export function stretchOf(marking: Marking): Stretch {
  return { start: Math.min(marking.anchor.start, marking.head.start), end: Math.max(marking.anchor.end, marking.head.end) };
}

/** Where the marking is after a command; the same where the text ends or the command is another's. */
export function moved(text: string, marking: Marking, command: Command): Marking {
  const { head } = marking;
  switch (command) {
    case "word-right":
      return only(nextWord(text, head.end) ?? head);
    case "word-left":
      return only(previousWord(text, head.start) ?? head);
    case "grow-right":
      return { ...marking, head: nextWord(text, head.end) ?? head };
    case "grow-left":
      return { ...marking, head: previousWord(text, head.start) ?? head };
    case "line-down":
      return only(stepWords(text, head, LINE));
    case "line-up":
      return only(stepWords(text, head, -LINE));
    case "line-start":
      return only(nextWord(text, text.lastIndexOf("\n", head.start - 1) + 1) ?? head);
    case "line-end":
      return only(lastOfLine(text, head));
    default:
      return marking;
  }
}

function only(word: Stretch): Marking {
  return { anchor: word, head: word };
}

function lastOfLine(text: string, head: Stretch): Stretch {
  const end = text.indexOf("\n", head.end);
  return previousWord(text, end < 0 ? text.length : end) ?? head;
}
