"""What it is worth that a person looks at an event: how doubtful it is, how many read it, and what harm it does if it is wrong."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.records import CountValue, EntityValue, Quote
from tocsin.review.fields import LISTS, Coded

UNRESOLVED = 0.9
"""What each word without a value leaves of the trust in an event. A choice: an unknown is seen by whoever reads the row, a mistake is not."""

TYPE_HARM: dict[str, float] = {
    "ASSAULT": 2.0,
    "COERCE": 1.5,
    "ACCUSE": 1.3,
    "SANCTION": 1.3,
    "MOBILIZE": 1.3,
    "THREATEN": 1.2,
    "PROTEST": 1.2,
}
"""How much harm a wrong event does, by its type; 1 for all others. An order, not a measurement: false news of violence comes first."""

KILLED, PRIVATE, BLAMED, MANY = 1.5, 1.5, 1.25, 1.2
"""By how much more where it counts the dead, names a private person, says by name who used force, or counts a hundred people and more."""

AGAIN = 0.5
"""Of a further mention of an act: the first one decides what is shown of it."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a look is worth, as a number that only orders (0: nothing), and why in words, the weightiest first."""

    value: float
    reasons: tuple[str, ...]


def worth(event: Coded, articles: int = 1) -> Worth:
    """What a look at an event is worth: doubt × readers × harm.

    Doubt is the chance that the event or the least sure of its words is wrong; readers is ``log2(1 + articles)``; harm is the product
    of what :data:`TYPE_HARM` and the factors beside it say.

    Args:
        event: the event as it was read.
        articles: documents that tell the same happening.
    """
    doubts, harms = list(_doubts(event)), list(_harms(event))
    trust = math.prod(part for part, _ in doubts)
    readers = math.log2(1 + max(1, articles))
    harm = math.prod(part for part, _ in harms)
    told = [f"told by {articles:,} reports"] if articles > 1 else []
    again = AGAIN if event.mention.same_as else 1.0
    reasons = [words for _, words in sorted(doubts, key=lambda doubt: doubt[0]) if words]
    return Worth((1.0 - trust) * readers * harm * again, (*reasons, *told, *(words for _, words in harms if words)))


def _doubts(event: Coded) -> Iterator[tuple[float, str]]:
    """``(trust, why)`` for the event, the least sure of its words, and each word without a value."""
    mention = event.mention
    yield mention.score, f"{_percent(mention.score)} sure that “{mention.trigger.text}” is {mention.type}" if mention.score < 0.95 else ""
    least = min(_words(event), key=lambda words: words[1].score, default=None)
    if least is not None:
        role, quote = least
        yield quote.score, f"{_percent(quote.score)} sure that “{quote.text}” is its {role}" if quote.score < 0.95 else ""
    for claim in event.claims:
        if claim.value is None:
            yield UNRESOLVED, f"nothing could be made of “{claim.quote.text}” ({claim.field})"


def _words(event: Coded) -> Iterator[tuple[str, Quote]]:
    mention = event.mention
    for role, name in LISTS.items():
        yield from ((role, quote) for quote in getattr(mention, name))
    yield from (("count", count.quote) for count in mention.counts)
    if mention.said_by:
        yield "said_by", mention.said_by


def _harms(event: Coded) -> Iterator[tuple[float, str]]:
    """``(factor, why)`` of what a mistake would do."""
    kind = event.mention.type
    yield TYPE_HARM.get(kind, 1.0), "it tells of violence" if kind == "ASSAULT" else ""
    counts = [claim.value for claim in event.claims if isinstance(claim.value, CountValue)]
    if any(count.kind == "killed" and count.best != 0 for count in counts):
        yield KILLED, "it counts the dead"
    if any((count.best or count.low) >= 100 and count.kind not in {"days", "money", "other"} for count in counts):
        yield MANY, "it counts a hundred people or more"
    entities = [(claim.field, claim.value) for claim in event.claims if isinstance(claim.value, EntityValue)]
    if any(value.private for _, value in entities):
        yield PRIVATE, "it names a private person"
    if kind == "ASSAULT" and any(field == "actor" and value.country for field, value in entities):
        yield BLAMED, "it says who used force"


def _percent(score: float) -> str:
    return f"{round(100 * score)} %"
