from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.store.samples import READING, numbered
from tocsin.cli.actor_table import is_described
from tocsin.records import EntityValue
from tocsin.store import Store


def test_documents(tocsin: Command, database: Path, report: Path) -> None:
    shown = tocsin("show", "documents", "--db", database)
    assert shown.exit_code == 0
    assert "2021-02-28" in shown.stdout
    assert report.name in "".join(shown.stdout.split())


def test_events_bear_the_ids_that_show_event_takes(tocsin: Command, database: Path, report: Path) -> None:
    shown = tocsin("show", "events", "--db", database)
    assert "Police → 50 demonstrators" in shown.stdout
    assert f"{report.name}/e1" in "".join(shown.stdout.split())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (("--type", "coerce"), "COERCE"),
        (("--mode", "firearms"), "ASSAULT"),
        (("--type", "ASSAULT", "--mode", "arrest"), ""),
        (("--country", "FRA"), ""),
        (("--country", "France"), ""),
        (("--since", "2021-01-01"), ""),
        (("--type", "COERCE", "--actor", "police"), "COERCE"),
        (("--actor", "Ablyazov"), ""),
    ],
)
def test_events_can_be_chosen(tocsin: Command, database: Path, wanted: tuple[str, ...], found: str) -> None:
    shown = tocsin("show", "events", "--db", database, *wanted)
    assert shown.exit_code == 0
    assert [kind for kind in ("COERCE", "ASSAULT") if kind in shown.stdout] == ([found] if found else [])
    assert ("no events" in shown.stderr) is not bool(found)


def test_a_document_that_is_not_there_is_no_document_without_events(tocsin: Command, database: Path) -> None:
    shown = tocsin("show", "events", "--db", database, "--document", "another")
    assert shown.exit_code == 2
    assert "holds no document 'another'; list what it holds with: tocsin show" in " ".join(shown.stderr.split())


def test_a_limit_says_that_there_is_more(tocsin: Command, database: Path) -> None:
    shown = tocsin("show", "events", "--db", database, "--limit", "1")
    assert ("COERCE" in shown.stdout, "ASSAULT" in shown.stdout) == (True, False)
    assert shown.stderr == "… more events are there; --limit shows more than 1\n"


def test_one_event_with_its_words_marked_and_its_claims(tocsin: Command, database: Path, report: Path) -> None:
    shown = tocsin("show", "event", f"{report.name}/e1", "--db", database)
    text = " ".join(shown.stdout.split())
    assert (
        "‹Police›who ‹arrested›what ‹‹50›how many demonstrators›whom in ‹Almaty›where on ‹Sunday›when, ‹the interior ministry›says said."
        in text
    )
    assert "count “50” 50 arrested asserted the interior ministry" in text
    assert "time “Sunday” not resolved asserted" in text


def test_a_doubtful_claim_says_so(tocsin: Command, database: Path, report: Path) -> None:
    shown = tocsin("show", "event", f"{report.name}/e2", "--db", database)
    assert "count “3” 3 killed hedged the report" in " ".join(shown.stdout.split())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("e1", "'e1' is no event; write DOCUMENT/EVENT"),
        ("gone.txt/e1", "holds no document 'gone.txt'"),
        ("{report}/e9", "has no event 'e9'"),
    ],
)
def test_an_event_that_is_not_there(tocsin: Command, database: Path, report: Path, name: str, told: str) -> None:
    shown = tocsin("show", "event", name.format(report=report.name), "--db", database)
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)
    assert told in shown.stderr


def test_refusals(tocsin: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    tocsin("code", tmp_path / "empty.txt", "--db", tmp_path / "events.db")
    shown = tocsin("show", "refusals", "--db", tmp_path / "events.db")
    assert "empty" in shown.stdout
    assert "there is no text in it" in " ".join(shown.stdout.split())


@pytest.mark.parametrize("arguments", [("--type", "BATTLE"), ("--mode", "pray")])
def test_a_type_that_the_codebook_lacks(tocsin: Command, database: Path, arguments: tuple[str, ...]) -> None:
    shown = tocsin("show", "events", "--db", database, *arguments)
    assert shown.exit_code == 2
    assert shown.stderr.startswith(f"tocsin: '{arguments[1]}' is no {arguments[0][2:]} of the codebook; it is one of ")


@pytest.mark.parametrize("command", [("documents",), ("events",), ("refusals",), ("event", "a/e1")])
def test_a_database_that_is_not_there_is_not_made(tocsin: Command, tmp_path: Path, command: tuple[str, ...]) -> None:
    shown = tocsin("show", *command, "--db", tmp_path / "none.db")
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "none.db").exists()


def test_actors_stand_once_with_their_documents(tocsin: Command, database: Path) -> None:
    shown = tocsin("show", "actors", "--db", database)
    assert shown.exit_code == 0
    assert [shown.stdout.count(part) for part in ("documents", "Police", "Gunmen")] == [1, 1, 1]
    police = tocsin("show", "actors", "police", "--db", database).stdout
    assert [police.count(part) for part in ("Police", "Gunmen")] == [1, 0]


def test_who_has_no_name_stands_together_by_country_and_sector(tocsin: Command, tmp_path: Path) -> None:
    with Store.open(tmp_path / "events.db") as store:
        for number, name in enumerate(("Police", "two officers", "Oumarou Barkindo Issa")):
            claim = replace(READING.claims[0], value=EntityValue(name, "n1", "NER", ("COP",)))
            store.save(replace(numbered(number), claims=(claim, *READING.claims[3:5])))
    shown = tocsin("show", "actors", "--db", tmp_path / "events.db").stdout
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["2", "NER", "COP", "unnamed:", "Police,", "two", "officers"],
        ["1", "NER", "COP", "Oumarou", "Barkindo", "Issa"],
    ]


@pytest.mark.parametrize("name", ["Police", "14 of the pupils", "Bolivian miners", "a Philippine coast guard ship", "Sri Lanka police"])
def test_who_is_described(name: str) -> None:
    assert is_described(name)


@pytest.mark.parametrize("name", ["Kenya", "Hamas", "High Court", "Mukhtar Ablyazov", "Moscow"])
def test_who_is_named(name: str) -> None:
    assert not is_described(name)


def test_an_actor_that_is_not_there_is_told(tocsin: Command, database: Path) -> None:
    shown = tocsin("show", "actors", "Ablyazov", "--db", database)
    assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "no actor is called Ablyazov\n")
