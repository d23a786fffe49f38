"""``tocsin entities``: who acts, to whom, and who says so, in the events that texts tell."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import typer

from tocsin.cli import choices
from tocsin.cli.choices import InputFormat
from tocsin.cli.code import INCOMPLETE
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin entities report.txt --published 2021-02-28",
    "echo 'Police in Almaty arrested 50 protesters.' | tocsin entities -",
    "tocsin entities news/ --actors actors.csv --out entities.jsonl",
)


def entities(
    inputs: choices.Inputs,
    *,
    published: choices.Published = None,
    out: choices.Out = None,
    all_languages: choices.AllLanguages = False,
    threshold: choices.Threshold = None,
    actors: choices.OwnActors = None,
    threads: choices.Threads = None,
    max_bytes: choices.MaxBytes = None,
    kind: choices.Kind = InputFormat.auto,
    text_column: choices.TextColumn = None,
    id_column: choices.IdColumn = None,
    published_column: choices.DateColumn = None,
) -> None:
    """Find who takes part in the events of texts, as one JSON line each.

    A line is [bold]{"id", "published", "entities": [{"start", "end", "text", "role", "mention", "name", "country", "sectors", "identity",
    "private"}]}[/]; offsets count code points, role is actor, recipient or source, mention names the event's sentence as tocsin code does,
    identity is the same for all spellings within a document, and private marks a person who holds no public role. Ends with 0, 1 and 2 as
    tocsin code does.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.cli.own_rules import read_own_rules
    from tocsin.ingest import IngestOptions

    settings = Settings.from_environment()
    ingest = IngestOptions(
        published=published,
        max_bytes=max_bytes or settings.max_bytes,
        text_column=text_column,
        id_column=id_column,
        published_column=published_column,
        format=kind.value,
        tell=ColumnsTold(("id", "text", "published"), dated=published is not None),
    )
    check_names(inputs, ingest, out)
    own = read_own_rules(actors, None)

    from tocsin.cli import loading, parties
    from tocsin.pipeline import RunOptions

    options = RunOptions(ingest, settings.threshold if threshold is None else threshold, all_languages, own.mark)
    reader = loading.load_reader(settings.threads if threads is None else threads)
    resolver = loading.load_resolver(settings.cache_dir, own)
    if not parties.write_entities(inputs, options, reader, resolver, out):
        raise typer.Exit(INCOMPLETE)
