"""What a report costs as a database grows: time for each further one, most memory, and the file's size.

    python -m benchmarks.incidents_cost                  to 2,000 events; under a minute where little else runs
    python -m benchmarks.incidents_cost --large          to 200,000; begun again, it goes on where it was stopped
    python -m benchmarks.incidents_cost --table          what was measured last, as a table for docs/incidents.md

Generated readings (``benchmarks/happenings.py``) are stored and grouped. They come as those of a growing archive do: more days, not denser
ones. The first and the last weeks of it are stored and grouped in earnest, what lies between is filled in with copies of the first
(``benchmarks/archive.py``). At each size a process of its own takes in the next 50 reports together and then 11 more one by one; it opens a database of
that size and holds nothing else, so its most memory tells whether that grows. Storing is not timed. Times are of the processor (what the
machine does besides does not count) and, for the whole wait with the disk's, of the clock.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from sqlalchemy import Table, event, func, insert, select
from sqlalchemy.dialects import sqlite

from benchmarks.archive import BLOCK, RECENT, add_copy
from benchmarks.happenings import EVENTS, reading
from benchmarks.machine import ROOT, commit, cores, processor
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.records import Reading
from tocsin.store import Store
from tocsin.store.connect import writing
from tocsin.store.incidents.tables import waiting_reports
from tocsin.store.rows import Row, claim_rows, document_row, entity_rows, mention_rows, place_rows, quote_rows
from tocsin.store.tables import claims, documents, entities, mentions, places, quotes

SMALL = (500, 1_000, 2_000)
LARGE = (1_000, 5_000, 25_000, 100_000, 200_000)
"""Events."""

TOGETHER, SINGLY = 50, 11
"""Reports that are timed at each size: as they come in together, and one by one."""

AT_ONCE = 1_000
"""Reports that are stored before they are grouped while the database grows."""

FOLDER = Path(".bench/incidents_cost")
FLAT = 2.0
"""Times what a report may cost at any size beside what it costs at the smallest."""


@dataclass(frozen=True, slots=True)
class Point:
    """A size of the database with what a report costs at it.

    ``ms`` and ``ms_alone`` are milliseconds of processor time for a report that comes in with others, and (the middle one) alone; ``clock``
    and ``clock_alone`` the same by the clock; ``memory_mb`` is the most memory of a process that takes these reports in.
    """

    events: int
    incidents: int
    ms: float
    ms_alone: float
    clock: float
    clock_alone: float
    memory_mb: float
    file_mb: float


def grow(place: Path, reports: int, seed: int) -> None:
    """Store and group reports until there are so many, with copies between. A run that was stopped is taken up where it was."""
    with Store.open(place) as store:
        event.listen(store.engine, "connect", _without_waiting_for_the_disk)
        store.engine.dispose()  # so that the connection that is open already becomes such a one
        at = _stored(store)
        bring_up_to_date(store)
        while at < reports:
            block = min(BLOCK, reports - at - RECENT)
            if at >= BLOCK and block > 0:
                with writing(store.engine) as connection:
                    add_copy(connection, at, block)
                at += block
                continue
            upto = min(at + AT_ONCE, reports)
            fill(store, [reading(number, seed) for number in range(at, upto)])
            bring_up_to_date(store)
            at = upto
            sys.stderr.write(f"\r{at * EVENTS:,} events ")


def fill(store: Store, readings: Sequence[Reading]) -> None:
    """Store new readings as ``Store.save`` does, but all at once: a quarter of the time, while nothing of it is measured."""
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    of = dict(enumerate(readings, _stored(store) + 1))
    common = {document: {"document": document, "model": each.model, "codebook": each.codebook} for document, each in of.items()}
    rows_of: tuple[tuple[Table, Callable[[Reading], Iterable[Row]]], ...] = (
        (entities, lambda each: entity_rows(each.claims)),
        (mentions, lambda each: mention_rows(each.mentions)),
        (quotes, lambda each: quote_rows(each.mentions)),
        (claims, lambda each: claim_rows(each.claims)),
    )
    with writing(store.engine) as connection:
        first = {"version": 1, "is_current": True, "read_at": now}
        connection.execute(insert(documents), [{**document_row(each), **first, "key": document} for document, each in of.items()])
        named = [row for each in readings for row in place_rows(each.claims)]
        connection.execute(sqlite.insert(places).on_conflict_do_nothing(), named)
        for table, rows in rows_of:
            connection.execute(insert(table), [row | common[document] for document, each in of.items() for row in rows(each)])
        connection.execute(insert(waiting_reports), [{"document_id": each.document.id, "times": 1} for each in readings])


def measure(place: Path, seed: int) -> Point:
    """Take further reports in and say what they cost."""
    with Store.open(place) as store:
        bring_up_to_date(store)
        at = _stored(store)
        numbers = range(at, at + TOGETHER)
        _store(store, numbers, seed)
        together = _timed(store)
        alone = [_timed_alone(store, number, seed) for number in range(at + TOGETHER, at + TOGETHER + SINGLY)]
        return Point(
            events=at * EVENTS,
            incidents=store.number_of_incidents(),
            ms=together[0] / TOGETHER,
            ms_alone=median(cost for cost, _ in alone),
            clock=together[1] / TOGETHER,
            clock_alone=median(cost for _, cost in alone),
            memory_mb=_memory(),
            file_mb=sum(path.stat().st_size for path in place.parent.glob(f"{place.name}*")) / 1e6,
        )


def curve(sizes: Sequence[int], place: Path, known: Iterable[Point], seed: int) -> Iterator[Point]:
    """A point at each size, those that are ``known`` as they are. Each step is a process of its own."""
    done = {point.events: point for point in known}
    for size in sizes:
        found = next((point for events, point in done.items() if 0 <= events - size < (TOGETHER + SINGLY) * EVENTS), None)
        if found is None:
            _process("grow", place, seed, size // EVENTS)
            found = Point(**json.loads(_process("measure", place, seed, 0)))
        yield found


def told(points: Sequence[Point]) -> Iterator[str]:
    """The points as lines of a Markdown table."""
    yield "| events | incidents | ms a report, 50 together | one alone | by the clock | one alone | most memory | file |"
    yield "|---|---|---|---|---|---|---|---|"
    for each in points:
        costs = " | ".join(f"{cost:.1f}" for cost in (each.ms, each.ms_alone, each.clock, each.clock_alone))
        yield f"| {each.events:,} | {each.incidents:,} | {costs} | {each.memory_mb:.0f} MB | {each.file_mb:,.0f} MB |"


def spread(points: Sequence[Point]) -> dict[str, float]:
    """How many times what it is at the smallest size each cost is at the size where it is most."""
    return {name: max(getattr(each, name) for each in points) / getattr(points[0], name) for name in ("ms", "ms_alone", "memory_mb")}


def _store(store: Store, numbers: Iterable[int], seed: int) -> None:
    for number in numbers:
        store.save(reading(number, seed))


def _timed(store: Store) -> tuple[float, float]:
    """Milliseconds of the processor and by the clock that bringing the incidents up to date takes."""
    used, began = time.process_time(), time.perf_counter()
    bring_up_to_date(store)
    return 1000 * (time.process_time() - used), 1000 * (time.perf_counter() - began)


def _timed_alone(store: Store, number: int, seed: int) -> tuple[float, float]:
    _store(store, [number], seed)
    return _timed(store)


def _stored(store: Store) -> int:
    """How many reports the database holds: they were stored in the order of their numbers."""
    with store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())


def _without_waiting_for_the_disk(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")  # nobody minds if a power cut takes a benchmark's database


def _memory() -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _process(what: str, place: Path, seed: int, reports: int) -> str:
    command = [sys.executable, "-m", "benchmarks.incidents_cost", "--step", what, str(place), str(reports), "--seed", str(seed)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT).stdout  # noqa: S603  # our own command


def _step(what: str, place: Path, reports: int, seed: int) -> None:
    if what == "grow":
        grow(place, reports, seed)
    else:
        sys.stdout.write(json.dumps(asdict(measure(place, seed))))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.incidents_cost", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--large", action="store_true", help=f"go to {LARGE[-1]:,} events, in a database that stays in {FOLDER}")
    parser.add_argument("--events", nargs="+", type=int, metavar="N", help="other sizes")
    parser.add_argument("--table", action="store_true", help="print what was measured last and do nothing else")
    parser.add_argument(
        "--check", action="store_true", help=f"end with 1 if a report costs more than {FLAT:.0f} times what it does at the first size"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the figures go")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the curve and write it."""
    given = _parser().parse_args(arguments)
    if given.step:
        what, place, reports = given.step
        _step(what, Path(place), int(reports), given.seed)
        return 0
    out = given.out or (FOLDER / "large.json" if given.large or given.table else FOLDER / "small.json")
    known = _read(out) if (given.large or given.table) and out.is_file() else []
    if given.table:
        sys.stdout.write("".join(f"{line}\n" for line in told(known)))
        return 0
    sizes = given.events or (LARGE if given.large else SMALL)
    with tempfile.TemporaryDirectory() as passing:
        place = (FOLDER if given.large else Path(passing)).absolute() / "events.db"
        place.parent.mkdir(parents=True, exist_ok=True)
        points = _run(curve(sizes, place, known, given.seed), out, given.seed)
    return 1 if given.check and max(spread(points).values()) > FLAT else 0


def _run(measured: Iterator[Point], out: Path, seed: int) -> list[Point]:
    points: list[Point] = []
    for point in measured:
        points.append(point)
        sys.stderr.write("\r")
        sys.stdout.write("".join(f"{line}\n" for line in list(told([point]))[0 if len(points) == 1 else 2 :]))
        sys.stdout.flush()
        out.parent.mkdir(parents=True, exist_ok=True)
        machine = {"processor": processor(), "cores": cores(), "commit": commit(), "seed": seed}
        out.write_text(json.dumps({**machine, "points": [asdict(each) for each in points]}, indent=1) + "\n", encoding="utf-8")
    for name, times in spread(points).items():
        sys.stdout.write(f"{name}: at most {times:.2f} times what it is at the smallest size\n")
    return points


def _read(out: Path) -> list[Point]:
    return [Point(**point) for point in json.loads(out.read_text(encoding="utf-8"))["points"]]


if __name__ == "__main__":
    sys.exit(main())
