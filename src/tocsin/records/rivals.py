"""Several figures for one number: which of them stand for the whole, how far they reach together, and whether they go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tocsin.records.claim import Claim
from tocsin.records.document import Quote
from tocsin.records.value import CountValue

_PART_BEFORE = re.compile(r"\b(?:including|among (?:them|those|the \w+)(?: (?:is|are|was|were))?)(?: at least)? $", re.IGNORECASE)
_PART_AFTER = re.compile(r" (?:\w+ )?of (?:them|whom|those|these)\b(?! (?:were|was|had|have|are|is|died|fell|who)\b)")
_ASIDE = re.compile(r"[,(–—-] ?(?:at least )?$")
"""*12 were hurt, three of them policemen*; *killed 12, including three children*: a part is no rival of its whole. On the bundles' development half
none of 12 such figures that had been taken for claims was one."""


def whole_counts(text: str, claims: Iterable[Claim]) -> Iterator[tuple[Claim, CountValue]]:
    """The claims that are numbers, with their values, but for the parts that are told beside their whole. ``text`` is the document's."""
    for claim in claims:
        if claim.field == "count" and isinstance(claim.value, CountValue) and not _is_part(text, claim.quote):
            yield claim, claim.value


def reach_of(values: Sequence[CountValue]) -> tuple[int, int | None]:
    """The least and the most that any of some figures gives. ``values`` are at least one and of one kind and unit.

    The most is ``None`` where the largest figure is open above: *at least 15* beside 23 reaches to 23, *at least 30* beside it is open.
    """
    most = max(value.low if value.high is None else value.high for value in values)
    is_open = any(value.high is None and value.low >= most for value in values)
    return min(value.low for value in values), None if is_open else most


def go_together(values: Sequence[CountValue]) -> bool:
    """Whether the ranges of some figures share a number. Here one that is open above goes no farther than a tenth over its figure, as *around*
    does in the codebook: police who say *at least 15* and a hospital that says 23 give rival tolls.
    """
    least = max(value.low for value in values)
    return all((value.low * 11 // 10 if value.high is None else value.high) >= least for value in values)


def _is_part(text: str, quote: Quote) -> bool:
    """Whether a figure is told beside a larger one as a part of it."""
    before = text[max(0, quote.start - 40) : quote.start]
    return bool(_PART_BEFORE.search(before) or (_ASIDE.search(before) and _PART_AFTER.match(text, quote.end)))
