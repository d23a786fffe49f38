import { describe, expect, it } from "vitest";
import { atOf, boundsOf, boxAround, fit, holds, project, readAt, ring, unproject, viewAt, writeAt, WORLD } from "./frame";

const SIZE = { width: 800, height: 500 };

describe("the map's frame", () => {
  it("goes out and comes back", () => {
    for (const place of [
      { lat: 43.25, lon: 76.95 },
      { lat: -54.8, lon: -68.3 },
      { lat: 0, lon: 0 },
      { lat: 78.2, lon: 179.9 },
    ]) {
      const back = unproject(project(place));
      expect(back.lat).toBeCloseTo(place.lat, 9);
      expect(back.lon).toBeCloseTo(place.lon, 9);
    }
    expect(project({ lat: 0, lon: 0 })).toEqual({ x: WORLD / 2, y: WORLD / 2 });
  });

  it("keeps its middle in the address", () => {
    const at = { lat: 43.257, lon: 76.945, zoom: 6.25 };
    const read = readAt(writeAt(at));
    expect(read).toEqual(at);
    const back = atOf(viewAt(at, SIZE), SIZE);
    expect(back.lat).toBeCloseTo(at.lat, 6);
    expect(back.zoom).toBeCloseTo(at.zoom, 9);
    for (const broken of ["", "1,2", "91,0,3", "0,181,3", "0,0,99", "a,b,c"]) expect(readAt(broken)).toBeNull();
  });

  it("shows the whole of what it is fitted to", () => {
    const box = [46, 40, 88, 56] as const;
    expect(holds(boundsOf(fit(box, SIZE), SIZE), box)).toBe(true);
    // one point alone is not zoomed in to a street
    expect(Math.log2(fit([76, 43, 76, 43], SIZE).k)).toBe(9);
  });

  it("finds the box around places", () => {
    expect(boxAround([])).toBeNull();
    expect(
      boxAround([
        { lat: 1, lon: 2 },
        { lat: -3, lon: 4 },
      ]),
    ).toEqual([2, -3, 4, 1]);
  });

  it("draws a circle of kilometres, wider on the map far from the equator", () => {
    const width = (lat: number): number => {
      const xs = ring({ lat, lon: 20 }, 100).map((point) => point.x);
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(width(0)).toBeCloseTo((200 / 40030) * WORLD, 2);
    expect(width(60) / width(0)).toBeCloseTo(2, 1);
  });
});
