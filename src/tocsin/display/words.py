"""Events and their values in a few words, for people; ``claimed`` and what it calls say one value, the rest sums up an event."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tocsin.display.plain import line
from tocsin.records import Aux, Claim, CountValue, EntityValue, Event, Field, Figure, PlaceValue, Reading, TimeValue

NAMED = 3
"""Names or figures that a summary lists; an event that is told in many sentences has a dozen, and all of them stand among its claims."""

OWN_VOICE = "the report"
"""The claimant of what a report says in its own voice."""

_COUNTED = {"other": "(other)", "days": "held", "money": ""}
"""Kinds of count that read badly after their number."""

_SHADES: dict[Aux, str] = {"negation": "denied", "future": "planned", "hypothetical": "conditional", "historical": "background"}


def number(count: int, noun: str, plural: str | None = None) -> str:
    """``1 event``, ``1,200 events``; ``plural`` is that of a noun which does not take an s."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def found(reading: Reading, events: int) -> str:
    """``3 events``, ``no events``, or why the text was not read."""
    return reading.skipped or (number(events, "event") if events else "no events")


def act(event: Event) -> str:
    """``COERCE: arrest``: the type with the modes of all mentions."""
    return ": ".join(part for part in (event.mentions[0].type, ", ".join(modes(event))) if part)


def modes(event: Event) -> tuple[str, ...]:
    """How it was done, by any mention."""
    return tuple(dict.fromkeys(mode for mention in event.mentions for mode in mention.modes))


def shades(event: Event) -> tuple[str, ...]:
    """How the act stands to the facts by all its mentions: ``denied``, ``planned``, ``conditional``, ``background``, ``hedged``."""
    first, *others = event.mentions
    shared = [_SHADES[aux] for aux in first.aux if all(aux in mention.aux for mention in others)]
    return (*shared, "hedged") if all(mention.hedged for mention in event.mentions) else tuple(shared)


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


def point(value: PlaceValue) -> str:
    """``43.250 N 76.950 E``; nothing for a place without coordinates."""
    if value.latitude is None or value.longitude is None:
        return ""
    north, east = "N" if value.latitude >= 0 else "S", "E" if value.longitude >= 0 else "W"
    return f"{abs(value.latitude):.3f} {north} {abs(value.longitude):.3f} {east}"


def figure(value: CountValue) -> str:
    """``50``, ``45–55``, ``at least 24``."""
    if value.high is None:
        return f"at least {value.low:,}"
    return f"{value.low:,}" if value.high == value.low else f"{value.low:,}–{value.high:,}"


def counted(value: CountValue | Figure) -> str:
    """What a figure counts: ``arrested``, ``days held``, ``USD``; nothing for a sum of no known currency."""
    return " ".join(word for word in (value.unit, _COUNTED.get(value.kind, value.kind)) if word)


def party(value: EntityValue) -> str:
    """``opposition activists (KAZ OPP)``: the fullest spelling with country and sectors, as far as known."""
    known = " ".join(part for part in (value.country, *value.sectors) if part)
    return f"{line(value.name)} ({known})" if known else line(value.name)


def claimed(claim: Claim) -> str:
    """A claim's value with what it rests on: ``2021-02-28 (relative)``, ``Almaty, KAZ 43.250 N 76.950 E``; nothing where it is unknown."""
    match claim.value:
        case EntityValue() as value:
            return party(value)
        case PlaceValue() as value:
            return " ".join(part for part in (line(place(value)), point(value)) if part)
        case TimeValue() as value if value.first:
            return f"{day(value)} ({value.method})"
        case CountValue() as value:
            return f"{figure(value)} {counted(value)}".rstrip()
        case _:
            return ""


def when(event: Event) -> str:
    """The shortest interval that a mention gives for the whole act; failing that, the words that could not be resolved; failing those,
    nothing.
    """
    values = (claim.value for claim in claims_of(event, "when"))
    times = [(value.last - value.first, value) for value in values if isinstance(value, TimeValue) and value.first and value.last]
    return day(min(times, key=lambda time: time[0])[1]) if times else _unresolved(event, "time")


def where(event: Event) -> str:
    """The most precise place of the whole act, in the same way."""
    places = [claim.value for claim in claims_of(event, "where") if isinstance(claim.value, PlaceValue)]
    return line(place(min(places, key=lambda value: value.where_prec))) if places else _unresolved(event, "place")


def who(event: Event, role: Field) -> str:
    """Each actor or recipient once, however often and however spelt: ``police (KAZ COP), the mayor (KAZ GOV)``."""
    named: dict[str, str] = {}
    for claim in claims_of(event, role):
        if isinstance(claim.value, EntityValue):
            named.setdefault(claim.value.identity, party(claim.value))
        else:
            named.setdefault(f"“{claim.quote.text}”", line(claim.quote.text))
    return _some(named.values())


def how_many(event: Event) -> tuple[str, ...]:
    """The figures for each thing that is counted, apart by claimant: ``24–99, 45–55 arrested``, ``200 arrested (a rights group)``.

    Whose a figure is stands beside it, unless all of the event is one source's, or the report's, and the figure too.
    """
    known = says(event)
    figures: dict[tuple[str, str], list[str]] = {}
    for claim in claims_of(event, "count"):
        value = claim.value if isinstance(claim.value, CountValue) else None
        told = figure(value) if value else f"“{line(claim.quote.text)}”"
        figures.setdefault((counted(value) if value else "", _rival(claim, known)), []).append(told)
    return tuple(" ".join(part for part in (_some(told), what, whose) if part) for (what, whose), told in figures.items())


def told_by(event: Event) -> tuple[str, ...]:
    """The figures, then who makes the claim: ``5 arrested``, ``according to police``. Of several sources those that stand beside a figure of
    theirs are not named again.
    """
    figures, sources = how_many(event), says(event)
    named = {line(claim.claimant.text) for claim in claims_of(event, "count") if claim.claimant} if len(sources) > 1 else frozenset()
    return (*figures, *(f"according to {source}" for source in sources if source not in named))


def says(event: Event) -> tuple[str, ...]:
    """Who makes the claim; nothing where the report speaks in its own voice."""
    quotes = (mention.said_by for mention in event.mentions)
    return tuple(dict.fromkeys(line(quote.text) for quote in quotes if quote))


def claims_of(event: Event, role: Field) -> tuple[Claim, ...]:
    """The claims of one field, in the order of the text."""
    return tuple(claim for claim in event.claims if claim.field == role)


def _unresolved(event: Event, part: Field) -> str:
    return next((f"“{line(claim.quote.text)}”" for claim in claims_of(event, part)), "")


def _rival(claim: Claim, known: Collection[str]) -> str:
    """Whose a figure is, where the sources of the event do not tell: they are several, another, or the report gives the figure itself."""
    claimant = line(claim.claimant.text) if claim.claimant else OWN_VOICE if known else ""
    return f"({claimant})" if claimant and tuple(known) != (claimant,) else ""


def _some(names: Iterable[str]) -> str:
    """Each once, the first few by name: ``a, b, c and 2 more``."""
    each = list(dict.fromkeys(names))
    more = f" and {len(each) - NAMED} more" if len(each) > NAMED else ""
    return ", ".join(each[:NAMED]) + more
