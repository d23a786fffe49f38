"""Whose figure a count is: the source beside it where rival figures stand together, else the source of the mention."""

from __future__ import annotations

import re

from tocsin.records import Mention, Quote

_SAID = re.compile(r"(?:say|says|said|claim|claims|claimed|report|reports|reported|estimate|estimates|estimated|insist|insists|insisted)\b")
_SOURCE = r"((?:[A-Z]\w*|the|a|an|his|her|its|their|local|rights|aid|health|human|state|police|officials?|\w+s?)(?:\s[\w'’-]+){0,4}?)"
_AFTER = (
    re.compile(r"[^,.;:()]{0,40},\s*" + _SOURCE + r"\s+" + _SAID.pattern),
    re.compile(r"[^.;:]{0,40}?,?\s*\(?according to\s+" + r"((?:[\w'’-]+\s?){1,6}?)\s*(?=[,.;:)]|\band\b|\bbut\b|\bwhile\b|$)"),
)
_BEFORE = re.compile(
    r"(?:^|[,.;:]\s|\b(?:and|but|while|whereas)\s)\s*" + _SOURCE + r"\s+(?:put|" + _SAID.pattern[3:-3] + r")\b[^.;:]{0,50}$"
)


def claimant_of(text: str, mention: Mention, position: int) -> Quote | None:
    """The source of the count at ``position``: its own, one that the text puts right beside it where the mention holds rival figures
    of that kind (*50, police say; 200, according to the organisers*), else the mention's. ``None`` is the report's own voice.
    """
    count = mention.counts[position]
    if count.said_by is not None:
        return count.said_by
    rivals = [c for c in mention.counts if c.kind == count.kind]
    if len(rivals) < 2:
        return mention.said_by
    return _beside(text, count.quote, [c.quote for c in rivals]) or mention.said_by


def _beside(text: str, quote: Quote, figures: list[Quote]) -> Quote | None:
    after_end = min((f.start for f in figures if f.start >= quote.end), default=len(text))
    for pattern in _AFTER:
        found = pattern.match(text, quote.end, min(after_end, quote.end + 120))
        if found:
            return Quote(found.start(1), found.end(1), found[1])
    before_start = max((f.end for f in figures if f.end <= quote.start), default=0)
    start = max(before_start, quote.start - 120)
    found = _BEFORE.search(text[start : quote.start])
    return Quote(start + found.start(1), start + found.end(1), found[1]) if found else None
