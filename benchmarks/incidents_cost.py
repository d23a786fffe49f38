"""What a report costs as a database grows.

    python -m benchmarks.incidents_cost                              from 1,000 to 200,000 events; hours
    python -m benchmarks.incidents_cost --events 1000 4000           a small one

Generated readings (``benchmarks/happenings.py``) are stored and grouped. At each size the next 100 reports are timed as they are brought into
the incidents, in rounds and one by one (processor time), with the most memory that the process has taken and the size of the file. The
storing is not timed.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.happenings import EVENTS, reading
from benchmarks.machine import processor
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
"""Events."""

TIMED, SINGLY = 100, 20
"""Reports that are timed in rounds at each size, and one by one."""


@dataclass(frozen=True, slots=True)
class Point:
    """A size of the database with what a report costs at it in ms of processor time: in rounds, and alone; the process' most memory and the
    file's size in MB.
    """

    events: int
    incidents: int
    ms: float
    ms_alone: float
    memory_mb: float
    file_mb: float


def measure(sizes: Sequence[int], place: Path, seed: int) -> Iterator[Point]:
    """A point at each size."""
    at = 0
    with Store.open(place) as store:
        for size in sizes:
            at = _fill(store, at, size // EVENTS - at, seed)
            bring_up_to_date(store)
            ms = _timed(store, at, TIMED, seed)
            alone = [_timed(store, at + TIMED + number, 1, seed) for number in range(SINGLY)]
            at += TIMED + SINGLY
            yield Point(size, store.number_of_incidents(), ms, sorted(alone)[len(alone) // 2], _memory(), _size(place))


def _fill(store: Store, at: int, number: int, seed: int) -> int:
    """Store and group reports some thousands at a time, as they would come."""
    for each in range(at, at + number):
        store.save(reading(each, seed))
        if each % 2_000 == 1_999:
            bring_up_to_date(store)
            sys.stderr.write(f"\r{each + 1:,} reports")
    return at + max(0, number)


def _timed(store: Store, at: int, number: int, seed: int) -> float:
    """Milliseconds of processor time a report: the machine may have other things to do."""
    for each in range(at, at + number):
        store.save(reading(each, seed))
    started = time.process_time()
    bring_up_to_date(store)
    return 1000 * (time.process_time() - started) / number


def _memory() -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _size(place: Path) -> float:
    return sum(path.stat().st_size for path in place.parent.glob(f"{place.name}*")) / 1e6


def main() -> None:
    """Measure, print the curve and write it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.incidents_cost", description=__doc__)
    parser.add_argument("--events", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument("--out", type=Path, default=Path(".bench/incidents_cost.json"), metavar="FILE")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    points: list[Point] = []
    sys.stdout.write("   events  incidents  ms/report  ms alone  memory MB  file MB\n")
    with tempfile.TemporaryDirectory() as folder:
        for point in measure(given.events, Path(folder) / "events.db", given.seed):
            points.append(point)
            told = f"{point.events:9,}  {point.incidents:9,}  {point.ms:9.1f}  {point.ms_alone:8.1f}  {point.memory_mb:9.0f}  {point.file_mb:7.0f}"
            sys.stdout.write(f"\r{told}\n")
            sys.stdout.flush()
            given.out.parent.mkdir(parents=True, exist_ok=True)
            written = {"processor": processor(), "seed": given.seed, "points": [asdict(each) for each in points]}
            given.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    for name in ("ms", "ms_alone"):
        costs = [getattr(point, name) for point in points]
        sys.stdout.write(f"{name}: the dearest size costs {max(costs) / min(costs):.2f} times the cheapest\n")


if __name__ == "__main__":
    main()
