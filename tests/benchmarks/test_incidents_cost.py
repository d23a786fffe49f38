"""The measure of what a report costs, small."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks import incidents_cost
from benchmarks.archive import add_copy
from benchmarks.happenings import reading
from benchmarks.incidents_cost import Point, curve, fill, grow, measure, spread, told
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store
from tocsin.store.connect import writing
from tocsin.store.tables import METADATA

POINT = Point(1_000, 613, 12.34, 30.0, 15.0, 35.0, 120.4, 31.0)


def test_a_database_grows_and_is_measured_and_a_stopped_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incidents_cost, "TOGETHER", 3)
    monkeypatch.setattr(incidents_cost, "SINGLY", 2)
    place = tmp_path / "events.db"
    grow(place, 4, 0)
    grow(place, 6, 0)
    point = measure(place, 0)
    assert point.events == 24
    assert 20 < point.incidents < 44
    assert min(point.ms, point.ms_alone, point.memory_mb, point.file_mb) > 0


def test_readings_that_are_stored_all_at_once_are_as_if_each_were_saved(tmp_path: Path) -> None:
    readings = [reading(number) for number in range(4)]
    with Store.open(tmp_path / "at once.db") as store, Store.open(tmp_path / "each.db") as other:
        fill(store, readings)
        for each in readings:
            other.save(each)
        assert store.digest() == other.digest()
        assert bring_up_to_date(store).documents == 4


def test_a_copy_is_what_more_days_would_leave(tmp_path: Path) -> None:
    block = 48
    with Store.open(tmp_path / "copied.db") as store:
        fill(store, [reading(number) for number in range(block + 24)])
        bring_up_to_date(store)
        before = _counts(store)
        with writing(store.engine) as connection:
            add_copy(connection, block + 24, block)
        after = _counts(store)
        store.save(reading(2 * block + 24))
        assert bring_up_to_date(store).documents == 1
    for name in ("documents", "mentions", "claims", "grouped_reports", "copy_groups", "incident_events"):
        assert after[name] == pytest.approx(before[name] * (1 + block / (block + 24)), rel=0.01)
    for name in ("incidents", "incident_claims", "incident_joins", "report_keys", "report_pairs"):
        assert after[name] == pytest.approx(before[name] * (1 + block / (block + 24)), rel=0.25)


def _counts(store: Store) -> dict[str, int]:
    with store.engine.connect() as connection:
        return {
            table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in METADATA.sorted_tables
        }


def test_what_was_measured_is_not_measured_again(tmp_path: Path) -> None:
    assert list(curve([1_000], tmp_path / "none.db", [POINT], 0)) == [POINT]


def test_what_is_told() -> None:
    points = [POINT, replace(POINT, events=200_000, ms=24.68)]
    assert list(told(points))[2:] == [
        "| 1,000 | 613 | 12.3 | 30.0 | 15.0 | 35.0 | 120 MB | 31 MB |",
        "| 200,000 | 613 | 24.7 | 30.0 | 15.0 | 35.0 | 120 MB | 31 MB |",
    ]
    assert spread(points) == {"ms": 2.0, "ms_alone": 1.0, "memory_mb": 1.0}
