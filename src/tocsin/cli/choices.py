"""The closed lists that options choose from, and the options that several commands share."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DATABASE = "tocsin.database"
"""Under which name a command's context keeps the database that it was given."""


class CodeFormat(StrEnum):
    """How ``tocsin code`` shows events."""

    table = "table"
    codebook = "codebook"
    jsonl = "jsonl"
    csv = "csv"


class ExportFormat(StrEnum):
    """What ``tocsin export`` writes."""

    codebook = "codebook"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class InputFormat(StrEnum):
    """What inputs hold."""

    auto = "auto"
    html = "html"
    text = "text"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"


def day(written: str) -> dt.date:
    """A date as people are asked to write it."""
    try:
        return dt.datetime.strptime(written.strip(), "%Y-%m-%d").date()  # noqa: DTZ007  # a date has no zone
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is no date; write YYYY-MM-DD, such as 2021-02-28") from error


def _remember(context: typer.Context, given: str) -> str:
    """Keep the database's name for what an error tells people to run next."""
    context.meta[DATABASE] = given
    return given


_COLUMNS = "Columns of JSONL, CSV and TSV inputs, where their names are unusual"

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, patterns such as 'news/*.html'; - reads standard input.", show_default=False),
]
Database = Annotated[
    str,
    typer.Option(
        "--db", metavar="PATH|URL", callback=_remember, help="The database: a file, or the address of a PostgreSQL one.", show_default=False
    ),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there, whole or not at all, instead of to standard output.")]
Published = Annotated[
    dt.date | None,
    typer.Option("--published", parser=day, metavar="DATE", help="Publication date (YYYY-MM-DD) of inputs that have no date column."),
]
AllLanguages = Annotated[bool, typer.Option("--all-languages", help="Read texts too that are not in English.")]
Threshold = Annotated[
    float | None,
    typer.Option("--threshold", min=0, max=1, metavar="P", help="Lowest score of an event (TOCSIN_THRESHOLD; else the model's own)."),
]
OwnActors = Annotated[
    Path | None,
    typer.Option("--actors", metavar="FILE", help="A CSV file of actors of your own; they come before every rule of tocsin's."),
]
Threads = Annotated[
    int | None, typer.Option("--threads", min=0, metavar="N", help="Processor threads, 0 for all (TOCSIN_THREADS; else 0).")
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", min=1, metavar="N", help="Bytes of the largest input that is read (TOCSIN_MAX_BYTES; else 20000000)."),
]
Kind = Annotated[
    InputFormat,
    typer.Option(
        "--input-format", metavar="FORMAT", help="What the inputs hold, where their names mislead: html, text, jsonl, csv or tsv."
    ),
]
TextColumn = Annotated[str | None, typer.Option("--text-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The text.")]
IdColumn = Annotated[str | None, typer.Option("--id-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The document's id.")]
DateColumn = Annotated[
    str | None, typer.Option("--published-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The publication date.")
]
TitleColumn = Annotated[str | None, typer.Option("--title-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The headline.")]
PublisherColumn = Annotated[str | None, typer.Option("--publisher-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The publisher.")]
UrlColumn = Annotated[str | None, typer.Option("--url-column", metavar="NAME", rich_help_panel=_COLUMNS, help="The address.")]
Since = Annotated[dt.date | None, typer.Option("--since", parser=day, metavar="DATE", help="Only those on that day or later.")]
Until = Annotated[dt.date | None, typer.Option("--until", parser=day, metavar="DATE", help="Only those on that day or before.")]


def shown(command: Callable[..., None]) -> str:
    """A command's help: its docstring, a line a paragraph."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (inspect.getdoc(command) or "").split("\n\n"))


def ending(examples: Sequence[str]) -> str:
    """The end of a help: one to three commands as they would be typed."""
    return "\n".join(["Examples:" if len(examples) > 1 else "Example:", *examples])
