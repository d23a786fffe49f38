"""Place quotes to gazetteer entries with an honest precision.

Data: GeoNames (https://www.geonames.org, CC BY 4.0). Rules, figures and known limits: ``docs/places.md``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tocsin.codebook import BODIES
from tocsin.records import Document, Furniture, PlaceKind, PlaceValue, Quote
from tocsin.resolve.countries import find_names
from tocsin.resolve.places.adjectives import adjectives
from tocsin.resolve.places.combine import combine_places
from tocsin.resolve.places.disambiguate import Named, area_codes, settle, within
from tocsin.resolve.places.gazetteer import Gazetteer, Place
from tocsin.resolve.places.gazetteer_sources import MAIN
from tocsin.resolve.places.name_spans import NameSpan
from tocsin.resolve.places.names import key
from tocsin.resolve.places.phrases import PhraseName, PlacePhrase, place_phrase
from tocsin.resolve.places.precision import as_kind, near, part_of_country, place_value
from tocsin.resolve.places.toponym_signs import names_site, writes_no_capitals
from tocsin.resolve.places.toponyms import Toponym, toponyms, words_outside

__all__ = ["PlaceResolver", "combine_places"]

_SITE_KM = 5.0
_DISTRICT_KM = 30.0
_ONE_COUNTRY = 0.6
"""Share of all that a text says of countries from which on it is about that one."""
_KNOWN_ABROAD, _KNOWN_ANYWHERE = 50_000, 1_000_000
"""Population from which a city is named without its country being spoken of: under its own name, under any."""
_FEW = 6
"""Words of the longest phrase that takes up a place named before: *various parts of the state*."""
_MEMORY = 50
"""Place names that a reader of *the city* looks back over."""
_DEFINITE = frozenset({"the", "this", "that", "our", "their"})
_HEADS: Mapping[str, PlaceKind] = {"country": "country", **dict.fromkeys(("province", "state", "region", "oblast"), "division")}
_CITY_STATES = frozenset({"HKG", "MAC", "SGP", "MCO", "VAT", "SMR", "GIB"})
_LISTED = re.compile(r"\s*(?:,|,?\s(?:and|or)|&)\s(?:(?:in|the|(?:the )?(?:cities|towns|villages) of)\s)?", re.IGNORECASE)
"""What stands between the places of a list. Commas alone may lead from a place to what holds it."""
_SIZES = ("landmark", "city", "district", "division", "region", "country")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a document's text says about its places before any quote is looked at. Reading it is most of the work, so a caller with
    several questions keeps it.

    ``said`` counts how often each country is named; ``caseless`` tells that the text writes no capitals.
    """

    toponyms: tuple[Toponym, ...]
    said: Mapping[str, int]
    caseless: bool
    adjectives: tuple[Quote, ...] = ()
    """Adjectives of places, in reading order: *Turkish* in *Turkish troops*."""

    @property
    def quotes(self) -> list[Quote]:
        """The place names, datelines too, in reading order; ``score`` grows with the evidence for each."""
        return [Quote(t.span.start, t.span.end, t.text, round(t.evidence / (1.0 + t.evidence), 3)) for t in self.toponyms]


@dataclass(frozen=True, slots=True)
class _Background:
    """The document's place names and where each starts, the weight of each country by what its text and its actors say, the areas that
    the text puts names in, and the text.
    """

    toponyms: tuple[Toponym, ...]
    countries: Mapping[str, float]
    within: Mapping[str, frozenset[str]]
    starts: Sequence[int]
    text: str

    @property
    def main(self) -> str | None:
        """The one country that the text is about, if there is one."""
        country = max(self.countries, key=self.countries.__getitem__, default=None)
        return country if country and self.countries[country] >= _ONE_COUNTRY * sum(self.countries.values()) else None


class PlaceResolver:
    """Resolves place quotes against one gazetteer. Holds no state of any document."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def survey(self, document: Document) -> Survey:
        """The place names of a document outside its furniture, and the countries that it speaks of."""
        text = document.text
        words = words_outside(text, document.furniture)
        found = tuple(toponyms(text, words, self.gazetteer))
        names = find_names(text)
        said = Counter(n.code for n in names if n.kind not in {"place", "group"} and n.code not in BODIES)
        spans = adjectives(text, words, names, [(t.span.start, t.span.end) for t in found])
        return Survey(found, said, writes_no_capitals(words), tuple(Quote(start, end, text[start:end]) for start, end in spans))

    def find(self, text: str, furniture: Iterable[Furniture] = ()) -> list[Quote]:
        """The place names of running text, as :attr:`Survey.quotes`."""
        return Survey(tuple(toponyms(text, words_outside(text, furniture), self.gazetteer)), {}, caseless=False).quotes

    def resolve(
        self, document: Document, quotes: Sequence[Quote], countries: Mapping[str, float] | None = None, survey: Survey | None = None
    ) -> list[PlaceValue | None]:
        """The place of each quote, in their order; ``None`` where the words name none that is known.

        ``countries`` weighs the countries of the document's actors (ISO 3166-1 alpha-3 to any positive number); the countries and peoples
        that the text names are weighed besides. One name means one place throughout a document, unless the words beside it
        say otherwise (*Paris, Texas*). ``survey`` is the document's own, where the caller has it.
        """
        survey = survey or self.survey(document)
        background = _background_of(survey, countries or {}, document.text)
        known = {(t.span.start, t.span.end) for t in survey.toponyms}
        phrases = [place_phrase(document.text, q.start, q.end, self.gazetteer, caseless=survey.caseless, known=known) for q in quotes]
        named = {p: _named(document.text, phrase, p, background) for phrase in phrases for p in phrase.names}
        # each name once: the same quote twice must not vote for itself
        every = [*dict.fromkeys(named.values()), *_other_names(background, named)]
        senses = dict(zip(every, settle(every, background.countries), strict=True))
        meant = _believed(named, senses, background)
        return [self._value(q, phrase, meant, background) for q, phrase in zip(quotes, phrases, strict=True)]

    def combine(self, values: Iterable[PlaceValue | None]) -> PlaceValue | None:
        """:func:`combine_places` with this resolver's gazetteer."""
        return combine_places(values, self.gazetteer)

    def _value(
        self, quote: Quote, phrase: PlacePhrase, meant: Mapping[PhraseName, Place | None], background: _Background
    ) -> PlaceValue | None:
        chosen = _chosen(phrase, meant)
        if chosen is None:
            return self._inherited(quote, phrase, background)
        name, place = chosen
        if phrase.capital and place.kind == "country":  # "the capital of Kenya"
            place = self.gazetteer.capital_of(place.country or "") or place
        if phrase.border:
            return self._border(meant[n] for n in phrase.names)
        value = self._of_list(quote, phrase, meant, place) or place_value(place)
        if place.kind == "country" and name.direction and name.direction != "central":
            return part_of_country(value, name.direction)
        if place.kind == "city" and name.level == "district":
            value = as_kind(value, "district", _DISTRICT_KM)
        if phrase.site and value.kind == "city":
            value = as_kind(value, "landmark", _SITE_KM)
        return near(value) if phrase.near else value

    def _of_list(self, quote: Quote, phrase: PlacePhrase, meant: Mapping[PhraseName, Place | None], place: Place) -> PlaceValue | None:
        """*Kaduna, Zaria and Kafanchan*: the smallest area that holds all places of a list, ``None`` where the words are none."""
        listed = [n for n in phrase.names if (found := meant[n]) is not None and found.kind == place.kind]
        gaps = [quote.text[a.span.end - quote.start : b.span.start - quote.start] for a, b in pairwise(listed)]
        if len(listed) < 2 or not all(_LISTED.fullmatch(gap) for gap in gaps) or not any("and" in gap or "or" in gap for gap in gaps):
            return None
        return self.combine(place_value(found) for n in listed if (found := meant[n]) is not None)

    def _border(self, places: Iterable[Place | None]) -> PlaceValue | None:
        """A border is a line: no point of its own within the country, and a region without one between two."""
        values = [place_value(p) for p in places if p]
        whole = self.combine(values)
        if whole is None or whole.country is None or whole.kind not in {"country", "division"}:
            return whole
        return replace(whole, kind="region", where_prec=5, geo_precision=3)

    def _inherited(self, quote: Quote, phrase: PlacePhrase, background: _Background) -> PlaceValue | None:
        """*the capital* of the one country of the text; *the city*, *the province*, *here* for the last one named before."""
        if phrase.site:
            return None
        if phrase.area or len(phrase.peoples) == 1:
            return self._of_adjective(phrase, background)
        if phrase.head == "capital":
            return self._capital(background)
        words = quote.text.casefold().split()
        if words == ["here"]:
            return self._named_before(quote, "city", background)
        # "the town of Qatraneh" takes up no other town, and "the town of" is cut off before its name
        named = any(word[:1].isupper() for word in quote.text.split()[1:]) or bool(set(words[-1:]) & {"of", "in", "at"})
        if not phrase.head or named or not (_DEFINITE & set(words)) or len(words) > _FEW:
            return None
        return self._named_before(quote, _HEADS.get(phrase.head, "city"), background)

    def _of_adjective(self, phrase: PlacePhrase, background: _Background) -> PlaceValue | None:
        """*Chechen forces*, *Kenyan waters*, *the Tunisian capital*."""
        if phrase.area:
            place = settle([Named(key(phrase.area), self.gazetteer.lookup(phrase.area))], background.countries)[0]
        elif phrase.head == "capital":
            place = self.gazetteer.capital_of(phrase.peoples[0])
        else:
            place = self.gazetteer.by_code(phrase.peoples[0])
        return place_value(place) if place else None

    def _named_before(self, quote: Quote, kind: PlaceKind, background: _Background) -> PlaceValue | None:
        """The last place of a kind named before the quote; for a division or a country, the one around the last place of any kind."""
        at = bisect_right(background.starts, quote.start)
        before = [t for t in background.toponyms[max(0, at - _MEMORY) : at] if t.span.end <= quote.start]
        every = settle([Named(t.span.key, t.span.candidates, t.within) for t in before], background.countries)
        senses = [place for place in every if place]
        named = [
            place for t, place in zip(before, every, strict=True) if place and not names_site(background.text, t.span.start, t.span.end)
        ]
        for places in (named, senses):  # a site's name (*Kibuye market*) tells the town where no other does
            fitting = [p for p in places if p.kind == kind or (kind == "city" and p.kind == "country" and p.country in _CITY_STATES)]
            if fitting:
                return place_value(fitting[-1])
        around: Place | None = None
        if kind == "division":
            inside = [p for p in senses if p.kind in {"city", "district"} and p.admin1]
            around = self.gazetteer.by_code(inside[-1].admin1 or "") if inside else None
        elif kind == "country":
            around = self.gazetteer.by_code(background.main or "")
        return place_value(around) if around else None

    def _capital(self, background: _Background) -> PlaceValue | None:
        capital = self.gazetteer.capital_of(background.main or "")
        return place_value(capital) if capital else None


def _background_of(survey: Survey, actors: Mapping[str, float], text: str) -> _Background:
    """What the text says of countries and what its actors say weigh the same."""
    weights: defaultdict[str, float] = defaultdict(float)
    for told in (survey.said, actors):
        total = sum(told.values())
        for code, weight in told.items():
            weights[code] += weight / total if total > 0 else 0.0
    within: dict[str, frozenset[str]] = {}
    for toponym in survey.toponyms:
        if toponym.within:
            within[toponym.span.key] = within.get(toponym.span.key, frozenset()) | toponym.within
    return _Background(survey.toponyms, dict(weights), within, [t.span.start for t in survey.toponyms], text)


def _named(text: str, phrase: PlacePhrase, name: PhraseName, background: _Background) -> Named:
    """A name of a phrase with the areas that the rest of the phrase, or the text right after it, puts it in, there or elsewhere."""
    others = [p for n in phrase.names if n is not name for p in n.span.candidates[:3] if p.kind in {"country", "division", "district"}]
    codes, elsewhere = area_codes(others), background.within.get(name.span.key, frozenset())
    at = bisect_right(background.starts, name.span.start) - 1
    for toponym in background.toponyms[max(0, at) : at + 1 + _FEW]:
        if toponym.span.start < name.span.end and name.span.start < toponym.span.end:
            codes |= toponym.within
    fitting = frozenset(c for c in codes if any(within(p, (c,)) and not area_codes((p,)) & {c} for p in name.span.candidates))
    return Named(name.span.key, name.span.candidates, fitting, name.level, 1.0, text[name.span.start : name.span.end], elsewhere)


def _believed(
    named: Mapping[PhraseName, Named], senses: Mapping[Named, Place | None], background: _Background
) -> dict[PhraseName, Place | None]:
    """The places without those that stand alone in a country that the document does not speak of.

    A text of another country names one for sure when it bears the name as its own and is of some size (:data:`_KNOWN_ABROAD`), or is very
    large; else a word, a person or a place that the gazetteer lacks is likelier (*the Marina* in Chennai, and not in California).
    """
    names = {(n.key, p.country) for n, p in senses.items() if p and p.rank == MAIN}
    voices = Counter(country for _, country in names)

    def believed(name: Named, place: Place | None, span: NameSpan) -> Place | None:
        if place is None or _at_home(place, background):
            return place
        others = voices[place.country] - ((name.key, place.country) in names)
        if others > 0 or name.within or place.kind == "division":
            return place
        return place if _is_known_abroad(place, span, background.text) else None

    return {p: believed(n, senses[n], p.span) for p, n in named.items()}


def _at_home(place: Place, background: _Background) -> bool:
    """Whether a place is in a country that the document speaks of, or no place that needs to be."""
    return place.kind in {"country", "region", "district"} or not background.countries or place.country in background.countries


def _is_known_abroad(place: Place, span: NameSpan, text: str) -> bool:
    """Whether a place is named without its country: by its size, and by no name of a site, for *Kibuye market* is not in Kibuye of another country."""
    size = _KNOWN_ABROAD if place.rank == MAIN else _KNOWN_ANYWHERE
    return place.population >= size and not names_site(text, span.start, span.end)


def _other_names(background: _Background, named: Mapping[PhraseName, Named]) -> list[Named]:
    """The document's other names, each once with how often it stands there."""
    taken = {n.key for n in named.values()}
    times = Counter((t.span.key, t.within) for t in background.toponyms)
    found = {(t.span.key, t.within): t.span.candidates for t in background.toponyms if t.span.key not in taken}
    return [
        Named(name, candidates, codes, None, float(times[name, codes]), "", background.within.get(name, frozenset()))
        for (name, codes), candidates in found.items()
    ]


def _chosen(phrase: PlacePhrase, meant: Mapping[PhraseName, Place | None]) -> tuple[PhraseName, Place] | None:
    """The name that the phrase is about: the smallest area, of equals the first."""
    found = [(n, place) for n in phrase.names if (place := meant[n]) is not None]
    return min(found, key=lambda pair: _SIZES.index(pair[1].kind), default=None)
