"""The corpus check finds each kind of fault and names the mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.check import check, main
from corpus.events import event_faults, occurrences, quote_fault
from corpus.near import near_duplicates

TEXT = "Police held nine dockers in Gdynia on Monday. The police freed two. The union called the arrests unlawful."


def event(**fields: Any) -> dict[str, Any]:
    return {"id": "e1", "trigger": "held", "type": "COERCE", "modes": ["arrest"]} | fields


def told(*events: dict[str, Any]) -> list[str]:
    return [what for _, what in event_faults(TEXT, events)]


def test_a_valid_event_has_no_fault() -> None:
    resolved = {
        "actors": [{"country": "POL", "sector": ["COP"]}],
        "place": {"name": "Gdynia", "country": "POL"},
        "date": ["2019-05-06", "2019-05-06"],
    }
    counts = [{"of": "arrested", "quote": "nine", "said_by": "The union"}]
    assert told(event(actors=["Police"], recipients=["nine dockers"], places=["Gdynia"], counts=counts, resolved=resolved)) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"type": "ARREST"}, "unknown type 'ARREST'; take one of AGREE"),
        ({"modes": ["demo"]}, "those of COERCE are arrest"),
        ({"type": "AID", "modes": ["arrest"]}, "none at all: leave the field out"),
        ({"modes": "arrest"}, "modes is no list; write ['arrest']"),
        ({"aux": ["past"]}, "aux 'past' is not in the codebook"),
        ({"contexts": ["legal", "legal"]}, "contexts holds a value twice"),
        ({"hedged": "yes"}, "hedged is 'yes'; write true or leave it out"),
        ({"type": "THREATEN", "aux": ["future"]}, "'future' never stands on THREATEN"),
        ({"trigger": ""}, "no trigger"),
        ({"trigger": "seized"}, "does not hold 'seized'"),
        ({"actors": ["police##2"]}, "holds 'police' 1 times and not 2; write ##1 to ##1"),
        ({"actors": ["POLICE"]}, "only in other letter case"),
        ({"recipients": ["nine  dockers"]}, "only with other white space"),
        ({"counts": [{"of": "people", "quote": "nine"}]}, "'people' is nothing that is counted"),
        ({"same_as": "e1"}, "same_as names 'e1', which is no earlier event"),
        ({"part_of": "e7"}, "part_of names 'e7', which is no other event"),
        ({"agents": []}, "unknown field 'agents'"),
        ({"id": "1"}, "its id is not e1, e2"),
        ({"actors": ["Police"], "resolved": {"actors": [{"country": "PL"}]}}, "'PL' is no ISO 3166-1"),
        ({"actors": ["Police"], "resolved": {"actors": [{"sector": ["POL"]}]}}, "sector 'POL' is unknown"),
        ({"actors": ["Police"], "resolved": {"actors": [{}, {}]}}, "2 actors for 1 quotes"),
        ({"resolved": {"date": ["2019-05-07", "2019-05-06"]}}, "the first not after the last"),
        ({"resolved": {"place": {"name": "Gdynia", "country": "Poland"}}}, "place country 'Poland' is no ISO"),
    ],
)
def test_each_fault_is_told_with_its_mend(fields: dict[str, Any], words: str) -> None:
    found = told(event(**fields))
    assert len(found) == 1
    assert words in found[0]


def test_links_may_point_as_the_codebook_says() -> None:
    later = event(id="e2", trigger="arrests", same_as="e1")
    assert told(event(part_of="e2"), later) == []


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_fault_names_its_file_line_text_and_event(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        "{",
        {"id": "x1", "text": TEXT, "events": [event(trigger="shot")]},
        {"id": "x1", "text": "Other.", "events": []},
    )
    unreadable, quote, twice = map(str, check([path]))
    assert unreadable.startswith(f"{path}:1 -: no JSON")
    assert quote.startswith(f"{path}:2 x1 e1: trigger: ")
    assert twice == f"{path}:3 x1: this id is taken by {path}:2; give another"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"id": "", "text": "A.", "events": []}, "no id"),
        ({"id": "a", "text": " ", "events": []}, "no text"),
        ({"id": "a", "text": "A."}, "no list of events"),
        ({"id": "a", "text": "A.", "events": [], "published": "2019-2-30"}, "is no date"),
        ({"id": "a", "text": "A.", "events": [], "source": "b"}, "unknown field 'source'"),
    ],
)
def test_each_fault_of_a_document_is_told(tmp_path: Path, document: dict[str, Any], words: str) -> None:
    (fault,) = check([write(tmp_path / "a.jsonl", document)])
    assert words in fault.what


def test_near_duplicates_are_found_and_stock_phrases_are_not() -> None:
    copied = TEXT.replace("Monday", "Tuesday")
    other = "Nobody was hurt, a spokesman said in a statement on Friday, when the ferry ran aground off Hel in thick fog."
    phrase = "The minister said in a statement on Friday that the budget would be read again before the summer recess of the house."
    (pair,) = near_duplicates({"a": TEXT, "b": other, "c": copied, "d": phrase})
    assert (pair.later, pair.earlier) == ("c", "a")


def test_the_command_ends_with_a_count_and_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write(tmp_path / "good.jsonl", {"id": "a", "text": TEXT, "events": [event()]})
    bad = write(tmp_path / "bad.jsonl", {"id": "b", "text": "Nothing.", "events": [event()]})
    assert main([str(good)]) == 0
    assert capsys.readouterr().out == "1 files, 1 texts, 1 events, 0 faults\n"
    assert main([str(good), str(bad)]) == 1
    assert main([str(tmp_path / "absent.jsonl")]) == 2
    assert "no such file" in capsys.readouterr().err


@settings(deadline=None, max_examples=50)
@given(st.text("ab ", min_size=1, max_size=20), st.data())
def test_a_quote_is_valid_exactly_up_to_its_last_occurrence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    if words.strip():
        held = occurrences(text, words)
        assert quote_fault(text, f"{words}##{held}") is None
        assert quote_fault(text, f"{words}##{held + 1}") is not None
