"""An actor's quote taken apart: its role, the countries it names, and the personal or proper name in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.resolve.countries import Name, Token, find_names, plain, tokens_of
from tocsin.resolve.entities.borrowed_names import borrowed
from tocsin.resolve.entities.officeholders import Leader, find_bearers, offices_of
from tocsin.resolve.entities.sectors import Role, find_sectors, role_words, singular
from tocsin.resolve.entities.setting import Setting
from tocsin.resolve.entities.titles import HONORIFICS, PARTICLES
from tocsin.resolve.word_lists import listed

ReferenceKind: TypeAlias = Literal["person", "body", "description"]
"""A person's name, a proper name of anything else, or a plain noun phrase."""

_OUTSIDE = re.compile(r"\b(?:to|against|on|with|over|about|and|including)\b")
"""Prepositions after which a country is not the actor's own: *ambassador to France*."""
_OF_MANY = re.compile(r"(?:ers|ors|ists|ians|men|women|ees|ants)$")
"""Endings of many people's trade: a lone *Truckers* is no surname, unless the text writes a first name or *Mr* before it."""
_WHEREABOUTS = listed("in at from on near")
"""Before a name that only tells where somebody is: *a court in Kisumu* is not called *Kisumu*."""
_ARTICLES = listed("the a an some several many his her its their our one two three four five six")
_PRONOUNS = listed("he she it they him her them we us i me you who those others this that")
_NOT_NAMES = listed("mr mrs ms all most more other both any each every no least at about around up")

_PEOPLE_OF_A_BODY = listed(
    "adviser advisor aide ally activist agent backer campaigner candidate chief commander counterpart critic delegate delegation driver "
    "employee engineer envoy expert family fighter follower guard head lawmaker lawyer leader leadership legislator member minister "
    "official officer opponent owner president protester representative resident secretary senator soldier spokesman spokesperson "
    "spokeswoman staff student supporter sympathiser sympathizer teacher team troop user veteran victim villager volunteer voter worker"
)
"""Heads of phrases that name people of a body, not the body: *Kestrel Mining workers* are not *Kestrel Mining*."""


_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{1,3} )?[A-Z][\w'’.-]*){1,3}")


@dataclass(frozen=True, slots=True)
class Reference:
    """``words`` taken apart. ``name`` is the person's or body's own name, empty for a plain description."""

    words: str
    kind: ReferenceKind
    name: str
    role: Role | None
    names: tuple[Name, ...]
    leaders: tuple[Leader, ...]
    countries: tuple[str, ...]
    """Codes that the words give their bearer, as :func:`own_countries`."""
    bearer: Leader | None = None
    """The leader whose name the person has, with its bearing."""

    @property
    def is_leader(self) -> bool | None:
        """Whether the person is a leader of the packed lists (``True``) or only shares a leader's name; ``None`` where the lists do not have it."""
        return None if self.bearer is None else self.bearer.bearing != "other"


def refer(words: str, setting: Setting, country: str | None = None, bearers: Sequence[Leader] | None = None) -> Reference:
    """Take ``words`` apart; ``country`` (else the document's main one) tells whose parties are meant. ``bearers`` are the leaders in them and
    who shares their names, where the document has told them apart.
    """
    if bearers is None:
        bearers = find_bearers(words, cased=setting.cased, whole=True)
    names = tuple(find_names(words, cased=setting.cased))
    leaders = tuple(b for b in bearers if b.bearing != "other")
    person = personal_name(words, setting, names, leaders) or _name_in_aside(words, setting)
    tokens = tokens_of(words)
    somebodys = [tokens[i] for i in borrowed(words, tokens, names, setting)]
    names = tuple(n for n in names if not any(n.start <= token.start < n.end for token in somebodys))
    role = find_sectors(_without(words, somebodys), country=country or setting.main, year=setting.year, cased=setting.cased)
    if person:
        at = words.find(person)
        names = tuple(n for n in names if n.kind != "place" or not at <= n.start < at + len(person))  # Ondo is a state, and a name
    if somebodys:  # *Cameron* of *Cameron Jordan* is a first name
        at = words.find(person)
        leaders = tuple(b for b in leaders if b.bearing != "bare" or not at <= b.start < at + len(person))
    proper = person or _proper_name(words, setting, names)
    kind: ReferenceKind = "person" if person else "body" if proper else "description"
    countries = tuple(own_countries(words, names, leaders, setting))
    return Reference(words, kind, proper, role, names, leaders, countries, _bearer(words, person, bearers))


def _without(words: str, tokens: Iterable[Token]) -> str:
    """``words`` with ``tokens`` blanked."""
    for token in tokens:
        words = words[: token.start] + " " * (token.end - token.start) + words[token.end :]
    return words


def _bearer(words: str, person: str, bearers: Iterable[Leader]) -> Leader | None:
    """Who of ``bearers`` has the person's name: not the one whose nephew is named behind."""
    end = words.rfind(person) + len(person) if person else 0
    return next((b for b in bearers if b.start < end <= b.end), None)


def own_countries(words: str, names: Iterable[Name], leaders: Iterable[Leader], setting: Setting) -> list[str]:
    """Codes that the words give their bearer, nearest to the head first: places last, none behind *to* or *against*."""
    outside = _OUTSIDE.search(words.lower(), 1)
    limit = outside.start() if outside else len(words)
    found = [(n.kind == "place", n.start, n.code) for n in names if n.start < limit]
    for leader in leaders:
        if leader.start < limit:
            office = next((o for o in leader.offices if o.held_in(setting.year)), leader.offices[0])
            found.append((False, leader.start, office.code))
    return [code for _, _, code in sorted(found)]


def personal_name(words: str, setting: Setting, names: Sequence[Name], leaders: Sequence[Leader]) -> str:
    """The name of the person whom ``words`` name, without titles; empty where they name none."""
    tokens = tokens_of(words)
    end = _first_break(words, tokens)
    if end and leaders and leaders[-1].end == tokens[end - 1].end:
        return words[leaders[-1].start : leaders[-1].end]
    taken = _explained(words, tokens[:end], names) - borrowed(words, tokens, names, setting)
    at = end
    while at > 0 and _name_like(tokens, at - 1, taken, setting.cased):
        at -= 1
    while at < end and tokens[at].plain in PARTICLES | HONORIFICS | _NOT_NAMES:
        at += 1
    run = tokens[at:end]
    if not run or len(run) > 5 or (len(run) == 1 and (run[0].plain in _PRONOUNS or len(run[0].plain) < 2)):
        return ""
    name = words[run[0].start : run[-1].end]
    if at == 0 and any(n.kind == "place" and n.start <= run[0].start and n.end >= run[-1].end for n in names):
        return ""
    if at == 0 and len(run) == 1 and setting.cased and _is_word_or_place(name, setting):
        return ""
    if _is_person(tokens, at, taken, setting, name):
        return name
    return ""


def _name_in_aside(words: str, setting: Setting) -> str:
    """The name behind the comma of a plain description: *another reporter of the same paper, Themba Moyo*; of a body's name nothing."""
    head, comma, aside = words.rpartition(", ")
    if not comma or not setting.cased or not head[:1].islower() or not _FULL_NAME.fullmatch(aside):
        return ""
    return aside if find_sectors(head) and not find_sectors(aside) and not find_names(aside) else ""


def _is_word_or_place(name: str, setting: Setting) -> bool:
    """Whether a lone capital is a plain word at a sentence's start (*Truckers*) or a place, and no name of anybody in the text."""
    text, word = setting.text, re.escape(name)
    if re.search(rf"\b(?:(?:Mr|Mrs|Ms|Dr)\.?|[A-Z][a-z]+|[A-Z]\.)\s{word}\b", text):
        return False
    if re.search(rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])", text):
        return True
    return _OF_MANY.search(name) is not None or any(text[t.start : t.end] == name for t in setting.toponyms)


def _is_person(tokens: Sequence[Token], at: int, taken: set[int], setting: Setting, name: str) -> bool:
    """A run of unexplained words is a person's name unless an article stands right before it or it looks like an acronym."""
    before = tokens[at - 1].plain if at else ""
    if before in _ARTICLES or (name.isupper() and len(name) <= 6 and setting.cased and " " not in name):
        return False
    if setting.cased:
        return True
    titled = at > 0 and (at - 1 in taken or before in HONORIFICS)
    return titled or bool(offices_of(name)) or (at == 0 and len(name.split()) <= 3)


def _first_break(words: str, tokens: Sequence[Token]) -> int:
    for i in range(1, len(tokens)):
        gap = words[tokens[i - 1].end : tokens[i].start]
        if re.search(r"[,;:(\"“]|\s[-–—]\s", gap) or (
            tokens[i].plain in {"of", "from", "in", "at", "for", "who", "and", "with", "on", "to", "by"}
        ):
            return i
    return len(tokens)


def _explained(words: str, tokens: Sequence[Token], names: Sequence[Name]) -> set[int]:
    """Indices of tokens that a role word, a country or a body accounts for."""
    taken = {i for i, t in enumerate(tokens) if any(n.start <= t.start < n.end and n.kind != "place" for n in names)}
    return taken | role_words(words, len(tokens))


def _name_like(tokens: Sequence[Token], at: int, taken: set[int], cased: bool) -> bool:
    token = tokens[at]
    if at in taken or token.plain.isdigit() or token.plain in _ARTICLES:
        return False
    if token.plain == "s" and at > 0:
        return False
    return not cased or token.written[0].isupper() or token.plain in PARTICLES


def _proper_name(words: str, setting: Setting, names: Sequence[Name]) -> str:
    """The proper name of a body: from the first to the last capitalised word of its head, with a bracketed abbreviation left off."""
    bodies = [n for n in names if n.kind in {"body", "group"}]
    if not setting.cased:
        return words[bodies[0].start : bodies[0].end] if bodies else ""
    tokens = tokens_of(re.sub(r"\([^)]*\)", lambda m: " " * len(m[0]), words))
    capitals = [t for i, t in enumerate(tokens) if t.written[0].isupper() and not (i == 0 and plain(t.written) in _ARTICLES | _NOT_NAMES)]
    first_only = len(capitals) == 1 and capitals[0].start == 0 and not capitals[0].written.isupper() and not names
    if not capitals or first_only or _only_whence(tokens, capitals, names) or _of_another(words, tokens, capitals[-1]):
        return ""
    head = _first_break(words, tokens)
    if head < len(tokens) and tokens[head].plain in _WHEREABOUTS and capitals[0].start > tokens[head].start:
        return ""
    return words[capitals[0].start : capitals[-1].end]


def _of_another(words: str, tokens: Sequence[Token], last: Token) -> bool:
    """Whether the last capital stands before a plainer head that it is not the name of: *Mr Falk's lawyer*, *Falk campaign advisers*; but *the
    Labour party*, *the DFF rebels of the north* keep theirs.
    """
    head = _first_break(words, tokens)
    at = tokens.index(last)
    if at >= head - 1:
        return False
    possessed = tokens[at + 1].plain == "s"
    return possessed or singular(tokens[head - 1].plain) in _PEOPLE_OF_A_BODY


def _only_whence(tokens: Sequence[Token], capitals: Sequence[Token], names: Sequence[Name]) -> bool:
    """Whether the capitals only tell whence plainer words come: *five Russian diplomats* is no body named *Russian*."""
    whence = [n for n in names if n.kind in {"country", "people", "capital"}]
    told = all(any(n.start <= t.start < n.end for n in whence) for t in capitals)
    return told and any(t not in capitals and t.plain not in _ARTICLES for t in tokens)
