/** A long text cut into blocks that a browser can lay out one at a time. Offsets are UTF-16. */

import type { Stretch } from "./words";

/** A part of the text; `furniture` names what it is where it is no report (menu, header date). */
export interface Block extends Stretch {
  readonly furniture: string | null;
}

export interface FurniturePart extends Stretch {
  readonly kind: string;
}

// 5 MB in blocks of about 6,000 characters is some 850 elements: laid out only near the window (content-visibility), scrolling stays even.
const LONGEST = 6_000;

/**
 * Cut a text at its furniture's borders and then at line ends into blocks of at most about 6,000 characters; a longer line is cut at a
 * space, and where it has none, wherever a character ends. The blocks joined are the text.
 */
export function blocksOf(text: string, furniture: readonly FurniturePart[] = [], longest: number = LONGEST): Block[] {
  const found: Block[] = [];
  let at = 0;
  for (const part of [...furniture].sort((one, other) => one.start - other.start)) {
    const start = Math.max(at, Math.min(part.start, text.length));
    const end = Math.max(start, Math.min(part.end, text.length));
    cut(text, at, start, null, longest, found);
    cut(text, start, end, part.kind, longest, found);
    at = end;
  }
  cut(text, at, text.length, null, longest, found);
  return found;
}

function cut(text: string, from: number, to: number, furniture: string | null, longest: number, into: Block[]): void {
  let at = from;
  while (at < to) {
    const end = to - at <= longest ? to : goodEnd(text, at, at + longest);
    into.push({ start: at, end, furniture });
    at = end;
  }
}

/** Where a block that starts at `at` and may reach `limit` ends best: after a line, else after a space, else at the limit. */
function goodEnd(text: string, at: number, limit: number): number {
  const piece = text.slice(at, limit); // not the whole text: a search back through 5 MB for each block took 14 s
  const line = piece.lastIndexOf("\n");
  if (line >= 0) return at + line + 1;
  const space = piece.lastIndexOf(" ");
  if (space >= 0) return at + space + 1;
  const half = text.charCodeAt(limit - 1);
  return half >= 0xd800 && half <= 0xdbff && limit - 1 > at ? limit - 1 : limit;
}

/** The index of the block that holds an offset; the last one for the text's end. */
export function blockOf(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
