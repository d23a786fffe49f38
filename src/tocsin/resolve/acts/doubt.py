"""How firmly the words around an act put it: marks of doubt right before it (*appeared to have been cut*, *allegedly beaten*), and denials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.records import Document, Mention
from tocsin.resolve.acts.denial import is_denied

_DOUBT = re.compile(
    r"\b(?:(?:appear|seem)(?:s|ed)?\s+to\s+(?:have\s+)?(?:been\s+|be\s+)?(?:\w+ly\s+)?"
    r"|(?:reportedly|allegedly|apparently|purportedly|supposedly)\s+(?:been\s+|being\s+)?)$",
    re.IGNORECASE,
)
"""In the annotated training texts (real news and the corpus) annotators marked all of the 105 acts that follow such words as hedged."""
_BEFORE = 50
"""Code points before a trigger in which the mark stands."""


def with_stated_doubt(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; those whose words follow a mark of doubt are hedged, and those that somebody denies bear ``negation``."""
    return tuple(_marked(document.text, mention) for mention in mentions)


def _marked(text: str, mention: Mention) -> Mention:
    start, end = mention.trigger.start, mention.trigger.end
    if _DOUBT.search(text[max(0, start - _BEFORE) : start]):
        mention = replace(mention, hedged=True)
    if "negation" not in mention.aux and mention.type != "REJECT" and is_denied(text, start, end):
        mention = replace(mention, aux=(*mention.aux, "negation"))
    return mention
