"""Draw what a report costs as the database grows: ``python tools/cost_picture.py``.

The numbers are those of the table in docs/incidents.md, under *What a report costs*; the picture goes to docs/pictures/incidents-cost.svg. It
tells its two lines apart without colour, by their marks and their names, says itself in words, and has colours for a dark page.
"""
# ruff: noqa: INP001  # a script; tools/ is no package

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGE, PICTURE = DOCS / "incidents.md", DOCS / "pictures" / "incidents-cost.svg"

ROW = re.compile(r"^\| ([\d,]+) \| [\d,]+ \| (\d+) \| (\d+) \|", re.MULTILINE)
"""Events, and milliseconds for a report among 50 and for one alone."""

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 60, 120, 24, 48
"""Room around the lines for the axes and the lines' names."""

STEP = 50
"""Milliseconds from one line of the grid to the next."""

STYLE = """text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.grid { stroke: #d0d7de } .axis { fill: #57606a }
.among { stroke: #0550ae } .alone { stroke: #953800 } .among, .alone { fill: none; stroke-width: 2.5 } .alone { stroke-dasharray: 7 4 }
circle { fill: #0550ae } rect { fill: #953800 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .grid { stroke: #3d444d } .axis { fill: #9198a1 }
  .among { stroke: #79c0ff } .alone { stroke: #ffa657 } circle { fill: #79c0ff } rect { fill: #ffa657 }
}"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Events in the database, and milliseconds of processor time for a further report among 50 and for one alone."""

    events: int
    among: int
    alone: int


def costs(page: str) -> list[Cost]:
    """The rows of the table."""
    return [Cost(*(int(number.replace(",", "")) for number in row)) for row in ROW.findall(page)]


def drawn(found: Sequence[Cost]) -> str:
    """The picture."""
    most = STEP * math.ceil(max(max(each.among, each.alone) for each in found) / STEP)
    across = [_across(each.events, found) for each in found]
    among, alone = ([_down(getattr(each, name), most) for each in found] for name in ("among", "alone"))
    told = "; ".join(f"{each.events:,} events: {each.among} among 50, {each.alone} alone" for each in found)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="title told">',
        '<title id="title">Milliseconds of processor time for a further report, by the events in the database</title>',
        f'<desc id="told">{told}.</desc>',
        f"<style>{STYLE}</style>",
        *_grid(found, most),
        f'<polyline class="among" points="{_points(across, among)}"/>',
        f'<polyline class="alone" points="{_points(across, alone)}"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>' for x, y in zip(across, among, strict=True)),
        *(f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8"/>' for x, y in zip(across, alone, strict=True)),
        f'<text x="{across[-1] + 12:.1f}" y="{among[-1] + 5:.1f}">among 50</text>',
        f'<text x="{across[-1] + 12:.1f}" y="{alone[-1] + 5:.1f}">alone</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _grid(found: Sequence[Cost], most: int) -> Iterator[str]:
    """The scale of either axis. Events stand at their logarithms: from 1,000 to 200,000 on a plain scale the first four would be one point."""
    for value in range(0, most + 1, STEP):
        y = _down(value, most)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text class="axis" x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{value}</text>'
    for each in found:
        x = _across(each.events, found)
        yield f'<text class="axis" x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{each.events:,}</text>'
    yield f'<text class="axis" x="{LEFT}" y="{HEIGHT - 8}">events in the database</text>'
    yield f'<text class="axis" x="{LEFT - 8}" y="{TOP - 9}">milliseconds for a report</text>'


def _across(events: int, found: Sequence[Cost]) -> float:
    first, last = (math.log(found[place].events) for place in (0, -1))
    return LEFT + 20 + (math.log(events) - first) / (last - first) * (WIDTH - RIGHT - LEFT - 40)


def _down(value: float, most: int) -> float:
    return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP)


def _points(across: Sequence[float], down: Sequence[float]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, down, strict=True))


def main() -> None:
    """Draw it anew."""
    PICTURE.write_text(drawn(costs(PAGE.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    main()
