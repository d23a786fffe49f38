"""What a figure counts whose own words do not say: *the union put them at 900*, *there were 4,300 of them*, *the police figure of 70*.

It takes the kind of the figure told before it, else of the act told before it, where somebody gives it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.records import Quote, Span
from tocsin.resolve.roles.toll import Act, Counted, Toll
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.sources.reach import Sources

_NEAR = 2
"""Sentences back in which the figure or the act stands whose kind a lone figure takes."""

_NEAR_TOTAL = 5
"""The same where it is called a figure, a toll or a list: such a word goes back farther (*the directorate's list of fourteen*)."""

_ALONE = re.compile(
    r"\s*(?:(?:people|persons|names|others?|more)(?=\s*(?:[.,;:)\"”]|$)| in all| so far| on | by | at )|[.,;:)\"”]|$"
    r"|(?:in all|so far|on|by|at|and|had|according|last|earlier|from|strong|leaves|which|while|but)\b)",
    re.IGNORECASE,
)
"""What follows a figure that stands alone. With a verb of its own (*two others were refused*) it counts what that verb says."""

_VERB = re.compile(r"\s*(?:is|was|are|were)\b")
"""*The police figure of 70 is wrong*."""

_NO_ONE = re.compile(
    r"\b(?:the|these|those|one of the|past|who (?:is|was|at)|(?:he|she) (?:is|was)|ages? (?:as|is|of|at)|as \d+ and)(?: \")? $"
    r"|\bnumber of (?!the (?:dead|injured|wounded|arrested|detained|crowd))(?:[\w’'-]+ ){1,4}(?:at|is|was|to|as) $|\b[NR]\d+ $",
    re.IGNORECASE,
)
"""Before a figure that gives no number of people: *the nine had refused*, *half past four*, *who is seventy*, *the number of blocks at five*."""

_FIGURE_OF = re.compile(
    r"\b(?:figure|toll|list|count|total|tally|number) (?:of|at|stands at|stood at|is|was) (?:\"|“)?(?:\w+ )?$", re.IGNORECASE
)
_THERE_WERE = re.compile(r"\bthere (?:were|are|had been|have been) (?:about |some |nearly |over )?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:counted|saw|insisted on|insists on|spoke of|speaks of|numbered|numbering|number|come to|came to|make|makes)\s(?:\"|“)?$",
    re.IGNORECASE,
)
"""Verbs that give the size of a crowd; what follows their figure need not be a stop (*counted 260 teachers*)."""

_TIMES = frozenset({"once", "twice", "thrice", "pair", "trio"})

_MORE = re.compile(r"(?:another|a further)\b|.*\b(?:more|others)$", re.IGNORECASE)
_PART = re.compile(r"\s*(?:of (?:them|these|those|whom|his men|its)\b)", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|those|the \w+)(?: (?:is|are|was|were))?|of whom|of which) (?:at least )?$", re.IGNORECASE
)
_IN_LIST = re.compile(r"(?: (?!who|which|that|were|was)[\w'’-]+){0,9}(?:,| and|, and|,? along with) (?:at least )?")


def broken_down(tolls: Sequence[Toll], span: Span, quote: Quote, text: str) -> Counted | None:
    """The kind of the total right before a colon: *raised the toll to 26: 19 soldiers and seven civilians*."""
    if tolls and tolls[-1].quote.start >= span.start and text[tolls[-1].quote.end : quote.start] == ": ":
        return Counted(tolls[-1].kind, tolls[-1].word)
    return None


def in_list(tolls: Sequence[Toll], span: Span, quote: Quote, text: str) -> Counted | None:
    """The kind of the figure before it in a list: *killed five soldiers and three drivers*."""
    if tolls and tolls[-1].quote.start >= span.start and _IN_LIST.fullmatch(text[tolls[-1].quote.end : quote.start]):
        return Counted(tolls[-1].kind, tolls[-1].word)
    return None


def given_alone(tolls: Sequence[Toll], acts: Sequence[Act], sources: Sources, quote: Quote) -> Counted | None:
    """The kind of the figure told last, else of the act told last, for a figure that somebody gives. ``sources`` are those of its text."""
    text = sources.text
    before = text[max(0, quote.start - 60) : quote.start]
    counted = bool(_THERE_WERE.search(before) or _COUNTED.search(before))
    total = bool(_FIGURE_OF.search(before))
    alone = bool(_ALONE.match(text, quote.end) or (total and _VERB.match(text, quote.end)))
    part = _PART_BEFORE.search(before) or (_PART.match(text, quote.end) and not counted)
    if part or not (alone or counted) or _NO_ONE.search(before) or quote.text.lower() in _TIMES:
        return None
    if not (total or counted or _MORE.fullmatch(quote.text) or sources.of(quote.start, quote.end)):
        return None
    kind = _last_kind(tolls, acts, sources.sentences, quote, _NEAR_TOTAL if total else _NEAR)
    if kind is None or (not alone and kind != "participants"):
        return None
    return Counted(kind, None)


def _last_kind(tolls: Sequence[Toll], acts: Sequence[Act], sentences: Sentences, quote: Quote, near: int) -> str | None:
    number = sentences.number(quote.start)
    if tolls and number - sentences.number(tolls[-1].quote.start) <= near:
        return tolls[-1].kind
    before = [act for act in acts if act.span.start < quote.start and number - sentences.number(act.span.start) <= near]
    return max(before, key=lambda act: act.span.start).kind if before else None
