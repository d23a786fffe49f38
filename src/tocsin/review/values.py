"""Quotes and values as the JSON in which people send them and the database keeps them, and back with every mistake told.

A value's JSON is that of ``tocsin export --to jsonl``: ``kind`` is ``entity``, ``place``, ``time`` or ``count``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeAlias, get_args

from tocsin.codebook import COUNT_KINDS, PRECISION, SECTORS
from tocsin.errors import InputError
from tocsin.records import CountValue, DateMethod, DatePrecision, EntityValue, PlaceKind, PlaceValue, Quote, TimeValue, Value, precision_of

Json: TypeAlias = Any

KIND_OF: Mapping[str, str] = {
    "actor": "entity",
    "recipient": "entity",
    "said_by": "entity",
    "place": "place",
    "where": "place",
    "time": "time",
    "when": "time",
    "count": "count",
}
"""What kind of value each field has."""

_COUNTRY = re.compile(r"[A-Z]{3}")
_MOST = 2**63 - 1
"""What a database's integer holds."""


def quote_json(quote: Quote) -> dict[str, Json]:
    """A quote as ``{"start", "end", "text", "score"}``."""
    return asdict(quote)


def quote_of(given: Json, text: str, of: str, keep_score: bool = False) -> Quote:
    """The quote that ``{"start", "end"}`` (and ``text``, to check by) names in a document's text; a person's has the score 1.

    Raises:
        InputError: it is outside of the text, empty, or other words stand there.
    """
    if not isinstance(given, Mapping) or not _is_whole(given.get("start")) or not _is_whole(given.get("end")):
        raise InputError(f'{of}: words are given as {{"start": …, "end": …}}, two whole numbers counted in code points')
    start, end = given["start"], given["end"]
    if not 0 <= start < end <= len(text):
        raise InputError(f"{of}: [{start}, {end}) is no piece of the text, which has {len(text)} characters; mark the words again")
    words = text[start:end]
    if given.get("text", words) != words:
        raise InputError(f"{of}: at [{start}, {end}) stands {words!r} and not {given['text']!r}; mark the words again")
    return Quote(start, end, words, float(given["score"]) if keep_score and "score" in given else 1.0)


def value_json(value: Value | None) -> dict[str, Json] | None:
    """A value with its ``kind``; dates as ``YYYY-MM-DD``."""
    match value:
        case EntityValue():
            return {"kind": "entity", **asdict(value), "sectors": list(value.sectors)}
        case PlaceValue():
            written = asdict(value)
            return {"kind": "place", "name": written.pop("name"), "place_kind": written.pop("kind"), **written}
        case TimeValue():
            days = {"first": value.first and value.first.isoformat(), "last": value.last and value.last.isoformat()}
            return {"kind": "time", **days, "precision": value.precision, "method": value.method}
        case CountValue():
            return {"kind": "count", "of": value.kind, "low": value.low, "high": value.high, "best": value.best, "unit": value.unit}
        case _:
            return None


def value_of(given: Json, field: str, quote: Quote, former: Value | None = None, of: str | None = None) -> Value | None:
    """The value that a person gives for some words; what is left out is taken from the former value of these words.

    Args:
        given: its JSON, ``None`` where nothing can be said.
        field: the field that it is a value of.
        quote: the words that say so: the name of a new entity or place.
        former: what the words had before.
        of: what a count counts, where ``given`` does not say so.

    Raises:
        InputError: it is no value of this field.
    """
    if given is None:
        return None
    kind = KIND_OF[field]
    if not isinstance(given, Mapping) or given.get("kind", kind) != kind:
        raise InputError(f'{field}: a value of this field is {{"kind": "{kind}", …}} or null')
    asked = {name: value for name, value in given.items() if name != "kind"}
    was = {name: value for name, value in (value_json(former) or {}).items() if name != "kind"}
    known = {"entity": _ENTITY, "place": _PLACE, "time": _TIME, "count": _COUNT}[kind]
    unknown = sorted(set(asked) - known)
    if unknown:
        raise InputError(f"{field}: a {kind} has no {unknown[0]!r}; it has {', '.join(sorted(known))}")
    match kind:
        case "entity":
            return _entity(field, was | asked, quote)
        case "place":
            return _place(field, was | asked if asked.get("geonameid", was.get("geonameid")) == was.get("geonameid") else asked, quote)
        case "time":
            return _time(field, asked)
        case _:
            return _count(field, {"of": of or was.get("of"), "unit": was.get("unit")} | asked)


_ENTITY = {"name", "identity", "country", "sectors", "private"}
_PLACE = {"name", "place_kind", "country", "geonameid", "latitude", "longitude", "radius_km", "where_prec", "geo_precision"}
_TIME = {"first", "last", "precision", "method"}
_COUNT = {"of", "low", "high", "best", "unit"}


def _entity(field: str, given: Mapping[str, Json], quote: Quote) -> EntityValue:
    sectors = given.get("sectors") or []
    listed = sectors if isinstance(sectors, list | tuple) else [sectors]
    wrong = [sector for sector in listed if not isinstance(sector, str) or sector not in SECTORS]
    if wrong:
        raise InputError(f"{field}: {wrong[0]!r} is no sector; the codes are {' '.join(SECTORS)}")
    return EntityValue(
        name=_words(field, "name", given.get("name") or quote.text),
        identity=_words(field, "identity", given.get("identity") or f"p{quote.start}"),
        country=_country(field, given.get("country")),
        sectors=tuple(dict.fromkeys(listed)),
        private=_yes(field, "private", given.get("private", False)),
    )


def _place(field: str, given: Mapping[str, Json], quote: Quote) -> PlaceValue:
    kind = given.get("place_kind", "city" if given.get("latitude") is not None else "region")
    if kind not in get_args(PlaceKind):
        raise InputError(f"{field}: {kind!r} is no kind of place; the kinds are {', '.join(get_args(PlaceKind))}")
    country, geonameid = _country(field, given.get("country")), given.get("geonameid")
    if geonameid is not None and not (_is_whole(geonameid) and 0 < geonameid <= _MOST):
        raise InputError(f"{field}: {geonameid!r} is no GeoNames id; it is a whole number above 0")
    latitude, longitude = (_number(field, name, given.get(name), -most, most) for name, most in (("latitude", 90.0), ("longitude", 180.0)))
    if (latitude is None) != (longitude is None):
        raise InputError(f"{field}: a point has both a latitude and a longitude; give both or neither")
    precision = (7 if country is None else 6, 3) if latitude is None else PRECISION[kind]
    return PlaceValue(
        name=_words(field, "name", given.get("name") or quote.text),
        kind=kind,
        country=country,
        geonameid=geonameid,
        latitude=latitude,
        longitude=longitude,
        radius_km=_number(field, "radius_km", given.get("radius_km"), 0.0, 20_038.0),
        where_prec=_among(field, "where_prec", given.get("where_prec", precision[0]), range(1, 8)),
        geo_precision=_among(field, "geo_precision", given.get("geo_precision", precision[1]), range(1, 4)),
    )


def _time(field: str, given: Mapping[str, Json]) -> TimeValue:
    first, last = (_day(field, given.get(name)) for name in ("first", "last"))
    if (first is None) != (last is None):
        raise InputError(f"{field}: a time has a first and a last day, the same one for a single day; give both, or neither where unknown")
    method = given.get("method", "stated" if first else "none")
    if method not in get_args(DateMethod):
        raise InputError(f"{field}: {method!r} is no method; they are {', '.join(get_args(DateMethod))}")
    if first is None or last is None:
        return TimeValue(None, None, "unknown", "none")
    if first > last:
        raise InputError(f"{field}: the first day {first} is after the last {last}; change places")
    precision = given.get("precision", precision_of(first, last))
    if precision not in get_args(DatePrecision) or precision == "unknown":
        raise InputError(f"{field}: {precision!r} is no precision of known days; they are day, week, month, year, longer")
    return TimeValue(first, last, precision, method)


def _count(field: str, given: Mapping[str, Json]) -> CountValue:
    kind = given.get("of")
    if kind not in COUNT_KINDS:
        raise InputError(f"{field}: {kind!r} is nothing that is counted; of is one of {' '.join(COUNT_KINDS)}")
    low, high, best = (_figure(field, name, given.get(name)) for name in ("low", "high", "best"))
    if low is None:
        raise InputError(f"{field}: a count has a least figure, low; for “up to n” it is 0")
    if high is not None and high < low:
        raise InputError(f"{field}: high, {high}, is below low, {low}; change places, or leave high out where there is no most")
    best = low if best is None and high == low else best
    if best is not None and not (low <= best and (high is None or best <= high)):
        raise InputError(f"{field}: best, {best}, is not between low and high; mend one of the three")
    unit = given.get("unit")
    return CountValue(kind, low, high, best, None if unit is None else _words(field, "unit", unit))


def _words(field: str, name: str, given: Json) -> str:
    if not isinstance(given, str) or not given.strip():
        raise InputError(f"{field}: {name} is given as words, not {given!r}")
    return given


def _yes(field: str, name: str, given: Json) -> bool:
    if not isinstance(given, bool):
        raise InputError(f"{field}: {name} is true or false, not {given!r}")
    return given


def _country(field: str, given: Json) -> str | None:
    if given in (None, ""):
        return None
    if not isinstance(given, str) or not _COUNTRY.fullmatch(given):
        raise InputError(f"{field}: {given!r} is no country; write three capitals, such as KAZ, or a body such as UNO")
    return given


def _day(field: str, given: Json) -> dt.date | None:
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise InputError(f"{field}: {given!r} is no day; write YYYY-MM-DD") from error


def _figure(field: str, name: str, given: Json) -> int | None:
    if given is None:
        return None
    if not _is_whole(given) or not 0 <= given <= _MOST:
        raise InputError(f"{field}: {name} is a whole number from 0 on, not {given!r}")
    return int(given)


def _number(field: str, name: str, given: Json, least: float, most: float) -> float | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float) or not least <= given <= most:
        raise InputError(f"{field}: {name} is a number from {least:g} to {most:g}, not {given!r}")
    return float(given)


def _among(field: str, name: str, given: Json, range_: range) -> int:
    if not _is_whole(given) or given not in range_:
        raise InputError(f"{field}: {name} is a whole number from {range_[0]} to {range_[-1]}, not {given!r}")
    return int(given)


def _is_whole(given: Json) -> bool:
    return isinstance(given, int) and not isinstance(given, bool)
