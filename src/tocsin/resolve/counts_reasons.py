"""Why words give no count: every quote that a reader marks as a number gets a range or one of these reasons."""

from __future__ import annotations

import re
from typing import Literal

from tocsin.resolve.counts import LARGEST, resolve_count
from tocsin.resolve.counts_rules import STANDARD, CountRules
from tocsin.resolve.numbers import ORDINALS, find_numbers

Reason = Literal["empty", "share of an unknown whole", "ordinal", "age", "clock time", "name or law", "too large", "no number"]
"""``share of an unknown whole``: *60 percent*, *a third of them*. ``no number``: *a man*, *some*, *protesters*."""

_REASONS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        "share of an unknown whole",
        re.compile(r"%|\bper ?cent|\bpercent|\bpc\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most)\b(?= (?:of|the)|$)"),
    ),
    ("age", re.compile(r"\byears?[ -]olds?\b|\baged?\b")),
    ("clock time", re.compile(r"\b[ap]\.? ?m\b|o'clock|\d[:.]\d\d")),
    ("name or law", re.compile(r"\b(?:section|article|clause|no\.|number|act|resolution|chapter|phase|highway|route)\b|[a-z]+-?\d")),
    ("ordinal", re.compile(r"\d(?:st|nd|rd|th)\b|\b(?:" + "|".join(ORDINALS) + r")\b")),
)


def reason_for_none(words: str, kind: str, rules: CountRules = STANDARD) -> Reason | None:
    """Why :func:`resolve_count` gives nothing for ``words``; ``None`` where it does give a range. Never raises on any string."""
    if resolve_count(words, kind, rules) is not None:
        return None
    text = " ".join(words[:300].lower().split())
    if not text:
        return "empty"
    for reason, pattern in _REASONS:
        if pattern.search(text):
            return reason
    return "too large" if any(number.value > LARGEST // 1000 for number in find_numbers(text)) else "no number"
