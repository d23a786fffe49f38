/** Code points and UTF-16: the server counts the first, the browser the second. */

/**
 * A text whose offsets can be told in both counts. Only the places of characters outside the basic plane are kept, so a text without
 * any (nearly all news) costs nothing and a lookup is a binary search.
 */
export class CodePointText {
  readonly text: string;
  /** UTF-16 index of each surrogate pair's first half, ascending. */
  private readonly pairs: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.pairs = pairsOf(text);
  }

  /** Length in code points. */
  get length(): number {
    return this.text.length - this.pairs.length;
  }

  /** The UTF-16 index of a code point's offset, held within the text. */
  toUtf16(offset: number): number {
    const held = Math.min(Math.max(0, offset), this.length);
    // The pair number k stands at code point pairs[k] - k.
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) - middle < held) low = middle + 1;
      else high = middle;
    }
    return held + low;
  }

  /** The code-point offset of a UTF-16 index; an index inside a pair counts as the pair's start. */
  toCodePoint(index: number): number {
    const held = Math.min(Math.max(0, index), this.text.length);
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) < held) low = middle + 1;
      else high = middle;
    }
    return held - low;
  }

  /** The words between two code-point offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

function pairsOf(text: string): number[] {
  const found: number[] = [];
  const pattern = /[\ud800-\udbff][\udc00-\udfff]/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match.index);
  return found;
}
