/** Natural Earth's countries (by way of world-atlas), as shapes to draw. They are files of their own beside the script, fetched with the map. */
import { geoMercator, geoPath } from "d3-geo";
import type { Feature, Geometry, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import { WORLD, type Point } from "./frame";

export interface Outline {
  name: string;
  path: Path2D;
  /** In world pixels: left, top, right, bottom. */
  bounds: readonly [number, number, number, number];
  /** Where the name goes, and how wide the country's largest part is, in world pixels. */
  label: Point;
  width: number;
}

export type Detail = "coarse" | "fine";
type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const projection = geoMercator()
  .scale(WORLD / (2 * Math.PI))
  .translate([WORLD / 2, WORLD / 2])
  .precision(0);
const asked = new Map<Detail, Promise<Outline[]>>();

/** 110 m is there in an instant, 50 m is what a country looks like from nearby. Each is fetched once. */
export function outlines(detail: Detail): Promise<Outline[]> {
  const before = asked.get(detail);
  if (before !== undefined) return before;
  const loading = load(detail === "coarse" ? coarse : fine);
  asked.set(detail, loading);
  loading.catch(() => asked.delete(detail)); // may be asked for again
  return loading;
}

async function load(href: string): Promise<Outline[]> {
  const answer = await fetch(href);
  if (!answer.ok) throw new TypeError(`the outlines of countries answered ${answer.status}`);
  const topology = (await answer.json()) as Countries;
  return feature(topology, topology.objects.countries).features.map(outline);
}

function outline(country: Feature<Geometry, { name: string }>): Outline {
  const path = new Path2D();
  geoPath(projection, path as unknown as CanvasRenderingContext2D)(country);
  const measure = geoPath(projection);
  const [[left, top], [right, bottom]] = measure.bounds(country);
  const main = largestPart(country.geometry);
  const [x, y] = measure.centroid(main);
  const [[west], [east]] = measure.bounds(main);
  return { name: country.properties.name, path, bounds: [left, top, right, bottom], label: { x, y }, width: east - west };
}

/** France's name belongs on its mainland, not in the Atlantic between its parts. */
function largestPart(geometry: Geometry): Polygon | Geometry {
  if (geometry.type !== "MultiPolygon") return geometry;
  const parts = (geometry as MultiPolygon).coordinates.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  const measure = geoPath(projection);
  return parts.reduce((one, other) => (measure.area(other) > measure.area(one) ? other : one));
}
