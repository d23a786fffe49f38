"""Figures that count nobody: shares of a whole that is not told, ordinals, ages, lengths, scores, dates, telephone numbers, names and laws.

:data:`tocsin.resolve.counts.signs.SIGNS` tells for each reason what stands in a figure and right beside it; :data:`PAIRS` what it makes with
another figure. ``docs/counts.md`` lists them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from tocsin.resolve.counts.figure_pairs import NEAR, is_score, is_share, is_telephone
from tocsin.resolve.counts.numbers import Number, find_numbers
from tocsin.resolve.counts.signs import PERSONS, SIGNS, Reason

Pair: TypeAlias = Callable[[str, Sequence[Number], int], bool]
PAIRS: Mapping[Reason, Pair] = {"share of an unknown whole": is_share, "telephone number": is_telephone, "score or vote": is_score}
"""For these reasons the figures beside are looked at too."""

_LETTER = re.compile(r"[^\W\d_]")


def reason_against(text: str, numbers: Sequence[Number], at: int, kind: str) -> Reason | None:
    """Why the number at index ``at`` of a text counts nobody and nothing; ``None`` where it may be a count of ``kind``.

    ``text`` is in lower case, ``numbers`` are all its numbers (:func:`tocsin.resolve.counts.numbers.find_numbers`).
    """
    number = numbers[at]
    before, after = text[max(0, number.start - NEAR) : number.start], text[number.end : number.end + NEAR]
    own = text[number.start : number.end]
    for reason, signs in SIGNS.items():
        if any(sign.holds(before, own, after, kind) for sign in signs) or (reason in PAIRS and PAIRS[reason](text, numbers, at)):
            return reason
    return None


def figure_against(text: str, start: int, end: int, kind: str) -> Reason | None:
    """Why the figures of ``text[start:end]`` count nothing where the text around tells so: the *One* of *One in five died*.

    ``None`` where one of them may be a count, and where the words alone hold no figure that could be one. Over the 5,937 annotated counts of
    the training texts it speaks against two.
    """
    low = max(0, start - NEAR)
    window = text[low : end + NEAR]
    if not _LETTER.search(window):
        return None  # nothing but figures, of which a text may hold tens of thousands
    lower = window.lower() if len(window.lower()) == len(window) else window
    alone = find_numbers(lower[start - low : end - low])
    if all(reason_against(lower[start - low : end - low], alone, at, kind) for at in range(len(alone))):
        return None
    every = find_numbers(lower)
    inside = [at for at, number in enumerate(every) if number.start < end - low and start - low < number.end]
    if alone and not inside and kind in PERSONS:
        return "name or law"  # the "17" of "MH17"
    reasons = [reason_against(lower, every, at, kind) for at in inside]
    return reasons[0] if reasons and all(reasons) else None
