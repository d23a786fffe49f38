"""``tocsin places``: the places that texts name, with their coordinates."""
# ruff: noqa: PLC0415  # see tocsin.cli

from __future__ import annotations

import typer

from tocsin.cli import choices
from tocsin.cli.choices import InputFormat
from tocsin.cli.code import INCOMPLETE
from tocsin.settings import Settings

EXAMPLES = (
    "tocsin places report.txt",
    "tocsin places news/ --out places.jsonl",
)


def places(
    inputs: choices.Inputs,
    *,
    out: choices.Out = None,
    max_bytes: choices.MaxBytes = None,
    kind: choices.Kind = InputFormat.auto,
    text_column: choices.TextColumn = None,
    id_column: choices.IdColumn = None,
) -> None:
    """Find the places that texts name, as one JSON line a document.

    A line is [bold]{"id", "places": [{"start", "end", "name", "geonameid", "lat", "lon", "country", "precision", "radius_km", "where_prec",
    "geo_precision", "form"}]}[/]; offsets count code points, what the gazetteer does not know is null, and "form" tells a "name" from an
    "adjective" ("Turkish troops"). Ends with 0, 1 and 2 as tocsin code does.
    """
    from tocsin.cli.checks import check_names
    from tocsin.cli.columns_told import ColumnsTold
    from tocsin.ingest import IngestOptions

    settings = Settings.from_environment()
    options = IngestOptions(
        max_bytes=max_bytes or settings.max_bytes,
        text_column=text_column,
        id_column=id_column,
        format=kind.value,
        tell=ColumnsTold(("id", "text")),
    )
    check_names(inputs, options, out)

    from tocsin.cli import loading, placing

    gazetteer = loading.load_gazetteer(settings.cache_dir)
    if not placing.write_places(inputs, options, gazetteer, out):
        raise typer.Exit(INCOMPLETE)
