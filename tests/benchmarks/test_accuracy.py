"""The exams are taken as a user would run tocsin, scored by their own program, and passed over where they are absent."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import ScorerError, flat, take
from benchmarks.exams import BUNDLES, EVENTS, HTML, OTHER, ROUGH, SPELLINGS, VALUES, digest
from benchmarks.pages import score_pages
from benchmarks.predict import Tools
from tocsin.records import Claim, Document, Mention, Quote

TEXTS = {
    "x-1": "Dockers in Gdynia struck for a third day on Monday, and the port called off a meeting with their union.",
    "x-2": "The town library will close early on Friday so that the lift can be mended.",
}

# A scorer of the test's own: recall of triggers, and how many documents were answered.
SCORER = """
import json, sys
*task, gold, answers, form = sys.argv[1:]
assert form == "--json"
read = lambda name: {d["id"]: d for d in map(json.loads, open(name, encoding="utf-8"))}
gold, answers = read(gold), read(answers)
right = [e["trigger"] in [a["trigger"] for a in answers[k].get("events", [])] for k, d in gold.items() for e in d.get("events", [])]
places = sum(len(d.get("places", [])) for d in answers.values())
json.dump({"trigger": {"r": 100 * sum(right) / max(1, len(right))}, "answered": len(answers), "places": places, "task": str(task)}, sys.stdout)
"""


class FindsStrikes:
    """A reader that knows one word."""

    version = "strikes"

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        del threshold
        at = document.text.find("struck")
        quote = Quote(at, at + 6, "struck")
        return (Mention("e1", "PROTEST", quote, modes=("strike",)),) if at >= 0 else ()


class ResolvesNothing:
    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
        del document, mentions
        return ()


def finds_gdynia(document: Document) -> list[dict[str, Any]]:
    at = document.text.find("Gdynia")
    return [{"start": at, "end": at + 6, "name": "Gdynia", "lat": 54.5, "lon": 18.5}] if at >= 0 else []


TOOLS = Tools(FindsStrikes(), ResolvesNothing(), finds_gdynia)


def lay(folder: Path, **files: object) -> Path:
    """Exam files by their dotted names: lists become JSONL."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_jsonl", ".jsonl").replace("_py", ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(map(json.dumps, content)) if isinstance(content, list) else str(content)
        path.write_text(lines, encoding="utf-8")
    return folder


def gold(**more: Any) -> list[dict[str, Any]]:
    events = {
        "x-1": [{"id": "e1", "type": "PROTEST", "trigger": "struck"}, {"id": "e2", "type": "CONCEDE", "trigger": "called off"}],
        "x-2": [],
    }
    return [{"id": key, "text": text, "published": "2021-05-04", "events": events[key]} | more for key, text in TEXTS.items()]


def test_an_exam_of_several_files_is_scored_by_its_own_program(tmp_path: Path) -> None:
    first, second = gold()
    shared = lay(tmp_path / "shared", events__dev0_jsonl=[first], events__dev1_jsonl=[second], score_events_py=SCORER)
    (tmp_path / "work").mkdir()
    result, rough, values, *_ = take(shared, TOOLS, tmp_path / "work")
    assert (result.exam, rough.exam, values.exam, result.left) == (EVENTS, ROUGH, VALUES, 0)
    assert values.scores == {"values.no_place": 100.0, "values.no_date": 100.0}
    assert rough.scores == {"rough.lower_case.trigger.r": 50.0, "rough.broken.trigger.r": 50.0}
    assert result.scores == {"events.trigger.r": 50.0, "events.answered": 2.0, "events.places": 0.0}
    assert result.digest == EVENTS.digest(shared)


def test_answers_are_in_the_codebooks_format_with_offsets(tmp_path: Path) -> None:
    shared = lay(tmp_path / "shared", events__dev0_jsonl=gold(), score_events_py=SCORER)
    (tmp_path / "work").mkdir()
    list(take(shared, TOOLS, tmp_path / "work"))
    first, second = map(json.loads, (tmp_path / "work/events.answers.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["id"], first["text"], second["events"]) == ("x-1", TEXTS["x-1"], [])
    (event,) = first["events"]
    start, end = event["spans"]["trigger"]
    assert first["text"][start:end] == event["trigger"] == "struck"


def test_places_are_asked_of_the_place_resolver(tmp_path: Path) -> None:
    shared = lay(tmp_path / "shared", bench__places_lgl_jsonl=gold(), bench__score_py=SCORER)
    (tmp_path / "work").mkdir()
    _, result, *_ = take(shared, TOOLS, tmp_path / "work")
    assert result.scores["places_lgl.places"] == 1.0
    answers = (tmp_path / "work/places_lgl.answers.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(answers[0])["places"] == [{"start": 11, "end": 17, "name": "Gdynia", "lat": 54.5, "lon": 18.5}]


def test_a_failing_scorer_is_named(tmp_path: Path) -> None:
    shared = lay(tmp_path / "shared", events__dev0_jsonl=gold(), score_events_py="raise SystemExit('no such task')")
    (tmp_path / "work").mkdir()
    with pytest.raises(ScorerError, match=r"score_events\.py failed on the exam events.*no such task"):
        list(take(shared, TOOLS, tmp_path / "work"))


def test_absent_exams_are_passed_over_and_our_own_are_taken(tmp_path: Path) -> None:
    result, *others = take(tmp_path / "nowhere", TOOLS, tmp_path)
    assert [each.exam for each in (result, *others)] == [OTHER, BUNDLES, SPELLINGS]
    assert result.scores["other_news.clean"] > 90  # one word, "struck", is all that this reader knows
    assert result.scores["other_news.events_in_100"] < 10


def test_an_exams_hash_changes_with_a_name_or_a_byte(tmp_path: Path) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    one.write_text("{}", encoding="utf-8")
    other.write_text("{}", encoding="utf-8")
    before = digest([one])
    assert digest([other]) != before
    one.write_text("{ }", encoding="utf-8")
    assert digest([one]) != before


def test_saved_pages_are_scored_against_their_true_text(tmp_path: Path) -> None:
    folder = tmp_path / "bench/html"
    folder.mkdir(parents=True)
    body = " ".join(f"Paragraph {number} tells how the dockers of Gdynia went back to work after nine days." for number in range(12))
    page = f"<html lang=en><head><title>Port</title><meta property='article:published_time' content='2021-05-04'></head><body><nav><a href=/>News</a></nav><article><p>{body}</p></article></body></html>"
    (folder / "p1.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"p1": {"articleBody": body, "url": "https://news.example/2021/05/04/port"}}
    (folder / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    scores, left = score_pages(HTML.files(tmp_path))
    assert left == 0
    assert scores["text.r"] == 100.0
    assert scores["text.f"] > 90.0
    assert scores["date"] == 100.0


def test_nested_scores_become_dotted_names() -> None:
    assert dict(flat({"a": {"p": 1, "f": 2.5}, "actor country": 3, "name": "x", "none": None})) == {
        "a.p": 1.0,
        "a.f": 2.5,
        "actor_country": 3.0,
    }
