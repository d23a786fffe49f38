"""Marks of doubt right before the words of an act: *appeared to have been cut*, *allegedly beaten*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import Document, Mention

_DOUBT = re.compile(
    r"\b(?:(?:appear|seem)(?:s|ed)?\s+to\s+(?:have\s+)?(?:been\s+|be\s+)?(?:\w+ly\s+)?"
    r"|(?:reportedly|allegedly|apparently|purportedly|supposedly)\s+(?:been\s+|being\s+)?)$",
    re.IGNORECASE,
)
"""In the annotated training texts (real news and the corpus) annotators marked all of the 105 acts that follow such words as hedged."""
_BEFORE = 50
"""Code points before a trigger in which the mark stands."""


def with_stated_doubt(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; those whose words follow a mark of doubt are hedged."""
    return tuple(replace(mention, hedged=True) if _doubted(document.text, mention) else mention for mention in mentions)


def _doubted(text: str, mention: Mention) -> bool:
    start = mention.trigger.start
    return bool(_DOUBT.search(text[max(0, start - _BEFORE) : start]))
