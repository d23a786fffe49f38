"""Who did it, where the act's own clause has only a pronoun for them: *They denied the charge*, *her demand for an inquiry*.

An annotator writes down the words that the pronoun stands for (codebook, section 3). A reader that judges a window at once finds those in the
same clause well and those a sentence away seldom: on held-out texts, of the acts that it left without an actor a third have a pronoun
before their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.grammar.pronouns import BODIES, SENTENCES_BACK, are_many
from tocsin.resolve.sentence import Sentences

_SUBJECT = re.compile(
    r"\b(?P<who>he|she|they|it)\s+"
    r"(?:(?:had|has|have|will|would|may|might|could|also|then|later|earlier|again|once|twice|further|nevertheless|\w+ly)\s+){0,3}$",
    re.IGNORECASE,
)
"""A pronoun that the words right before a verb make its subject. With a form of *be* it is mostly the one to whom it is done."""
_OWNER = re.compile(r"\b(?P<who>his|her|their|its)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE = 60
"""Code points before a trigger in which its subject is looked for."""
_HEAD = re.compile(r".*?(?=\s+(?:of|in|at|for|from|who|which|that|with)\b|,|$)", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(rf"\b(?:{BODIES})\b", re.IGNORECASE)


def with_missed_actors(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; one that has no actor and a pronoun for its subject has the words that it stands for."""
    sentences = Sentences(document.text)
    return tuple(mention if mention.actors else _mended(document.text, sentences, mention, mentions) for mention in mentions)


def _mended(text: str, sentences: Sentences, mention: Mention, mentions: Sequence[Mention]) -> Mention:
    own = sentences.at(mention.trigger.start)
    before = text[max(own.start, mention.trigger.start - _BEFORE) : mention.trigger.start]
    pronoun = _SUBJECT.search(before) or _OWNER.search(before)
    if pronoun is None:
        return mention
    at = mention.trigger.start - len(before) + pronoun.start("who")
    number = sentences.number(at)
    near = [quote for quote in _named(mentions) if quote.end <= at and number - sentences.number(quote.start) <= SENTENCES_BACK]
    fitting = [quote for quote in near if fits(quote.text, pronoun["who"].lower())]
    if not fitting:
        return mention
    nearest = max(fitting, key=lambda quote: (quote.end, -quote.start))
    return replace(mention, actors=(nearest,), actor_hints=())


def _named(mentions: Sequence[Mention]) -> Iterator[Quote]:
    """Everybody whom the reader found to do or say something."""
    for mention in mentions:
        yield from mention.actors
        if mention.said_by is not None:
            yield mention.said_by


def fits(words: str, pronoun: str) -> bool:
    """Whether a pronoun can stand for ``words``: many or one, a body or a person."""
    found = _HEAD.match(words)
    head = found[0] if found else words
    many, body = are_many(words, head), bool(_BODY.search(head))
    if pronoun in {"they", "their"}:
        return many or body
    return not many and body == (pronoun in {"it", "its"})
