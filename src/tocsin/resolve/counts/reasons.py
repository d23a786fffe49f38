"""Why words give no count: every quote that a reader marks as a number gets a range or one of these reasons."""

from __future__ import annotations

import re

from tocsin.resolve.counts import LARGEST, plain_words, resolve_count
from tocsin.resolve.counts.no_counts import reason_against
from tocsin.resolve.counts.numbers import ORDINALS, find_numbers
from tocsin.resolve.counts.rules import STANDARD, CountRules
from tocsin.resolve.counts.signs import Reason

__all__ = ["Reason", "reason_for_none"]

_REASONS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        "share of an unknown whole",
        re.compile(r"%|\bper ?cent|\bpercent|\bpc\b|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most)\b(?= (?:of|the)|$)"),
    ),
    ("age", re.compile(r"\byears?[ -]olds?\b|\baged?\b|\bin (?:his|her|their) (?:\w+-)?(?:teens|\w+ties|\d0s)\b")),
    ("clock time", re.compile(r"\b[ap]\.? ?m\b|o'clock|\d[:.]\d\d")),
    (
        "name or law",
        re.compile(r"\b(?:section|article|clause|no\.|number|act|resolution|chapter|phase|highway|route|paragraph)s?\b|[a-z]+-?\d"),
    ),
    ("ordinal", re.compile(r"\d(?:st|nd|rd|th)\b|\b(?:" + "|".join([*ORDINALS, "hundredth", "thousandth", "millionth"]) + r")\b")),
)


def reason_for_none(words: str, kind: str, rules: CountRules = STANDARD) -> Reason | None:
    """Why :func:`resolve_count` gives nothing for ``words``; ``None`` where it does give a range. Never raises on any string."""
    if resolve_count(words, kind, rules) is not None:
        return None
    text = plain_words(words, kind)
    if not text:
        return "empty"
    numbers = find_numbers(text)
    for at in range(len(numbers)):
        against = reason_against(text, numbers, at, kind)
        if against is not None:
            return against
    for reason, pattern in _REASONS:
        if pattern.search(text):
            return reason
    return "too large" if any(number.value > LARGEST // 1000 for number in numbers) else "no number"
