import { expect, it } from "vitest";
import type { MapPoint } from "../api/types";
import { cellLabel, cellRadius, gathered, symbolAt, symbols } from "./symbols";

const POINT: MapPoint = { lat: 43, lon: 77, n: 1, type: "PROTEST", id: "i1", radius_km: 10, where_prec: 1, bounds: null };

it("never draws a pin for an area", () => {
  expect(symbols([POINT])[0]?.kind).toBe("place");
  expect(symbols([{ ...POINT, where_prec: 6, radius_km: 900 }])[0]?.kind).toBe("area");
  expect(symbols([{ ...POINT, n: 7, id: null }])[0]?.kind).toBe("cell");
});

it("gathers what lies in one spot, so that no dot hides another", () => {
  const there = gathered([POINT, { ...POINT, id: "i2", type: "ASSAULT" }, { ...POINT, id: "i3", type: "ASSAULT" }, { ...POINT, id: "i4", lon: 78 }]);
  expect(there.map((point) => [point.n, point.type, point.id])).toEqual([
    [3, "ASSAULT", null],
    [1, "PROTEST", "i4"],
  ]);
  expect(there[0]?.bounds).toEqual([77, 43, 77, 43]);
  // a town and the country whose middle it is are two things
  expect(gathered([POINT, { ...POINT, where_prec: 6 }])).toHaveLength(2);
});

it("writes numbers that fit", () => {
  expect([2, 999, 1200, 9960, 34_000, 1_250_000].map(cellLabel)).toEqual(["2", "999", "1.2k", "10k", "34k", "1.3m"]);
  expect(cellRadius(100_000)).toBeLessThan(34);
});

it("finds the smaller symbol where two lie on each other", () => {
  const all = symbols([POINT, { ...POINT, n: 500, id: null, where_prec: 6 }]);
  const view = { k: 1, x: 0, y: 0 };
  const at = all[0]?.world ?? { x: 0, y: 0 };
  expect(symbolAt(all, at, view)?.point.n).toBe(1);
  expect(symbolAt(all, { x: at.x + 15, y: at.y }, view)?.point.n).toBe(500);
  expect(symbolAt(all, { x: at.x + 60, y: at.y }, view)).toBeNull();
});
