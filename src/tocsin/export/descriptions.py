"""What says who a private person is without their name: an age, or a profession with its place.

In *police held a 34-year-old teacher from Tarsk*, the words *34-year-old teacher from Tarsk* are withheld. What is coded of the event
stays: its place, the country and the sector of its actors. So do descriptions of people in public roles (*the 62-year-old president*), of
groups (*teachers from Tarsk*), of things (*a 30-year-old law*), and what is too wide to be somebody (*a teacher*, *a teacher from
Kazakhstan*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.export.people_words import PEOPLE, PEOPLE_IN_ANY_NUMBER, PROFESSIONS, PUBLIC_ROLES, WORKPLACES
from tocsin.records import EntityValue, PlaceValue, Quote, Reading

AGE = "[age withheld]"
DESCRIPTION = "[description withheld]"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = rf"(?i:\d{{1,3}}|(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_TEENS}|{_ONES})"
_OLD = rf"\b{_NUMBER}[-‐‑–\s](?:year|month|week|day)s?[-‐‑–\s]old\b"

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}"
_LOWER = r"[a-zà-ÿ][\w'’-]{0,40}"
"""Words, bounded: a text may hold a hundred thousand letters without a space, and each would be tried as the start of one."""
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
_NAMED = rf"(?!(?:{_DAYS})\b)(?:No\.?\s*\d+|{_CAPITAL})(?:\s+(?:of\s+|de\s+|al\s+)?(?:No\.?\s*\d+|{_CAPITAL}|\d+))*"
_PLACE = (
    r"\s+(?:(?P<of>of)|from|in|at|near|who\s+(?:lives|lived|works|worked|teaches|taught)\s+(?:in|at|for))\s+(?:(?:the|an?)\s+)?"
    rf"(?:(?!(?:on|in|at|of|against|to|with|by|for|from|and|when|after|before|near)\b){_LOWER}\s+){{0,3}}?"
    rf"(?:(?:{_any_of(WORKPLACES)})\s+(?:of|in|at|near)\s+(?:the\s+)?(?:{_LOWER}\s+of\s+)?)?"
    rf"(?P<place>{_NAMED})(?:\s+(?:{_any_of(WORKPLACES)})\b|(?<=\d)\s+(?:in|of|near)\s+{_NAMED})?"
)
"""From where, or where at work: *from Tarsk*, *at the village school of Nur*, *at School No. 5 in Tarsk*."""

_PERSON = rf"(?:{_any_of(PEOPLE_IN_ANY_NUMBER)})\b"
_PROFESSION = rf"(?:{_any_of(PROFESSIONS)})\b"
_AGED = re.compile(rf"(?P<age>{_OLD})(?:(?P<noun>\s+(?:[\w'’-]{{1,40}}\s+){{0,2}}?{_PERSON})(?P<tail>{_PLACE})?)?")
_NOUNLESS = re.compile(r"\s*(?:[,.;:)”\"]|$)|\s+(?:was|is|were|are|had|has|who|whose|said|told|from|and|died|with)\b")
_NEXT_NAME = re.compile(rf"(?P<words>(?:\s+{_LOWER}){{0,3}}?)\s+(?P<name>{_CAPITAL}(?:\s+{_CAPITAL})*)")
_IN_APPOSITION = re.compile(
    rf"(?<![\w'’-])(?P<before>(?:[\w'’-]{{1,40}}\s+){{0,2}})(?P<who>{_CAPITAL}(?:\s+{_CAPITAL}){{1,3}}|\b(?:{_any_of(PEOPLE)}))(?:\s*,\s*|\s*\(\s*)(?P<age>\d{{1,2}})(?=\s*[,)])"
)
_SAID_OF = re.compile(
    rf"\b(?i:aged\s+(?P<aged>{_NUMBER})\b(?!\s*(?:to|-|–)\s*\w)"
    rf"|(?:he|she|who)\s+(?:is|was|turned)\s+(?:only\s+|just\s+)?(?P<age>{_NUMBER}(?:\s+years?\s+old\b|(?=\s*(?:[.,;)]|$)))))"
)
_AFTER_NAME = re.compile(r"(?:\s*,\s*|\s*\(|\s+(?:is|was)\s+)(?:aged\s+)?(?P<age>\d{1,2}(?:\s+years\s+old)?)(?=\s*(?:[,.;)]|$))")
_VERBS = frozenset("was were is are had has who whose said told from of in at on by to and near with after before".split())  # noqa: SIM905
"""After which words no noun belongs to what stands before them."""
_WITH_PLACE = re.compile(
    r"\b(?i:(?P<the>the)|an?|one|another|his|her|their|local)\s+"
    rf"(?P<told>(?:(?!(?:{_any_of(_VERBS)}|an?|the)\b){_LOWER}\s+){{0,2}}?{_PROFESSION}{_PLACE})"
)
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Withheld:
    """A part of a text, and what stands in its place."""

    start: int
    end: int
    instead: str


class Descriptions:
    """Finds what describes private people closely, in the texts of one reading."""

    def __init__(self, reading: Reading, names: re.Pattern[str] | None) -> None:
        """``names`` finds the names of private people."""
        self._names = names
        self._known = [_WORD.findall(name) for name in _known(reading)]
        self._near, self._wide = _places(reading)
        self._parties = [quote for mention in reading.mentions for quote in (*mention.actors, *mention.recipients)]
        self._counts = [count.quote for mention in reading.mentions for count in mention.counts]
        near = _any_of(self._near) if self._near else r"(?!)"
        self._from_near = re.compile(rf"\b(?:(?P<article>(?i:an?|one|the)\s+))?(?P<told>(?:{near})\s+(?:{_LOWER}\s+){{0,2}}?{_PROFESSION})")

    def in_text(self, text: str) -> Iterator[Withheld]:
        """What to withhold of the report's text, in no order; parts may overlap. What it counts is no age."""
        for found in self._found(text, self._parties):
            if not any(count.start < found.end and found.start < count.end and found.instead == AGE for count in self._counts):
                yield found

    def in_words(self, words: str) -> Iterator[Withheld]:
        """The same of a title, a name or another text that is short."""
        return self._found(words, ())

    def _found(self, text: str, parties: Iterable[Quote]) -> Iterator[Withheld]:
        yield from self._aged(text, list(parties))
        yield from self._ages_beside(text)
        for found in _WITH_PLACE.finditer(text):
            if self._is_close(found["place"]) and not (found["the"] and found["of"]):  # "the editor of The Herald" is a public role
                yield Withheld(*found.span("told"), DESCRIPTION)
        yield from self._around_names(text)

    def _aged(self, text: str, parties: list[Quote]) -> Iterator[Withheld]:
        """*34-year-old teacher from Tarsk*, *the 34-year-old*, *34-year-old Oleg Varda*; not *a 30-year-old law*."""
        for found in _AGED.finditer(text):
            end = found.end("noun") if found["noun"] else found.end("age")
            ahead = _NEXT_NAME.match(text, end)
            words = (found["noun"] or "").split() + (ahead["words"].split() if ahead else text[end : end + 40].split())
            name = ahead["name"] if ahead and not _VERBS & set(words) else ""
            if PUBLIC_ROLES & set(_before_a_verb(words)) or self._is_known(name):
                continue
            if found["noun"]:
                close = found["tail"] and self._is_close(found["place"])
                yield Withheld(found.start(), found.end() if close else end, DESCRIPTION)
            elif name or _NOUNLESS.match(text, end) or any(one.start <= found.start() < one.end for one in parties):
                yield Withheld(*found.span("age"), AGE)

    def _ages_beside(self, text: str) -> Iterator[Withheld]:
        """*Oleg Varda, 34,* and *a man aged 34*, *she was 34 years old*."""
        for found in _IN_APPOSITION.finditer(text):
            who, role = found["who"], {word.lower() for word in _WORD.findall(found["before"] + found["who"])}
            if not (self._is_known(who) or PUBLIC_ROLES & role or who in self._near | self._wide):
                yield Withheld(*found.span("age"), AGE)
        for found in _SAID_OF.finditer(text):
            before = _WORD.findall(_clause_before(text, found.start()))
            if not (PUBLIC_ROLES & {word.lower() for word in before} or self._is_known(" ".join(before[-1:]))):
                yield Withheld(*found.span("aged" if found["aged"] else "age"), AGE)

    def _around_names(self, text: str) -> Iterator[Withheld]:
        """*Tarsk baker Oleg Varda*, *Oleg Varda is 34*; and *a Tarsk baker*, with no name behind it."""
        named = [found.span() for found in self._names.finditer(text)] if self._names else []
        for found in self._from_near.finditer(text):
            if found["article"] or any(found.end() < start < found.end() + 4 and text[found.end() : start].isspace() for start, _ in named):
                yield Withheld(*found.span("told"), DESCRIPTION)
        for _, end in named:
            if age := _AFTER_NAME.match(text, end):
                yield Withheld(*age.span("age"), AGE)

    def _is_known(self, name: str) -> bool:
        """Whether these words are, or end, the name of somebody who is not private."""
        words = [word for word in _WORD.findall(name) if word.lower() not in PUBLIC_ROLES]
        return bool(words) and any(words[-1] == known[-1] and set(words) <= set(known) for known in self._known)

    def _is_close(self, place: str) -> bool:
        """Whether a place or body narrows a description down: not one that is as wide as a division, or that is an actor of the report."""
        return place in self._near or not (place in self._wide or self._is_known(place))


def _known(reading: Reading) -> Iterator[str]:
    """The names of who is not private; a mere description (*a teacher from Tarsk*) is no name."""
    for claim in reading.claims:
        value = claim.value
        if (
            isinstance(value, EntityValue)
            and not value.private
            and _WORD.search(value.name)
            and not PEOPLE & set(value.name.lower().split())
        ):
            yield value.name


def _places(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """The report's small places and its large ones, as it writes them and by name. One that nobody could place counts as small."""
    near = {quote.text for mention in reading.mentions for quote in mention.places}
    wide: set[str] = set()
    for claim in reading.claims:
        if isinstance(claim.value, PlaceValue):
            large = claim.value.kind in {"division", "country", "region"}
            (wide if large else near).update({claim.quote.text, claim.value.name} if claim.field == "place" else {claim.value.name})
    return frozenset(name for name in near - wide if name[:1].isupper()), frozenset(wide)


def _before_a_verb(words: list[str]) -> list[str]:
    return words[: next((number for number, word in enumerate(words) if word in _VERBS), len(words))]


def _clause_before(text: str, at: int) -> str:
    """The words before ``at`` in its sentence, some six of them."""
    return re.split(r"[.!?]\s", text[max(0, at - 40) : at])[-1]
