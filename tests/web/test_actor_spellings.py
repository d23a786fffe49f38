"""The actor filter of the desk finds every spelling of a public figure's name, and private people by the very words alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.browser import API, Client
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.records import Claim, Document, EntityValue, Mention, Published, Quote, Reading, TimeValue
from tocsin.resolve.entities.across import Spellings
from tocsin.store import Store
from tocsin.web.app import create_app

NAMES = ("Mukhtar Ablyazov", "Muchtar Abljasow", "Abliazov", "Anna Falk")


def held(name: str, days: int, *, private: bool = False) -> Reading:
    """A report that tells of one arrest."""
    text = f"Police held {name} on report {days}."
    day = dt.date(2021, 3, 1) + dt.timedelta(days=30 * days)
    whom, act = (Quote(at, at + len(words), words) for words in (name, "held") if (at := text.index(words)) >= 0)
    mention = Mention("e1", "COERCE", act, ("arrest",), recipients=(whom,))
    who = EntityValue(name, "n1", "KAZ", ("CVL" if private else "OPP",), private)
    claims = (
        Claim("e1", "recipient", 0, whom, "asserted", who),
        Claim("e1", "when", 0, act, "asserted", TimeValue(day, day, "day", "stated")),
    )
    document = Document(f"{name} {days}", text, "-", Published(day, "given", ""))
    return Reading(document, (mention,), claims, "none", "1")


@pytest.fixture
def asked(tmp_path: Path, assets: Path) -> Iterator[Client]:
    with Store.open(tmp_path / "actors.db") as store:
        for number, name in enumerate(NAMES):
            store.save(held(name, number))
        store.save(held("Anne Falck", 9, private=True))
        bring_up_to_date(store)
        yield Client(create_app(store, assets=assets, spellings=Spellings()))


def test_every_spelling_is_found(asked: Client) -> None:
    for words in ("Ablyazov", "Мухтар Аблязов", "Moukhtar Abliazov"):
        found = asked.ask("/incidents", actor=words)["incidents"]
        assert {incident["recipient"] for incident in found} == set(NAMES[:3]), words


def test_private_people_are_found_by_the_very_words_alone(asked: Client) -> None:
    assert [incident["recipient"] for incident in asked.ask("/incidents", actor="Anna Falk")["incidents"]] == ["Anna Falk"]
    assert "Anne Falck" in {incident["recipient"] for incident in asked.ask("/incidents", actor="anne falck")["incidents"]}


def test_charts_and_lists_agree(asked: Client) -> None:
    rows = asked.get(f"{API}/charts/events", params={"actor": "Ablyazov"}).json()
    assert sum(row["incidents"] for row in rows) == 3
