/** Words of a text by their UTF-16 offsets, found around a place without cutting up the whole text. */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

// A number with its separators (1,200; 3.5) and a name with apostrophe or hyphen are one word each.
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.,][\p{L}\p{M}\p{N}]+)*/gu;

// No word is longer than this; a search starts that far back so that it cannot start inside one.
const REACH = 400;

/** The word that starts at or after `at`; null at the text's end. */
export function nextWord(text: string, at: number): Stretch | null {
  for (let from = Math.max(0, at); from < text.length; from += REACH) {
    const found = wordsBetween(text, from, from + REACH).find((word) => word.start >= at);
    if (found) return found;
  }
  return null;
}

/** The last word that ends at or before `at`; null at the text's start. */
export function previousWord(text: string, at: number): Stretch | null {
  for (let to = Math.min(at, text.length); to > 0; to -= REACH) {
    const found = wordsBetween(text, to - REACH, to).filter((word) => word.end <= at).at(-1);
    if (found) return found;
  }
  return null;
}

/** The word that holds `at` or, between words, the next one. */
export function wordAt(text: string, at: number): Stretch | null {
  return wordsBetween(text, at, at + 1).find((word) => word.start <= at && word.end > at) ?? nextWord(text, at);
}

/**
 * A rough selection made good: spaces and stray punctuation at its ends let go, words that it cuts taken whole. Null when it holds no
 * word.
 */
export function snapped(text: string, start: number, end: number): Stretch | null {
  const held = wordsBetween(text, start, end).filter((word) => word.start < end && word.end > start);
  const first = held[0];
  const last = held.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The next words' line: one word further down or up by about a line is not known to the text, so lines are told by `step` words. */
export function stepWords(text: string, at: Stretch, step: number): Stretch {
  let held = at;
  for (let left = Math.abs(step); left > 0; left -= 1) {
    const next = step > 0 ? nextWord(text, held.end) : previousWord(text, held.start);
    if (!next) break;
    held = next;
  }
  return held;
}

/** All words that touch `[from, to)`, whole. */
function wordsBetween(text: string, from: number, to: number): Stretch[] {
  const left = Math.max(0, from - REACH);
  const right = Math.min(text.length, to + REACH);
  const piece = text.slice(left, right);
  const found: Stretch[] = [];
  for (const match of piece.matchAll(WORD)) {
    const start = left + match.index;
    const end = start + match[0].length;
    if (end > from && start < to) found.push({ start, end });
  }
  return found;
}
