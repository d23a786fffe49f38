"""One flat table of events: what CSV, Parquet, pandas and polars show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.codebook import COUNT_KINDS
from tocsin.export.placed import Exported, KeyOf, placed, with_keys
from tocsin.records import (
    MEASURED,
    Claim,
    CountValue,
    Document,
    EntityValue,
    Event,
    PlaceValue,
    TimeValue,
    go_together,
    reach_of,
    whole_counts,
)
from tocsin.sentences import sentences

Cell: TypeAlias = str | int | float | bool | dt.date | list[str] | None
Kind: TypeAlias = Literal["text", "list", "date", "integer", "number", "yes/no"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name, what kind of values it has and what they mean."""

    name: str
    kind: Kind
    meaning: str


def _count_columns() -> Iterator[Column]:
    for kind in COUNT_KINDS:
        yield Column(f"{kind}_low", "integer", f"{kind}: the least that any claim gives")
        yield Column(f"{kind}_best", "integer", f"{kind}: best figure, the report's own voice before others'")
        yield Column(f"{kind}_high", "integer", f"{kind}: the most that any claim gives; empty when the largest is open above")
        if kind in MEASURED:
            yield Column(f"{kind}_unit", "text", f"{kind}: unit of the three figures; claims in another unit are left out of them")


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "text", "the document's id, `/`, and the id of the event's first mention"),
    Column("document_id", "text", "the document's id"),
    Column("source", "text", "the path, path with row number or URL that was read"),
    Column("publisher", "text", "who printed it"),
    Column("title", "text", "its headline"),
    Column("url", "text", "where it was printed"),
    Column("published", "date", "publication date; empty when unknown or in doubt"),
    Column("type", "text", "event type, one of sixteen"),
    Column("modes", "list", "how it was done, of all mentions"),
    Column("aux", "list", "`historical`, `future`, `hypothetical`, `negation`: what all mentions share"),
    Column("hedged", "yes/no", "every mention is marked by doubt"),
    Column("said_by", "list", "the sources that the text gives"),
    Column("actors", "list", "who did it: the fullest spelling, or the words where nobody could be told by them"),
    Column("actor_countries", "list", "their countries or bodies, in the same order; an empty item where unknown"),
    Column("actor_sectors", "list", "their sectors, in the same order, several joined by `+`"),
    Column("actor_keys", "list", "one key for a public figure or a body in all documents, in the same order; an empty item for all others"),
    Column("recipients", "list", "to whom it was done"),
    Column("recipient_countries", "list", "their countries or bodies, in the same order"),
    Column("recipient_sectors", "list", "their sectors, in the same order"),
    Column("recipient_keys", "list", "their keys, in the same order"),
    Column("where_name", "text", "the place of the act: the most precise that a mention gives"),
    Column("where_kind", "text", "`landmark`, `city`, `district`, `division`, `country`, `region`"),
    Column("where_country", "text", "ISO 3166-1 alpha-3"),
    Column("geonameid", "integer", "GeoNames id"),
    Column("latitude", "number", "WGS 84 degrees"),
    Column("longitude", "number", "WGS 84 degrees"),
    Column("radius_km", "number", "how far the act may be from that point"),
    Column("where_prec", "integer", "UCDP's 1 (exact) to 7 (international)"),
    Column("geo_precision", "integer", "ACLED's 1 to 3"),
    Column("when_first", "date", "first day on which it may have been: the shortest interval that a mention gives"),
    Column("when_last", "date", "last such day"),
    Column("when_precision", "text", "`day`, `week`, `month`, `year`, `longer`, `unknown`"),
    Column("when_method", "text", "`stated`, `relative` (to the publication date), `none`"),
    *_count_columns(),
    Column("issue", "text", "what it is about, in the text's words"),
    Column("contexts", "list", "themes, of all mentions"),
    Column("trigger", "text", "the words that express the event"),
    Column("sentence", "text", "the sentence around them"),
    Column("score", "number", "the surest mention's score, 0 to 1"),
    Column("mentions", "integer", "how many mentions the event has"),
    Column("model", "text", "version of the model that read it"),
    Column("codebook", "text", "version of the codebook"),
    Column("incident", "text", "id of the incident that the event stands in; empty when it is not grouped (out of no database)"),
    Column("incident_articles", "integer", "how many documents tell this incident"),
    Column("incident_sources", "integer", "how many independent ones: one text printed by many is one"),
    Column("where_words", "list", "the words that name the places, whether the gazetteer has them or not"),
    Column("when_words", "list", "the words that tell when, whether a date could be told from them or not"),
    Column("rivals", "list", "kinds of count for which the report gives figures that do not go together"),
)

NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)


def event_rows(readings: Iterable[Exported], key_of: KeyOf | None = None) -> Iterator[dict[str, Cell]]:
    """One row an event, with every column of :data:`COLUMNS` in their order; lists are lists of strings."""
    for exported in with_keys(readings, key_of) if key_of else readings:
        reading = placed(exported).reading
        for event in reading.events:
            yield event_row(exported, event)


def event_row(exported: Exported, event: Event) -> dict[str, Cell]:
    """The row of one event of a reading, with the incident that it stands in."""
    each, first = placed(exported), event.mentions[0]
    reading, incident = each.reading, each.incidents.get(event.id)
    row: dict[str, Cell] = {
        "event_id": f"{reading.document.id}/{event.id}",
        **_document_cells(reading.document),
        "type": first.type,
        "modes": _union(mention.modes for mention in event.mentions),
        "aux": [name for name in first.aux if all(name in mention.aux for mention in event.mentions)],
        "hedged": all(mention.hedged for mention in event.mentions),
        "said_by": _names(_of(event, "said_by")),
        **_entity_cells(_of(event, "actor"), "actor", each.keys),
        **_entity_cells(_of(event, "recipient"), "recipient", each.keys),
        **_where_cells(_of(event, "where")),
        **_when_cells(_of(event, "when"), _of(event, "time")),
        **_count_cells(_counts(reading.document.text, event)),
        "issue": next((mention.issue.text for mention in event.mentions if mention.issue), None),
        "contexts": _union(mention.contexts for mention in event.mentions),
        "trigger": first.trigger.text,
        "sentence": sentence(reading.document.text, first.trigger.start, first.trigger.end),
        "score": max(mention.score for mention in event.mentions),
        "mentions": len(event.mentions),
        "model": reading.model,
        "codebook": reading.codebook,
        "incident": incident.incident if incident else None,
        "incident_articles": incident.articles if incident else None,
        "incident_sources": incident.sources if incident else None,
        "where_words": _union([claim.quote.text] for claim in _of(event, "place")),
        "when_words": _union([claim.quote.text] for claim in _of(event, "time")),
    }
    return {name: row[name] for name in NAMES}


def _document_cells(document: Document) -> dict[str, Cell]:
    return {
        "document_id": document.id,
        "source": document.source,
        "publisher": document.publisher,
        "title": document.title,
        "url": document.url,
        "published": document.trusted_date,
    }


def _of(event: Event, field: str) -> list[Claim]:
    return [claim for claim in event.claims if claim.field == field]


def _union(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(item for each in lists for item in each))


def _distinct(claims: Sequence[Claim]) -> list[tuple[str, EntityValue | None]]:
    """Each entity once, under its fullest spelling; words that could not be resolved stand for themselves."""
    found: dict[tuple[str, str], tuple[str, EntityValue | None]] = {}
    for claim in claims:
        if isinstance(claim.value, EntityValue):
            found.setdefault(("identity", claim.value.identity), (claim.value.name, claim.value))
        else:
            found.setdefault(("words", claim.quote.text), (claim.quote.text, None))
    return list(found.values())


def _names(claims: Sequence[Claim]) -> list[str]:
    return [name for name, _ in _distinct(claims)]


def _entity_cells(claims: Sequence[Claim], field: str, keys: Mapping[EntityValue, str]) -> dict[str, Cell]:
    found = _distinct(claims)
    return {
        f"{field}s": [name for name, _ in found],
        f"{field}_countries": [value.country or "" if value else "" for _, value in found],
        f"{field}_sectors": ["+".join(value.sectors) if value else "" for _, value in found],
        f"{field}_keys": [keys.get(value, "") if value else "" for _, value in found],
    }


def _where_cells(claims: Sequence[Claim]) -> dict[str, Cell]:
    places = [claim.value for claim in claims if isinstance(claim.value, PlaceValue)]
    best = min(places, key=lambda place: place.where_prec, default=None)
    names = ("geonameid", "latitude", "longitude", "radius_km", "where_prec", "geo_precision")
    return {
        "where_name": best.name if best else None,
        "where_kind": best.kind if best else None,
        "where_country": best.country if best else None,
        **{name: getattr(best, name) if best else None for name in names},
    }


def _when_cells(claims: Sequence[Claim], words: Sequence[Claim]) -> dict[str, Cell]:
    """The days of the whole act; where none are known, ``unknown`` if there are words for it: *Sunday* in a report without a date."""
    times = [claim.value for claim in claims if isinstance(claim.value, TimeValue)]
    unresolved = (claim.value for claim in words if isinstance(claim.value, TimeValue) and claim.value.first is None)
    best = min(times, key=_length, default=next(unresolved, None))
    return {
        "when_first": best.first if best else None,
        "when_last": best.last if best else None,
        "when_precision": best.precision if best else None,
        "when_method": best.method if best else None,
    }


def _length(time: TimeValue) -> int:
    return (time.last - time.first).days if time.first and time.last else dt.date.max.toordinal()


_Counts: TypeAlias = Sequence[tuple[Claim, CountValue]]


def _counts(text: str, event: Event) -> _Counts:
    """The numbers that the report gives for the act; of one that is only planned or possible those of the plan. What is denied is none."""
    told = [(claim, value) for claim, value in whole_counts(text, event.claims) if claim.standing != "denied"]
    return [(claim, value) for claim, value in told if claim.standing in {"asserted", "hedged"}] or told


def _count_cells(counts: _Counts) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    rivals: list[str] = []
    for kind in COUNT_KINDS:
        alike = _alike([(claim, value) for claim, value in counts if value.kind == kind])
        cells |= _range_cells(kind, alike)
        rivals += [kind] if alike and not go_together(alike) else []
    return cells | {"rivals": rivals}


def _alike(counts: _Counts) -> list[CountValue]:
    """The figures of one kind and unit, the report's own voice first."""
    ordered = [value for _, value in sorted(counts, key=lambda each: each[0].claimant is not None)]
    return [value for value in ordered if value.unit == ordered[0].unit]


def _range_cells(kind: str, alike: Sequence[CountValue]) -> dict[str, Cell]:
    low, high = reach_of(alike) if alike else (None, None)
    cells: dict[str, Cell] = {
        f"{kind}_low": low,
        f"{kind}_best": next((value.best for value in alike if value.best is not None), None),
        f"{kind}_high": high,
    }
    return cells | ({f"{kind}_unit": alike[0].unit if alike else None} if kind in MEASURED else {})


def sentence(text: str, start: int, end: int) -> str:
    """The sentence around ``text[start:end]``, on one line.

    Only the paragraph is cut into sentences, since a long text may have many events.
    """
    first, after = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    paragraph = text[first : after if after >= 0 else len(text)]
    held = [span for span in sentences(paragraph) if first + span.start < end and first + span.end > start]
    words = paragraph[held[0].start : held[-1].end] if held else text[start:end]
    return " ".join(words.split())


def columns_page() -> str:
    """The columns in Markdown, for ``docs/export.md``."""
    rows = [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in COLUMNS]
    return "\n".join(["| column | kind | what it holds |", "|---|---|---|", *rows, ""])
