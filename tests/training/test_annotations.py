from __future__ import annotations

from typing import Any

import pytest
from tokenizers import Tokenizer

from tocsin.reader.labels import LINKS, ROLES, Labels
from tocsin.reader.read import SHIPPED
from tocsin.reader.segment import windows_of
from training.annotations import countries_of, encode, locate
from training.batches import UNKNOWN, collate

TOKENIZER = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()

DOCUMENT: dict[str, Any] = {
    "id": "d1",
    "text": "Police in Lima arrested 12 students. The arrests followed a march, police said.",
    "events": [
        {
            "id": "e1",
            "trigger": "arrested",
            "type": "COERCE",
            "modes": ["arrest"],
            "actors": ["Police"],
            "recipients": ["12 students"],
            "places": ["Lima"],
            "counts": [{"of": "arrested", "quote": "12"}],
            "resolved": {"actors": [{"country": "PER", "sector": ["COP"]}], "recipients": [{"country": "PER", "sector": ["EDU"]}]},
        },
        {"id": "e2", "trigger": "arrests", "type": "COERCE", "modes": ["arrest"], "said_by": "police", "same_as": "e1"},
        {"id": "e3", "trigger": "march", "type": "PROTEST", "modes": ["demo"], "aux": ["historical"], "hedged": True},
    ],
}
LABELS = Labels.of_codebook(("PER",))


@pytest.mark.parametrize(
    ("quote", "span"),
    [("police", (70, 76)), ("arrest", (15, 21)), ("arrest##2", (41, 47)), ("army", None), ("arrest##3", None), ("", None)],
)
def test_locate(quote: str, span: tuple[int, int] | None) -> None:
    text = str(DOCUMENT["text"])
    found = locate(text, quote)
    assert (found is None) == (span is None)
    if found and span:
        assert text[found[0] : found[1]] == quote.partition("##")[0]
        assert found[0] == text.find(quote.partition("##")[0], 0 if "##" not in quote else 30)


def test_countries_that_are_seen_once_are_left_out() -> None:
    assert countries_of([DOCUMENT]) == ("PER",)
    lone = {"events": [{"resolved": {"actors": [{"country": "CHL", "sector": []}]}}]}
    assert countries_of([DOCUMENT, lone]) == ("PER",)


def test_encode_keeps_every_answer() -> None:
    text = encode(DOCUMENT, TOKENIZER, LABELS)
    first, second, third = text.events
    words = [DOCUMENT["text"][start:end] for start, end in zip(text.words.starts, text.words.ends, strict=True)]
    assert words[first.first : first.last] == ["arrested"]
    spans = {ROLES[span.role]: words[span.first : span.last] for span in first.spans}
    assert spans == {"actor": ["Police"], "recipient": ["12", "students"], "place": ["Lima"], "count": ["12"]}
    assert second.links == ((0, LINKS.index("same_as")),)
    assert third.hedged
    assert [LABELS.aux[index] for index in third.aux] == ["historical"]


def test_collate_pads_and_pairs() -> None:
    text = encode(DOCUMENT, TOKENIZER, LABELS)
    (window,) = windows_of(text.words, 254, 64)
    short = encode({"id": "d2", "text": "Rain fell.", "events": []}, TOKENIZER, LABELS)
    batch = collate([(text, window), (short, windows_of(short.words, 254, 64)[0])], LABELS)
    assert batch.tags[1, 3:].tolist() == [UNKNOWN] * (batch.tags.shape[1] - 3)
    assert batch.row.tolist() == [0, 0, 0]
    assert batch.link.tolist() == [LINKS.index("same_as"), 0, 0]
    assert batch.country.tolist()[:2] == [1, 1]
    assert (batch.roles[0].sum(0) > 0).tolist() == [role in {"actor", "recipient", "place", "count"} for role in ROLES]


def test_events_outside_a_window_are_left_out() -> None:
    text = encode(DOCUMENT, TOKENIZER, LABELS)
    windows = windows_of(text.words, 8, 0)
    assert sum(len(collate([(text, window)], LABELS).row) for window in windows) == len(text.events)
