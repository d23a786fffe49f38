"""The work of ``tocsin times`` and ``tocsin counts``: documents in, what their words name out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypeAlias

import typer

from tocsin.cli.asides import Asides
from tocsin.display.words import number
from tocsin.export import whole_file
from tocsin.export.codebook import line
from tocsin.ingest import IngestOptions, read_inputs
from tocsin.pipeline import Tally
from tocsin.records import Document, Refusal
from tocsin.resolve.counts.finder import find_counts
from tocsin.resolve.counts.rules import CountRules
from tocsin.resolve.times.finder import find_times

Finds: TypeAlias = Callable[[Document], dict[str, Any]]
"""A document's line but for its id; the last value is the list of what was found."""


def write_found(inputs: Sequence[str], options: IngestOptions, find: Finds, noun: str, out: Path | None) -> bool:
    """Write a line a document, and close with the counts. Returns whether every input was read."""
    tally = Tally()
    found = 0
    with Asides(bar=out is not None) as asides, whole_file(out) if out else nullcontext(sys.stdout.buffer.write) as write:
        for document in _documents(read_inputs(inputs, options), tally, asides):
            told = find(document)
            found += len(told[noun])
            write(line({"id": document.id, **told}))
    if tally.documents:
        typer.echo(f"{tally.inputs()}: {number(found, noun.removesuffix('s'))}", err=True)
    return tally.complete


def times_of(document: Document) -> dict[str, Any]:
    """The times of a document, by its publication date where that is known and not doubted."""
    published = document.trusted_date
    return {
        "published": published.isoformat() if published else None,
        "times": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
                "first": value.first.isoformat() if value.first else None,
                "last": value.last.isoformat() if value.last else None,
                "precision": value.precision,
                "method": value.method,
            }
            for quote, value in find_times(document.text, document.furniture, published=published)
        ],
    }


def counts_of(document: Document, rules: CountRules) -> dict[str, Any]:
    """The numbers of a document."""
    return {
        "counts": [
            {
                "start": one.quote.start,
                "end": one.quote.end,
                "text": one.quote.text,
                "of": one.value.kind,
                "low": one.value.low,
                "high": one.value.high,
                "best": one.value.best,
                "unit": one.value.unit,
                "role": one.role,
            }
            for one in find_counts(document.text, document.furniture, rules)
        ]
    }


def _documents(items: Iterable[Document | Refusal], tally: Tally, asides: Asides) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Refusal):
            tally.add(item)
            asides.refused(item)
        else:
            tally.read += 1
            yield item
        asides.show(tally.inputs())
