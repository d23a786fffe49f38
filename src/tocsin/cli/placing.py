"""The work of ``tocsin places``: documents in, their named places out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tocsin.cli.finding import write_found
from tocsin.ingest import IngestOptions
from tocsin.records import Document, PlaceValue, Quote
from tocsin.resolve.places import PlaceResolver
from tocsin.resolve.places.gazetteer import Gazetteer


def write_places(inputs: Sequence[str], options: IngestOptions, gazetteer: Gazetteer, out: Path | None) -> bool:
    """Write a line a document, and close with the counts. Returns whether every input was read."""
    resolver = PlaceResolver(gazetteer)
    return write_found(inputs, options, lambda document: {"places": places_of(document, resolver)}, "places", out)


def places_of(document: Document, resolver: PlaceResolver) -> list[dict[str, Any]]:
    """The places that a document names, and the adjectives of places, in the order of its text."""
    survey = resolver.survey(document)
    forms = {**dict.fromkeys(survey.quotes, "name"), **dict.fromkeys(survey.adjectives, "adjective")}
    quotes = sorted(forms, key=lambda quote: quote.start)
    values = resolver.resolve(document, quotes, survey=survey)
    return [_place(quote, value, forms[quote]) for quote, value in zip(quotes, values, strict=True)]


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
