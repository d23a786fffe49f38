"""What is counted in memory is what SQL finds, before and after others changed it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update

from benchmarks.desk_data import KINDS, TYPES, make
from tocsin.errors import InputError
from tocsin.store import Store
from tocsin.store.connect import writing
from tocsin.store.incidents.charts import actors, persons, publishers, weeks_of_types
from tocsin.store.incidents.cursor import written
from tocsin.store.incidents.records import IncidentFilter, IncidentRow
from tocsin.store.incidents.steps import starts_of
from tocsin.store.incidents.tables import PIECES, incident_history, incidents
from tocsin.store.incidents.views import IncidentViews

EVERY = IncidentFilter()
SORTS = ("first_day", "-first_day", "published", "-published", "articles", "-articles", "sources", "-sources", "changed")


def _tuples(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=2).map(tuple)


DAYS = st.none() | st.dates(dt.date(2022, 12, 1), dt.date(2025, 12, 1))
WORDS = st.none() | st.text("abdeorkl THE", min_size=1, max_size=3).filter(str.strip)
BOXES = st.none() | st.tuples(
    st.floats(-180, 180), st.floats(-90, 0), st.floats(-180, 180), st.floats(0, 90)
)  # west may lie east of east: over the date line
FILTERS = st.builds(
    IncidentFilter,
    types=_tuples(st.sampled_from(TYPES)),
    modes=_tuples(st.sampled_from(["demo", "arrest", "visit", "change"])),
    countries=_tuples(st.sampled_from(["KEN", "NGA", "USA"])),
    actors=_tuples(st.sampled_from(["ken", "ba", "LEAGUE", "zzz"])),
    place=WORDS,
    first_day=DAYS,
    last_day=DAYS,
    persons_min=st.none() | st.integers(0, 20),
    count_kind=st.none() | st.sampled_from(KINDS),
    sources_min=st.none() | st.integers(0, 4),
    standings=_tuples(st.sampled_from(["asserted", "hedged", "denied"])),
    reviewed=st.none() | st.booleans(),
    text=WORDS,
    bbox=BOXES,
    document=st.none() | st.sampled_from(["made/1", "made/7", "nobody"]),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = tmp_path_factory.mktemp("views") / "events.db"
    make(place, 300)
    with Store.open(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def views(store: Store) -> IncidentViews:
    return IncidentViews(store)


def _listed(views: IncidentViews, wanted: IncidentFilter, sort: str = "-first_day", limit: int = 500) -> list[IncidentRow]:
    found: list[IncidentRow] = []
    after = None
    while True:
        page = views.page(views.snapshot(), wanted, sort, after, limit)
        found += page.rows
        after = page.after
        if after is None:
            assert len(found) == page.total
            return found


@given(wanted=FILTERS)
@settings(deadline=None, max_examples=100)
def test_a_filter_wants_what_it_wants_in_sql(store: Store, views: IncidentViews, wanted: IncidentFilter) -> None:
    snapshot = views.snapshot()
    page = views.page(snapshot, wanted, limit=500)
    in_sql = store.incidents(wanted, limit=500)
    assert (page.total, page.rows) == (in_sql.total, in_sql.rows)
    shown = views.map(snapshot, wanted, 2)
    assert shown.total == page.total == shown.without_place + sum(point.n for point in shown.points)
    line = views.timeline(snapshot, wanted, "month")
    assert Counter(row.first_day and row.first_day.replace(day=1) for row in page.rows) == Counter(
        {bar.start: bar.n for bar in line.bars} | ({None: line.undated} if line.undated else {})
    )


@pytest.mark.parametrize("sort", SORTS)
def test_pages_have_the_order_that_sql_has(store: Store, views: IncidentViews, sort: str) -> None:
    assert _listed(views, EVERY, sort, limit=37) == list(store.every_incident(EVERY, sort))  # type: ignore[arg-type]  # one of the orders


def test_a_place_in_a_list_that_is_none_is_refused(views: IncidentViews) -> None:
    after = views.page(views.snapshot(), EVERY, "sources", limit=2).after
    for wrong in ("%", "bm9uZQ", "W10", written("sources", 10**400, "i1")):  # a number that no float holds
        with pytest.raises(InputError, match="no place in a list"):
            views.page(views.snapshot(), EVERY, "sources", wrong)
    with pytest.raises(InputError, match="another order"):
        views.page(views.snapshot(), EVERY, "-sources", after)
    with pytest.raises(InputError, match="ordered by"):
        views.page(views.snapshot(), EVERY, "colour")


def test_cells_hold_all_and_open_into_single_incidents(tmp_path: Path) -> None:
    make(tmp_path / "events.db", 700)
    with Store.open(tmp_path / "events.db") as store:
        views = IncidentViews(store)
        coarse, fine = (views.map(views.snapshot(), EVERY, zoom) for zoom in (0, 6))
        assert len(coarse.points) < len(fine.points)
        assert sum(point.n for point in coarse.points) == sum(point.n for point in fine.points)
        cell = max(coarse.points, key=lambda point: point.n)
        assert cell.bounds is not None
        west, south, east, north = cell.bounds
        assert west <= cell.lon <= east
        assert south <= cell.lat <= north
        assert cell.id is None
        assert all((point.id is not None) == (point.n == 1) for point in fine.points)
        inside = views.map(views.snapshot(), IncidentFilter(bbox=(west - 1e-5, south - 1e-5, east + 1e-5, north + 1e-5)), 0)
        assert inside.total >= cell.n


def test_what_others_change_add_and_end_is_seen_at_the_next_look(tmp_path: Path) -> None:
    make(tmp_path / "events.db", 120)
    with Store.open(tmp_path / "events.db") as store:
        views = IncidentViews(store)
        before = views.snapshot()
        assert views.snapshot() is before
        changed, ended, *_ = before.ids
        made = {"id": "i0", "component": "i0", "title": "Newly made", "type": "AID"}
        now = dt.datetime(2026, 6, 1)  # noqa: DTZ001  # the store keeps UTC without its zone
        with writing(store.engine) as connection:
            row = connection.execute(incidents.select().where(incidents.c.id == changed)).mappings().one()
            values = {"type": "AID", "version": row["version"] + 1, "changed_at": now}
            connection.execute(update(incidents).where(incidents.c.id == changed).values(values))
            for table in PIECES:
                connection.execute(delete(table).where(table.c.incident == ended))
            connection.execute(delete(incidents).where(incidents.c.id == ended))
            note = {"incident": ended, "version": 1, "what": "ended", "before": {}, "who": "machine", "changed_at": now}
            connection.execute(insert(incident_history).values(note))
            connection.execute(insert(incidents).values({**row, **made, "changed_at": now}))
        after = views.snapshot()
        assert after.version > before.version
        assert _listed(views, EVERY) == list(store.every_incident())
        wanted = IncidentFilter(text="newly")
        assert [row.id for row in views.page(after, wanted).rows] == ["i0"]
        assert views.page(before, EVERY).total == 120  # a view in hand stays as it was


def test_charts_count_what_the_rows_say(store: Store, views: IncidentViews) -> None:
    snapshot, rows = views.snapshot(), list(store.every_incident())
    found = views.matching(snapshot, EVERY)
    weeks = weeks_of_types(snapshot, found)
    narrow = [row for row in rows if row.first_day and row.last_day and (row.last_day - row.first_day).days < 7]
    assert 0 < len(narrow) < sum(row.first_day is not None for row in rows)
    assert sum(week.incidents for week in weeks if week.start) == len(narrow)
    assert sum(week.incidents for week in weeks) == len(rows)
    named = Counter((row.actor.casefold(), row.actor_country) for row in rows if row.actor and not row.actor_private)
    assert {(each.actor.casefold(), each.country): each.incidents for each in actors(snapshot, found, 10_000)} == named
    assert all(each.low <= each.best <= each.high for each in persons(snapshot, found))
    told = publishers(snapshot, found, views.printed(snapshot), 10_000)
    assert sum(each.articles for each in told) == sum(row.articles for row in rows)
    assert all(each.alone <= each.incidents <= each.articles for each in told)


def test_actors_whose_names_differ_in_capitals_alone_are_one_within_a_country(tmp_path: Path) -> None:
    make(tmp_path / "events.db", 10)
    with Store.open(tmp_path / "events.db") as store:
        names = [row.id for row in store.every_incident()]
        spelled = ((names[0], "police", "KEN"), (names[1], "Police", "KEN"), (names[2], "Police", "KEN"), (names[3], "Police", "NGA"))
        with writing(store.engine) as connection:
            for name, actor, country in spelled:
                of = update(incidents).where(incidents.c.id == name)
                connection.execute(of.values(actor=actor, actor_country=country, actor_private=False))
        views = IncidentViews(store)
        snapshot = views.snapshot()
        found = actors(snapshot, views.matching(snapshot, EVERY), 10_000)
        told = [(each.actor, each.country, each.incidents) for each in found if each.actor.casefold() == "police"]
        assert told == [("Police", "KEN", 3), ("Police", "NGA", 1)]


@settings(deadline=None)
@given(day=st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_steps_begin_on_mondays_and_firsts(day: dt.date) -> None:
    days = np.array([day.toordinal()])
    week, month = (dt.date.fromordinal(int(starts_of(days, step)[0])) for step in ("week", "month"))
    assert (week, month) == (day - dt.timedelta(days=day.weekday()), day.replace(day=1))
