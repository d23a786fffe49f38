"""Tables stay legible where ids, modes and names are long and terminals narrow."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from tests.cli.conftest import REPORT, Command
from tests.store.samples import CLAIMS, MENTIONS
from tocsin.cli.marked import claims_table
from tocsin.cli.table import events_table
from tocsin.ingest import document_from_text
from tocsin.records import Claim, Mention, Quote, group_events

ADDRESS = "https://news.example/2021/02/28/politics/police-arrest-dozens-of-demonstrators-after-rally.html?utm_source=feed&id=1234567"


@pytest.fixture
def long_ids(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database of one document with a long address for an id, at 80 columns."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": ADDRESS, "text": REPORT, "published": "2021-02-28"}), encoding="utf-8")
    assert tocsin("code", tmp_path / "rows.jsonl", "--db", tmp_path / "events.db").exit_code == 0
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "events.db"


def test_ids_stand_whole_on_lines_of_their_own(tocsin: Command, long_ids: Path) -> None:
    rows = [line.rstrip() for line in tocsin("show", "documents", "--db", long_ids).stdout.splitlines()]
    assert rows == ["published   events  document", "2021-02-28       2  Police arrest dozens in Almaty", ADDRESS]
    events = tocsin("show", "events", "--db", long_ids).stdout.splitlines()
    assert [line for line in events if line.startswith("https")] == [f"{ADDRESS}/e1", f"{ADDRESS}/e2"]
    assert max(len(line.rstrip()) for line in events if ADDRESS not in line) <= 80


def test_an_id_that_was_cut_in_its_middle_is_understood(tocsin: Command, long_ids: Path) -> None:
    whole, cut = (tocsin("show", "event", f"{name}/e1", "--db", long_ids) for name in (ADDRESS, "https://news.…urce=feed&id=1234567"))
    assert whole.exit_code == 0
    assert cut.stdout == whole.stdout
    assert "COERCE" in tocsin("show", "events", "--document", "https://news.…urce=feed&id=1234567", "--db", long_ids).stdout


@pytest.mark.parametrize("width", [40, 50, 60, 80])
def test_the_longest_modes_are_not_broken(width: int) -> None:
    document = document_from_text("Police fired tear gas at marchers in Almaty, where false news of deaths had been spread.")
    trigger = Quote(7, 12, "fired")
    mentions = tuple(
        Mention(f"e{number}", kind, trigger, modes=(mode,))
        for number, (kind, mode) in enumerate((("ASSAULT", "crowd-control"), ("COERCE", "misinformation")))
    )
    console = Console(width=width, color_system=None)
    with console.capture() as shown:
        console.print(events_table(document, group_events(mentions, ())))
    words = shown.get().split()
    assert {"crowd-control", "misinformation"} <= set(words)
    assert max(map(len, shown.get().splitlines())) <= width


def fields(*claims: Claim) -> list[str]:
    [event] = group_events(MENTIONS, claims)
    console = Console(width=100, color_system=None)
    with console.capture() as shown:
        console.print(claims_table(event))
    return [" ".join(line.split()[:2]) for line in shown.get().splitlines()[1:]]


def test_where_and_when_the_whole_act_was_stand_there_once() -> None:
    place, time, where, when = (next(claim for claim in CLAIMS if claim.field == field) for field in ("place", "time", "where", "when"))
    assert fields(*CLAIMS)[2:] == ["e1 place", "e1 time", "e1 count", "e1 said_by", "e2 recipient", "e2 when"]
    assert fields(place, time, where, replace(when, value=None)) == ["e1 place", "e1 time", "e1 when"]
    assert fields(where, when) == ["e1 where", "e1 when"]
