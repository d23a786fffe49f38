import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "../words/days";
import { countBefore, fittingStep, mainSpan, shifted, snapped, stepEnd, stepStart, wholeSpan } from "./span";

const bar = (start: string, n: number) => ({ start, n, by_type: { PROTEST: n } });
const days = (span: { first: number; last: number } | null) => span && [dayOf(span.first), dayOf(span.last)];

describe("steps", () => {
  it("begin on Mondays and firsts", () => {
    expect(dayOf(stepStart(dayNumber("2024-03-07"), "week"))).toBe("2024-03-04");
    expect(dayOf(stepStart(dayNumber("1965-01-01"), "week"))).toBe("1964-12-28");
    expect(dayOf(stepStart(dayNumber("2024-02-29"), "month"))).toBe("2024-02-01");
    expect(dayOf(stepEnd(dayNumber("2024-02-01"), "month"))).toBe("2024-02-29");
  });

  it("fit the days shown", () => {
    expect(fittingStep({ first: 0, last: 60 })).toBe("day");
    expect(fittingStep({ first: 0, last: 365 })).toBe("week");
    expect(fittingStep({ first: 0, last: 3650 })).toBe("month");
  });
});

describe("a span", () => {
  it("covers whole steps, drawn from either side", () => {
    const [one, other] = [dayNumber("2024-03-07"), dayNumber("2024-03-19")];
    expect(days(snapped(one, other, "week"))).toEqual(["2024-03-04", "2024-03-24"]);
    expect(snapped(other, one, "week")).toEqual(snapped(one, other, "week"));
  });

  it("leaves a few acts of long ago out of sight, and no more than that", () => {
    const bars = [bar("1994-04-04", 1), bar("2024-01-01", 50), bar("2024-03-04", 49)];
    expect(days(wholeSpan(bars, "week"))).toEqual(["1994-04-04", "2024-03-10"]);
    expect(days(mainSpan(bars, "week"))).toEqual(["2024-01-01", "2024-03-10"]);
    expect(countBefore(bars, dayNumber("2024-01-01"))).toBe(1);
    const even = [bar("1994-04-04", 30), bar("2024-03-04", 70)];
    expect(mainSpan(even, "week")).toEqual(wholeSpan(even, "week"));
    expect(mainSpan([], "week")).toBeNull();
  });

  it("is moved at one end by steps, within what is shown and not past its other end", () => {
    const whole = { first: dayNumber("2024-01-01"), last: dayNumber("2024-03-31") };
    const now = { first: dayNumber("2024-02-05"), last: dayNumber("2024-02-18") };
    expect(days(shifted(now, "first", 1, whole, "week"))).toEqual(["2024-02-12", "2024-02-18"]);
    expect(days(shifted(now, "first", 4, whole, "week"))).toEqual(["2024-02-12", "2024-02-18"]);
    expect(days(shifted(now, "last", 1, whole, "week"))).toEqual(["2024-02-05", "2024-02-25"]);
    expect(days(shifted(now, "first", -20, whole, "week"))).toEqual(["2024-01-01", "2024-02-18"]);
    expect(days(shifted(now, "last", 20, whole, "week"))).toEqual(["2024-02-05", "2024-03-31"]);
  });
});
