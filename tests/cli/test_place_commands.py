"""``tocsin gazetteer`` and ``tocsin places``, on a gazetteer of a few towns that the command itself builds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.resolve.places.small_dump import write_dump
from tocsin.cli import app

TEXT = "Police arrested 50 demonstrators in Almaty on Sunday. 😀 Others were held in Shymkent and in Xyzzyville."

Command = Callable[..., Result]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    built = CliRunner().invoke(app, ["gazetteer", "build", str(write_dump(folder / "dump.txt"))], env={"TOCSIN_CACHE_DIR": str(folder)})
    assert built.exit_code == 0
    assert "places" in built.stderr
    return folder


@pytest.fixture
def tocsin(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    for name, value in {"TOCSIN_CACHE_DIR": str(cache), "COLUMNS": "80", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_path_and_info(tocsin: Command, cache: Path) -> None:
    path = tocsin("gazetteer", "path").stdout.strip()
    assert Path(path).is_file()
    assert Path(path).parent == cache
    told = tocsin("gazetteer", "info").stdout
    assert told.startswith(path)
    assert "GeoNames" in told
    assert "CC BY 4.0" in told


@pytest.mark.parametrize("name", ["Almaty", "alma-ata", "Алматы"])
def test_find_takes_any_spelling(tocsin: Command, name: str) -> None:
    shown = tocsin("gazetteer", "find", name)
    assert shown.exit_code == 0
    assert "1526384" in shown.stdout


def test_find_says_that_there_is_more(tocsin: Command) -> None:
    shown = tocsin("gazetteer", "find", "Paris", "--limit", "1")
    assert "2,138,000" in shown.stdout
    assert "more: --limit" in shown.stderr


def test_find_of_a_name_that_no_place_bears(tocsin: Command) -> None:
    shown = tocsin("gazetteer", "find", "Xyzzyville\x1b[31m")
    assert (shown.exit_code, shown.stderr) == (1, "no place is called Xyzzyville\ufffd[31m\n")


def test_a_gazetteer_that_is_not_there(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path))
    shown = tocsin("gazetteer", "info")
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)
    assert "tocsin gazetteer build" in shown.stderr


def test_a_gazetteer_that_is_none(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path))
    Path(tocsin("gazetteer", "path").stdout.strip()).write_text("no gazetteer", encoding="utf-8")
    shown = tocsin("gazetteer", "find", "Paris")
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)


def test_a_dump_that_is_not_there(tocsin: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_CACHE_DIR", str(tmp_path))
    shown = tocsin("gazetteer", "build", "--dump", tmp_path / "none.txt")
    assert (shown.exit_code, shown.stderr.count("\n")) == (2, 1)


def test_places_of_each_document_in_input_order(tocsin: Command, tmp_path: Path) -> None:
    inputs, out = tmp_path / "in.jsonl", tmp_path / "places.jsonl"
    rows = [{"id": "b", "text": TEXT}, {"id": "a", "text": "Nothing happened."}]
    inputs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = tocsin("places", inputs, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    first, second = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert (first["id"], second) == ("b", {"id": "a", "places": []})
    almaty, shymkent = (place for place in first["places"] if place["geonameid"])
    assert TEXT[almaty["start"] : almaty["end"]] == "Almaty"
    assert TEXT[shymkent["start"] : shymkent["end"]] == "Shymkent"
    assert almaty == {
        "start": 36,
        "end": 42,
        "name": "Almaty",
        "geonameid": 1526384,
        "lat": 43.25,
        "lon": 76.91,
        "country": "KAZ",
        "precision": "city",
        "radius_km": 14.9,
        "where_prec": 1,
        "geo_precision": 1,
        "form": "name",
    }


def test_adjectives_are_told_from_names(tocsin: Command, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Turkish police and Kazakh officers met in Almaty.", encoding="utf-8")
    places = json.loads(tocsin("places", tmp_path / "report.txt").stdout)["places"]
    assert [(p["form"], p["country"], p["where_prec"]) for p in places] == [
        ("adjective", "TUR", 6),
        ("adjective", "KAZ", 6),
        ("name", "KAZ", 1),
    ]


def test_places_on_standard_output_and_the_counts_on_the_other(tocsin: Command, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    done = tocsin("places", tmp_path)
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [str(tmp_path / "report.txt")]
    assert "read 1, refused 1 (empty 1): " in done.stderr.splitlines()[-1]
