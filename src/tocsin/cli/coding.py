"""The work of ``tocsin code``: run the recipe and send each outcome where it belongs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from rich.console import Console, Group

from tocsin.cli.asides import Asides
from tocsin.cli.choices import CodeFormat
from tocsin.cli.gauge import Gauge
from tocsin.cli.incident_decisions import progress
from tocsin.cli.table import report_of
from tocsin.cli.terminal import results
from tocsin.export import whole_file, write
from tocsin.pipeline import Held, Outcome, Reads, Renewed, Resolves, RunOptions, Tally, run
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.records import Reading, Refusal
from tocsin.store import Store

FILE_WIDTH = 100
"""Columns of a table that goes to a file."""


@dataclass(frozen=True, slots=True)
class Job:
    """What reads, and where the readings are kept."""

    options: RunOptions
    reader: Reads
    resolver: Resolves
    store: Store | None


def code(inputs: Sequence[str], job: Job, form: CodeFormat | None, out: Path | None) -> bool:
    """Read ``inputs``, show them, and close with the counts in one line. Returns whether everything was read."""
    tally = Tally()
    by_table_on_screen = form is CodeFormat.table and out is None and sys.stdout.isatty()
    try:
        with Asides(bar=not by_table_on_screen) as asides:
            outcomes = run(inputs, job.options, job.reader, job.resolver, store=job.store)
            told = _told(outcomes, tally, asides, Gauge(inputs) if asides.has_bar else None)
            _show(_readings(told, job.store, wanted=form is not None), form, out)
    finally:
        if tally.documents:
            typer.echo(tally.sentence(), err=True)
    if job.store is not None:
        _bring_up_to_date(job.store)
    return tally.complete


def _bring_up_to_date(store: Store) -> None:
    """Let the incidents follow what was read; what a killed run left undone too."""
    with Asides(bar=True) as asides:
        bring_up_to_date(store, lambda done, of: asides.show(progress(done, of), done, of))


def _told(outcomes: Iterable[Outcome], tally: Tally, asides: Asides, gauge: Gauge | None) -> Iterator[Outcome]:
    for outcome in outcomes:
        tally.add(outcome)
        if gauge:
            asides.show(tally.sentence(), gauge.take(outcome), gauge.total)
        if isinstance(outcome, Refusal):
            asides.refused(outcome)
        yield outcome


def _readings(outcomes: Iterable[Outcome], store: Store | None, *, wanted: bool) -> Iterator[Reading]:
    """The readings among the outcomes; what the database already held is taken out of it, so that the result is the same either way."""
    for outcome in outcomes:
        if isinstance(outcome, Held) and store is not None and wanted:
            yield store.reading(outcome.document.id)
        elif isinstance(outcome, Renewed):
            yield outcome.reading
        elif isinstance(outcome, Reading):
            yield outcome


def _show(readings: Iterator[Reading], form: CodeFormat | None, out: Path | None) -> None:
    if form is None:
        for _ in readings:
            pass
    elif form is not CodeFormat.table:
        write(readings, sys.stdout if out is None else out, form.value)
    elif out is None:
        console = results()
        for reading in readings:
            console.print(_table(reading))
    else:
        console = Console(width=FILE_WIDTH, markup=False, highlight=False, emoji=False, color_system=None)
        with whole_file(out) as write_piece:
            for reading in readings:
                with console.capture() as shown:
                    console.print(_table(reading))
                write_piece(shown.get().encode("utf-8", "backslashreplace"))


def _table(reading: Reading) -> Group:
    return report_of(reading, reading.events)
