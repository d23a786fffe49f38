"""Numbers of those to whom an act was done, read off its recipient: *two detainees were beaten*; and no number of another sentence.

On held-out texts none of 22 counts of a mention that stand in another sentence than its own words was one of the annotators', and of 29 numbers that open the
recipient of an act without a count 22 were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.records import CountQuote, Document, Mention, Quote
from tocsin.resolve.roles.people import counts_people
from tocsin.resolve.roles.toll import BY_MODE
from tocsin.resolve.sentence import Sentences

_COUNTED = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONCEDE", "SANCTION", "AID"})
"""Types of act whose recipients annotators count: of acts in words they counted those to whom it was said in 3 of 20."""
_KILLED = re.compile(r"(?:kill|murder|execut|assassinat|massacr|slain|slay|dead|died|lynch)", re.IGNORECASE)
_HURT = re.compile(r"(?:injur|wound|hurt)", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:(?:about|around|some|at least|more than|over|nearly|almost|up to|an estimated|as many as|roughly|approximately)\s+){0,2}"
    r"(?:\d[\d,.]*(?<=\d)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|dozens|hundreds|thousands"
    r"|scores|several dozen|several hundred|several|a few|a dozen)(?:\s+(?:hundred|thousand|dozen|million|lakh))?\b(?![-‑/])",
    re.IGNORECASE,
)


def with_told_counts(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without counts of other sentences; one without a count has the number that opens its recipient. Mentions of one act share no
    number.
    """
    sentences = Sentences(document.text)
    return _told_once([_counted(document.text, sentences, mention) for mention in mentions])


def _told_once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """*200* of one mention and *about 200* of another, the same words for one act, are the number of the one that has more of them."""
    longest: dict[tuple[str, int], Quote] = {}
    for mention, count in _acts(mentions):
        key = (mention.same_as or mention.id, count.quote.end)
        longest[key] = max(longest.get(key, count.quote), count.quote, key=lambda quote: quote.end - quote.start)
    kept: dict[str, list[CountQuote]] = {mention.id: [] for mention in mentions}
    for mention, count in _acts(mentions):
        if longest[mention.same_as or mention.id, count.quote.end].span == count.quote.span:
            kept[mention.id].append(count)
    return tuple(
        mention if len(kept[mention.id]) == len(mention.counts) else replace(mention, counts=tuple(kept[mention.id]))
        for mention in mentions
    )


def _acts(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, CountQuote]]:
    return ((mention, count) for mention in mentions for count in mention.counts)


def _counted(text: str, sentences: Sentences, mention: Mention) -> Mention:
    number = sentences.number(mention.trigger.start)
    own = tuple(count for count in mention.counts if sentences.number(count.quote.start) == number)
    if not own and mention.type in _COUNTED:
        own = tuple(
            CountQuote(_kind(text, mention, quote), quote)
            for quote in map(_opening, mention.recipients)
            if quote is not None and sentences.number(quote.start) == number
        )
    return mention if own == mention.counts else replace(mention, counts=own)


def _opening(recipient: Quote) -> Quote | None:
    found = _OPENING.match(recipient.text)
    return Quote(recipient.start, recipient.start + found.end(), found[0]) if found else None


def _kind(text: str, mention: Mention, quote: Quote) -> str:
    """What the number counts, by the act's mode or its own words; anything else is ``other``."""
    if not counts_people(text, quote):
        return "other"
    of_mode = next((BY_MODE[mode] for mode in mention.modes if mode in BY_MODE), None)
    if of_mode or mention.type != "ASSAULT":
        return of_mode or "other"
    words = mention.trigger.text
    return "killed" if _KILLED.search(words) else "injured" if _HURT.search(words) else "other"
