"""Incidents by what is wanted of them, page by page."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.store.happenings import READINGS, march
from tocsin.errors import StoreError
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import IncidentFilter, IncidentRow, Store
from tocsin.store.incidents.records import Sort


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def fill(store: Store) -> None:
    for reading in (march("m1", title="Dockers march"), march("m2"), march("m4", 9), *READINGS[:4]):
        store.save(reading)
    bring_up_to_date(store)


WANTED = (
    (IncidentFilter(types=("PROTEST",)), 1),
    (IncidentFilter(types=("PROTEST",), sources_min=2), 0),
    (IncidentFilter(modes=("arrest",), document="m1"), 1),
    (IncidentFilter(countries=("FRA",)), 0),
    (IncidentFilter(countries=("FRA", "KEN"), types=("PROTEST",)), 1),
    (IncidentFilter(actors=("dOCKers",), types=("PROTEST",)), 1),
    (IncidentFilter(actors=("ken",), types=("PROTEST",)), 1),
    (IncidentFilter(parties=frozenset({("dockers", "KEN")}), types=("PROTEST",)), 1),
    (IncidentFilter(parties=frozenset({("dockers", None), ("Dockers", "KEN"), ("dockers", "PER")})), 0),
    (IncidentFilter(actors=("nobody",), parties=frozenset({("dockers", "KEN"), ("nobody", None)}), types=("PROTEST",)), 1),
    (IncidentFilter(place="omba", types=("PROTEST",)), 1),
    (IncidentFilter(place="100%"), 0),
    (IncidentFilter(first_day=dt.date(2021, 3, 2), types=("PROTEST",)), 0),
    (IncidentFilter(last_day=dt.date(2021, 3, 1), types=("PROTEST",)), 1),
    (IncidentFilter(count_kind="participants"), 1),
    (IncidentFilter(count_kind="participants", persons_min=301), 0),
    (IncidentFilter(persons_min=300, types=("PROTEST",)), 1),
    (IncidentFilter(standings=("denied",)), 0),
    (IncidentFilter(reviewed=True), 0),
    (IncidentFilter(text="march dockers", types=("PROTEST",)), 1),
    (IncidentFilter(text="march bakers"), 0),
    (IncidentFilter(bbox=(39.0, -5.0, 40.0, -4.0), types=("PROTEST",)), 1),
    (IncidentFilter(bbox=(170.0, -5.0, 40.0, -4.0), types=("PROTEST",)), 1),
    (IncidentFilter(bbox=(-10.0, 40.0, 10.0, 50.0)), 0),
)


def test_what_is_wanted_is_found(filled: Store) -> None:
    for wanted, number in WANTED:
        assert filled.incidents(wanted).total == number, wanted
        assert filled.number_of_incidents(wanted) == number


def test_pages_follow_each_other_in_every_order(filled: Store) -> None:
    orders: tuple[Sort, ...] = (
        "first_day",
        "-first_day",
        "published",
        "-published",
        "articles",
        "-articles",
        "sources",
        "-sources",
        "changed",
    )
    for sort in orders:
        whole = filled.incidents(sort=sort).rows
        after: str | None = None
        found: list[IncidentRow] = []
        while True:
            page = filled.incidents(sort=sort, after=after, limit=2)
            assert page.total == len(whole)
            found += page.rows
            after = page.after
            if after is None:
                break
        assert tuple(found) == whole == tuple(filled.every_incident(sort=sort))
    days = [row.first_day for row in filled.incidents().rows]
    assert days == sorted((day for day in days if day), reverse=True)


def test_a_place_in_another_list_is_refused(filled: Store) -> None:
    after = filled.incidents(limit=1).after
    for given, told in ((after, "another order"), ("nonsense", "no place in a list"), ("8", "no place")):
        with pytest.raises(StoreError, match=told):
            filled.incidents(sort="articles", after=given)
    with pytest.raises(StoreError, match="holds no incident 'i0'"):
        filled.incident("i0")


TAMPERED = (
    ("UPDATE incident_claims SET quote_start = quote_start + 1 WHERE quote_text = 'About 300'", "'About 300' is not what stands at"),
    ("UPDATE incidents SET articles = 9 WHERE type = 'PROTEST'", "says that 9 documents tell it, but 3 do"),
    ("UPDATE incidents SET part_of = 'i1' WHERE type = 'PROTEST'", "part_of names no incident: 'i1'"),
    ("UPDATE incident_claims SET event = 'e9' WHERE quote_text = 'About 300'", "names an event that is not its own: m1/e9"),
    ("UPDATE copy_groups SET document_id = 'm9' WHERE document_id = 'm2'", "a copy group names no document: 'm9'"),
)


def test_the_audit_names_what_was_tampered_with(tmp_path: Path) -> None:
    with Store.open(tmp_path / "whole.db") as store:
        fill(store)
        assert store.audit().problems == ()
    for number, (statement, told) in enumerate(TAMPERED):
        shutil.copy(tmp_path / "whole.db", tmp_path / f"{number}.db")
        with Store.open(tmp_path / f"{number}.db") as store:
            with store.engine.begin() as connection:
                connection.execute(text(statement))
            [problem] = store.audit().problems
        assert told in problem
