"""The measurements as tables in the terminal and as one JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.accuracy import Result
from benchmarks.floors import Floors
from benchmarks.machine import Machine
from benchmarks.speed import Rate

COUNTED = (".toponyms", ".median_km")
"""Numbers among the scores that are no percentages."""


def machine(console: Console, found: Machine) -> None:
    """Where and what."""
    console.print(f"{found.processor}, {found.cores} cores, {found.system}, Python {found.python}")
    console.print(f"tocsin {found.commit}, model {found.model}\n")


def accuracy(console: Console, result: Result, floors: Floors) -> None:
    """One exam's scores beside their floors; precision, recall and F1 of one thing share a row."""
    left = f" ({result.left} not read)" if result.left else ""
    table = Table(title=f"{result.exam.title}{left}", title_justify="left", min_width=60)
    table.add_column("score")
    for name in ("P", "R", "F1 or %", "floor"):
        table.add_column(name, justify="right")
    for name in dict.fromkeys(_stem(name) for name in result.scores):
        table.add_row(*_row(name, result.scores, floors))
    console.print(table)


def _stem(name: str) -> str:
    return name.rpartition(".")[0] if name.rpartition(".")[2] in {"p", "r", "f"} else name


def _row(name: str, scores: Mapping[str, float], floors: Floors) -> tuple[str, ...]:
    main = f"{name}.f" if f"{name}.f" in scores else name
    floor = floors.floors.get(main)
    sides = [f"{scores[f'{name}.{side}']:.1f}" if f"{name}.{side}" in scores else "" for side in "pr"]
    shown = f"{scores[main]:,.0f}" if name.endswith(COUNTED) else f"{scores[main]:.1f}"
    below = floor is not None and scores[main] < floor
    return name.partition(".")[2], *sides, f"[red]{shown}[/red]" if below else shown, "" if floor is None else f"{floor:.1f}"


def speed(console: Console, rates: Sequence[Rate], sources: Mapping[str, str], memory: float | None, floors: Floors) -> None:
    """Rates, ratios and peak memory."""
    table = Table(title="speed, input to resolved events", title_justify="left", min_width=60)
    for name in ("from", "articles", "articles/s", "pieces/s", "bare encoder", "ratio %", "floor", "encoder's share of reading %"):
        table.add_column(name, justify="left" if name == "from" else "right")
    for rate in rates:
        floor = floors.floors.get(f"speed.{rate.name}.ratio")
        cells = (
            rate.articles,
            f"{rate.articles_a_second:.1f}",
            f"{rate.pieces_a_second:,.0f}",
            f"{rate.bare_pieces_a_second:,.0f}",
            f"{rate.ratio:.0f}",
        )
        share = f"{rate.encoder_share:.0f}"
        table.add_row(f"{rate.name} ({sources[rate.name]})", *map(str, cells), "" if floor is None else f"{floor:.0f}", share)
    console.print(table)
    if memory is not None:
        console.print(f"peak memory of tocsin code over all the text: {memory:,.0f} MB")


def write(path: Path, found: Machine, results: Sequence[Result], rates: Sequence[Rate], memory: float | None) -> None:
    """Everything as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = {
        "machine": asdict(found),
        "exams": {result.exam.name: {"sha256": result.digest, "not_read": result.left} for result in results},
        "scores": all_scores(results, rates),
        "speed": [asdict(rate) for rate in rates],
        "peak_memory_mb": memory,
    }
    path.write_text(json.dumps(raw, indent=2) + "\n", encoding="utf-8")


def all_scores(results: Sequence[Result], rates: Sequence[Rate]) -> dict[str, float]:
    """Every score that can have a floor, by name."""
    scores = {name: value for result in results for name, value in result.scores.items()}
    for rate in rates:
        scores |= {f"speed.{rate.name}.ratio": rate.ratio, f"speed.{rate.name}.encoder_share": rate.encoder_share}
    return scores
