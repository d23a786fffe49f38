"""``tocsin export``: a database as a file for other programs."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.choices import ExportFormat
from tocsin.records import Reading

EXAMPLES = (
    "tocsin export --db events.db --to csv events.csv",
    "tocsin export --db events.db --to parquet events.parquet --public",
    "tocsin export --db events.db --to codebook corpus.jsonl --reviewed",
)


def export(
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="The file, written whole or not at all; - is standard output.", show_default=False)
    ],
    *,
    db: choices.Database,
    to: Annotated[
        ExportFormat, typer.Option("--to", metavar="FORMAT", help="The format: codebook, jsonl, csv or parquet.", show_default=False)
    ],
    public: Annotated[
        bool,
        typer.Option("--public", help="For publishing: without private people's names, ages, and trades with a town; other details stay."),
    ] = False,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only documents that a person has reviewed: a corpus to train on.")] = False,
    machine: Annotated[bool, typer.Option("--machine", help="As the machine read them, without the corrections of people.")] = False,
) -> None:
    """Write a database's events, as people corrected them, to a file.

    [bold]codebook[/]: one document a line with its text, events and spans; what scores and training read. [bold]jsonl[/]: one event a line,
    with every claim. [bold]csv[/], [bold]parquet[/]: one event a row. All but codebook name the incident of each event.
    """
    import sys

    from tocsin.export import with_incidents, write
    from tocsin.resolve.entities.across import key_of
    from tocsin.store import Store

    to_file = str(out) != "-"
    with Store.open(db, create=False) as store:
        if machine and reviewed:
            ids = (reading.document.id for reading in store.effectives(reviewed=True))
            readings = store.readings(ids)
        else:
            readings = store.readings() if machine else store.effectives(reviewed=reviewed)
        counted = _Counted(readings)
        placed = with_incidents(counted, store.memberships)
        write(placed, out if to_file else sys.stdout, to.value, public=public, key_of=key_of)
        if to_file:
            typer.echo(f"wrote {out}: {counted.told(to)}", err=True)
            if public:
                typer.echo(KEPT, err=True)


KEPT = (
    "private names are withheld, other private details are not (a father of three, outside his home): look through it before you publish it"
)
"""Said of a public export, since its option promises less than a reader may take it for."""


class _Counted:
    """Readings, counted as they are taken."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings, self.documents, self.events = readings, 0, 0

    def __iter__(self) -> Iterator[Reading]:
        for reading in self.readings:
            self.documents += 1
            self.events += len(reading.events)
            yield reading

    def told(self, to: ExportFormat) -> str:
        """``84 events, one a row, of 10 documents``."""
        from tocsin.display.words import number

        documents = number(self.documents, "document")
        if to is ExportFormat.codebook:
            return f"{documents}, one a line"
        return f"{number(self.events, 'event')}, one a {'line' if to is ExportFormat.jsonl else 'row'}, of {documents}"
