import { describe, expect, it } from "vitest";
import { dayNumber } from "./days";
import { ticksOf, type Tick } from "./ticks";

/** The ticks of an axis of some pixels from one day to another. */
function ticks(first: string, last: string, width: number, onDays = false): Tick[] {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return ticksOf({ first: from, last: to, x: (day) => ((day - from) / (to + 1 - from)) * width, left: 0, right: width, onDays });
}
const words = (...axis: Parameters<typeof ticks>): string[] => ticks(...axis).map((tick) => tick.words);

describe("ticks", () => {
  it("name a single day once, in its middle", () => {
    const [only, ...others] = ticks("2024-03-01", "2024-03-01", 700, true);
    expect([only?.words, only?.middle, others.length]).toEqual(["1 Mar 2024", 350, 0]);
  });

  it("are days in a week, Mondays in weeks, firsts in months and Januaries in years", () => {
    expect(words("2024-03-04", "2024-03-10", 700, true)).toEqual(["4 Mar 2024", "5 Mar", "6 Mar", "7 Mar", "8 Mar", "9 Mar", "10 Mar"]);
    expect(words("2024-03-01", "2024-04-05", 500)).toEqual(["4 Mar 2024", "11 Mar", "18 Mar", "25 Mar", "1 Apr"]);
    expect(words("2023-11-06", "2024-05-20", 700)).toEqual(["Dec 2023", "2024", "Feb", "Mar", "Apr", "May"]);
    expect(words("2021-05-01", "2024-05-31", 700)).toEqual(["Jul 2021", "2022", "Jul", "2023", "Jul", "2024"]);
    expect(words("1994-04-01", "2026-11-30", 500)).toEqual(["1995", "2000", "2005", "2010", "2015", "2020", "2025"]);
  });

  it("say the year first, and leave room for it", () => {
    expect(words("2024-03-01", "2024-03-08", 300)[0]).toBe("1 Mar 2024");
    for (const width of [240, 320, 500, 1200])
      for (const last of ["2024-03-01", "2024-03-02", "2024-03-20", "2024-07-01", "2026-02-03", "2041-01-01", "2999-12-31"]) {
        const found = ticks("2024-03-01", last, width);
        expect(found.length).toBeGreaterThan(0);
        const sides = found.map(({ middle, words: said }) => [middle - said.length * 3.2, middle + said.length * 3.2] as const);
        for (const [index, [left, right]] of sides.entries()) {
          expect(left).toBeGreaterThanOrEqual(index === 0 ? 0 : (sides[index - 1]?.[1] ?? 0));
          expect(right).toBeLessThanOrEqual(width + 0.001);
        }
        expect(found.some((tick, index) => tick.words === found[index + 1]?.words)).toBe(false);
      }
  });
});
