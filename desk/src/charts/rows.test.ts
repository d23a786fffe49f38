import { describe, expect, it } from "vitest";
import { dayNumber } from "../words/days";
import { chartStep, dated, fitted, framed, gathered, ranges, recent, shortened, stacks, undated } from "./rows";

const event = (start: string, type: string, incidents: number) => ({ start, type, incidents });
const persons = (start: string, low: number, best: number, high: number) => ({ start, kind: "arrested", low, best, high, incidents: 1 });

describe("rows by week", () => {
  it("become stacks in one order, months when there are many", () => {
    const rows = [event("2024-01-08", "PROTEST", 2), event("2024-01-01", "COERCE", 3), event("2024-01-08", "COERCE", 1)];
    expect(chartStep(rows.map((row) => row.start))).toBe("week");
    const weekly = stacks(rows, "week", ["COERCE", "PROTEST"]);
    expect(weekly.map((stack) => stack.total)).toEqual([3, 3]);
    expect(weekly[1]?.parts).toEqual([
      { type: "COERCE", from: 0, to: 1 },
      { type: "PROTEST", from: 1, to: 3 },
    ]);
    expect(stacks(rows, "month", ["COERCE", "PROTEST"])).toHaveLength(1);
    expect(chartStep(["2019-01-07", "2024-01-01"])).toBe("month");
  });

  it("add ranges up end by end", () => {
    const rows = [persons("2024-01-01", 10, 50, 210), persons("2024-01-08", 2, 2, 2)];
    expect(ranges(rows, "month")).toEqual([{ first: dayNumber("2024-01-01"), last: dayNumber("2024-01-31"), low: 12, best: 52, high: 212 }]);
  });

  it("leave out a few of long ago and say how many", () => {
    const rows = [event("1994-04-04", "ASSAULT", 1), event("2024-01-01", "COERCE", 60), event("2024-03-04", "COERCE", 60)];
    const found = recent(stacks(rows, "week", ["ASSAULT", "COERCE"]), (stack) => stack.total);
    expect(found.left).toBe(1);
    expect(found.shown).toHaveLength(2);
    const even = stacks([event("1994-04-04", "ASSAULT", 50), event("2024-01-01", "COERCE", 60)], "week", ["ASSAULT", "COERCE"]);
    expect(recent(even, (stack) => stack.total)).toEqual({ shown: even, left: 0 });
    expect(recent([], () => 1)).toEqual({ shown: [], left: 0 });
  });
});

it("draws weeks where those shown are few, whatever lies long before", () => {
  const rows = [persons("1994-04-04", 1, 1, 1), ...Array.from({ length: 10 }, (_none, week) => persons(`2024-01-${String(1 + week).padStart(2, "0")}`, 5, 9, 20))];
  const found = fitted(rows, ranges, (range) => range.best);
  expect([found.step, found.shown.length, found.left]).toEqual(["week", 2, 1]);
});

it("keeps what is of no week out of the bars and counts it apart", () => {
  const rows = [event("2024-01-08", "PROTEST", 2), { start: null, type: "PROTEST", incidents: 3 }];
  expect(dated(rows)).toEqual([rows[0]]);
  expect(undated(rows)).toBe(3);
});

it("lists months where the chart shows months", () => {
  const rows = [event("2024-01-08", "PROTEST", 2), event("2024-01-15", "PROTEST", 1), event("2024-01-15", "COERCE", 1), { start: null, type: "PROTEST", incidents: 3 }];
  const add = (one: (typeof rows)[0], other: (typeof rows)[0]) => ({ ...one, incidents: one.incidents + other.incidents });
  const listed = gathered<(typeof rows)[0]>(rows, "month", (row) => row.type, add);
  expect(listed.map((row) => [row.start, row.type, row.incidents])).toEqual([
    ["2024-01-01", "PROTEST", 3],
    ["2024-01-01", "COERCE", 1],
    [null, "PROTEST", 3],
  ]);
});

it("leaves room around a single week", () => {
  const week = { first: dayNumber("2024-01-08"), last: dayNumber("2024-01-14") };
  expect(framed([week])).toEqual({ first: dayNumber("2023-12-25"), last: dayNumber("2024-01-28") });
  const year = { first: dayNumber("2024-01-01"), last: dayNumber("2024-12-30") };
  expect(framed([year])).toEqual(year);
});

it("shortens names by whole characters", () => {
  expect(shortened("police", 10)).toBe("police");
  expect(shortened("𝕬𝕭𝕮𝕯", 3)).toBe("𝕬𝕭…");
});
