# ruff: noqa: INP001 - a script, no part of a package
"""Pack the names of first- and second-level divisions for the package: src/tocsin/resolve/data/divisions.tsv.xz.

    python tools/pack_divisions.py ../shared/gazetteer/admin1CodesASCII.txt ../shared/gazetteer/admin2Codes.txt --counties us-10m.json

The names and ids are GeoNames' (https://www.geonames.org, CC BY 4.0). The middles of US states and counties come from the US Census
Bureau's cartographic boundaries (public domain), as the TopoJSON ``us-10m.json`` of the npm package ``vega-datasets`` 2.7.0 holds them.
Each line: code, name, GeoNames id, latitude, longitude, radius in km; the last three are empty where no boundary is at hand.
Standard library only; the same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "tocsin" / "resolve" / "data" / "divisions.tsv.xz"
STATES = """
01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI 27MN
28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA
54WV 55WI 56WY
"""
"""FIPS number and postal code of each state. GeoNames' codes use the latter."""

Point = tuple[float, float]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The delta-encoded arcs as (longitude, latitude) points."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        decoded.append(line)
    return decoded


def rings(geometry: dict[str, Any], lines: list[list[Point]]) -> Iterator[list[Point]]:
    """The outer rings of a polygon or of each part of a multipolygon."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        ring: list[Point] = []
        for number in polygon[0]:
            ring.extend(lines[number] if number >= 0 else lines[~number][::-1])
        yield ring


def middle(outlines: list[list[Point]]) -> tuple[float, float, float]:
    """Latitude and longitude of the largest ring's centroid, and the distance in km to that ring's farthest corner."""

    def measured(ring: list[Point]) -> tuple[float, float, float]:
        area = x = y = 0.0
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = ax * by - bx * ay
            area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
        return abs(area), x / (3 * area), y / (3 * area)

    ring = max(outlines, key=lambda r: measured(r)[0])
    _, x, y = measured(ring)
    reach = max(math.hypot((a - x) * math.cos(math.radians(y)), b - y) for a, b in ring) * 111.2
    return y, x, reach


def american(topology: dict[str, Any]) -> dict[str, tuple[float, float, float]]:
    """Middle and reach of each US state (``US.AL``) and county (``US.AL.113``)."""
    lines = arcs(topology)
    postal = {int(s[:2]): s[2:] for s in STATES.split()}
    found = {}
    for level in ("states", "counties"):
        for geometry in topology["objects"][level]["geometries"]:
            number = int(geometry["id"])
            state = postal.get(number if level == "states" else number // 1000)
            if state and geometry.get("arcs"):
                code = f"US.{state}" if level == "states" else f"US.{state}.{number % 1000:03}"
                found[code] = middle(list(rings(geometry, lines)))
    return found


def main() -> None:
    """Read the two lists, add the American middles, write the packed table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--counties", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    middles = american(json.loads(given.counties.read_text(encoding="utf-8")))
    rows = []
    for path in (given.first, given.second):
        for line in path.read_text(encoding="utf-8").splitlines():
            code, name, _, number = line.split("\t")
            at = middles.get(code)
            rows.append("\t".join((code, name, number, *((f"{at[0]:.3f}", f"{at[1]:.3f}", f"{at[2]:.0f}") if at else ("", "", "")))))
    packed = lzma.compress(("\n".join(sorted(rows)) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME)
    given.out.write_bytes(packed)
    sys.stdout.write(f"{len(rows)} divisions, {len(middles)} with a middle, {len(packed):,} bytes: {given.out}\n")


if __name__ == "__main__":
    main()
