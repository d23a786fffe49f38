from __future__ import annotations

import datetime as dt
import re
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest

from benchmarks.stand_in import WordReader, WordResolver
from tocsin.errors import ExportError, InputError
from tocsin.export import COLUMNS
from tocsin.pipeline import Recipe
from tocsin.report import LISTED, Report, report_of

TEXT = """Police arrested 50 demonstrators in Almaty on Sunday, the interior ministry said.

Gunmen reportedly killed 3 villagers in Shymkent on Friday."""


def read(text: str = TEXT, published: dt.date | str | None = None, title: str | None = None) -> Report:
    return report_of(text, Recipe(WordReader(), WordResolver()), published, title)


def test_a_report_holds_the_text_its_mentions_claims_and_events() -> None:
    report = read()
    assert report.document.text == TEXT
    assert [mention.type for mention in report.mentions] == ["COERCE", "ASSAULT"]
    assert [event.id for event in report.events] == ["e1", "e2"]
    assert all(TEXT[claim.quote.start : claim.quote.end] == claim.quote.text for claim in report.claims)
    assert sorted(claim.mention for event in report.events for claim in event.claims) == sorted(claim.mention for claim in report.claims)


@pytest.mark.parametrize("published", ["2021-02-28", "2021-2-28", dt.date(2021, 2, 28), dt.datetime(2021, 2, 28, 12, 0, tzinfo=dt.UTC)])
def test_a_publication_date_is_a_date_or_its_iso_form(published: dt.date | str) -> None:
    report = read(published=published)
    assert report.document.published
    assert (report.document.published.date, report.document.published.method) == (dt.date(2021, 2, 28), "given")


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [(" \n", None, "the text is empty"), (TEXT, "28 February", "write it as YYYY-MM-DD"), (TEXT, "2021-02-30", "is no date")],
)
def test_what_cannot_be_read_is_told(text: str, published: str | None, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read(text, published)


@pytest.mark.parametrize("given", [None, Path("report.txt"), b"Police arrested 50."])
def test_what_is_no_string_is_told(given: Any) -> None:
    with pytest.raises(InputError, match=r"as a string; those of a file: tocsin\.read\(Path"):
        read(given)


def test_both_frames_have_the_exports_columns() -> None:
    report = read(published="2021-02-28")
    for frame in (report.to_pandas(), report.to_polars()):
        assert list(frame.columns) == [column.name for column in COLUMNS]
        assert list(frame["type"]) == ["COERCE", "ASSAULT"]
        assert next(iter(frame["arrested_best"])) == 50


def test_a_report_of_nothing_gives_empty_frames_with_the_same_types() -> None:
    nothing, something = read("A calm day."), read()
    assert nothing.events == ()
    assert nothing.to_polars().schema == something.to_polars().schema
    assert nothing.to_pandas().dtypes.equals(something.to_pandas().dtypes)


def test_pandas_knows_days_and_missing_numbers() -> None:
    frame = read(published="2021-02-28").to_pandas()
    assert frame["published"][0] == pd.Timestamp("2021-02-28")
    assert frame["killed_best"].isna().tolist() == [True, False]


def test_polars_knows_days() -> None:
    assert read(published="2021-02-28").to_polars()["published"].dtype == pl.Date


def test_repr_is_a_list_of_events() -> None:
    lines = repr(read(published="2021-02-28", title="Arrests")).splitlines()
    assert lines[0] == "<Report of 'Arrests', published 2021-02-28: 2 events>"
    assert (
        lines[1]
        == "  e1  Police → COERCE: arrest → 50 demonstrators  [“Sunday”; “Almaty”; 50 arrested; according to the interior ministry]"
    )


def test_repr_names_a_report_without_a_title_by_how_it_begins() -> None:
    told = repr(read("Police arrested 50 demonstrators in Almaty on Sunday, the interior ministry said."))
    assert told.startswith("<Report of 'Police arrested 50 demonstrators in Almaty on Sunday, the …': 1 event>")


def test_repr_of_a_long_report_is_short() -> None:
    report = read("Police arrested 5 people. " * (LISTED + 5))
    assert len(repr(report).splitlines()) == LISTED + 2
    assert repr(report).endswith("… and 5 more")


def test_repr_of_a_report_in_another_language_says_so() -> None:
    text = "La policía detuvo a los manifestantes en la ciudad y el gobierno dijo que no había presos por sus ideas. " * 3
    assert "not English (es)" in repr(read(text))


class _Page(HTMLParser):
    """Takes a page apart again."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.tags: set[str] = set()
        self.feed(html)
        assert self.open == [], "a tag is not closed"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag != "br":
            self.open.append(dict(attributes).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for name in self.open:
            self.text[name] = self.text.get(name, "") + data


def test_the_notebook_view_marks_the_words() -> None:
    page = _Page(read(title="Arrests")._repr_html_())
    assert page.text["text"] == TEXT
    assert page.text["trigger"].startswith("arrestedkilled")
    assert "the interior ministry" in page.text["said_by"]
    assert "50 arrestedthe interior ministry" in page.text["table"]
    assert "hedged" in page.text["i"]


def test_the_notebook_view_escapes_all_text_from_outside() -> None:
    hostile = 'Police arrested <script>alert(1)</script> & \x1b[31m"quotes" people\' in <b>Almaty</b> on Sunday, a <i>source</i> said.'
    page = _Page(read(hostile, title="<script>x</script>")._repr_html_())
    assert "script" not in page.tags
    assert page.text["text"] == hostile.replace("\x1b", "\ufffd")


def test_the_notebook_view_fades_page_furniture() -> None:
    text = f"{TEXT}\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n"
    report = read(text)
    page = _Page(report._repr_html_())
    assert page.text["text"] == text
    hidden = "".join(text[part.start : part.end] for part in report.document.furniture)
    assert hidden
    assert page.text["furniture"] == hidden


def test_the_notebook_view_has_one_colour_of_its_own() -> None:
    assert len(set(re.findall(r"#[0-9a-f]{3,6}\b", read()._repr_html_()))) == 1


def test_an_event_prints_as_one_line_in_the_texts_words() -> None:
    first, second = read().events
    assert str(first) == "e1 COERCE (arrest) “arrested”: Police → 50 demonstrators"
    assert str(second) == "e2 ASSAULT (firearms) “killed”: Gunmen reportedly → 3 villagers"
    assert str(replace(first, mentions=(*first.mentions, *first.mentions))) == f"{first} (told 2 times)"


def test_polars_that_is_not_there_is_told_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ExportError, match=r"pip install 'tocsin\[polars\]'"):
        read().to_polars()
