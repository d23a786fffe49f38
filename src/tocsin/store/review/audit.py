"""Prove that what people said points at words that stand in the texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, and_, select

from tocsin.store.review.tables import corrections
from tocsin.store.tables import documents


def quote_problems(connection: Connection) -> Iterator[str | None]:
    """For each of the words that corrections rest on what is wrong with them, or ``None``. Those set aside are passed over."""
    of_version = and_(documents.c.id == corrections.c.document_id, documents.c.version == corrections.c.version)
    chosen = select(corrections.c.key, corrections.c.document_id, corrections.c.anchor, corrections.c.person, documents.c.text)
    rows = connection.execute(
        chosen.outerjoin(documents, of_version)
        .where(corrections.c.aside.is_(None))
        .order_by(corrections.c.key)
        .execution_options(yield_per=50)
    )
    for row in rows:
        whose = f"correction {row.key} of {row.document_id}"
        if row.text is None:
            yield f"{whose} is of a text that is not stored"
            continue
        words = [] if row.anchor is None else [tuple(row.anchor[1:])]
        for start, end, said in [*words, *_words(row.person)]:
            stands = row.text[start:end]
            yield None if stands == said else f"{whose}: {said!r} is not what stands at [{start}, {end}): {stands!r}"


def _words(given: Any) -> Iterator[tuple[int, int, str]]:
    """Every ``{"start", "end", "text"}`` within a value."""
    if isinstance(given, Mapping):
        if "start" in given and "text" in given:
            yield given["start"], given["end"], given["text"]
        for inner in given.values():
            yield from _words(inner)
    elif isinstance(given, list):
        for inner in given:
            yield from _words(inner)
