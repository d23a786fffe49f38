"""The one place of a whole act, from the places that its mention names.

The codebook's order is the most precise place first, then wider ones. A place of the gazetteer carries the name that the text gives it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.records import Mention, PlaceValue, Quote
from tocsin.resolve.acts.inheritance import Known
from tocsin.resolve.entities.setting import PlacedName, Setting
from tocsin.resolve.word_lists import FUNCTION, NEARNESS, PARTS

Combine = Callable[[Iterable[PlaceValue | None]], PlaceValue | None]

_STRAY = 0.15
"""A country with less than this share of the document's names is a wrong reading of a name where the main country is named beside it."""
_AT_HOME = 0.5
"""Share from which the main country is the country of a named place that the gazetteer lacks."""
_PART = re.compile(r"\b((?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)(?:ern)) $", re.IGNORECASE)
_BORDER_END = re.compile(r"\b(?:border|frontier)$", re.IGNORECASE)
_WITH = len(" with ")
_GENERIC_END = re.compile(r"(?<=\w) (?:village|town|city|township|hamlet)$")
_BARE = FUNCTION | PARTS | NEARNESS | frozenset({"front", "side", "middle", "site", "scene"})
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")


def whole_place(
    mention: Mention, places: Mapping[Quote, PlaceValue | None], setting: Setting, combine: Combine, earlier: Known[PlaceValue] | None
) -> Known[PlaceValue] | None:
    """Where the act as a whole took place; ``None`` where the mention names no place.

    A place without a name of its own (*the port gate*, *the road*) lies in the last place that was named before it (``earlier``), else in the
    one country that the document's places lie in; a named one that the gazetteer lacks keeps its name with the country alone.
    """
    if not mention.places:
        return None
    known = _at_home([(q, v) for q in _on_this_side(mention.places) if (v := places[q]) is not None], setting)
    value = combine(v for _, v in known)
    if value is None:
        return _unlisted(mention.places, setting) or earlier or _somewhere(mention.places, setting, combine)
    quote = next((q for q, v in known if v.geonameid == value.geonameid), known[0][0])
    return Known(quote, _as_written(value, quote, setting.toponyms))


def _on_this_side(quotes: Sequence[Quote]) -> list[Quote]:
    """Without the country across the border: *Burkina Faso* of *Niger's border with Burkina Faso*."""
    borders = [quote.end for quote in quotes if _BORDER_END.search(quote.text)]
    return [quote for quote in quotes if not any(0 < quote.start - end <= _WITH for end in borders)]


def _at_home(known: Sequence[tuple[Quote, PlaceValue]], setting: Setting) -> Sequence[tuple[Quote, PlaceValue]]:
    """Without the places in countries that the document hardly names, where others lie in its main country."""
    kept = [(q, v) for q, v in known if v.country is None or v.country == setting.main or setting.votes.get(v.country, 0.0) >= _STRAY]
    return kept if any(v.country == setting.main for _, v in kept) else known


def _unlisted(quotes: Sequence[Quote], setting: Setting) -> Known[PlaceValue] | None:
    main = setting.main
    if main is None or setting.votes[main] < _AT_HOME:
        return None
    for quote in quotes:
        name = quote.text
        for article in _ARTICLES:
            name = name.removeprefix(article)
        if setting.cased and name[:1].isupper() and not quote.text[:1].islower():
            name = _GENERIC_END.sub("", name)
            return Known(quote, PlaceValue(name, "landmark", main, where_prec=6, geo_precision=3))
    return None


def _somewhere(quotes: Sequence[Quote], setting: Setting, combine: Combine) -> Known[PlaceValue] | None:
    """The main country, for words that name no place in a document that names places there: on the training texts 849 of 862 such acts
    have a place, and none of 104 in a text without any place name. A thing must be named: *central* or *in front of* alone, which the
    reader cuts out of longer phrases, tells nothing.
    """
    main = setting.main
    quotes = [quote for quote in quotes if set(re.findall(r"[a-z-]+", quote.text.casefold())) - _BARE]
    if not quotes:
        return None
    at_home = [t for t in setting.toponyms if t.country == main]
    if main is None or not at_home or setting.votes[main] < _AT_HOME:
        return None
    country = combine([PlaceValue(main, "country", main, where_prec=6, geo_precision=3)])
    return Known(quotes[0], country) if country else None


def _as_written(value: PlaceValue, quote: Quote, toponyms: Sequence[PlacedName]) -> PlaceValue:
    """The place under the name that the quote gives it, where the quote holds just one name: *eastern Aleppo* keeps its direction."""
    inside = [t for t in toponyms if quote.start <= t.start and t.end <= quote.end]
    if len(inside) != 1 or inside[0].geonameid is None or inside[0].geonameid != value.geonameid:
        return value
    name = quote.text[inside[0].start - quote.start : inside[0].end - quote.start]
    part = _PART.search(quote.text, 0, inside[0].start - quote.start)
    written = name.title() if name.islower() else name
    return replace(value, name=f"{part.group(1).lower()} {written}" if part else written)
