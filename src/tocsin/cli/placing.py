"""The work of ``tocsin places``: documents in, their named places out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import typer

from tocsin.cli.asides import Asides
from tocsin.export import whole_file
from tocsin.export.codebook import line
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.pipeline import Tally
from tocsin.records import Document, PlaceValue, Quote, Refusal
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import PlaceResolver


def write_places(inputs: Sequence[str], options: IngestOptions, gazetteer: Gazetteer, out: Path | None) -> bool:
    """Write a line a document, and close with the counts. Returns whether every input was read."""
    tally = Tally()
    resolver = PlaceResolver(gazetteer)
    found = 0
    with Asides(bar=out is not None) as asides, whole_file(out) if out else nullcontext(sys.stdout.buffer.write) as write:
        for document in _documents(read_inputs(inputs, options), tally, asides):
            places = places_of(document, resolver)
            found += len(places)
            write(line({"id": document.id, "places": places}))
    if tally.documents:
        typer.echo(f"{tally.inputs()}: {found:,} places", err=True)
    return tally.complete


def places_of(document: Document, resolver: PlaceResolver) -> list[dict[str, Any]]:
    """The places that a document names, and the adjectives of places, in the order of its text."""
    survey = resolver.survey(document)
    forms = {**dict.fromkeys(survey.quotes, "name"), **dict.fromkeys(survey.adjectives, "adjective")}
    quotes = sorted(forms, key=lambda quote: quote.start)
    values = resolver.resolve(document, quotes, survey=survey)
    return [_place(quote, value, forms[quote]) for quote, value in zip(quotes, values, strict=True)]


def _documents(items: Iterable[Document | Refusal], tally: Tally, asides: Asides) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Refusal):
            tally.refused[item.reason] += 1
            asides.refused(item)
        else:
            tally.read += 1
            yield item
        asides.show(tally.inputs())


def _place(quote: Quote, value: PlaceValue | None, form: str) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "name": value.name if value else quote.text,
        "geonameid": value.geonameid if value else None,
        "lat": value.latitude if value else None,
        "lon": value.longitude if value else None,
        "country": value.country if value else None,
        "precision": value.kind if value else None,
        "radius_km": value.radius_km if value else None,
        "where_prec": value.where_prec if value else None,
        "geo_precision": value.geo_precision if value else None,
        "form": form,
    }
