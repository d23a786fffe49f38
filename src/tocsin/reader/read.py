"""Documents to mentions: the reader as the rest of tocsin sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import numpy as np
from tokenizers import Tokenizer

from tocsin.reader.decode import Calibration, RoleSpan, Thresholds, decode_links, decode_roles, decode_triggers
from tocsin.reader.edges import whole_phrase
from tocsin.reader.gate import Gate
from tocsin.reader.labels import Labels
from tocsin.reader.mode_words import ModeWords
from tocsin.reader.model import OnnxNetwork, load_model
from tocsin.reader.network import Floats, MentionScores, Network, SpanScores, Triggers, batch_windows
from tocsin.reader.segment import Window, Words, windows_of, words_of
from tocsin.reader.whole_triggers import whole_triggers
from tocsin.records import Aux, CountQuote, Document, EntityHint, Mention, Quote

SHIPPED = Path(__file__).parent / "model"
"""The model that comes with the package."""

WINDOWS_AT_ONCE = 8
"""Windows of a document that the encoder reads in one call."""

LONG = 60
"""A text of so many words and marks tells more of an event than one unsure word: :attr:`tocsin.reader.decode.Thresholds.alone`. Headlines and
single sentences do not."""

LINKED = 12
"""A mention is compared with this many before it: 98 of 100 annotated links reach no farther."""

HINTS = 3
"""Sectors and countries that are handed on for each actor and recipient."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A span of a mention, its window's first word, and how likely each sector, country and kind of count is of it."""

    span: RoleSpan
    offset: int
    sectors: Floats
    countries: Floats
    count_kinds: Floats


@dataclass(slots=True)
class _Found:
    """A mention in the making: its text's words, its own place in them, and what its roles gave."""

    first: int
    last: int
    kind: int
    score: float
    vector: Floats
    modes: Floats
    aux: Floats
    contexts: Floats
    spans: list[_Judged] = field(default_factory=list)


@dataclass(slots=True)
class _Filled:
    """What a mention's roles hold: quotes by role, with the hints of each in the same order, and the counts."""

    quotes: dict[str, list[Quote]] = field(default_factory=lambda: defaultdict(list))
    hints: dict[str, list[EntityHint]] = field(default_factory=lambda: defaultdict(list))
    counts: list[CountQuote] = field(default_factory=list)

    def one(self, role: str) -> Quote | None:
        """The quote of a role that is filled at most once."""
        return next(iter(self.quotes[role]), None)


class Reader:
    """Reads mentions of events out of documents, in one pass of one small encoder.

    Make one with :meth:`load` and keep it: loading takes longer than reading an article.
    """

    def __init__(
        self,
        network: Network,
        tokenizer: Tokenizer,
        labels: Labels,
        thresholds: Thresholds,
        version: str,
        longest: int,
        calibration: Calibration | None = None,
        gate: Gate | None = None,
        mode_words: ModeWords | None = None,
    ) -> None:
        self._network, self._tokenizer, self._labels, self._thresholds = network, tokenizer, labels, thresholds
        self._calibration, self._gate, self._mode_words = calibration or Calibration(), gate, mode_words or ModeWords()
        self.version = version
        """The model's version, stored with every row that it read."""
        self._longest, self._overlap = longest, longest // 4

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 0, *, gated: bool = True) -> Reader:
        """Load a model.

        Args:
            folder: a folder that ``make train`` wrote; the shipped model if ``None``.
            threads: processor threads, 0 for all.
            gated: pass over windows that surely name no event (:mod:`tocsin.reader.gate`).

        Raises:
            ModelError: files are missing, broken or of another version.
        """
        model = load_model(folder or SHIPPED)
        network = OnnxNetwork(model.folder, threads)
        gate, mode_words = Gate.load(model.folder) if gated else None, ModeWords.load(model.folder)
        return cls(
            network, model.tokenizer, model.labels, model.thresholds, model.version, model.longest, model.calibration, gate, mode_words
        )

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        """The mentions of one document in reading order. ``threshold`` overrides the model's own lowest score, and with it what a text's
        only mention must reach.

        A document's scores are its own: each word piece is rounded at its own scale, so that nothing that is read beside it moves them.
        """
        words = words_of(document.text, self._tokenizer, document.furniture)
        windows = windows_of(words, self._longest, self._overlap)
        if self._gate:
            windows = self._gate.keep(words, windows)
        found: list[_Found] = []
        for start in range(0, len(windows), WINDOWS_AT_ONCE):
            cut = [(words, window) for window in windows[start : start + WINDOWS_AT_ONCE]]
            found.extend(self._read_windows(document.text, cut, threshold))
        if threshold is None and len(found) == 1 and len(words.starts) >= LONG and found[0].score < self._thresholds.alone:
            return ()
        return self._assemble(document, words, found)

    def _read_windows(self, text: str, cut: Sequence[tuple[Words, Window]], threshold: float | None) -> list[_Found]:
        """The mentions that some windows of ``text`` own. Word positions are the text's."""
        batch = batch_windows(cut)
        encoded = self._network.encode(batch)
        lowest = self._thresholds.mention if threshold is None else threshold
        decoded = decode_triggers(encoded.triggers, [window for _, window in cut], lowest, self._calibration)
        triggers, trigger_scores = whole_triggers(text, cut, *decoded)
        if not len(triggers.row):
            return []
        scores = self._network.mentions(encoded.words, batch.sentence, triggers)
        spans = list(decode_roles(scores, triggers, batch.sentence, self._labels.roles, self._thresholds.of_roles(self._labels.roles)))
        found = [_start(scores, triggers, trigger_scores, cut, i) for i in range(len(triggers.row))]
        if spans:
            of = np.array([span.mention for span in spans], np.int64)
            first, last = (np.array([getattr(span, end) for span in spans], np.int64) for end in ("first", "last"))
            judged = self._network.spans(encoded.words, triggers.row[of], first, last, scores.vectors[of])
            _attach(found, spans, judged, [cut[row][1].first for row in triggers.row.tolist()])
        return found

    def _assemble(self, document: Document, words: Words, found: list[_Found]) -> tuple[Mention, ...]:
        found.sort(key=lambda mention: (mention.first, mention.last))
        links = self._links(found)
        return tuple(self._mention(document.text, words, f"e{i + 1}", mention, links.get(i)) for i, mention in enumerate(found))

    def _links(self, found: Sequence[_Found]) -> dict[int, tuple[str, int]]:
        pairs = [(late, early) for late in range(len(found)) for early in range(max(0, late - LINKED), late)]
        if not pairs:
            return {}
        later, earlier = ([pair[side] for pair in pairs] for side in (0, 1))
        vectors = np.stack([mention.vector for mention in found])
        scores = self._network.links(vectors[later], vectors[earlier], np.array(later, np.int64) - np.array(earlier, np.int64))
        return decode_links(scores, later, earlier, [mention.kind for mention in found], self._thresholds.link)

    def _mention(self, text: str, words: Words, name: str, found: _Found, link: tuple[str, int] | None) -> Mention:
        labels, lowest = self._labels, self._thresholds
        kind, filled = labels.types[found.kind], self._filled(text, words, found.spans)
        start, end = words.starts[found.first], words.ends[found.last - 1]
        named = (label.split("/") for label, score in zip(labels.modes, found.modes, strict=True) if score >= lowest.mode)
        modes = tuple(mode for owner, mode in named if owner == kind)
        aux = tuple(label for label, score in zip(labels.aux, found.aux[:-1], strict=True) if score >= lowest.aux)
        return Mention(
            id=name,
            type=kind,
            trigger=Quote(start, end, text[start:end], round(found.score, 4)),
            modes=modes or self._mode_words.modes(kind, text[start:end]),
            aux=cast("tuple[Aux, ...]", aux),
            hedged=bool(found.aux[-1] >= lowest.hedge),
            said_by=filled.one("said_by"),
            actors=tuple(filled.quotes["actor"]),
            recipients=tuple(filled.quotes["recipient"]),
            places=tuple(filled.quotes["place"]),
            times=tuple(filled.quotes["time"]),
            counts=tuple(filled.counts),
            issue=filled.one("issue"),
            contexts=tuple(label for label, score in zip(labels.contexts, found.contexts, strict=True) if score >= lowest.context),
            same_as=f"e{link[1] + 1}" if link and link[0] == "same_as" else None,
            part_of=f"e{link[1] + 1}" if link and link[0] == "part_of" else None,
            score=round(found.score, 4),
            actor_hints=tuple(filled.hints["actor"]),
            recipient_hints=tuple(filled.hints["recipient"]),
        )

    def _filled(self, text: str, words: Words, spans: Sequence[_Judged]) -> _Filled:
        labels, lowest, filled = self._labels, self._thresholds.sector, _Filled()
        for each in spans:
            role, first, last = labels.roles[each.span.role], each.offset + each.span.first, each.offset + each.span.last - 1
            edges = whole_phrase(text, words.starts[first], words.ends[last])
            if edges is None:
                continue
            start, end = edges
            quote = Quote(start, end, text[start:end], round(each.span.score, 4))
            filled.quotes[role].append(quote)
            filled.hints[role].append(
                EntityHint(_best(labels.sectors, each.sectors, lowest), _best(labels.countries, each.countries[1:], lowest))
            )
            if role == "count":
                filled.counts.append(CountQuote(labels.count_kinds[int(each.count_kinds.argmax())], quote))
        return filled


def _start(scores: MentionScores, triggers: Triggers, trigger_scores: Floats, cut: Sequence[tuple[Words, Window]], i: int) -> _Found:
    offset = cut[int(triggers.row[i])][1].first
    first, last = (int(end[i]) + offset for end in (triggers.first, triggers.last))
    return _Found(
        first, last, int(triggers.kind[i]), float(trigger_scores[i]), scores.vectors[i], scores.modes[i], scores.aux[i], scores.contexts[i]
    )


def _attach(found: Sequence[_Found], spans: Sequence[RoleSpan], judged: SpanScores, offsets: Sequence[int]) -> None:
    for span, sectors, countries, kinds in zip(spans, judged.sectors, judged.countries, judged.count_kinds, strict=True):
        found[span.mention].spans.append(_Judged(span, offsets[span.mention], sectors, countries, kinds))


def _best(codes: Sequence[str], scores: Floats, lowest: float) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-scores)[:HINTS]
    return tuple((codes[i], round(float(scores[i]), 4)) for i in order.tolist() if scores[i] >= lowest)
