"""When it happened, where the reader gave an act no time of its sentence, or one that belongs to another act of it.

Times are a closed class of words, so that a rule finds them (:mod:`tocsin.resolve.roles.time_phrases`); whose time each is, the words between it and
the act tell (:mod:`tocsin.resolve.grammar.clause_signs`). On a third of the annotated real news, from which nothing was learnt, of the times
worth 2 or more 92 in 100 are the act's, of those worth less than -2 eight; by itself the rule gives 196 acts there a time, 151 of them rightly, where
annotators give 223 one. An act that has a time is given no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from tocsin.records import Document, Mention, Quote, Span, meet
from tocsin.resolve.grammar.clause_signs import Scene, acts_of_sentences, in_reach, signs, triggers_of, worth
from tocsin.resolve.roles.joined_quotes import joined_quotes
from tocsin.resolve.roles.time_phrases import TimePhrase, time_phrases, time_signs

ENOUGH = 1.5
"""An act without a time takes its likeliest one from here on. What the reader passed over is right far less often than the odds say: on held-out texts
9 of 35 quotes, but as many dates come right (on the corpus' validation part from 69.2 to 70.6 %, on its test part from 74.0 to 74.1, on real news from
61.1 to 66.7). Of those worth 0.5 to 1.5 only 7 of 46 quotes were right."""
TOO_LITTLE = -3.0
"""A time of the reader's that is worth less is no time of the act. With -2 before, held-out dates of the corpus were right in 71.6 % (validation) and 71.8
(test), now in 72.5 and 72.9; their quotes went from 71.4 to 71.9 and from 70.0 to 69.7, and real news stood still."""

_BASE = 0.25
_WEIGHTS: Mapping[str, float] = {
    "before after": -1.0,
    "before at once": 0.75,
    "before joint": 0.5,
    "before mark": -1.75,
    "before nearer act": -1.0,
    "before relative": -0.75,
    "before saying": -1.0,
    "behind act between": -2.0,
    "behind after": -1.0,
    "behind and": -0.75,
    "behind at once": 0.5,
    "behind close": 0.5,
    "behind closing": 0.5,
    "behind comma": -0.5,
    "behind commas": 0.5,
    "behind far": -0.5,
    "behind header": -1.25,
    "behind mark": -1.75,
    "behind no comma": 1.0,
    "behind relative": -1.0,
    "behind saying": -1.5,
    "behind verb": -0.75,
    "bare": -0.75,
    "by": -0.75,
    "during": 0.75,
    "front": 1.25,
    "historical": 0.75,
    "hypothetical": -1.0,
    "kind ahead": 0.5,
    "kind day of the month": 0.5,
    "kind hour": 0.5,
    "kind length": -2.25,
    "kind length of a thing": -2.0,
    "kind past": 0.75,
    "kind vague": -2.0,
    "kind weekday": 0.75,
    "kind year of a thing": -1.0,
    "lone act": 0.75,
    "nearer words": -1.5,
    "noun": -0.5,
    "over": -1.0,
    "owner": -0.5,
    "said before": -0.75,
    "said behind": 0.25,
    "stands behind": 0.75,
    "to": -0.5,
    "ACCUSE": -0.75,
    "ASSAULT": 0.25,
    "PROTEST": 0.25,
    "REJECT": -0.5,
    "REQUEST": -0.75,
}
"""What each sign adds to the logarithm of the odds: logistic regression over 17,913 times of the corpus and 1,227 of real news in the training texts, rounded to
a quarter; what came to less than 0.3 is left out."""


def with_missed_times(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions; one without a time has the time of its sentence that is most likely its own, if that is likely enough, and none keeps a
    time that is most unlikely. Takes time in proportion to the text.
    """
    mended = list(mentions)
    for sentence, places in acts_of_sentences(document.text, mentions):
        phrases = {phrase.span: phrase for phrase in time_phrases(document.text, sentence)}
        scene = Scene(document.text, sentence, triggers_of(mentions[at] for at in places), list(phrases))
        for at in places:
            mended[at] = _mended(scene, phrases, mentions[at])
    return tuple(mended)


def _mended(scene: Scene, phrases: Mapping[Span, TimePhrase], mention: Mention) -> Mention:
    told = joined_quotes(scene.text, mention.times)
    near = in_reach(scene.words, mention.trigger.span)
    weighed = {span: _worth(scene, mention, phrases[span]) for span in near}
    times = tuple(quote for quote in told if not _is_stray(quote, weighed))
    if not times and weighed:
        best = max(weighed, key=lambda span: weighed[span])
        if weighed[best] >= ENOUGH:
            score = round(1 / (1 + exp(-weighed[best])), 4)
            times = (best.quoted(scene.text, score),)
    return mention if times == mention.times else replace(mention, times=times)


def _worth(scene: Scene, mention: Mention, phrase: TimePhrase) -> float:
    found = signs(scene, mention.trigger.span, phrase.span)
    return _BASE + worth((*found, *time_signs(scene.text, phrase), mention.type, *mention.aux), _WEIGHTS)


def _is_stray(quote: Quote, weighed: Mapping[Span, float]) -> bool:
    values = [value for span, value in weighed.items() if meet(quote, span)]
    return bool(values) and max(values) < TOO_LITTLE
