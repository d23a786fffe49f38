"""Scores of the exams, each a percentage under a dotted name such as ``events.trigger.f``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks import clusters, entities
from benchmarks.exams import BUNDLES, CLUSTERS, EVENTS, EXAMS, HTML, LGL, OTHER, POLICE, RELATIONS, ROUGH, SPELLINGS, TRNEWS, VALUES, Exam
from benchmarks.pages import score_pages
from benchmarks.predict import Tools, answer_clusters, answer_events, answer_places
from benchmarks.rough import CHANGES, write_changed
from benchmarks.spellings import of_half, read_pairs, scores
from tocsin.pipeline import Recipe

Scores: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Result:
    """What one exam gave. ``left`` counts texts that were refused or kept unread."""

    exam: Exam
    digest: str
    scores: Scores
    left: int


class ScorerError(Exception):
    """An exam's scoring program failed."""


def take(shared: Path, tools: Tools, work: Path) -> Iterator[Result]:
    """Every exam that is under ``shared``, in order. ``work`` is an empty folder for answers."""
    for exam in EXAMS:
        if exam.is_there(shared):
            scores, left = _TAKEN[exam](exam, shared, tools, work)
            yield Result(exam, exam.digest(shared), {f"{exam.name}.{name}": value for name, value in scores.items()}, left)


def _events(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    gold, answers = _joined(exam, shared, work), work / f"{exam.name}.answers.jsonl"
    left = answer_events([gold], tools, answers)
    return _score(exam, shared, gold, answers), left


def _values(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    """How many of the annotators' own quotes are resolved as they resolved them, per cent of each kind."""
    gold = _joined(exam, shared, work)
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    found = entities.measure(documents, tools.resolver)
    return {name.replace(" ", "_"): found.accuracy(name) for name in found.hits}, 0


def _rough(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    """The event scores alone, of each change."""
    plain, left = _joined(exam, shared, work), 0
    found: Scores = {}
    for name, change in CHANGES.items():
        gold, answers = work / f"{name}.gold.jsonl", work / f"{name}.answers.jsonl"
        write_changed(plain, change, gold)
        left += answer_events([gold], tools, answers)
        scores = _score(exam, shared, gold, answers)
        found |= {f"{name}.{score}": value for score, value in scores.items() if score.startswith(("event.", "trigger."))}
    return found, left


def _other(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    """How many texts are rightly left without an event, and how many events are found in a hundred of them."""
    answers = work / f"{exam.name}.answers.jsonl"
    left = answer_events(exam.files(shared), tools, answers)
    events = [len(json.loads(line)["events"]) for line in answers.read_text(encoding="utf-8").splitlines()]
    return {"clean": 100 * events.count(0) / len(events), "events_in_100": 100 * sum(events) / len(events)}, left


def _places(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    gold, answers = _joined(exam, shared, work), work / f"{exam.name}.answers.jsonl"
    left = answer_places([gold], tools, answers)
    return _score(exam, shared, gold, answers, "places"), left


def _sentences(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    gold, answers = _joined(exam, shared, work), work / f"{exam.name}.answers.jsonl"
    left = answer_events([gold], tools, answers)
    return _score(exam, shared, gold, answers, exam.name), left


def _clusters(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    gold, answers = _joined(exam, shared, work), work / f"{exam.name}.answers.jsonl"
    left = answer_clusters([gold], tools, answers)
    return _score(exam, shared, gold, answers, "clusters"), left


def _bundles(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    del work  # nothing is written for a program
    files = exam.files(shared)
    readings, left = clusters.read(files, Recipe(tools.reader, tools.resolver))
    measured = clusters.measure(clusters.lines(files), readings)
    sides = {f"{name}.{side}": value for name, score in measured.items() for side, value in zip("prf", score.sides, strict=True)}
    return sides, left


def _html(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    del tools, work  # extraction needs no reader
    return score_pages(exam.files(shared))


def _spellings(exam: Exam, shared: Path, tools: Tools, work: Path) -> tuple[Scores, int]:
    del tools, work  # names are compared without a reader
    return scores(of_half(read_pairs(exam.files(shared)[0]), "test")), 0


_TAKEN: Mapping[Exam, Callable[[Exam, Path, Tools, Path], tuple[Scores, int]]] = {
    EVENTS: _events,
    VALUES: _values,
    ROUGH: _rough,
    OTHER: _other,
    RELATIONS: _sentences,
    POLICE: _sentences,
    TRNEWS: _places,
    LGL: _places,
    CLUSTERS: _clusters,
    BUNDLES: _bundles,
    SPELLINGS: _spellings,
    HTML: _html,
}


def _joined(exam: Exam, shared: Path, work: Path) -> Path:
    """An exam's files as one, since a scorer takes one."""
    gold = work / f"{exam.name}.gold.jsonl"
    gold.write_text("".join(path.read_text(encoding="utf-8").rstrip("\n") + "\n" for path in exam.files(shared)), encoding="utf-8")
    return gold


def _score(exam: Exam, shared: Path, gold: Path, answers: Path, *task: str) -> Scores:
    """Run the exam's scorer over the answers."""
    command = [sys.executable, str(exam.scoring(shared)), *task, str(gold), str(answers), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # the scorer that the user keeps there
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise ScorerError(f"{exam.scoring(shared)} failed on the exam {exam.name}: {reason}")
    return dict(flat(json.loads(done.stdout)))


def flat(scores: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, float]]:
    """Nested scores under dotted names; what is no number is left out."""
    for name, value in scores.items():
        dotted = f"{above}{name}".replace(" ", "_")
        if isinstance(value, Mapping):
            yield from flat(value, f"{dotted}.")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield dotted, float(value)
