/** What stands on the map for an incident or for many: sizes and kinds, without a canvas. */
import type { MapPoint } from "../api/types";
import { isArea } from "../words/incidents";
import { project, ring, toScreen, type Point, type Transform } from "./frame";

export interface Symbol {
  /** Incidents of one spot are one point here, as if the server had gathered them: no dot hides another. */
  point: MapPoint;
  /** In world pixels. */
  world: Point;
  /** In screen pixels. */
  radius: number;
  kind: "place" | "area" | "cell";
  /** Whether only an area is known of all that it stands for. */
  vague: boolean;
  /** How far the act may be from the point, in world pixels; empty where that is not known. */
  ring: readonly Point[];
}

const DOT = 5;

export function symbols(points: readonly MapPoint[]): Symbol[] {
  return gathered(points)
    .map(symbol)
    .sort((one, other) => other.radius - one.radius);
}

/** The points with those of one spot (to some ten metres) as one: many acts are placed at one town's middle. */
export function gathered(points: readonly MapPoint[]): MapPoint[] {
  const spots = new Map<string, MapPoint[]>();
  for (const point of points) {
    const key = `${point.lat.toFixed(4)},${point.lon.toFixed(4)},${isArea(point.where_prec)}`;
    const there = spots.get(key);
    if (there === undefined) spots.set(key, [point]);
    else there.push(point);
  }
  return [...spots.values()].map(one);
}

function one(spot: readonly MapPoint[]): MapPoint {
  const first = spot[0] as MapPoint;
  if (spot.length === 1) return first;
  const counts = new Map<string, number>();
  for (const point of spot) counts.set(point.type, (counts.get(point.type) ?? 0) + point.n);
  const [type] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return {
    ...first,
    n: spot.reduce((sum, point) => sum + point.n, 0),
    type,
    id: null,
    radius_km: Math.max(...spot.map((point) => point.radius_km ?? 0)),
    bounds: spot.map(boundsOf).reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]),
  };
}

function boundsOf(point: MapPoint): [number, number, number, number] {
  const bounds = point.bounds;
  return bounds ? [bounds[0], bounds[1], bounds[2], bounds[3]] : [point.lon, point.lat, point.lon, point.lat];
}

function symbol(point: MapPoint): Symbol {
  const many = point.n > 1;
  return {
    point,
    world: project(point),
    radius: many ? cellRadius(point.n) : isArea(point.where_prec) ? DOT + 1.5 : DOT,
    kind: many ? "cell" : isArea(point.where_prec) ? "area" : "place",
    vague: isArea(point.where_prec),
    ring: point.radius_km === null || point.radius_km <= 0 ? [] : ring(point, point.radius_km),
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
