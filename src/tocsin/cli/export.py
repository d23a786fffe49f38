"""``tocsin export``: a database as a file for other programs."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.choices import ExportFormat

EXAMPLES = (
    "tocsin export --db events.db --to csv events.csv",
    "tocsin export --db events.db --to parquet events.parquet --public",
    "tocsin export --db events.db --to codebook - | gzip > events.jsonl.gz",
)


def export(
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="The file, written whole or not at all; - is standard output.", show_default=False)
    ],
    *,
    db: choices.Database,
    to: Annotated[ExportFormat, typer.Option("--to", metavar="codebook|jsonl|csv|parquet", help="The format.", show_default=False)],
    public: Annotated[bool, typer.Option("--public", help="For publishing: the names of private people are masked.")] = False,
) -> None:
    """Write the events of a database to a file.

    [bold]codebook[/]: one document a line with its text, events and spans; what scores and training read. [bold]jsonl[/]: one event a line, with
    every claim. [bold]csv[/], [bold]parquet[/]: one event a row.
    """
    import sys

    from tocsin.export import write
    from tocsin.store import Store

    to_file = str(out) != "-"
    with Store.open(db, create=False) as store:
        write(store.readings(), out if to_file else sys.stdout, to.value, public=public)
        if to_file:
            documents = store.totals().documents
            typer.echo(f"wrote {out}: {documents:,} document{'' if documents == 1 else 's'}", err=True)
