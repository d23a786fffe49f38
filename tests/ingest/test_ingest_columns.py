"""Which column is taken for the date, by its name and by what it holds, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocsin.ingest import IngestOptions, read_inputs
from tocsin.ingest.taken import NoDates, TableRead
from tocsin.records import Document

NEWS = "Ferry crews struck at Kwale on Monday; the county sent police to the jetty."


def dates(path: Path, **options: str) -> tuple[list[str | None], list[TableRead]]:
    told: list[TableRead] = []
    items = read_inputs([str(path)], IngestOptions(tell=told.append, **options))  # type: ignore[arg-type]  # columns' names
    return [str(item.published.date) if item.published else None for item in items if isinstance(item, Document)], told


def table(path: Path, form: str, **columns: list[object]) -> Path:
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    lines = [",".join(columns), *(",".join(str(cell) for cell in row.values()) for row in rows)] if form == "csv" else map(json.dumps, rows)
    file = path / f"rows.{form}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize(
    ("columns", "taken"),
    [
        ({"day": ["2021-02-28", "2021-03-01"]}, "day"),
        ({"Date-Posted": ["28 Feb 2021", "1 March 2021"]}, "Date-Posted"),
        ({"day": ["Monday", "Tuesday"]}, None),
        ({"day": ["28", "1"], "month": ["2", "3"]}, None),
        ({"day": ["Monday", "Tuesday"], "issued": ["2021-02-28", "2021-03-01"]}, "issued"),
        ({"published": ["true", "true"], "date": ["2021-02-28", "2021-03-01"]}, "date"),
        ({"date": ["03/04/2021", "05/06/2021"]}, "date"),
        ({"timestamp": ["10:30", "11:05"]}, None),
        ({"event_date": ["2021-02-28", "2021-03-01"]}, None),
        ({"date": ["", ""], "day": ["2021-02-28", "2021-03-01"]}, "day"),
    ],
)
def test_a_date_s_column_is_known_by_its_name_and_by_most_of_its_first_values(
    tmp_path: Path, form: str, columns: dict[str, list[object]], taken: str | None
) -> None:
    found, [told] = dates(table(tmp_path, form, text=[NEWS, NEWS], **columns))
    assert told.taken.published == taken
    readable = taken is not None and columns[taken][0] != "03/04/2021"
    assert found == (["2021-02-28", "2021-03-01"] if readable else [None, None])


def test_a_column_that_might_have_been_the_date_is_told(tmp_path: Path) -> None:
    _, [told] = dates(table(tmp_path, "csv", text=[NEWS], day=["Monday"]))
    assert told == TableRead(f"{tmp_path}/rows.csv", ("text", "day"), told.taken, NoDates("day", "Monday"))


def test_the_user_s_word_counts_whatever_the_column_holds(tmp_path: Path) -> None:
    found, [told] = dates(table(tmp_path, "csv", text=[NEWS], day=["2021-02-28"], seen=["2021-03-01"]), published_column="seen")
    assert (found, told.taken.published) == (["2021-03-01"], "seen")
