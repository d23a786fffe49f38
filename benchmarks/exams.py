"""The exams: which files each one is, and a hash that tells whether a floor was pinned on these very files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
DATA = Path(__file__).parent / "data"

MISSING = """{shared}: no exams there, so accuracy is not measured.
They hold news that belongs to its publishers and do not come with tocsin. Lay them beside the checkout, as docs/benchmarks.md says, or name
their folder: python -m benchmarks --shared FOLDER"""


@dataclass(frozen=True, slots=True)
class Exam:
    """One set of texts with their true answers. ``gold`` and ``scorer`` are paths or globs under the exams' folder; with a ``home``, ``gold``
    lies there and comes with tocsin.
    """

    name: str
    title: str
    gold: str
    scorer: str | None = None
    home: Path | None = None

    def files(self, shared: Path) -> tuple[Path, ...]:
        """The exam's files in the order of their names; empty where the exam is not there."""
        return tuple(sorted((self.home or shared).glob(self.gold)))

    def scoring(self, shared: Path) -> Path | None:
        """The program that scores it; ``None`` where the benchmarks do that themselves."""
        return shared / self.scorer if self.scorer else None

    def is_there(self, shared: Path) -> bool:
        """Whether its files and its scorer are."""
        scorer = self.scoring(shared)
        return bool(self.files(shared)) and (scorer is None or scorer.is_file())

    def digest(self, shared: Path) -> str:
        """SHA-256 of its files' names and bytes and of its scorer's."""
        scorer = self.scoring(shared)
        return digest([*self.files(shared), *([scorer] if scorer else [])])


EVENTS = Exam("events", "events in real news (codebook)", "events/dev*.jsonl", "score_events.py")
VALUES = Exam("values", "values of the annotators' own quotes in real news, without the reader", "events/dev*.jsonl")
ROUGH = Exam("rough", "the same, in lower case and with broken punctuation", "events/dev*.jsonl", "score_events.py")
OTHER = Exam("other_news", "news without an event: sport, business, accidents", "other_news.jsonl", home=CORPUS)
RELATIONS = Exam("relations", "who does what to whom in one sentence (PLV test)", "bench/relations_test.jsonl", "bench/score.py")
POLICE = Exam("police", "what police did, by sentence (IndiaPoliceEvents)", "bench/police.jsonl", "bench/score.py")
TRNEWS = Exam("places_trnews", "places in TR-News", "bench/places_trnews.jsonl", "bench/score.py")
LGL = Exam("places_lgl", "places in the Local-Global Lexicon", "bench/places_lgl.jsonl", "bench/score.py")
SPELLINGS = Exam("spellings", "spellings of public names, the half kept for testing", "spellings.tsv", home=DATA)
HTML = Exam("html", "article text out of saved pages", "bench/html/*")

CLUSTERS = Exam("clusters", "reports of one happening (Giveme5W1H)", "bench/clusters.jsonl", "bench/score.py")
BUNDLES = Exam("bundles", "copies, incidents and rival claims in tocsin's own bundles", "bundles/*.jsonl", home=CORPUS)

EXAMS: tuple[Exam, ...] = (EVENTS, ROUGH, VALUES, OTHER, RELATIONS, POLICE, TRNEWS, LGL, CLUSTERS, BUNDLES, SPELLINGS, HTML)


def digest(paths: Sequence[Path]) -> str:
    """SHA-256 over names and bytes, so that a renamed, changed, added or missing file gives another one."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
