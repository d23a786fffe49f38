"""A reader of a dozen verbs and a resolver of nothing but countries' names, in place of the network and the gazetteer.

They give something for every kind of field in microseconds, and the same whatever else is read, so that tests and load runs of all that
lies around the reader need no model: ``python -m benchmarks.stand_in code reports.jsonl --db events.db`` is ``tocsin code …`` with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tocsin.cli import loading, main
from tocsin.cli.own_rules import OwnRules
from tocsin.records import Claim, CountQuote, CountValue, Document, EntityValue, Field, Mention, Quote, Standing, Value

VERBS = {
    "arrested": ("COERCE", "arrest", "arrested"),
    "killed": ("ASSAULT", "firearms", "killed"),
    "injured": ("ASSAULT", "beat", "injured"),
    "marched": ("PROTEST", "demo", "participants"),
    "sentenced": ("SANCTION", "convict", "sentenced"),
    "condemned": ("ACCUSE", "disapprove", "other"),
    "rejected": ("REJECT", "change", "other"),
    "released": ("RETREAT", "release", "released"),
    "threatened": ("THREATEN", "ban", "other"),
    "called": ("REQUEST", "yield", "other"),
}
"""Each verb's type, mode and what is counted beside it."""

_VERB = re.compile(rf"\b({'|'.join(VERBS)})\b")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_BORDER = re.compile(r"\n|[.!?] ")
_SUBJECT = re.compile(r"(?:\w+[ -]?){1,5}$")
_OBJECT = re.compile(r"(?!on\b|in\b|at\b|near\b|to\b)(?:(?!on\b|in\b|at\b|near\b|to\b|and\b)[\w,']+ ?){1,6}")
_PLACE = re.compile(r"\bin ([A-Z]\w+)")
_TIME = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_SOURCE = re.compile(r", ([a-z][\w ]+) said")


class WordReader:
    """Finds :data:`VERBS`."""

    version = "stand-in"

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        """What the verbs in a document say; every score is 0.9."""
        return () if threshold is not None and threshold > 0.9 else tuple(_mentions(document))


class WordResolver:
    """Reads a plain number as itself, and takes every other phrase at its word."""

    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:  # noqa: ARG002  # the contract's
        """A claim for each quote."""
        return tuple(claim for mention in mentions for claim in _claims(mention))


def _mentions(document: Document) -> Iterator[Mention]:
    number = 0
    for sentence in _SENTENCE.finditer(document.text):
        for verb in _VERB.finditer(document.text, sentence.start(), sentence.end()):
            if any(part.start < verb.end() and verb.start() < part.end for part in document.furniture):
                continue
            number += 1
            yield _mention(document.text, f"e{number}", verb, sentence.end())


def _mention(text: str, name: str, verb: re.Match[str], end: int) -> Mention:
    kind, mode, counted = VERBS[verb[1]]
    start = max((border.end() for border in _BORDER.finditer(text, 0, verb.start())), default=0)
    before = _SUBJECT.search(text[start : verb.start()].rstrip())
    subject = text.rfind(before[0], 0, verb.start()) if before else 0
    after = _OBJECT.match(text, verb.end() + 1, end)
    return Mention(
        name,
        kind,
        _quote(text, verb.start(), verb.end()),
        modes=(mode,),
        hedged="reportedly" in text[start:end],
        said_by=_first(text, _SOURCE, verb.end(), end),
        actors=(_quote(text, subject, subject + len(before[0])),) if before else (),
        recipients=(_quote(text, after.start(), after.start() + len(after[0].rstrip(" ,"))),) if after else (),
        places=tuple(filter(None, [_first(text, _PLACE, verb.end(), end)])),
        times=tuple(filter(None, [_first(text, _TIME, verb.end(), end)])),
        counts=tuple(CountQuote(counted, quote) for quote in filter(None, [_first(text, _NUMBER, verb.end(), end)])),
        score=0.9,
    )


def _first(text: str, pattern: re.Pattern[str], start: int, end: int) -> Quote | None:
    found = pattern.search(text, start, end)
    return _quote(text, *found.span(found.lastindex or 0)) if found else None


def _quote(text: str, start: int, end: int) -> Quote:
    return Quote(start, end, text[start:end], 0.9)


def _claims(mention: Mention) -> Iterator[Claim]:
    fields: tuple[tuple[Field, tuple[Quote, ...]], ...] = (
        ("actor", mention.actors),
        ("recipient", mention.recipients),
        ("place", mention.places),
        ("time", mention.times),
        ("count", tuple(count.quote for count in mention.counts)),
    )
    standing: Standing = "hedged" if mention.hedged else "asserted"
    for field, quotes in fields:
        for position, quote in enumerate(quotes):
            yield Claim(mention.id, field, position, quote, standing, _value(mention, field, quote), mention.said_by)


def _value(mention: Mention, field: Field, quote: Quote) -> Value | None:
    if field in {"actor", "recipient"}:
        return EntityValue(quote.text, f"n{sum(map(ord, quote.text))}")
    if field == "count":
        digits = quote.text.replace(",", "")
        if not digits.isdecimal():
            return None
        number = int(digits)
        return CountValue(mention.counts[0].kind, number, number, number)
    return None


def load_reader(threads: int) -> WordReader:  # noqa: ARG001  # the signature of the real one
    """In place of :func:`tocsin.cli.loading.load_reader`."""
    return WordReader()


def load_resolver(cache_dir: Path, own: OwnRules | None = None) -> WordResolver:  # noqa: ARG001  # the signature of the real one
    """In place of :func:`tocsin.cli.loading.load_resolver`."""
    return WordResolver()


if __name__ == "__main__":
    loading.load_reader, loading.load_resolver = load_reader, load_resolver
    main()
