"""Where a report says at its head, or at the head of a line, from where it was sent: *LAGOS, Nigeria (AP) —*. Nobody acts there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import EntityHint, Mention, Quote, Span
from tocsin.resolve.countries import find_names

_NAME = r"[A-Z][\w.'’-]*(?:[ -](?:de|da|do|dos|del|la|le|el|al|es|ul|of|and|[A-Z][\w.'’-]*)){0,4}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{_NAME})(?:\s?[,/]\s?(?!{_MONTH} \d){_NAME}){{0,3}}(?P<more>(?:,? {_DAY})?(?:,? ?\([\w ./&,-]{{2,40}}\))?)"
    r"[ \t]*(?:[—–:]|--?)(?=[ \t]*[\"“‘']?[A-Z\d])",
    re.MULTILINE,
)
"""A place with what it lies in, a day and an agency, and a dash behind which a sentence begins."""


def datelines(text: str) -> tuple[Span, ...]:
    """The datelines of a text, in order, without their dash.

    Capitals throughout, a day or an agency tell one; without any of them the name must be that of a place that the tables know.
    """
    return tuple(Span(found.start("place"), found.end("more")) for found in _DATELINE.finditer(text) if _is_dateline(text, found))


def without_datelines(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without actors and recipients that stand in a dateline."""
    spans = datelines(text)
    return tuple(_without(mention, spans) for mention in mentions) if spans else tuple(mentions)


def _is_dateline(text: str, found: re.Match[str]) -> bool:
    place, dash = found["place"], text[found.end("more") : found.end()].strip()
    if dash in {":", "-"} and not text[found.end("more")].isspace() and dash == "-":
        return False  # a compound: *Anglo-Dutch*
    names = find_names(place, cased=True)
    if any(name.kind in {"body", "group", "people"} for name in names):
        return False
    told = bool(found["more"].strip()) or (place.isupper() and len(place) > 2)
    if dash == ":":
        return bool(found["more"].strip()) and bool(names)
    return told or any(name.kind in {"capital", "place", "country"} and (name.start, name.end) == (0, len(place)) for name in names)


def _without(mention: Mention, spans: Sequence[Span]) -> Mention:
    actors, actor_hints = _outside(mention.actors, mention.actor_hints, spans)
    recipients, recipient_hints = _outside(mention.recipients, mention.recipient_hints, spans)
    if (actors, recipients) == (mention.actors, mention.recipients):
        return mention
    return replace(mention, actors=actors, recipients=recipients, actor_hints=actor_hints, recipient_hints=recipient_hints)


def _outside(
    quotes: tuple[Quote, ...], hints: tuple[EntityHint, ...], spans: Sequence[Span]
) -> tuple[tuple[Quote, ...], tuple[EntityHint, ...]]:
    kept = [n for n, quote in enumerate(quotes) if not any(span.start <= quote.start and quote.end <= span.end for span in spans)]
    return tuple(quotes[n] for n in kept), tuple(hints[n] for n in kept if n < len(hints))
