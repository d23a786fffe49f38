"""How words of a sentence stand to an act of it: what lies between them, which side they are on, whether they go with a verb of saying.

A parser would tell whose clause a time or a place is in. These signs tell most of it without one: marks and joining words between the two,
another act that lies nearer, *said on Monday*. What each is worth is in :mod:`tocsin.resolve.roles.missed_times` and
:mod:`tocsin.resolve.roles.missed_places`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.records import Mention, Span
from tocsin.resolve.sentence import Sentences

REACH = 300
"""Code points between an act and the words that may belong to it; it keeps the work for an act within bounds in a text without sentences."""
_BESIDE = 60
"""Code points beside words in which their preposition and a verb of saying are looked for."""
HEADER = re.compile(r"(?:19|20)\d\d[\s,|-]{1,3}\d\d?:\d\d")
"""The year and hour of a page's header between a headline and its report, without a joining word: *May 01, 2011 00:00 IST*."""
_SAID = r"(?:said|says|told|tells|announced|reported|confirmed|added|stated|wrote|declared|noted|denied|claimed|tweeted)"
_VERB = r"\b(?:was|were|is|are|had|has|have|been|be|will|would|could|may|might|should|did|do|does|to|\w{3,}(?:ed|ing))\b"
_BETWEEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mark", re.compile(r"[;:()\[\]—–\"“”]| -+ ")),
    ("header", HEADER),
    ("relative", re.compile(r"\b(?:who|which|whose|whom|where|that)\b", re.IGNORECASE)),
    ("after", re.compile(r"\b(?:after|before|since|until|following|ahead of)\b", re.IGNORECASE)),
    ("joint", re.compile(r"\b(?:when|while|because|as|if|although|though|whether|unless|despite|amid)\b", re.IGNORECASE)),
    ("and", re.compile(r"\b(?:and|but|or|then)\b", re.IGNORECASE)),
    ("verb", re.compile(_VERB, re.IGNORECASE)),
    (
        "saying",
        re.compile(rf"\b(?:{_SAID}|say|reports|according to|quoted|statement|interview|reporters|news conference)\b", re.IGNORECASE),
    ),
)
"""What may lie between an act and the words, by the name of its sign."""
_SAID_BEFORE = re.compile(
    rf"\b(?:{_SAID}|statement|interview|reporters|(?:news|press) conference)(?: (?:him|her|them|reporters|journalists))?"
    r"(?: in [A-Z]\w+)?,? (?:on |late |early |in |at )*$"
)
_SAID_BEHIND = re.compile(rf",? (?:that )?(?:\w+ )?{_SAID}\b")
_NOUN = re.compile(r"\b(?:the|an?|of|in|for|against|his|her|their|its|this|that|['’]s)\s+(?:\w+\s+)?$", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?:,|[.!?]?\s*$)")
_OWNER = re.compile(r"['’]s?\b")
_FAR = ((1, "at once"), (3, "close"), (7, "near"), (15, "off"))
"""Words between at most, and how far that is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of ``text`` with the triggers of its acts and the words, all of one kind, that may belong to them, both in reading order."""

    text: str
    sentence: Span
    triggers: Sequence[Span]
    words: Sequence[Span]


def acts_of_sentences(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Sequence[int]]]:
    """Each sentence that names acts, with the positions of these in ``mentions``."""
    sentences = Sentences(text)
    acts: defaultdict[int, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        acts[sentences.number(mention.trigger.start)].append(at)
    yield from ((sentences.at(mentions[ats[0]].trigger.start), ats) for ats in acts.values())


def triggers_of(mentions: Iterable[Mention]) -> list[Span]:
    """Where the acts are named, each place once, in reading order."""
    return [Span(start, end) for start, end in sorted({(mention.trigger.start, mention.trigger.end) for mention in mentions})]


def signs(scene: Scene, trigger: Span, words: Span) -> Iterator[str]:
    """The signs of ``words`` beside the act at ``trigger``, both of the scene's. What lies between them is told with its side: ``before and``
    where the words come first, ``behind and`` where the act does.
    """
    if _apart(trigger, words) < 0:
        yield "inside"
        return
    yield from _of_gap(scene, trigger, words)
    yield from _of_words(scene, words)
    yield from _of_act(scene, trigger)


def in_reach(spans: Sequence[Span], of: Span) -> Sequence[Span]:
    """Those of ``spans`` (in reading order, none longer than the reach) that begin no farther than :data:`REACH` from ``of``."""
    first = bisect_left(spans, of.start - REACH, key=lambda span: span.start)
    return spans[first : bisect_left(spans, of.end + REACH, key=lambda span: span.start)]


def worth(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """What signs are worth together: the logarithm of the odds that the words belong to the act."""
    return sum(weights.get(sign, 0.0) for sign in set(found))


def _of_gap(scene: Scene, trigger: Span, words: Span) -> Iterator[str]:
    side = "behind" if words.start >= trigger.end else "before"
    low, high = min(trigger.end, words.end), max(trigger.start, words.start)
    gap = scene.text[low:high]
    yield f"stands {side}"
    count = len(gap.split())
    yield f"{side} {next((name for most, name in _FAR if count <= most), 'far')}"
    commas = gap.count(",")
    yield f"{side} {'no comma' if not commas else 'comma' if commas == 1 else 'commas'}"
    yield from (f"{side} {name}" for name, pattern in _BETWEEN if pattern.search(gap))
    others = [other for other in in_reach(scene.triggers, words) if other != trigger]
    if any(low <= other.start and other.end <= high for other in others):
        yield f"{side} act between"
    if any(_apart(other, words) < _apart(trigger, words) for other in others):
        yield f"{side} nearer act"
    if any(_apart(trigger, other) < _apart(trigger, words) for other in in_reach(scene.words, trigger) if other != words):
        yield "nearer words"
    if _CLOSING.match(scene.text, words.end, min(scene.sentence.end, words.end + 3)):
        yield f"{side} closing"


def _of_words(scene: Scene, words: Span) -> Iterator[str]:
    before = scene.text[max(scene.sentence.start, words.start - _BESIDE) : words.start]
    behind = scene.text[words.end : min(scene.sentence.end, words.end + _BESIDE)]
    if words.start - scene.sentence.start < _BESIDE and len(before.split()) <= 2:
        yield "front"
    if _SAID_BEFORE.search(before):
        yield "said before"
    elif _SAID_BEHIND.match(behind):
        yield "said behind"
    if _OWNER.match(behind):
        yield "owner"


def _of_act(scene: Scene, trigger: Span) -> Iterator[str]:
    if len(scene.triggers) == 1:
        yield "lone act"
    if _NOUN.search(scene.text[max(scene.sentence.start, trigger.start - _BESIDE) : trigger.start]):
        yield "noun"


def _apart(one: Span, other: Span) -> int:
    """Code points between two spans, below zero where they overlap."""
    return max(one.start, other.start) - min(one.end, other.end)
