"""``tocsin code``: reports in, events out."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli import choices
from tocsin.cli.choices import CodeFormat, InputFormat
from tocsin.errors import SettingsError
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin code report.html",
    "tocsin code news/ articles.csv --db events.db",
    "pdftotext report.pdf - | tocsin code - --published 2021-02-28",
)

INCOMPLETE = 1
"""The exit code of a run that went through but could not read every input."""


def code(
    inputs: choices.Inputs,
    *,
    db: Annotated[str | None, typer.Option(metavar="PATH|URL", help="Database to put the events into; made if it is not there.")] = None,
    form: Annotated[
        CodeFormat | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to show the events: table, codebook, jsonl or csv. Without it a table; with --db nothing.",
        ),
    ] = None,
    out: choices.Out = None,
    published: choices.Published = None,
    all_languages: choices.AllLanguages = False,
    threshold: choices.Threshold = None,
    actors: choices.OwnActors = None,
    count_rules: Annotated[
        Path | None,
        typer.Option("--count-rules", metavar="FILE", help="A TOML table of count rules of your own (tocsin counts --print-rules)."),
    ] = None,
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
    """Read news reports: show their events, or store them.

    Run it again after it was stopped and it goes on where it was: what the database holds is passed over. It ends with 0 if everything
    was read, with 1 if some inputs were not (each is named, with its reason), with 2 if it could not do its work.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.cli.own_rules import read_own_rules
    from tocsin.ingest import IngestOptions

    settings = Settings.from_environment()
    form = form or _format_of(out, db)
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
    check_names(inputs, ingest, out)  # before a database is made for them
    own = read_own_rules(actors, count_rules)

    from tocsin.store import Store

    with Store.open(db) if db else nullcontext() as store:
        from tocsin.cli import coding, loading
        from tocsin.pipeline import RunOptions

        ingest = replace(ingest, home=store.home) if store else ingest
        options = RunOptions(ingest, settings.threshold if threshold is None else threshold, all_languages, own.mark)
        reader = loading.load_reader(settings.threads if threads is None else threads)
        resolver = loading.load_resolver(settings.cache_dir, own)
        if not coding.code(inputs, coding.Job(options, reader, resolver, store), form, out):
            raise typer.Exit(INCOMPLETE)


def _format_of(out: Path | None, db: str | None) -> CodeFormat | None:
    """The format where none was named: a file tells it by its ending; with a database alone nothing is shown."""
    if out is None:
        return None if db else CodeFormat.table
    if out.suffix.lower() in {".csv", ".jsonl"}:
        return CodeFormat(out.suffix.lower()[1:])
    raise SettingsError(f"{out}: which format is that to be? Add --format table, codebook, jsonl or csv")
