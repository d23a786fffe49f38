/** What stands on the map for an incident or for many: sizes and kinds, without a canvas. */
import type { MapPoint } from "../api/types";
import { isArea } from "../words/incidents";
import { project, ring, toScreen, type Point, type Transform } from "./frame";

export interface Symbol {
  point: MapPoint;
  /** In world pixels. */
  world: Point;
  /** In screen pixels. */
  radius: number;
  kind: "place" | "area" | "cell";
  /** How far the act may be from the point, in world pixels; empty where that is not known. */
  ring: readonly Point[];
}

const DOT = 5;

export function symbols(points: readonly MapPoint[]): Symbol[] {
  return points.map(symbol).sort((one, other) => other.radius - one.radius);
}

function symbol(point: MapPoint): Symbol {
  const many = point.n > 1;
  return {
    point,
    world: project(point),
    radius: many ? cellRadius(point.n) : isArea(point.where_prec) ? DOT + 1.5 : DOT,
    kind: many ? "cell" : isArea(point.where_prec) ? "area" : "place",
    ring: many || point.radius_km === null || point.radius_km <= 0 ? [] : ring(point, point.radius_km),
  };
}

/** Grows with the number's length rather than the number: 100,000 beside 2 must leave both legible. 2 → 11, 100 → 18, 10,000 → 27. */
export function cellRadius(n: number): number {
  return Math.round(9.5 + 4.4 * Math.log10(n));
}

/** A number that fits into its cell: 950, 1.2k, 34k. */
export function cellLabel(n: number): string {
  if (n < 1000) return String(n);
  if (n < 9950) return `${(n / 1000).toFixed(1).replace(".0", "")}k`;
  return n < 999_500 ? `${Math.round(n / 1000)}k` : `${(n / 1e6).toFixed(1)}m`;
}

/** The symbol under a point of the screen, the smallest first: it lies on top. A finger gets four pixels more. */
export function symbolAt(all: readonly Symbol[], screen: Point, view: Transform): Symbol | null {
  for (let index = all.length - 1; index >= 0; index -= 1) {
    const candidate = all[index];
    if (candidate === undefined) continue;
    const middle = toScreen(candidate.world, view);
    if (Math.hypot(middle.x - screen.x, middle.y - screen.y) <= candidate.radius + 4) return candidate;
  }
  return null;
}
