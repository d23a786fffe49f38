import { describe, expect, it } from "vitest";

import { blockOf, blocksOf } from "./blocks";
import { CodePointText } from "./codepoints";
import { bandsByBlock, bandsOf, rolesOf, segmentsOf, type Mark } from "./segments";
import { nextWord, previousWord, snapped, stepWords, wordAt } from "./words";

// A small chance machine with a fixed seed: the same texts on every run.
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const LETTERS = ["a", "é", "漢", "😀", "𝔘", " ", "\n", ".", "‏", "ب", "<"];

function someText(next: () => number, length: number): string {
  return Array.from({ length }, () => LETTERS[Math.floor(next() * LETTERS.length)]).join("");
}

describe("code points and UTF-16", () => {
  it("agrees with Array.from on any text", () => {
    const next = chance(7);
    for (let run = 0; run < 200; run += 1) {
      const text = someText(next, Math.floor(next() * 40));
      const points = Array.from(text);
      const counted = new CodePointText(text);
      expect(counted.length).toBe(points.length);
      let index = 0;
      points.forEach((point, offset) => {
        expect(counted.toUtf16(offset)).toBe(index);
        expect(counted.toCodePoint(index)).toBe(offset);
        index += point.length;
      });
      expect(counted.toUtf16(points.length)).toBe(text.length);
      expect(counted.toCodePoint(text.length)).toBe(points.length);
    }
  });

  it("takes an index inside a pair as the pair’s start, and holds what lies outside", () => {
    const counted = new CodePointText("a😀b");
    expect(counted.toCodePoint(2)).toBe(1);
    expect(counted.toUtf16(99)).toBe(4);
    expect(counted.toUtf16(-3)).toBe(0);
    expect(counted.slice(1, 2)).toBe("😀");
  });
});

describe("segments", () => {
  const mark = (start: number, end: number, role: Mark["role"], event = "e1"): Mark => ({ start, end, role, event });

  it("cuts overlapping bands into adjoining parts that each know all of theirs", () => {
    const bands = bandsOf([mark(0, 10, "actor"), mark(5, 15, "recipient", "e2"), mark(5, 8, "count")]);
    expect(segmentsOf(bands, 0, 20).map((part) => [part.start, part.end, rolesOf(part.bands)])).toEqual([
      [0, 5, ["actor"]],
      [5, 8, ["actor", "recipient", "count"]],
      [8, 10, ["actor", "recipient"]],
      [10, 15, ["recipient"]],
      [15, 20, []],
    ]);
  });

  it("makes the same words in the same role one band", () => {
    const bands = bandsOf([mark(3, 9, "actor", "e1"), mark(3, 9, "actor", "e2"), mark(3, 9, "place", "e2"), mark(4, 4, "time")]);
    expect(bands.map((band) => [band.role, band.events, band.lane])).toEqual([
      ["actor", ["e1", "e2"], 0],
      ["place", ["e2"], 1],
    ]);
  });

  it("joins to the text again and never lets two bands meet in a lane, whatever the marks", () => {
    const next = chance(11);
    for (let run = 0; run < 200; run += 1) {
      const length = 1 + Math.floor(next() * 60);
      const bands = bandsOf(
        Array.from({ length: Math.floor(next() * 8) }, () => {
          const start = Math.floor(next() * length);
          return mark(start, start + Math.floor(next() * 12), "place");
        }),
      );
      const parts = segmentsOf(bands, 0, length);
      expect(parts.map((part) => part.end - part.start).reduce((sum, size) => sum + size, 0)).toBe(length);
      for (const part of parts) {
        expect(part.bands).toHaveLength(bands.filter((band) => band.start <= part.start && band.end >= part.end).length);
        expect(new Set(part.bands.map((band) => band.lane)).size).toBe(part.bands.length);
      }
    }
  });

  it("hands each block the bands that touch it", () => {
    const bands = bandsOf([mark(0, 2, "actor"), mark(3, 12, "place"), mark(11, 12, "time"), mark(19, 20, "count")]);
    const roles = bandsByBlock(bands, [5, 10, 15, 20]).map((block) => block.map((band) => band.role));
    expect(roles).toEqual([["actor", "place"], ["place"], ["place", "time"], ["count"]]);
  });
});

describe("blocks", () => {
  it("joins to the text again, keeps to its length, and never cuts a character", () => {
    const next = chance(13);
    for (let run = 0; run < 200; run += 1) {
      const text = someText(next, Math.floor(next() * 120));
      const start = Math.floor(next() * text.length);
      const blocks = blocksOf(text, [{ start, end: start + Math.floor(next() * 30), kind: "menu" }], 16);
      expect(blocks.map((block) => text.slice(block.start, block.end)).join("")).toBe(text);
      for (const block of blocks) expect(block.end - block.start).toBeLessThanOrEqual(16);
    }
  });

  it("cuts after lines where there are any", () => {
    expect(blocksOf("one\ntwo\nthree", [], 8).map((block) => [block.start, block.end])).toEqual([[0, 8], [8, 13]]);
  });

  it("sets furniture apart", () => {
    const blocks = blocksOf("menu\nnews", [{ start: 0, end: 5, kind: "menu" }]);
    expect(blocks).toEqual([{ start: 0, end: 5, furniture: "menu" }, { start: 5, end: 9, furniture: null }]);
    expect(blockOf(blocks, 4)).toBe(0);
    expect(blockOf(blocks, 5)).toBe(1);
    expect(blockOf(blocks, 9)).toBe(1);
  });

  it("cuts five million characters without a line end", () => {
    const blocks = blocksOf("word ".repeat(1_000_000));
    expect(blocks.length).toBeGreaterThan(800);
    expect(blocks.at(-1)?.end).toBe(5_000_000);
  });
});

describe("words", () => {
  const text = "Police held 1,200 people (some say 3.5%) — “Abdi-Karim’s men”.";
  const words = (): string[] => {
    const found: string[] = [];
    for (let word = nextWord(text, 0); word; word = nextWord(text, word.end)) found.push(text.slice(word.start, word.end));
    return found;
  };

  it("takes numbers and hyphened names whole", () => {
    expect(words()).toEqual(["Police", "held", "1,200", "people", "some", "say", "3.5", "Abdi-Karim’s", "men"]);
  });

  it("walks back the way it came", () => {
    const back: string[] = [];
    for (let word = previousWord(text, text.length); word; word = previousWord(text, word.start)) back.unshift(text.slice(word.start, word.end));
    expect(back).toEqual(words());
  });

  it("snaps a rough selection to whole words", () => {
    expect(snapped(text, 9, 14)).toEqual({ start: 7, end: 17 });
    expect(snapped(text, 25, 26)).toBeNull();
  });

  it("finds the word under a place, else the next", () => {
    expect(wordAt(text, 8)).toEqual({ start: 7, end: 11 });
    expect(wordAt(text, 6)).toEqual({ start: 7, end: 11 });
    expect(wordAt(text, text.length)).toBeNull();
  });

  it("steps several words and stops at the ends", () => {
    const first = { start: 0, end: 6 };
    expect(stepWords(text, first, 2)).toEqual({ start: 12, end: 17 });
    expect(stepWords(text, first, 99)).toEqual({ start: 57, end: 60 });
    expect(stepWords(text, { start: 12, end: 17 }, -5)).toEqual(first);
  });

  it("finds a word beyond a long stretch of none", () => {
    const gap = `a${" ".repeat(3_000)}b`;
    expect(nextWord(gap, 1)).toEqual({ start: 3_001, end: 3_002 });
    expect(previousWord(gap, 3_001)).toEqual({ start: 0, end: 1 });
  });
});
