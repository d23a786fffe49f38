import { expect, it } from "vitest";
import type { FigureClaim } from "../api/types";
import { rangeScale } from "./range";

const claim = (low: number, high: number | null, best: number | null): FigureClaim => ({
  ...{ low, high, best, quote: "", start: 0, end: 0, standing: "asserted", claimant: null, claimant_kind: "police" },
  ...{ document: "d", event: "e1", mention: "e1", published: null, publisher: null, copies: [] },
});

it("shows near numbers in proportion and far ones by their size", () => {
  const near = rangeScale({ claims: [claim(45, 55, 50), claim(100, 100, 100)] }, 400);
  expect(near.logarithmic).toBe(false);
  expect(near.at(100) / near.at(50)).toBeCloseTo(2);
  const far = rangeScale({ claims: [claim(50, 50, 50), claim(10_000, 10_000, 10_000)] }, 400);
  expect(far.logarithmic).toBe(true);
  expect(far.at(50)).toBeGreaterThan(30);
  expect(far.ticks).toEqual([0, 10, 100, 1000, 10_000]);
});

it("leaves room past an open range and never runs out of its lane", () => {
  const open = rangeScale({ claims: [claim(100, null, null)] }, 300);
  expect(open.at(100)).toBeLessThan(250);
  expect(open.at(1e9)).toBe(300);
  expect(rangeScale({ claims: [claim(0, 0, 0)] }, 300).at(0)).toBe(0);
});
