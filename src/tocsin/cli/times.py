"""``tocsin times``: the times that texts name, as intervals of dates."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import typer

from tocsin.cli import choices
from tocsin.cli.choices import InputFormat
from tocsin.cli.code import INCOMPLETE
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin times report.txt --published 2021-03-10",
    "echo 'late last week' | tocsin times - --published 2021-03-10",
    "tocsin times news/ --out times.jsonl",
)


def times(
    inputs: choices.Inputs,
    *,
    published: choices.Published = None,
    out: choices.Out = None,
    max_bytes: choices.MaxBytes = None,
    kind: choices.Kind = InputFormat.auto,
    text_column: choices.TextColumn = None,
    id_column: choices.IdColumn = None,
    published_column: choices.DateColumn = None,
) -> None:
    """Find the times that texts name, as one JSON line a document.

    A line is [bold]{"id", "published", "times": [{"start", "end", "text", "first", "last", "precision", "method"}]}[/]; offsets count code
    points, first and last are dates, null where nothing places the time. Ends with 0, 1 and 2 as tocsin code does.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.ingest import IngestOptions

    options = IngestOptions(
        published=published,
        max_bytes=max_bytes or Settings.from_environment().max_bytes,
        text_column=text_column,
        id_column=id_column,
        published_column=published_column,
        format=kind.value,
        tell=ColumnsTold(("id", "text", "published"), dated=published is not None),
    )
    check_names(inputs, options, out)

    from tocsin.cli import finding

    if not finding.write_found(inputs, options, finding.times_of, "times", out):
        raise typer.Exit(INCOMPLETE)
