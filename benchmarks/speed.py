"""How fast tocsin reads, from text and from HTML to resolved events, beside what its encoder alone could do in the same minute.

The encoder is the work that cannot be saved. It is fed with the same windows, as many at a time as the reader takes and sorted by length, and
timed in turn with the whole way, so that other work on the machine strikes both. The ratio, the whole way's word pieces a second in percent of the
bare encoder's, can be compared between machines where seconds cannot. So can the encoder's share of the reader's own time, which says what the
reader does beside it: cut the text, decode, ask the heads.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from operator import truediv
from pathlib import Path
from statistics import median

from benchmarks import memory
from benchmarks.inputs import documents
from corpus import texts
from tocsin.export import to_codebook
from tocsin.pipeline import Recipe
from tocsin.reader import Reader
from tocsin.reader.gate import Gate
from tocsin.reader.mode_words import ModeWords
from tocsin.reader.model import ModelFolder, OnnxNetwork, load_model
from tocsin.reader.network import Encoded, WindowBatch, batch_windows
from tocsin.reader.read import WINDOWS_AT_ONCE
from tocsin.reader.segment import Window, Words, windows_of, words_of
from tocsin.records import Document

ROUNDS = 3
"""Each way is timed so often, in turn; the middle one counts."""

ARTICLES = 200
"""Most articles of one kind that are timed."""

PIECES_IN_ARTICLE = 5
"""Texts of the corpus that make one article of usual length (about 600 words), where no real articles are at hand."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Speed of one way. ``ratio`` is in percent of the bare encoder's."""

    name: str
    articles: int
    articles_a_second: float
    pieces_a_second: float
    bare_pieces_a_second: float
    ratio: float
    encoder_share: float
    """Of the reader's time, from a document to its mentions, in percent."""


@dataclass(frozen=True, slots=True)
class Material:
    """Files to read and what they are."""

    name: str
    source: str
    files: tuple[Path, ...]


def materials(shared: Path, work: Path) -> tuple[Material, Material]:
    """Articles as text and as HTML: real ones where they are there, else invented ones, written into ``work``."""
    real = tuple(sorted(shared.glob("events/dev*.jsonl"))), tuple(sorted(shared.glob("bench/html/*.html.gz")))
    text = Material("text", "real articles", real[0]) if real[0] else Material("text", "invented articles", _articles(work))
    html = Material("html", "saved pages", real[1]) if real[1] else Material("html", "invented pages", _pages(work))
    return text, html


def _bodies() -> list[str]:
    found = [document["text"] for document in texts.documents()]
    return ["\n\n".join(found[at : at + PIECES_IN_ARTICLE]) for at in range(0, len(found), PIECES_IN_ARTICLE)][:ARTICLES]


def _articles(work: Path) -> tuple[Path, ...]:
    path = work / "articles.jsonl"
    lines = (json.dumps({"id": f"a{number}", "text": body, "published": "2020-01-01"}) for number, body in enumerate(_bodies()))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return (path,)


def _pages(work: Path) -> tuple[Path, ...]:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "World", "Business", "Sport", "Opinion", "Weather"))
    paths = []
    for number, body in enumerate(_bodies()):
        paragraphs = "".join(f"<p>{part}</p>" for part in body.replace("&", "&amp;").replace("<", "&lt;").split("\n") if part.strip())
        path = work / f"page{number}.html"
        page = f"<html lang=en><head><title>Page {number}</title></head><body><nav><ul>{menu}</ul></nav><article>{paragraphs}</article></body></html>"
        path.write_text(page, encoding="utf-8")
        paths.append(path)
    return tuple(paths)


def measure(material: Material, recipe: Recipe, model_folder: Path, threads: int = 0) -> Rate:
    """Time the whole way and the bare encoder in turn.

    Raises:
        ModelError: the model cannot be read.
    """
    model, network = load_model(model_folder), OnnxNetwork(model_folder, threads)
    found = [item for item in documents(material.files) if isinstance(item, Document)]
    words = [words_of(document.text, model.tokenizer, document.furniture) for document in found]
    pieces = sum(len(text.pieces) for text in words)
    batches = _batches(words, model)
    _read_all(material, recipe)  # once, to warm caches up
    whole, bare = [], []
    for _ in range(ROUNDS):
        whole.append(_seconds_whole(material, recipe))
        bare.append(_seconds_bare(network, batches))
    seconds, bare_seconds = median(whole), median(bare)
    return Rate(
        material.name,
        len(found),
        len(found) / seconds,
        pieces / seconds,
        pieces / bare_seconds,
        ratio=100 * median(map(truediv, bare, whole)),
        encoder_share=100 * median(_encoder_share(found, model, network) for _ in range(ROUNDS)),
    )


class _Timed:
    """A network that adds up how long its encoder took."""

    def __init__(self, network: OnnxNetwork) -> None:
        self.mentions, self.spans, self.links = network.mentions, network.spans, network.links
        self._network = network
        self.seconds = 0.0

    def encode(self, windows: WindowBatch) -> Encoded:
        start = time.perf_counter()
        encoded = self._network.encode(windows)
        self.seconds += time.perf_counter() - start
        return encoded


def _encoder_share(found: Sequence[Document], model: ModelFolder, network: OnnxNetwork) -> float:
    """What part of the reader's time the encoder takes, 0 to 1."""
    timed = _Timed(network)
    gate, mode_words = Gate.load(model.folder), ModeWords.load(model.folder)
    reader = Reader(
        timed, model.tokenizer, model.labels, model.thresholds, model.version, model.longest, model.calibration, gate, mode_words
    )
    start = time.perf_counter()
    for document in found:
        reader.read(document)
    return timed.seconds / (time.perf_counter() - start)


def _batches(found: Sequence[Words], model: ModelFolder) -> list[WindowBatch]:
    cut: list[tuple[Words, Window]] = [
        (words, window) for words in found for window in windows_of(words, model.longest, model.longest // 4)
    ]
    cut.sort(key=lambda item: item[0].first_piece[item[1].last] - item[0].first_piece[item[1].first])
    return [batch_windows(cut[at : at + WINDOWS_AT_ONCE]) for at in range(0, len(cut), WINDOWS_AT_ONCE)]


def _read_all(material: Material, recipe: Recipe) -> None:
    for item in documents(material.files):
        if isinstance(item, Document):
            json.dumps(to_codebook(recipe.read(item)))


def _seconds_whole(material: Material, recipe: Recipe) -> float:
    start = time.perf_counter()
    _read_all(material, recipe)
    return time.perf_counter() - start


def _seconds_bare(network: OnnxNetwork, batches: Sequence[WindowBatch]) -> float:
    start = time.perf_counter()
    for batch in batches:
        network.encode(batch)
    return time.perf_counter() - start


def peak_memory(material: Material, work: Path) -> float | None:
    """Most memory, in MB, that ``tocsin code`` takes for all of the material; ``None`` where the system does not tell or the command fails."""
    code = [sys.executable, "-m", "tocsin", "code", *map(str, material.files), "--format", "codebook"]
    return memory.peak([*code, "--out", str(work / "memory.jsonl"), "--max-bytes", "100000000"])
