"""The incident in every export out of a database."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest

from tests.store.happenings import march
from tocsin.export import with_incidents, write
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Two papers that print one text, and one that is not grouped yet."""
    place = tmp_path / "events.db"
    with Store.open(place) as store:
        store.save(march("m1"))
        store.save(march("m2", title="Amina Wako saw it"))
        bring_up_to_date(store)
        store.save(march("m4", 9))
    return place


def written(place: Path, form: str, *, public: bool = False) -> bytes:
    stream = io.BytesIO()
    with Store.open(place) as store:
        write(with_incidents(store.readings(), store.memberships), stream, form, public=public)
    return stream.getvalue()


def test_each_row_names_the_incident_and_how_many_tell_it(filled: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(written(filled, "csv").decode())))
    told = {row["event_id"]: (row["incident_articles"], row["incident_sources"]) for row in rows}
    assert told == {**dict.fromkeys(("m1/e1", "m1/e2", "m2/e1", "m2/e2"), ("2", "1")), "m4/e1": ("", ""), "m4/e2": ("", "")}
    by_event = {row["event_id"]: row["incident"] for row in rows}
    assert by_event["m1/e1"] == by_event["m2/e1"] != by_event["m1/e2"]
    assert by_event["m4/e1"] == ""
    frame = pl.read_parquet(io.BytesIO(written(filled, "parquet")))
    assert frame["incident"].to_list() == [row["incident"] or None for row in rows]
    assert frame["incident_articles"].to_list() == [2, 2, 2, 2, None, None]
    lines = [json.loads(line) for line in written(filled, "jsonl").splitlines()]
    assert lines[0]["incident"] == {"id": by_event["m1/e1"], "articles": 2, "sources": 1}
    assert lines[-1]["incident"] is None


@pytest.mark.parametrize("form", ["csv", "jsonl", "codebook"])
def test_a_public_export_names_no_private_person_through_its_incidents(filled: Path, form: str) -> None:
    assert b"Wako" in written(filled, form)
    public = written(filled, form, public=True)
    assert b"Wako" not in public
    assert form == "codebook" or b'"m1/e1"' in public or b"m1/e1," in public
