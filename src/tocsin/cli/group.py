"""``tocsin group``: which documents print one text, and which report one happening."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.choices import InputFormat
from tocsin.cli.code import INCOMPLETE
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin group news/*.jsonl --out groups.jsonl",
    "tocsin group news/ --texts-only",
)


def group(
    inputs: choices.Inputs,
    *,
    out: choices.Out = None,
    texts_only: Annotated[
        bool, typer.Option("--texts-only", help="By words, names and figures alone, without reading events: many times faster.")
    ] = False,
    published: choices.Published = None,
    all_languages: choices.AllLanguages = False,
    threads: choices.Threads = None,
    max_bytes: choices.MaxBytes = None,
    kind: choices.Kind = InputFormat.auto,
    text_column: choices.TextColumn = None,
    id_column: choices.IdColumn = None,
    published_column: choices.DateColumn = None,
    title_column: choices.TitleColumn = None,
    publisher_column: choices.PublisherColumn = None,
    url_column: choices.UrlColumn = None,
) -> None:
    """Find the documents that print one text or report one happening.

    A line a document, in input order: [bold]{"id", "copy_group", "cluster"}[/]. A group is named for its earliest document, and does not
    depend on the order of the inputs. Everything is held in memory. Ends with 0, 1 and 2 as tocsin code does.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.ingest import IngestOptions

    settings = Settings.from_environment()
    ingest = IngestOptions(
        published=published,
        max_bytes=max_bytes or settings.max_bytes,
        text_column=text_column,
        id_column=id_column,
        published_column=published_column,
        title_column=title_column,
        publisher_column=publisher_column,
        url_column=url_column,
        format=kind.value,
        tell=ColumnsTold(dated=published is not None),
    )
    check_names(inputs, ingest, out)

    from tocsin.cli import grouping, loading
    from tocsin.pipeline import RunOptions

    options = RunOptions(ingest, settings.threshold, all_languages)
    if texts_only:
        readings = grouping.unread(inputs, ingest)
    else:
        reader = loading.load_reader(settings.threads if threads is None else threads)
        readings = grouping.read(inputs, options, reader, loading.load_resolver(settings.cache_dir))
    if not grouping.write_groups(readings, out):
        raise typer.Exit(INCOMPLETE)
