"""The work of ``tocsin entities``: documents in, those who take part in their events out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import typer

from tocsin.cli.asides import Asides
from tocsin.display.words import number
from tocsin.export import whole_file
from tocsin.export.codebook import line
from tocsin.pipeline import Reads, Resolves, RunOptions, Tally, run
from tocsin.records import Claim, EntityValue, Field, Reading, Refusal

ROLES: dict[Field, str] = {"actor": "actor", "recipient": "recipient", "said_by": "source"}
"""The fields that hold somebody, each with what it is called."""


def write_entities(inputs: Sequence[str], options: RunOptions, reader: Reads, resolver: Resolves, out: Path | None) -> bool:
    """Write a line a document, and close with the counts. Returns whether every input was read."""
    tally = Tally()
    found = 0
    with Asides(bar=out is not None) as asides, whole_file(out) if out else nullcontext(sys.stdout.buffer.write) as write:
        for reading in _readings(inputs, options, reader, resolver, tally, asides):
            told = entities_of(reading)
            found += len(told["entities"])
            write(line({"id": reading.document.id, **told}))
    if tally.documents:
        typer.echo(f"{tally.inputs()}: {number(found, 'entity', 'entities')}", err=True)
    return tally.complete


def entities_of(reading: Reading) -> dict[str, Any]:
    """The actors, recipients and sources of a document's events, in the order of its text."""
    published = reading.document.trusted_date
    claims = sorted((claim for claim in reading.claims if claim.field in ROLES), key=lambda claim: (claim.quote.start, claim.quote.end))
    return {
        "published": published.isoformat() if published else None,
        "entities": [_entity(claim) for claim in claims],
    }


def _entity(claim: Claim) -> dict[str, Any]:
    value = claim.value if isinstance(claim.value, EntityValue) else None
    return {
        "start": claim.quote.start,
        "end": claim.quote.end,
        "text": claim.quote.text,
        "role": ROLES[claim.field],
        "mention": claim.mention,
        "name": value.name if value else claim.quote.text,
        "country": value.country if value else None,
        "sectors": list(value.sectors) if value else [],
        "identity": value.identity if value else None,
        "private": value.private if value else False,
    }


def _readings(
    inputs: Sequence[str], options: RunOptions, reader: Reads, resolver: Resolves, tally: Tally, asides: Asides
) -> Iterator[Reading]:
    for outcome in run(inputs, options, reader, resolver):
        tally.add(outcome)
        if isinstance(outcome, Refusal):
            asides.refused(outcome)
        elif isinstance(outcome, Reading):
            yield outcome
        asides.show(tally.inputs())
