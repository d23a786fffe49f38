from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.store.samples import DOCUMENT, READING, quote
from tests.store.strategies import readings
from tocsin.errors import InputError
from tocsin.export.annotated import from_codebook, locate
from tocsin.export.codebook import cite, encode, to_codebook
from tocsin.records import CountQuote, Mention, Published, Quote, Reading

SHARED = Path(__file__).parents[3] / "shared"
GOLD = sorted([*SHARED.glob("written/*.jsonl"), *SHARED.glob("events/*.jsonl")])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """All annotated texts in one file, and the same after the way there and back."""
    gold, back = (tmp_path_factory.mktemp("gold") / name for name in ("gold.jsonl", "back.jsonl"))
    lines = [line for path in GOLD for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold.write_text("\n".join(lines), encoding="utf-8")
    back.write_bytes(b"".join(encode(from_codebook(json.loads(line)) for line in lines)))
    return gold, back


@pytest.mark.shared
@pytest.mark.skipif(not GOLD, reason="the development sets are not there")
def test_annotated_texts_come_back_without_a_fault(written: tuple[Path, Path]) -> None:
    checked = subprocess.run([sys.executable, SHARED / "check_annotations.py", written[1]], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.shared
@pytest.mark.skipif(not GOLD, reason="the development sets are not there")
def test_annotated_texts_come_back_whole(written: tuple[Path, Path]) -> None:
    scored = subprocess.run([sys.executable, SHARED / "score_events.py", *written, "--json"], capture_output=True, text=True, check=True)
    for name, score in json.loads(scored.stdout).items():
        assert score == pytest.approx(100) if isinstance(score, float) else all(f == pytest.approx(100) for f in score.values()), name


def bare(mention: Mention) -> Mention:
    """What the format can hold of a mention: no scores of single quotes, no hints."""

    def plain(found: Quote | None) -> Quote | None:
        return replace(found, score=1.0) if found else None

    def plains(found: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(each, score=1.0) for each in found)

    return replace(
        mention,
        trigger=replace(mention.trigger, score=1.0),
        said_by=plain(mention.said_by),
        actors=plains(mention.actors),
        recipients=plains(mention.recipients),
        places=plains(mention.places),
        times=plains(mention.times),
        counts=tuple(CountQuote(c.kind, replace(c.quote, score=1.0), plain(c.said_by)) for c in mention.counts),
        issue=plain(mention.issue),
        actor_hints=(),
        recipient_hints=(),
    )


@settings(deadline=None, max_examples=50)
@given(readings().filter(lambda reading: "#" not in reading.document.text))
def test_mentions_come_back(reading: Reading) -> None:
    (line,) = encode([reading])
    back = from_codebook(json.loads(line))
    assert back.mentions == tuple(bare(mention) for mention in reading.mentions)
    assert (back.document.id, back.document.text) == (reading.document.id, reading.document.text)


@settings(deadline=None, max_examples=50)
@given(st.text("ab #", min_size=1, max_size=20), st.data())
@example("aaaa", None)
def test_a_quote_is_cited_by_where_it_stands(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text) - 1)) if data else 2
    end = data.draw(st.integers(start + 1, len(text))) if data else 4
    found = locate(text, cite(text, Quote(start, end, text[start:end])))
    if "#" not in text[start:end]:
        assert found == (start, end)
    elif text[start:end].strip("#"):
        assert start <= found[0] < found[1] <= end


def test_what_is_resolved_stands_in_the_order_of_the_quotes() -> None:
    (first, second) = to_codebook(READING)["events"]
    assert first["resolved"] == {
        "actors": [{"country": "KAZ", "sector": ["COP"]}],
        "recipients": [{"country": "KAZ", "sector": ["CVL"]}],
        "place": {"name": "Tarsk", "country": "KAZ"},
        "date": ["2024-05-06", "2024-05-06"],
        "counts": [{"low": 36, "high": 44, "best": 40}],
    }
    assert second["resolved"] == {
        "actors": [],
        "recipients": [{"country": "KAZ", "sector": ["CVL"]}],
        "place": None,
        "date": None,
        "counts": [],
    }
    assert first["spans"] == {
        "trigger": [7, 15],
        "said_by": [54, 69],
        "actors": [[0, 6]],
        "recipients": [[16, 33]],
        "places": [[37, 42]],
        "times": [[46, 52]],
        "counts": [[16, 24]],
    }
    assert first["counts"] == [{"of": "arrested", "quote": "about 40", "said_by": "the bar council"}]


def test_a_publication_date_in_doubt_is_not_written() -> None:
    doubted = Published(DOCUMENT.published.date, "page", "a header", "the text speaks of 2021") if DOCUMENT.published else None
    assert to_codebook(READING)["published"] == "2024-05-07"
    assert to_codebook(replace(READING, document=replace(DOCUMENT, published=doubted)))["published"] is None


def test_a_quote_that_the_text_lacks_is_named() -> None:
    with pytest.raises(InputError, match="'oslo##2' is not in the text"):
        locate("oslo", "oslo##2")
    assert cite(DOCUMENT.text, quote("arrested")) == "arrested"
