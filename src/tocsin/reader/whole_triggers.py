"""Triggers that are one expression with a small word inside: *respond in kind*, *granted political asylum*.

The network judges each word by itself, and where it marks both ends and not the middle, one act comes out as two. In 4,984 annotated texts
only 223 pairs of acts of one type stand within three words of each other, and *and* joins most of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tocsin.reader.network import Floats, Triggers
from tocsin.reader.segment import Window, Words

_INSIDE = re.compile(r"(?: (?!(?:and|or|but|after|when|while|before|as|by|during)\b)[\w'’-]+){1,2} ")
"""One or two words, without a mark or a word that sets two acts beside each other."""


def whole_triggers(text: str, cut: Sequence[tuple[Words, Window]], triggers: Triggers, scores: Floats) -> tuple[Triggers, Floats]:
    """The triggers, those of one type with a word or two between them as one, whose score is the surer one's.

    Args:
        text: the text of the windows.
        cut: the windows, each with its text's words.
        triggers: K triggers in reading order within each window.
        scores: their scores [K].
    """
    found: list[tuple[int, int, int, int]] = []
    kept: list[float] = []
    for row, first, last, kind, score in zip(
        *(axis.tolist() for axis in (triggers.row, triggers.first, triggers.last, triggers.kind)), scores.tolist(), strict=True
    ):
        words, window = cut[row]
        if found and found[-1][0] == row and found[-1][3] == kind:
            between = text[words.ends[window.first + found[-1][2] - 1] : words.starts[window.first + first]]
            if _INSIDE.fullmatch(between):
                found[-1] = (row, found[-1][1], last, kind)
                kept[-1] = max(kept[-1], score)
                continue
        found.append((row, first, last, kind))
        kept.append(score)
    table = np.array(found, np.int64).reshape(-1, 4)
    return Triggers(table[:, 0], table[:, 1], table[:, 2], table[:, 3]), np.array(kept, np.float32)
