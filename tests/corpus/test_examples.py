"""The sample reports' annotations are valid and are those of the reports that lie beside them."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from corpus.check import check
from corpus.near import near_duplicates
from corpus.texts import documents, lines

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
EXPECTED = {line.document["id"]: line.document for line in lines([EXAMPLES / "expected.jsonl"]) if line.document}


def test_the_annotations_are_valid() -> None:
    assert [str(fault) for fault in check([EXAMPLES / "expected.jsonl"])] == []


def test_each_report_is_annotated_as_it_stands() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES.glob("reports/*.txt")}
    short = map(json.loads, (EXAMPLES / "reports/shorts.jsonl").read_text(encoding="utf-8").splitlines())
    texts |= {document["id"]: document["text"] for document in short}
    assert {name: document["text"] for name, document in EXPECTED.items() if name != "page"} == texts


def test_the_pages_article_is_the_pages_own() -> None:
    page = html.unescape(re.sub(r"<[^>]+>", "", (EXAMPLES / "reports/page.html").read_text(encoding="utf-8")))
    assert [part for part in EXPECTED["page"]["text"].split("\n") if part not in page] == []


def test_one_report_tells_no_event() -> None:
    assert [name for name, document in EXPECTED.items() if not document["events"]] == ["no-event"]


def test_no_sample_is_part_of_the_corpus() -> None:
    texts = {document["id"]: document["text"] for document in (*documents(), *EXPECTED.values())}
    assert [pair for pair in near_duplicates(texts) if pair.later in EXPECTED] == []
