"""``python -m benchmarks``: measure, show, and hold against the floors.

::

    python -m benchmarks                                             everything that can be measured here
    python -m benchmarks --accuracy --check                          scores alone; exit code 1 where one is below its floor
    python -m benchmarks --pin                                       raise the floors to what was measured
    python -m benchmarks --lower relations.macro_f1 --because "…"    let one floor fall, with the reason kept
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from benchmarks import floors as pinned
from benchmarks import show
from benchmarks.accuracy import Result, ScorerError, take
from benchmarks.exams import MISSING
from benchmarks.floors import Floors, FloorsError
from benchmarks.machine import describe
from benchmarks.predict import Tools
from benchmarks.speed import Rate, materials, measure, peak_memory
from tocsin.cli.placing import places_of
from tocsin.errors import TocsinError
from tocsin.pipeline import Recipe, open_gazetteer
from tocsin.reader import Reader
from tocsin.reader.read import SHIPPED
from tocsin.resolve.claims import Resolver
from tocsin.resolve.places import PlaceResolver
from tocsin.settings import Settings

LATEST = Path(".bench/latest.json")


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one run gave."""

    results: tuple[Result, ...] = ()
    rates: tuple[Rate, ...] = ()
    memory: float | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; 1 where a check failed, 2 where the work could not be done."""
    asked = _parser().parse_args(arguments)
    console = Console()
    try:
        found = _measure(asked, console, pinned.load(asked.floors))
        return _hold(asked, found, console)
    except (TocsinError, ScorerError, FloorsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), metavar="FOLDER", help="where the exams lie (default ../shared)")
    parser.add_argument("--model", type=Path, default=SHIPPED, metavar="FOLDER", help="the model to measure (default: the one that ships)")
    parser.add_argument("--accuracy", action="store_true", help="accuracy alone")
    parser.add_argument("--speed", action="store_true", help="speed alone")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="processor threads, 0 for all")
    parser.add_argument("--floors", type=Path, default=pinned.FILE, metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="end with 1 if a score is below its floor or an exam is another")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", metavar="NAME", help="set this floor, or the floors of this exam, to what was measured")
    parser.add_argument("--because", default="", metavar="REASON", help="why it falls; kept in the file")
    parser.add_argument("--out", type=Path, default=LATEST, metavar="FILE", help=f"where to write the JSON (default {LATEST})")
    return parser


def _measure(asked: argparse.Namespace, console: Console, floors: Floors) -> Measured:
    settings = Settings.from_environment()
    reader = Reader.load(asked.model, asked.threads)
    with console.status("opening the gazetteer, which is built once"):
        gazetteer = open_gazetteer(settings.cache_dir)
    tools = Tools(reader, Resolver(gazetteer), partial(places_of, resolver=PlaceResolver(gazetteer)))
    found = describe(reader.version)
    show.machine(console, found)
    both = asked.accuracy == asked.speed
    with TemporaryDirectory() as folder:
        work = Path(folder)
        results = _accuracy(asked.shared, tools, work, console, floors) if both or asked.accuracy else ()
        rates, memory = _speed(asked, tools, work, console, floors) if both or asked.speed else ((), None)
    show.write(asked.out, found, results, rates, memory)
    return Measured(results, rates, memory)


def _accuracy(shared: Path, tools: Tools, work: Path, console: Console, floors: Floors) -> tuple[Result, ...]:
    results = []
    for result in take(shared, tools, work):
        show.accuracy(console, result, floors)
        results.append(result)
    if not results:
        console.print(MISSING.format(shared=shared), highlight=False)
    return tuple(results)


def _speed(asked: argparse.Namespace, tools: Tools, work: Path, console: Console, floors: Floors) -> tuple[tuple[Rate, ...], float | None]:
    kinds = materials(asked.shared, work)
    rates = tuple(measure(kind, Recipe(tools.reader, tools.resolver), asked.model, asked.threads) for kind in kinds)
    memory = peak_memory(kinds[0], work)
    show.speed(console, rates, {kind.name: kind.source for kind in kinds}, memory, floors)
    return rates, memory


def _hold(asked: argparse.Namespace, found: Measured, console: Console) -> int:
    """Change or check the floors as asked; the exit code."""
    floors = pinned.load(asked.floors)
    scores = show.all_scores(found.results, found.rates)
    exams = {result.exam.name: result.digest for result in found.results}
    if asked.lower:
        floors = pinned.lower(floors, asked.lower, scores, exams, asked.because)
    if asked.pin:
        floors = pinned.pin(floors, scores, exams)
    if asked.lower or asked.pin:
        pinned.save(floors, asked.floors)
        console.print(f"{len(floors.floors)} floors in {asked.floors}")
    failed = list(pinned.failures(floors, scores, exams))
    for line in failed:
        console.print(f"[red]{line}[/red]", highlight=False)
    return 1 if failed and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
