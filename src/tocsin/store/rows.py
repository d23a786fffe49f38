"""Records to rows and back, with nothing lost on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, TypeAlias

from sqlalchemy import RowMapping

from tocsin.records import (
    Claim,
    CountQuote,
    CountValue,
    Document,
    EntityHint,
    EntityValue,
    Furniture,
    Mention,
    PlaceValue,
    Published,
    Quote,
    Reading,
    TimeValue,
    Value,
)
from tocsin.store.exact import sha256

Row: TypeAlias = dict[str, Any]
"""A row by the names of its columns."""

_LISTS = {"actor": "actors", "recipient": "recipients", "place": "places", "time": "times"}


def document_row(reading: Reading) -> Row:
    """A reading's row of ``documents``, without its key, version and clock time."""
    document, published = reading.document, reading.document.published
    return {
        "id": document.id,
        "text": document.text,
        "text_sha256": sha256(document.text),
        "source": document.source,
        "published": published.date if published else None,
        "published_method": published.method if published else None,
        "published_evidence": published.evidence if published else None,
        "published_doubt": published.doubt if published else None,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "furniture": [[part.start, part.end, part.kind] for part in document.furniture],
        "skipped": reading.skipped,
        "model": reading.model,
        "codebook": reading.codebook,
    }


def document_of(row: RowMapping) -> Document:
    """The document in a row of ``documents``."""
    published = None
    if row["published"] is not None:
        published = Published(row["published"], row["published_method"], row["published_evidence"], row["published_doubt"])
    return Document(
        id=row["id"],
        text=row["text"],
        source=row["source"],
        published=published,
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        language=row["language"],
        furniture=tuple(Furniture(*part) for part in row["furniture"]),
    )


def mention_rows(mentions: Iterable[Mention]) -> Iterator[Row]:
    """Rows of ``mentions``, without the document's key and the versions."""
    for ordinal, mention in enumerate(mentions):
        yield {
            "id": mention.id,
            "ordinal": ordinal,
            "type": mention.type,
            "modes": list(mention.modes),
            "aux": list(mention.aux),
            "hedged": mention.hedged,
            **_quote_columns("trigger", mention.trigger),
            "contexts": list(mention.contexts),
            "same_as": mention.same_as,
            "part_of": mention.part_of,
            "score": mention.score,
            "actor_hints": [[hint.sectors, hint.countries] for hint in mention.actor_hints],
            "recipient_hints": [[hint.sectors, hint.countries] for hint in mention.recipient_hints],
        }


def quote_rows(mentions: Iterable[Mention]) -> Iterator[Row]:
    """Rows of ``quotes``: every quote of the mentions but the triggers."""
    for mention in mentions:
        for role, position, quote, kind in _quotes_of(mention):
            yield {
                "mention": mention.id,
                "role": role,
                "position": position,
                **_quote_columns("quote", quote),
                "count_kind": kind,
            }


def _quotes_of(mention: Mention) -> Iterator[tuple[str, int, Quote, str | None]]:
    for role, name in _LISTS.items():
        for position, quote in enumerate(getattr(mention, name)):
            yield role, position, quote, None
    for position, count in enumerate(mention.counts):
        yield "count", position, count.quote, count.kind
        if count.said_by:
            yield "count_said_by", position, count.said_by, None
    if mention.said_by:
        yield "said_by", 0, mention.said_by, None
    if mention.issue:
        yield "issue", 0, mention.issue, None


def mention_of(row: RowMapping, quotes: Sequence[RowMapping]) -> Mention:
    """A mention out of its row and its rows of ``quotes``, which stand in the order of their positions."""
    said_by = {quote["position"]: quote_of("quote", quote) for quote in quotes if quote["role"] == "count_said_by"}
    counts = tuple(
        CountQuote(quote["count_kind"], _quote(quote), said_by.get(quote["position"])) for quote in quotes if quote["role"] == "count"
    )
    single = {quote["role"]: _quote(quote) for quote in quotes if quote["role"] in {"said_by", "issue"}}
    lists = {name: tuple(_quote(quote) for quote in quotes if quote["role"] == role) for role, name in _LISTS.items()}
    return Mention(
        id=row["id"],
        type=row["type"],
        trigger=_required_quote("trigger", row),
        modes=tuple(row["modes"]),
        aux=tuple(row["aux"]),
        hedged=row["hedged"],
        said_by=single.get("said_by"),
        counts=counts,
        issue=single.get("issue"),
        contexts=tuple(row["contexts"]),
        same_as=row["same_as"],
        part_of=row["part_of"],
        score=row["score"],
        actor_hints=_hints(row["actor_hints"]),
        recipient_hints=_hints(row["recipient_hints"]),
        **lists,
    )


def _hints(stored: Sequence[Sequence[Any]]) -> tuple[EntityHint, ...]:
    return tuple(EntityHint(_pairs(sectors), _pairs(countries)) for sectors, countries in stored)


def _pairs(stored: Sequence[Sequence[Any]]) -> tuple[tuple[str, float], ...]:
    return tuple((code, probability) for code, probability in stored)


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Rows of ``claims``, all with the same columns."""
    for ordinal, claim in enumerate(claims):
        yield {
            "ordinal": ordinal,
            "mention": claim.mention,
            "field": claim.field,
            "position": claim.position,
            **_quote_columns("quote", claim.quote),
            "standing": claim.standing,
            **_quote_columns("claimant", claim.claimant),
            **_NO_VALUE,
            **_value_columns(claim.value),
        }


_NO_VALUE: Row = dict.fromkeys(
    (
        *("value", "name", "country", "identity", "sectors", "private", "place_kind", "geonameid", "latitude", "longitude", "radius_km"),
        *("where_prec", "geo_precision", "first_day", "last_day", "date_precision", "date_method", "count_kind", "low", "high", "best"),
        "unit",
    )
)


def _value_columns(value: Value | None) -> Row:
    if isinstance(value, EntityValue):
        return {"value": "entity", **_same(value, "name", "country", "identity", "private"), "sectors": list(value.sectors)}
    if isinstance(value, PlaceValue):
        names = ("name", "country", "geonameid", "latitude", "longitude", "radius_km", "where_prec", "geo_precision")
        return {"value": "place", **_same(value, *names), "place_kind": value.kind}
    if isinstance(value, TimeValue):
        interval = {"first_day": value.first, "last_day": value.last}
        return {"value": "time", **interval, "date_precision": value.precision, "date_method": value.method}
    if isinstance(value, CountValue):
        return {"value": "count", **_same(value, "low", "high", "best", "unit"), "count_kind": value.kind}
    return {}


def _same(value: Value, *names: str) -> Row:
    return {name: getattr(value, name) for name in names}


def claim_of(row: RowMapping) -> Claim:
    """The claim in a row of ``claims``."""
    return Claim(
        mention=row["mention"],
        field=row["field"],
        position=row["position"],
        quote=_required_quote("quote", row),
        standing=row["standing"],
        value=_value_of(row),
        claimant=quote_of("claimant", row),
    )


def _value_of(row: RowMapping) -> Value | None:
    match row["value"]:
        case "entity":
            return EntityValue(row["name"], row["identity"], row["country"], tuple(row["sectors"]), row["private"])
        case "place":
            names = ("country", "geonameid", "latitude", "longitude", "radius_km", "where_prec", "geo_precision")
            return PlaceValue(row["name"], row["place_kind"], **{name: row[name] for name in names})
        case "time":
            return TimeValue(row["first_day"], row["last_day"], row["date_precision"], row["date_method"])
        case "count":
            return CountValue(row["count_kind"], row["low"], row["high"], row["best"], row["unit"])
        case _:
            return None


def entity_rows(claims: Iterable[Claim]) -> list[Row]:
    """Rows of ``entities``: each identity once, as the first claim that names it has it."""
    found: dict[str, Row] = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, EntityValue) and value.identity not in found:
            found[value.identity] = {**_same(value, "identity", "name", "country", "private"), "sectors": list(value.sectors)}
    return list(found.values())


def place_rows(claims: Iterable[Claim]) -> list[Row]:
    """Rows of ``places`` by rising id, so that two writers who add the same places take their locks in the same order."""
    found: dict[int, Row] = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, PlaceValue) and value.geonameid is not None:
            found.setdefault(value.geonameid, _same(value, "geonameid", "name", "kind", "country", "latitude", "longitude"))
    return [found[geonameid] for geonameid in sorted(found)]


def _quote_columns(of: str, quote: Quote | None) -> Row:
    return {
        f"{of}_start": quote.start if quote else None,
        f"{of}_end": quote.end if quote else None,
        f"{of}_text": quote.text if quote else None,
        f"{of}_score": quote.score if quote else None,
    }


def quote_of(of: str, row: RowMapping) -> Quote | None:
    """The quote in the columns ``{of}_start`` … of a row; ``None`` where they are null."""
    return None if row[f"{of}_start"] is None else _required_quote(of, row)


def _required_quote(of: str, row: RowMapping) -> Quote:
    return Quote(row[f"{of}_start"], row[f"{of}_end"], row[f"{of}_text"], row[f"{of}_score"])


def _quote(row: RowMapping) -> Quote:
    return _required_quote("quote", row)


def plain(record: Any) -> Any:
    """A record as what JSON can hold: for ``history.before``."""
    return _plain(asdict(record))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value
