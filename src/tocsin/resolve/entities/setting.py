"""What a document as a whole says of where and when it plays: its main country and its year, for words that say neither."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.codebook import BODIES
from tocsin.records import Document
from tocsin.resolve.countries import Name, NameKind, find_names, is_cased
from tocsin.resolve.entities.clues import find_clues
from tocsin.resolve.entities.officeholder_tables import TABLES_END
from tocsin.resolve.entities.officeholders import Leader, find_bearers

_WEIGHT: Mapping[NameKind, float] = {"country": 1.0, "people": 0.2, "capital": 0.8, "body": 0.8, "group": 0.8, "place": 1.0}
_LEADER = 0.4
_TOPONYM = 2.0
_LEAD = 2.0
"""Weights of a name in the vote for the main country, best on the training texts of a grid: a town tells more of where a story plays than
an adjective, which often names the other side. The lead, the first ``_LEAD_CHARACTERS``, counts double (1 to 3 tried)."""
_LEAD_CHARACTERS = 300
_CLUE, _FEW = 0.3, 3.0
"""What a clue weighs, and the sum of votes under which clues are looked for: a report with few names."""
_YEAR = re.compile(r"(?<![\d.,/])(19[5-9]\d|20[0-4]\d)(?![\d/]|,\d)")


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A place name of the document at ``[start, end)`` that the gazetteer puts in ``country``; ``score`` (0 to 1) is how surely it is one."""

    start: int
    end: int
    country: str
    score: float = 1.0
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """``votes`` holds each country's share (0 to 1) of the document's names; ``year`` is the year that it was written in, where known or
    guessed from the years and the leaders that it names. ``text`` is the report with its furniture blanked, ``bearers`` are the leaders in it
    and who shares their names.
    """

    cased: bool
    year: int | None
    votes: Mapping[str, float]
    toponyms: tuple[PlacedName, ...] = ()
    names: tuple[Name, ...] = ()
    text: str = ""
    bearers: tuple[Leader, ...] = ()

    @property
    def main(self) -> str | None:
        """The country with the largest share, ``None`` where no name tells."""
        return max(self.votes, key=lambda code: self.votes[code], default=None)


def read_setting(document: Document, toponyms: Sequence[PlacedName] | None = None) -> Setting:
    """The setting of ``document``, its furniture left out. ``toponyms`` are its place names by the gazetteer; without them the small table
    of large cities and divisions serves.
    """
    text = _report(document)
    cased = is_cased(text)
    bearers = find_bearers(text, cased=cased)
    leaders = [b for b in bearers if b.bearing != "other"]
    year = _year(document, text, [(o.first, o.last) for leader in leaders for o in leader.offices[:1]])
    names = find_names(text, cased=cased)
    votes = _votes(names, leaders, toponyms or (), year)
    if sum(votes.values()) < _FEW:
        for _, code in find_clues(text, cased=cased):
            votes[code] += _CLUE
    total = sum(votes.values()) or 1.0
    shares = {code: count / total for code, count in votes.items() if code not in BODIES}
    return Setting(cased, year, shares, tuple(toponyms or ()), tuple(names), text, tuple(bearers))


def _votes(names: Sequence[Name], leaders: Sequence[Leader], toponyms: Sequence[PlacedName], year: int | None) -> defaultdict[str, float]:
    """The weight of each country's and body's names. Towns of the small table count only where the gazetteer gave none."""
    votes: defaultdict[str, float] = defaultdict(float)
    for name in names:
        if name.kind != "place" or not toponyms:
            votes[name.code] += _WEIGHT[name.kind] * _lead(name.start)
    for leader in leaders:
        office = next((o for o in leader.offices if o.held_in(year)), leader.offices[0])
        votes[office.code] += _LEADER * _lead(leader.start)
    named = {at for n in names if n.kind != "place" for at in range(n.start, n.end)}
    for toponym in toponyms:
        if toponym.start not in named:
            votes[toponym.country] += _TOPONYM * toponym.score * _lead(toponym.start)
    return votes


def _lead(start: int) -> float:
    return _LEAD if start < _LEAD_CHARACTERS else 1.0


def _report(document: Document) -> str:
    """The text with its furniture blanked, offsets unchanged."""
    text = document.text
    for part in document.furniture:
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text


def _year(document: Document, text: str, terms: list[tuple[int, int]]) -> int | None:
    if document.trusted_date is not None:
        return document.trusted_date.year
    named = [int(y) for y in _YEAR.findall(text)]
    if terms:
        fits = Counter(y for first, last in terms for y in range(first, min(last, TABLES_END) + 1))
        best = max(fits.values())
        likely = [y for y, count in fits.items() if count == best]
        agreeing = [y for y in named if y in likely]
        return max(agreeing) if agreeing else sorted(likely)[len(likely) // 2]
    return max(named) if named else None
