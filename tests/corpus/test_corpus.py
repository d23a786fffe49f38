"""The shipped corpus is valid and its page says what is in it."""

from __future__ import annotations

from corpus.check import check
from corpus.statistics import README, renewed
from corpus.texts import FOLDER, documents, files, part

LARGEST = 400_000


def test_every_text_is_valid() -> None:
    assert [str(fault) for fault in check(files())] == []


def test_the_first_part_is_whole() -> None:
    first = [text["id"] for text in documents() if text["id"].startswith("w")]
    assert {f"w{writer}-{number:03d}" for writer in range(1, 9) for number in range(80)} <= set(first)


def test_the_page_shows_the_numbers_of_the_files() -> None:
    page = README.read_text(encoding="utf-8")
    assert page == renewed(page, documents()), "run: make corpus"


def test_files_stay_small_enough_to_read() -> None:
    assert {path.name: path.stat().st_size for path in files() if path.stat().st_size >= LARGEST} == {}


def test_the_licence_lies_beside_the_texts() -> None:
    assert "creativecommons.org/licenses/by/4.0" in (FOLDER.parent / "LICENSE").read_text(encoding="utf-8")


def test_a_text_keeps_its_part() -> None:
    first = [text["id"] for text in documents() if text["id"].startswith("w1-")]
    assert [name for name in first if part(name) == "test"] == [
        "w1-009",
        "w1-048",
        "w1-058",
        "w1-060",
        "w1-068",
        "w1-069",
        "w1-073",
        "w1-076",
    ]
    assert [name for name in first if part(name) == "validation"] == ["w1-011", "w1-031"]
