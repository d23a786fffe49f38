"""Events as people read them: each value in a few words, each quote as a mark on the text. Plain strings and records, no colours.

The command line and the notebook view both show what is made here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tocsin.plain import line
from tocsin.records import Claim, CountValue, EntityValue, Event, Field, Mention, PlaceValue, Quote, Span, TimeValue

_COUNTED = {"other": "", "days": "held", "money": ""}
"""Kinds of count that read badly after their number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text in the role that they fill for a mention: ``trigger``, ``actor`` … ``said_by``, ``issue``."""

    start: int
    end: int
    role: str
    mention: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text between two borders of marks, with the marks that hold it, the longest first; none for plain words."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the marks, each once."""
        return tuple(dict.fromkeys(mark.role for mark in self.marks))


def act(mention: Mention) -> str:
    """``COERCE arrest``: the type with its modes."""
    return " ".join((mention.type, *mention.modes))


def shades(mention: Mention) -> tuple[str, ...]:
    """How the act stands to the facts: ``denied``, ``planned``, ``conditional``, ``background``, ``hedged``; nothing for a plain assertion."""
    names = {"negation": "denied", "future": "planned", "hypothetical": "conditional", "historical": "background"}
    return tuple(names[aux] for aux in mention.aux) + (("hedged",) if mention.hedged else ())


def day(value: TimeValue) -> str:
    """``2021-02-28``, ``2021-02``, ``2021`` or ``2021-02-22 to 2021-02-28``."""
    first, last = value.first, value.last
    if first is None or last is None:
        return "unknown"
    if first == last:
        return first.isoformat()
    if value.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if value.precision == "year" and first.year == last.year:
        return str(first.year)
    return f"{first.isoformat()} to {last.isoformat()}"


def place(value: PlaceValue) -> str:
    """``Almaty, KAZ``; a country by its name alone."""
    return value.name if value.kind == "country" or value.country is None else f"{value.name}, {value.country}"


def number(value: CountValue) -> str:
    """``50``, ``45–55``, ``at least 24``, with what was counted: ``24–99 arrested``."""
    if value.high is None:
        figure = f"at least {value.low:,}"
    elif value.high == value.low:
        figure = f"{value.low:,}"
    else:
        figure = f"{value.low:,}–{value.high:,}"
    words = (figure, value.unit or "", _COUNTED.get(value.kind, value.kind))
    return " ".join(word for word in words if word)


def codes(value: EntityValue) -> str:
    """``KAZ OPP``: country and sectors, as far as known."""
    return " ".join(part for part in (value.country, *value.sectors) if part)


def claimed(claim: Claim) -> str:
    """A claim's value with what it rests on: ``2021-02-28 (relative)``, ``Almaty, KAZ 43.250 N 76.950 E``; nothing where it is unknown."""
    match claim.value:
        case EntityValue() as value:
            known = codes(value)
            return f"{line(value.name)} ({known})" if known else line(value.name)
        case PlaceValue() as value:
            return " ".join(part for part in (line(place(value)), point(value)) if part)
        case TimeValue() as value if value.first:
            return f"{day(value)} ({value.method})"
        case CountValue() as value:
            return number(value)
        case _:
            return ""


def point(value: PlaceValue) -> str:
    """``43.250 N 76.950 E``; nothing for a place without coordinates."""
    if value.latitude is None or value.longitude is None:
        return ""
    north, east = "N" if value.latitude >= 0 else "S", "E" if value.longitude >= 0 else "W"
    return f"{abs(value.latitude):.3f} {north} {abs(value.longitude):.3f} {east}"


def when(event: Event) -> str:
    """The shortest interval that a mention gives for the whole act; failing that, the words that could not be resolved; failing those, nothing."""
    return _whole(event, "when", "time")


def where(event: Event) -> str:
    """The most precise place of the whole act, in the same way."""
    return _whole(event, "where", "place")


def who(event: Event, role: Field) -> tuple[str, ...]:
    """Each actor or recipient once, however often and however spelt: ``opposition demonstrators (KAZ OPP)``."""
    return tuple(dict.fromkeys(_party(claims[0]) for claims in parties(event, role)))


def parties(event: Event, role: Field) -> tuple[tuple[Claim, ...], ...]:
    """The claims of one role, those of one identity together, in the order of the text."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims_of(event, role):
        key = claim.value.identity if isinstance(claim.value, EntityValue) else f"“{claim.quote.text}”"
        groups.setdefault(key, []).append(claim)
    return tuple(tuple(group) for group in groups.values())


def how_many(event: Event) -> tuple[str, ...]:
    """Each figure, with its claimant where that is not the event's own: ``24–99 arrested``, ``200 arrested (a rights group)``."""
    known = says(event)
    return tuple(dict.fromkeys(_figure(claim, known) for claim in claims_of(event, "count")))


def says(event: Event) -> tuple[str, ...]:
    """Who makes the claim; nothing where the report speaks in its own voice."""
    quotes = (mention.said_by for mention in event.mentions)
    return tuple(dict.fromkeys(line(quote.text) for quote in quotes if quote))


def claims_of(event: Event, role: Field) -> tuple[Claim, ...]:
    """The claims of one field, in the order of the text."""
    return tuple(claim for claim in event.claims if claim.field == role)


def marks_of(mentions: Iterable[Mention]) -> tuple[Mark, ...]:
    """The marks that mentions leave on their text: triggers and every quote."""
    found = (Mark(quote.start, quote.end, role, mention.id) for mention in mentions for role, quote in _quotes(mention))
    return tuple(sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.mention, mark.role)))


def pieces(text: str, marks: Iterable[Mark], within: Span | None = None) -> Iterator[Piece]:
    """Cut ``text`` (or the part ``within``) at every border of a mark. The pieces joined are the text."""
    start, end = (within.start, within.end) if within else (0, len(text))
    touching = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = sorted({start, end, *(at for mark in touching for at in (mark.start, mark.end) if start < at < end)})
    for left, right in pairwise(borders):
        holding = [mark for mark in touching if mark.start <= left and mark.end >= right]
        yield Piece(left, text[left:right], tuple(sorted(holding, key=lambda mark: mark.start - mark.end)))


def _whole(event: Event, whole: Field, part: Field) -> str:
    values = [claim.value for claim in claims_of(event, whole)]
    places = [value for value in values if isinstance(value, PlaceValue)]
    if places:
        return line(place(min(places, key=lambda value: value.where_prec)))
    times = [(value.last - value.first, value) for value in values if isinstance(value, TimeValue) and value.first and value.last]
    if times:
        return day(min(times, key=lambda time: time[0])[1])
    return next((f"“{line(claim.quote.text)}”" for claim in claims_of(event, part)), "")


def _party(claim: Claim) -> str:
    known = codes(claim.value) if isinstance(claim.value, EntityValue) else ""
    return f"{line(claim.quote.text)} ({known})" if known else line(claim.quote.text)


def _figure(claim: Claim, known: Container[str]) -> str:
    figure = number(claim.value) if isinstance(claim.value, CountValue) else f"“{line(claim.quote.text)}”"
    claimant = line(claim.claimant.text) if claim.claimant else None
    return f"{figure} ({claimant})" if claimant and claimant not in known else figure


def _quotes(mention: Mention) -> Iterator[tuple[str, Quote]]:
    yield "trigger", mention.trigger
    for role, quotes in (
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("place", mention.places),
        ("time", mention.times),
        ("count", tuple(count.quote for count in mention.counts)),
        ("said_by", tuple(quote for quote in (mention.said_by, *(count.said_by for count in mention.counts)) if quote)),
        ("issue", (mention.issue,) if mention.issue else ()),
    ):
        for quote in quotes:
            yield role, quote
