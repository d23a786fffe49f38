"""The bundles and the second annotation stand on their texts."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from typing import Any

from corpus.texts import FOLDER, documents, part
from tocsin.codebook import COUNT_KINDS
from training.annotations import locate

REPORTS: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted((FOLDER.parent / "bundles").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
ROLES = {"original", "copy", "cut", "retitled", "intro", "rewrite", "independent", "follow-up", "statement", "decoy", "anniversary"}


def test_there_are_bundles_enough() -> None:
    sizes = Counter(report["bundle"] for report in REPORTS)
    assert len(sizes) >= 60
    assert len(REPORTS) >= 200
    assert 2 <= min(sizes.values()) <= max(sizes.values()) <= 8
    assert len({report["id"] for report in REPORTS}) == len(REPORTS)


def test_every_claim_stands_in_its_report() -> None:
    for report in REPORTS:
        dt.date.fromisoformat(report["published"])
        assert report["role"] in ROLES, report["id"]
        for claim in report["claims"]:
            assert claim["quote"] in report["text"], report["id"]
            assert claim["claimant"] is None or claim["claimant"] in report["text"], report["id"]
            assert claim["what"] in COUNT_KINDS, report["id"]
            assert claim["high"] is None or claim["low"] <= claim["high"], report["id"]


def test_labels_stay_within_their_bundle() -> None:
    for label in ("copy_group", "cluster"):
        bundles: defaultdict[str, set[str]] = defaultdict(set)
        for report in REPORTS:
            bundles[report[label]].add(report["bundle"])
        assert all(len(found) == 1 for found in bundles.values())


def test_one_text_is_one_happening() -> None:
    clusters: defaultdict[str, set[str]] = defaultdict(set)
    for report in REPORTS:
        clusters[report["copy_group"]].add(report["cluster"])
    assert all(len(found) == 1 for found in clusters.values())


def test_the_second_annotation_quotes_texts_of_the_test_part() -> None:
    texts = {document["id"]: document["text"] for document in documents()}
    second = [json.loads(line) for line in (FOLDER.parent / "second_annotation.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(second) == 150
    for document in second:
        assert part(document["id"]) == "test"
        for event in document["events"]:
            quotes = [event["trigger"], *(quote for key in ("actors", "recipients", "places", "times") for quote in event.get(key) or ())]
            assert all(locate(texts[document["id"]], quote) for quote in quotes), document["id"]
