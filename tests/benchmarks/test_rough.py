"""Rougher type keeps every character's place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.rough import broken, changed, lower

DOCUMENT = {
    "id": "x",
    "text": 'POLICE in Lima, the capital, "arrested" 12 people. Police left.',
    "events": [
        {"id": "e1", "trigger": "arrested", "actors": ["POLICE"], "places": ["Lima"], "counts": [{"of": "arrested", "quote": "12"}]}
    ],
}


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60))
def test_no_character_moves(text: str) -> None:
    assert len(lower(text)) == len(broken(text)) == len(text)


def test_quotes_keep_their_places() -> None:
    for change, actor in ((lower, "police"), (broken, "POLICE")):
        found = changed(DOCUMENT, change)
        (event,) = found["events"]
        at = {key: [found["text"][slice(*span)] for span in event["spans"][key]] for key in ("actors", "places", "counts")}
        assert at == {"actors": [actor], "places": [change("Lima")], "counts": ["12"]}
        assert found["text"][slice(*event["spans"]["trigger"])] == "arrested"


def test_marks_are_broken() -> None:
    assert broken('He said: "no, no, never". It\'s over.') == "He said: “no  no, never”. It’s over."
