"""How fast the desk answers while twenty people read and one program writes: ``python -m benchmarks.desk_load``.

::

    python -m benchmarks.desk_load                                  100,000 incidents, made once and kept under .bench
    python -m benchmarks.desk_load --incidents 5000 --seconds 10
    python -m benchmarks.desk_load --check                          exit code 1 where the slowest of list, map, timeline is over 300 ms

The server is the real one in a process of its own, asked over HTTP with gzip by twenty connections of this process, each as a page asks: a
filter is chosen, then list, map and timeline are asked for at once; then the person looks at them for a while. Half of the filters are
ones that nobody has asked for before. A third process stores a document and changes an incident five times a second, as ``tocsin code`` would
beside it, so that what the server keeps ready is never good for long.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import http.client
import json
import multiprocessing
import random
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles

from sqlalchemy import insert, select, update

from benchmarks.desk_data import KINDS, TYPES, make, readings
from tocsin.store import Store
from tocsin.store.connect import writing
from tocsin.store.incidents.tables import incident_history, incidents

PROMISED = 300.0
"""Milliseconds within which list, map and timeline answer 95 times in 100."""

HELD = ("list", "map", "timeline")
WRITES_A_SECOND = 5
LOOKS = 1.0
"""Seconds that a person looks at what was answered, on average, before the next click."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long the answers of one address took, in milliseconds, over all readers."""

    name: str
    answers: int
    p50: float
    p95: float
    longest: float


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured."""

    incidents: int
    readers: int
    seconds: float
    looks: float
    writes: int
    times: tuple[Times, ...]

    @property
    def slowest(self) -> float:
        """The greatest 95th percentile of list, map and timeline."""
        return max(each.p95 for each in self.times if each.name in HELD)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write down; 1 where a check failed."""
    asked = _parser().parse_args(arguments)
    load = measure(asked.incidents, asked.readers, asked.seconds, asked.looks, asked.folder)
    print(
        f"{load.incidents:,} incidents, {load.readers} readers who look for {load.looks:g} s, {load.writes / load.seconds:.1f} writes a second"
    )
    for each in load.times:
        print(
            f"  {each.name:10} {each.answers:6} answers   p50 {each.p50:7.1f} ms   p95 {each.p95:7.1f} ms   longest {each.longest:7.1f} ms"
        )
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(asdict(load) | {"slowest_p95_ms": load.slowest}, indent=1) + "\n", encoding="utf-8")
    return int(asked.check and load.slowest > PROMISED)


def measure(count: int, readers: int, seconds: float, looks: float, folder: Path) -> Load:
    """Serve a database of ``count`` incidents (made first where it is not there) and ask it for ``seconds``."""
    database = _database(count, folder)
    server = subprocess.Popen([sys.executable, "-m", "benchmarks.desk_server", str(database)], stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own module
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip().removeprefix("http://").rstrip("/")
        assert address, "the server did not start"
        _ask(http.client.HTTPConnection(address, timeout=600), "/api/v1/incidents?limit=1")  # loads the incidents
        return _under_load(address, database, count, readers, seconds, looks)
    finally:
        server.terminate()
        server.wait(10)


def _database(count: int, folder: Path) -> Path:
    """A fresh copy of the made-up database: what a former run's writer stored is not in it."""
    folder.mkdir(parents=True, exist_ok=True)
    made, used = folder / f"desk-{count}.db", folder / f"desk-{count}-used.db"
    if not made.exists():
        unfinished = made.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        make(unfinished, count)
        unfinished.replace(made)
    for old in folder.glob(f"{used.name}*"):
        old.unlink()
    used.write_bytes(made.read_bytes())
    return used


def _under_load(address: str, database: Path, count: int, readers: int, seconds: float, looks: float) -> Load:
    context = multiprocessing.get_context("spawn")
    stop, written = context.Event(), context.Value("i", 0)
    writer = context.Process(target=_write, args=(str(database), stop, written), daemon=True)
    writer.start()
    end = time.monotonic() + seconds
    people = [_Person(address, number, end, looks) for number in range(readers)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    stop.set()
    writer.join(30)
    failures = [person.failure for person in people if person.failure]
    assert not failures, failures[0]
    took: dict[str, list[float]] = {}
    for person in people:
        for name, each in person.took.items():
            took.setdefault(name, []).extend(each)
    return Load(count, readers, seconds, looks, written.value, tuple(_times(name, each) for name, each in sorted(took.items())))


def _times(name: str, took: list[float]) -> Times:
    parts = quantiles(took, n=100, method="inclusive") if len(took) > 1 else took * 99
    return Times(name, len(took), round(parts[49], 1), round(parts[94], 1), round(max(took), 1))


class _Person(threading.Thread):
    """One who clicks and looks, on one connection for each of the page's parts."""

    def __init__(self, address: str, number: int, end: float, looks: float) -> None:
        super().__init__(daemon=True)
        self._chance = random.Random(number)  # noqa: S311  # chooses filters
        self._connections = {name: http.client.HTTPConnection(address, timeout=60) for name in (*HELD, "incident", "charts")}
        self._end, self._looks = end, looks
        self._seen: list[str] = []
        self.took: dict[str, list[float]] = {}
        self.failure: str | None = None

    def run(self) -> None:
        try:
            time.sleep(self._chance.uniform(0, self._looks))
            while time.monotonic() < self._end:
                self._click()
                time.sleep(self._chance.expovariate(1 / self._looks) if self._looks else 0)
        except (OSError, AssertionError, http.client.HTTPException) as error:
            self.failure = f"{type(error).__name__}: {error}"

    def _click(self) -> None:
        query = asked_for(self._chance)
        zoom = self._chance.choice((1, 2, 3, 5))
        paths = {"list": f"?{query}", "map": f"/map?{query}&zoom={zoom}", "timeline": f"/timeline?{query}"}
        parts = [threading.Thread(target=self._timed, args=(name, f"/api/v1/incidents{path}")) for name, path in paths.items()]
        for part in parts:
            part.start()
        for part in parts:
            part.join()
        if self._seen and self._chance.random() < 0.3:
            self._timed("incident", f"/api/v1/incidents/{self._seen.pop()}")
        if self._chance.random() < 0.1:
            self._timed("charts", f"/api/v1/charts/events?{query}")

    def _timed(self, name: str, path: str) -> None:
        start = time.perf_counter()
        try:
            body = _ask(self._connections[name], path)
        except (OSError, AssertionError, http.client.HTTPException) as error:
            self.failure = f"{path}: {type(error).__name__}: {error}"
            return
        self.took.setdefault(name, []).append((time.perf_counter() - start) * 1000)
        if name == "list" and b'"id":"' in body:
            self._seen = [part.split(b'"')[0].decode() for part in body.split(b'"id":"')[1:4]]


def _ask(connection: http.client.HTTPConnection, path: str) -> bytes:
    connection.request("GET", path, headers={"Accept": "application/json", "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, f"{answer.status} {body[:200]!r}"
    return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


def asked_for(chance: random.Random) -> str:
    """What a person asks for: one of a few views that many look at, or one of their own."""
    if chance.random() < 0.5:
        return chance.choice(("", "type=PROTEST", "type=ASSAULT&type=COERCE", "country=KEN", "sources_min=2", "kind=killed&persons_min=1"))
    day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    own = (
        f"from={day}",
        f"type={chance.choice(TYPES)}&from={day}",
        f"q={chance.choice('bdefghjklmnopqrstv')}a",
        f"actor={chance.choice('bdefghjklmnopqrstv')}or",
        f"kind={chance.choice(KINDS)}&persons_min={chance.randint(2, 90)}&from={day}",
        f"bbox={chance.randint(-170, 0)},{chance.randint(-50, 0)},{chance.randint(10, 170)},{chance.randint(10, 60)}&to={day}",
    )
    return chance.choice(own)


def _write(database: str, stop: threading.Event, written: object) -> None:
    """Store a document and change an incident, again and again: the writer's process."""
    with Store.open(database, create=False) as store:
        with store.engine.connect() as connection:
            names = [row[0] for row in connection.execute(select(incidents.c.id).limit(2_000))]
        for number, reading in enumerate(readings()):
            if stop.wait(1 / WRITES_A_SECOND):
                return
            store.save(reading)
            name = names[number % len(names)]
            with writing(store.engine) as connection:
                now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
                changed = update(incidents).where(incidents.c.id == name).returning(incidents.c.version)
                values = {"version": incidents.c.version + 1, "articles": incidents.c.articles + 1, "changed_at": now}
                version = connection.execute(changed.values(values)).scalar_one()
                change = {"incident": name, "version": version, "what": "changed", "before": {}, "who": "machine", "changed_at": now}
                connection.execute(insert(incident_history).values(change))
            written.value += 1  # type: ignore[attr-defined]  # a shared number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.desk_load", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--incidents", type=int, default=100_000, metavar="N")
    parser.add_argument("--readers", type=int, default=20, metavar="N")
    parser.add_argument("--seconds", type=float, default=30.0, metavar="S")
    parser.add_argument("--looks", type=float, default=LOOKS, metavar="S", help="how long a reader looks at an answer; 0: not at all")
    parser.add_argument("--folder", type=Path, default=Path(".bench"), help="where the database is made")
    parser.add_argument("--out", type=Path, default=Path(".bench/desk.json"), metavar="FILE")
    parser.add_argument("--check", action="store_true", help=f"end with 1 if a 95th percentile is over {PROMISED:g} ms")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
