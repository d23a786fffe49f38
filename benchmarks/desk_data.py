"""A database of made-up incidents, as large as wanted, for measuring the desk. The same seed gives the same database.

Days, places, parties, sources and figures are spread as in a year of news: a few large towns have most of it, most incidents have one
source, one in eight has no day, one in twelve no point on the map.
"""

# ruff: noqa: S311  # chance makes data here, no secrets

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from tocsin.codebook import EVENT_TYPES, SECTORS
from tocsin.records import Document, Mention, Quote, Reading
from tocsin.store import Store
from tocsin.store.connect import writing
from tocsin.store.incidents.tables import incident_claims, incident_events, incident_figures, incidents
from tocsin.store.rows import document_row
from tocsin.store.tables import documents, mentions

_START = dt.date(2023, 1, 2)
_DAYS = 1_000
_CHUNK = 5_000
_NOW = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # the store keeps UTC without its zone
_TOWNS = 2_000
_PARTIES = 3_000
_PUBLISHERS = 150
_WORDS = 5_000
KINDS = ("participants", "arrested", "killed", "injured")
TYPES = tuple(kind.name for kind in EVENT_TYPES)
_SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fir",
    "gan",
    "hul",
    "ist",
    "jo",
    "kar",
    "lem",
    "mo",
    "nar",
    "osk",
    "pel",
    "quin",
    "ras",
    "sto",
    "tul",
    "ver",
)
_COUNTRIES = ("KEN", "NGA", "CHL", "POL", "IDN", "TUR", "USA", "IND", "PHL", "EGY", "PER", "FRA", "UKR", "ZAF", "BGD", "MEX", "GEO", "LKA")


def make(path: Path, count: int, seed: int = 1) -> None:
    """Write a database of ``count`` incidents, with one document for each event of theirs."""
    chance = random.Random(seed)
    world = _World(chance)
    with Store.open(path) as store:
        for start in range(0, count, _CHUNK):
            with writing(store.engine) as connection:
                _write(connection, [world.incident(number) for number in range(start, min(count, start + _CHUNK))])


def _write(connection: Connection, made: list[_Made]) -> None:
    for table in (documents, mentions, incidents, incident_events, incident_figures, incident_claims):
        rows = [row for each in made for row in each[table.name]]
        if rows:
            connection.execute(insert(table), rows)


_Made = dict[str, list[dict[str, Any]]]


class _World:
    """Names and places that the incidents draw from; the first ones of each list most often."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))) for _ in range(_WORDS)]
        self._towns = [
            (self._word().title(), chance.choice(_COUNTRIES), chance.uniform(-55, 68), chance.uniform(-179, 179)) for _ in range(_TOWNS)
        ]
        self._parties = [
            (f"the {self._word()} {self._word()} league", chance.choice(_COUNTRIES), chance.choice(list(SECTORS))) for _ in range(_PARTIES)
        ]
        self._publishers = [f"The {self._word().title()} {chance.choice(('Courier', 'Times', 'Herald'))}" for _ in range(_PUBLISHERS)]
        self._document = 0

    def incident(self, number: int) -> _Made:
        """The rows of one incident by their tables."""
        chance, name = self._chance, f"i{random.Random(number).getrandbits(64):016x}"
        kind = EVENT_TYPES[min(int(chance.expovariate(0.25)), len(EVENT_TYPES) - 1)]
        town, party, other = self._some(self._towns), self._some(self._parties), self._some(self._parties)
        day = _START + dt.timedelta(days=chance.randrange(_DAYS)) if number % 8 else None
        reports = min(1 + int(chance.expovariate(0.8)), 12)
        sentence = f"{party[0].capitalize()} met {other[0]} in {town[0]}, and {self._word()} {self._word()} was {self._word()} afterwards."
        told = [self._report(name, position, kind.name, sentence, day) for position in range(reports)]
        row = {
            "id": name,
            "type": kind.name,
            "modes": chance.sample(kind.modes, min(len(kind.modes), chance.randrange(3))),
            "standing": chance.choices(("asserted", "hedged", "planned", "conditional", "denied"), (80, 8, 6, 3, 3))[0],
            "aux": [],
            "first_day": day,
            "last_day": day and day + dt.timedelta(days=chance.choice((0, 0, 0, 0, 6, 30))),
            "date_precision": "day" if day else "unknown",
            "first_published": day,
            "last_published": day and day + dt.timedelta(days=reports),
            "place": town[0],
            "place_kind": "city",
            "geonameid": None,
            "country": town[1],
            "latitude": town[2] + chance.gauss(0, 0.1) if number % 12 else None,
            "longitude": town[3] + chance.gauss(0, 0.1) if number % 12 else None,
            "radius_km": chance.choice((2.0, 10.0, 60.0, 300.0)),
            "where_prec": chance.randint(1, 6),
            "geo_precision": chance.randint(1, 3),
            **_party("actor", party, private=number % 40 == 0),
            **_party("recipient", other, private=False),
            "articles": reports,
            "sources": max(1, reports // 2),
            "score": chance.uniform(0.4, 1.0),
            "part_of": None,
            "title": f"{self._word().title()} in {town[0]}: {self._word()} {self._word()}",
            "quote": sentence,
            "reviewed": number % 10 == 0,
            "component": name,
            "version": 1,
            "changed_at": _NOW + dt.timedelta(seconds=number),
        }
        figures = self._figures(name, told) if number % 3 == 0 else {"incident_figures": [], "incident_claims": []}
        tables = ("documents", "mentions", "incident_events")
        of_reports: _Made = {table: [each[table] for each in told] for table in tables}
        return {"incidents": [row], **of_reports, **figures}

    def _report(self, name: str, position: int, kind: str, sentence: str, day: dt.date | None) -> dict[str, dict[str, Any]]:
        self._document += 1
        document = Document(
            id=f"made/{self._document}",
            text=f"{sentence}\n\n" + " ".join(self._chance.choices(self._words, k=60)) + ".",
            source="made",
            title=f"{self._word()} {self._word()}",
            publisher=self._some(self._publishers),
        )
        trigger = Quote(sentence.index(" met ") + 1, sentence.index(" met ") + 4, "met", 0.9)
        mention = Mention("e1", kind, trigger, score=0.9)
        row = document_row(Reading(document, (mention,), (), "made", "1"))
        versions = {"model": "made", "codebook": "1"}
        return {
            "documents": row | {"key": self._document, "version": 1, "is_current": True, "read_at": _NOW, "published": day},
            "mentions": {
                "document": self._document,
                "id": "e1",
                "ordinal": 0,
                "type": kind,
                "modes": [],
                "aux": [],
                "hedged": False,
                "trigger_start": trigger.start,
                "trigger_end": trigger.end,
                "trigger_text": "met",
                "trigger_score": 0.9,
                "contexts": [],
                "same_as": None,
                "part_of": None,
                "score": 0.9,
                "actor_hints": [],
                "recipient_hints": [],
                **versions,
            },
            "incident_events": {
                "incident": name,
                "position": position,
                "document_id": document.id,
                "event": "e1",
                "type": kind,
                "standing": "asserted",
                "sentence": sentence,
                "part_of": None,
            },
        }

    def _figures(self, name: str, told: list[dict[str, dict[str, Any]]]) -> _Made:
        kind, low = self._chance.choice(KINDS), int(self._chance.paretovariate(0.8))
        figure = {"incident": name, "position": 0, "kind": kind, "unit": None, "low": low, "best": low, "high": low * 2}
        claims = [
            {
                "incident": name,
                "position": position,
                "kind": kind,
                "unit": None,
                "low": low * (position + 1),
                "high": None,
                "best": low * (position + 1),
                "document_id": report["documents"]["id"],
                "event": "e1",
                "mention": "e1",
                "quote_start": 0,
                "quote_end": 3,
                "quote_text": report["documents"]["text"][:3],
                "quote_score": 0.9,
                "standing": "asserted",
                "claimant": None,
                "claimant_private": False,
                "claimant_kind": "journalist",
                "published": None,
                "publisher": None,
                "copies": [],
                "value_unit": None,
            }
            for position, report in enumerate(told[:2])
        ]
        return {"incident_figures": [figure | {"agreement": "single", "rule": "the only one"}], "incident_claims": claims}

    def _some(self, things: list[Any]) -> Any:
        """The first ones most often, as towns and papers are in the news."""
        return things[min(int(self._chance.paretovariate(0.35)) - 1, len(things) - 1)]

    def _word(self) -> str:
        return self._words[int(self._chance.random() * _WORDS)]


def _party(role: str, party: tuple[str, str, str], *, private: bool) -> dict[str, Any]:
    return {role: party[0], f"{role}_country": party[1], f"{role}_sectors": [party[2]], f"{role}_private": private}


def readings(seed: int = 2) -> Iterator[Reading]:
    """New documents without end, for a writer to store beside the readers."""
    chance, number = random.Random(seed), 0
    while True:
        number += 1
        words = " ".join(chance.choices(_SYLLABLES, k=300))
        yield Reading(Document(f"new/{number}", words, "new"), (), (), "made", "1")
