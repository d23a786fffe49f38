"""Speakers: whom a pronoun (*it said*, *she told reporters*) names, and for whom one speaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from tocsin.records import Mention, Quote, Span
from tocsin.resolve.grammar.pronouns import BODIES, are_many, is_pronoun
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.sources.speech import Speech
from tocsin.resolve.word_lists import listed

_BACK = 4
"""Sentences over which a pronoun is followed back."""
_LOOKED_AT = 12
"""Speeches and actors that are looked at for it."""

_HEAD = re.compile(r".*?(?=\s+(?:of|in|at|for|from|who|which|that|with|on)\b|,|$)", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(
    rf"\b(?:{BODIES}|report|statement|letter|release|newspaper|paper|daily|department|police|house|petition|journal|times|radio|communique|channel|site"
    r"|website|post|news|team|cent(?:er|re)|institute|board|authority|administration)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:spokes\w+|chief|leader|head|president|minister|director|secretary|chairman|officer|official|source|commissioner|member)\b",
    re.IGNORECASE,
)
_COMMON = listed(
    "the a an of in on at for and to by from with his her its their mr ms mrs dr president minister prime party chief leader official officials spokesman"
    " spokeswoman spokesperson former senior general some several other many government state source sources member members head new national"
)
"""Words that name nobody by themselves."""


class Speakers:
    """The speakers of one text. ``spoken`` gives the speeches of a sentence by its number."""

    def __init__(self, text: str, sentences: Sentences, spoken: Callable[[int], Sequence[Speech]], mentions: Sequence[Mention]) -> None:
        self._text, self._sentences, self._spoken = text, sentences, spoken
        people = sorted({actor for mention in mentions for actor in mention.actors if not is_pronoun(actor.text)}, key=_place)
        self._people, self._ends = people, [actor.end for actor in people]

    def named(self, name: Span) -> Span:
        """The words that name a speaker: for a pronoun those of the nearest speaker or actor before it whom it fits, itself where there is none.

        Whoever acts in the pronoun's own sentence (*the team would leave on Friday, they added*) comes after any speaker.
        """
        pronoun = self._text[name.start : name.end].lower()
        if not is_pronoun(pronoun):
            return name
        spoke, acted = self._speaker(name, pronoun), self._actor(name, pronoun)
        if spoke is None or acted is None:
            return spoke or acted or name
        number = self._sentences.number
        return acted if number(spoke.start) < number(acted.start) < number(name.start) else spoke

    def _speaker(self, name: Span, pronoun: str) -> Span | None:
        number, left = self._sentences.number(name.start), _LOOKED_AT
        for earlier in range(number, max(-1, number - _BACK - 1), -1):
            for speech in reversed(self._spoken(earlier)):
                words = self._text[speech.name.start : speech.name.end]
                if speech.name.end <= name.start and not is_pronoun(words) and _fits(words, pronoun):
                    return speech.name
                left -= 1
                if not left:
                    return None
        return None

    def _actor(self, name: Span, pronoun: str) -> Span | None:
        last = bisect_right(self._ends, name.start)
        number = self._sentences.number(name.start)
        for actor in reversed(self._people[max(0, last - _LOOKED_AT) : last]):
            if number - self._sentences.number(actor.start) > _BACK:
                return None
            if _fits(actor.text, pronoun):
                return actor.span
        return None


def speaks_for(speaker: str, actor: str) -> bool:
    """Whether the speaker is the actor, or the body's own voice: *PCS leader Mark Serwotka* for *PCS*, *the police spokesman* for *police*."""
    one, other = _telling(speaker), _telling(actor)
    if not one or not other:
        return _last(speaker) == _last(actor) != ""
    return one <= other or other <= one


def _telling(words: str) -> set[str]:
    return {word for word in re.findall(r"\w+", words.lower()) if word not in _COMMON and len(word) > 1}


def _last(words: str) -> str:
    found = [word for word in re.findall(r"\w+", _head(words).lower()) if word != "s"]
    return found[-1] if found else ""


def _head(words: str) -> str:
    found = _HEAD.match(words)
    return found[0] if found and found[0] else words


def _fits(words: str, pronoun: str) -> bool:
    head = _head(words)
    many, body = are_many(words, head), bool(_BODY.search(head))
    if pronoun in {"they", "their"}:
        return many or body
    if many and not body:
        return False
    return (body and not _PERSON.search(words)) == (pronoun in {"it", "its"})


def _place(quote: Quote) -> tuple[int, int]:
    return quote.end, -quote.start
