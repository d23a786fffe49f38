from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings

from tests.store.samples import CLAIMS, MENTIONS, READING, quote
from tests.store.strategies import readings
from tocsin.export import COLUMNS, event_rows, jsonl
from tocsin.export.csv_table import encode, written
from tocsin.export.parquet_table import arrow_table
from tocsin.export.parquet_table import encode as parquet
from tocsin.export.table import Cell, columns_page, sentence
from tocsin.records import Claim, CountValue, Reading, TimeValue

PAGE = Path(__file__).parents[2] / "docs" / "export.md"


def row(reading: Reading = READING) -> dict[str, Cell]:
    (only,) = event_rows([reading])
    return only


def counted(value: CountValue, claimed: bool) -> Claim:
    return replace(CLAIMS[4], value=value, claimant=quote("the bar council") if claimed else None)


def test_a_row_holds_what_the_mentions_say_together() -> None:
    assert {name: cell for name, cell in row().items() if cell not in (None, [])} == {
        "event_id": "tarsk/e1",
        "document_id": "tarsk",
        "source": "news/tarsk.html",
        "publisher": "The Tarsk Mirror",
        "title": "Arrests in Tarsk",
        "url": "https://mirror.example/tarsk",
        "published": dt.date(2024, 5, 7),
        "type": "COERCE",
        "modes": ["arrest"],
        "hedged": False,
        "said_by": ["the bar council"],
        "actors": ["Police"],
        "actor_countries": ["KAZ"],
        "actor_sectors": ["COP"],
        "actor_keys": [""],
        "recipients": ["marchers", "Oleg Varda"],
        "recipient_countries": ["KAZ", "KAZ"],
        "recipient_sectors": ["CVL", "CVL"],
        "recipient_keys": ["", ""],
        "where_name": "Tarsk",
        "where_kind": "city",
        "where_country": "KAZ",
        "geonameid": 77,
        "latitude": 51.25,
        "longitude": 68.5,
        "radius_km": 5.0,
        "where_prec": 1,
        "geo_precision": 1,
        "when_first": dt.date(2024, 5, 6),
        "when_last": dt.date(2024, 5, 6),
        "when_precision": "day",
        "when_method": "relative",
        "arrested_low": 36,
        "arrested_best": 40,
        "arrested_high": 44,
        "contexts": ["repression"],
        "trigger": "arrested",
        "sentence": "Police arrested about 40 marchers in Tarsk on Monday, the bar council said.",
        "score": 1 / 3,
        "mentions": 2,
        "model": "model-1",
        "codebook": "1",
        "where_words": ["Tarsk"],
        "when_words": ["Monday"],
    }


def test_rival_figures_span_a_range_and_the_reports_own_is_best() -> None:
    claims = (
        counted(CountValue("arrested", 200, None, 200), claimed=True),
        counted(CountValue("arrested", 40, 60, 50), claimed=False),
        replace(counted(CountValue("arrested", 1, 1, 1), claimed=False), standing="denied"),
        counted(CountValue("days", 10, 10, 10, "days"), claimed=False),
        counted(CountValue("days", 2, 2, 2, "months"), claimed=True),
    )
    cells = row(replace(READING, claims=claims))
    assert [cells[f"arrested_{name}"] for name in ("low", "best", "high")] == [40, 50, None]
    assert [cells[f"days_{name}"] for name in ("low", "best", "high", "unit")] == [10, 10, 10, "days"]
    assert cells["rivals"] == ["arrested"]


def test_a_figure_that_is_open_above_hides_no_higher_one() -> None:
    claims = (
        counted(CountValue("arrested", 15, None, 15), claimed=True),
        counted(CountValue("arrested", 23, 23, 23), claimed=False),
        replace(counted(CountValue("arrested", 90, 90, 90), claimed=True), standing="planned"),
    )
    cells = row(replace(READING, claims=claims))
    assert [cells[f"arrested_{name}"] for name in ("low", "best", "high")] == [15, 23, 23]
    assert cells["rivals"] == ["arrested"]
    planned = row(replace(READING, claims=claims[2:]))
    assert (planned["arrested_low"], planned["rivals"]) == (90, [])


def test_words_for_a_time_without_a_date_stay() -> None:
    claim = next(claim for claim in CLAIMS if claim.field == "time")
    cells = row(replace(READING, claims=(replace(claim, value=TimeValue(None, None, "unknown", "none")),)))
    assert (cells["when_words"], cells["when_first"]) == (["Monday"], None)
    assert (cells["when_precision"], cells["when_method"]) == ("unknown", "none")


def test_doubt_and_aux_hold_only_where_every_mention_has_them() -> None:
    planned, held = replace(MENTIONS[0], aux=("future",), hedged=True), MENTIONS[1]
    assert (row(replace(READING, mentions=(planned, held)))["aux"], row()["hedged"]) == ([], False)
    alone = row(replace(READING, mentions=(planned,), claims=()))
    assert (alone["aux"], alone["hedged"], alone["actors"]) == (["future"], True, [])


def test_what_could_not_be_resolved_stands_in_its_own_words() -> None:
    cells = row(replace(READING, claims=(replace(CLAIMS[0], value=None),)))
    assert (cells["actors"], cells["actor_countries"], cells["actor_sectors"]) == (["Police"], [""], [""])


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It rained. Gen. Orlu met J. Pask. They left.", "met", "Gen. Orlu met J. Pask."),
        ("Menu\n\nTarsk falls\nTroops took it", "falls", "Tarsk falls"),
        ('"We go." "They stay," he said. End', "stay", '"They stay," he said.'),
        ("one", "one", "one"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, found: str) -> None:
    start = text.index(words)
    assert sentence(text, start, start + len(words)) == found


@pytest.mark.parametrize(
    ("cell", "text"),
    [("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("@a", "'@a"), ("-1", "'-1"), (-1.5, "-1.5"), (["+a", "b"], "'+a|b"), (None, ""), (True, "true")],
)
def test_cells_that_a_spreadsheet_would_run_are_quoted(cell: Cell, text: str) -> None:
    assert written(cell) == text


@settings(deadline=None, max_examples=50)
@given(readings())
def test_csv_can_be_read_back(reading: Reading) -> None:
    text = b"".join(encode([reading])).decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert header == [column.name for column in COLUMNS]
    expected = [[written(cell) for cell in each.values()] for each in event_rows([reading])]
    assert rows == [[cell.encode("utf-8", "backslashreplace").decode() for cell in each] for each in expected]


@settings(deadline=None, max_examples=50)
@given(readings())
def test_parquet_keeps_types_and_values(reading: Reading) -> None:
    back = pl.read_parquet(io.BytesIO(b"".join(parquet([reading]))))
    typed = {"list": pl.List(pl.String()), "date": pl.Date(), "integer": pl.Int64(), "number": pl.Float64(), "yes/no": pl.Boolean()}
    assert back.schema == {column.name: typed.get(column.kind, pl.String()) for column in COLUMNS}
    assert back.equals(pl.DataFrame(arrow_table(event_rows([reading]))))
    for name in ("score", "hedged", "mentions", "killed_low", "when_first", "latitude"):
        assert back[name].to_list() == [each[name] for each in event_rows([reading])]


@settings(deadline=None, max_examples=50)
@given(readings())
def test_jsonl_holds_every_claim(reading: Reading) -> None:
    events = [json.loads(line) for line in jsonl.encode([reading])]
    assert sum(len(event["claims"]) for event in events) == len(reading.claims)
    assert sum(len(event["mentions"]) for event in events) == len(reading.mentions)


def test_a_claim_in_jsonl() -> None:
    (line,) = jsonl.encode([READING])
    event = json.loads(line)
    assert event["claims"][4] == {
        "mention": "e1",
        "field": "count",
        "position": 0,
        "quote": {"start": 16, "end": 24, "text": "about 40", "score": 0.9},
        "standing": "asserted",
        "claimant": {"start": 54, "end": 69, "text": "the bar council", "score": 0.9},
        "value": {"kind": "count", "of": "arrested", "low": 36, "high": 44, "best": 40, "unit": None},
    }
    assert event["document"]["published"] == {"date": "2024-05-07", "method": "metadata", "evidence": "2024-05-07", "doubt": None}


def test_the_page_shows_the_columns_as_they_are() -> None:
    assert columns_page() in PAGE.read_text(encoding="utf-8"), (
        "paste what `python -c 'from tocsin.export.table import columns_page; print(columns_page())'` prints"
    )
