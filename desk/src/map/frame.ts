/**
 * The map's arithmetic, without a browser: Web Mercator in "world pixels" (at zoom 0 the world is 256 wide, each step doubles it; the server's
 * map answers count the same way). Mercator because people zoom in on a country: shapes stay true there and a box of degrees is a box.
 */
import type { Box } from "../incidents/filter";

export const WORLD = 256;
/** Where Mercator's square ends. */
export const MAX_LATITUDE = 85.0511;

export interface Point {
  x: number;
  y: number;
}

/** A view: screen = world × k + (x, y), as d3-zoom has it. */
export interface Transform extends Point {
  k: number;
}

export interface Place {
  lat: number;
  lon: number;
}

export interface At extends Place {
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export function project({ lat, lon }: Place): Point {
  const phi = (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180;
  return {
    x: ((lon + 180) / 360) * WORLD,
    y: (0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * WORLD,
  };
}

export function unproject({ x, y }: Point): Place {
  const lat = (2 * Math.atan(Math.exp((0.5 - y / WORLD) * 2 * Math.PI)) - Math.PI / 2) * (180 / Math.PI);
  return { lat, lon: (x / WORLD) * 360 - 180 };
}

export function toScreen(world: Point, view: Transform): Point {
  return { x: world.x * view.k + view.x, y: world.y * view.k + view.y };
}

export function toWorld(screen: Point, view: Transform): Point {
  return { x: (screen.x - view.x) / view.k, y: (screen.y - view.y) / view.k };
}

export function zoomOf(view: Transform): number {
  return Math.log2(view.k);
}

/** Where the middle of the screen is, for the address. */
export function atOf(view: Transform, size: Size): At {
  return { ...unproject(toWorld({ x: size.width / 2, y: size.height / 2 }, view)), zoom: zoomOf(view) };
}

export function viewAt(at: At, size: Size): Transform {
  const k = 2 ** at.zoom;
  const middle = project(at);
  return { k, x: size.width / 2 - middle.x * k, y: size.height / 2 - middle.y * k };
}

/** What the screen shows, with `margin` (a share of its size) around it, as a box of degrees within the world. */
export function boundsOf(view: Transform, size: Size, margin = 0): Box {
  const dx = size.width * margin;
  const dy = size.height * margin;
  const north = unproject(toWorld({ x: -dx, y: -dy }, view));
  const south = unproject(toWorld({ x: size.width + dx, y: size.height + dy }, view));
  return [
    clamp(north.lon, -180, 180),
    clamp(south.lat, -MAX_LATITUDE, MAX_LATITUDE),
    clamp(south.lon, -180, 180),
    clamp(north.lat, -MAX_LATITUDE, MAX_LATITUDE),
  ];
}

/** The closest view that shows a whole box, with some room around it. */
export function fit(box: Box, size: Size, { padding = 40, maxZoom = 9 }: { padding?: number; maxZoom?: number } = {}): Transform {
  const one = project({ lat: box[3], lon: box[0] });
  const other = project({ lat: box[1], lon: box[2] });
  const wide = Math.max(1e-9, other.x - one.x);
  const high = Math.max(1e-9, other.y - one.y);
  const k = Math.min(Math.max(1, size.width - 2 * padding) / wide, Math.max(1, size.height - 2 * padding) / high, 2 ** maxZoom);
  return { k, x: size.width / 2 - ((one.x + other.x) / 2) * k, y: size.height / 2 - ((one.y + other.y) / 2) * k };
}

export function holds(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** The box around all points; null where there are none. */
export function boxAround(places: readonly Place[]): Box | null {
  if (places.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { lat, lon } of places) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** `lat,lon,zoom` as the address has it. */
export function writeAt(at: At): string {
  return `${at.lat.toFixed(3)},${at.lon.toFixed(3)},${at.zoom.toFixed(2)}`;
}

export function readAt(text: string | null): At | null {
  if (text === null || !/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(text)) return null;
  const [lat, lon, zoom] = text.split(",").map(Number) as [number, number, number];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom <= 22 ? { lat, lon, zoom } : null;
}

/** Points of the circle of `km` around a place on the globe, in world pixels. */
export function ring(place: Place, km: number, corners = 48): Point[] {
  const distance = km / 6371;
  const phi = (place.lat * Math.PI) / 180;
  return Array.from({ length: corners }, (_none, corner) => {
    const bearing = (corner / corners) * 2 * Math.PI;
    const lat = Math.asin(Math.sin(phi) * Math.cos(distance) + Math.cos(phi) * Math.sin(distance) * Math.cos(bearing));
    const east = Math.atan2(Math.sin(bearing) * Math.sin(distance) * Math.cos(phi), Math.cos(distance) - Math.sin(phi) * Math.sin(lat));
    return project({ lat: (lat * 180) / Math.PI, lon: place.lon + (east * 180) / Math.PI });
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
