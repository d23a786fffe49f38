"""Who does an act and to whom it is done, by the grammar of its clause: the subject and object of a verb, the *by* of a passive, the owner of a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records import Mention, Span
from tocsin.resolve.grammar import Word, is_participle, is_past
from tocsin.resolve.grammar import word_classes as known
from tocsin.resolve.grammar.noun_phrases import Phrase, joined_from, phrase_before
from tocsin.resolve.grammar.subjects import Subject, group_start, subject_of

Part: TypeAlias = Literal["actor", "recipient"]
PARTS: tuple[Part, ...] = ("actor", "recipient")
Rule: TypeAlias = Literal[
    "subject",
    "relative",
    "joined",
    "aside",
    "infinitive",
    "light verb",
    "by",
    "of",
    "owner",
    "between",
    "passive",
    "object",
    "preposition",
    "suffers",
]
"""What ties a phrase to an act. ``relative``, ``joined``, ``aside`` and ``infinitive`` are subjects that stand farther off."""

_WAYS: dict[str, Rule] = {
    "plain": "subject",
    "pronoun": "subject",
    "relative": "relative",
    "joined": "joined",
    "aside": "aside",
    "infinitive": "infinitive",
}
_AFTER_NOUN = {
    "ASSAULT": "on against upon",
    "COERCE": "on against",
    "ACCUSE": "against with",
    "REQUEST": "to on",
    "REJECT": "to",
    "THREATEN": "to against",
    "SUPPORT": "to",
    "AID": "to",
    "CONSULT": "with to",
    "AGREE": "to with",
    "COOPERATE": "with",
    "SANCTION": "on against with",
    "PROTEST": "against",
    "CONCEDE": "to",
    "MOBILIZE": "against",
}
_AFTER_VERB = {
    "ASSAULT": "on against",
    "COERCE": "on against",
    "ACCUSE": "against",
    "REQUEST": "to on with",
    "REJECT": "to",
    "SUPPORT": "with",
    "AID": "to",
    "CONSULT": "with on to",
    "AGREE": "to with",
    "COOPERATE": "with",
    "SANCTION": "with",
    "PROTEST": "against",
    "CONCEDE": "to",
    "MOBILIZE": "against",
}
"""Prepositions behind which the recipient of each type of act stands."""
_TO_AGENT = 14
"""Words behind a passive in which its *by* is looked for."""
_PARTICLES = frozenset({"out", "up", "on", "off", "in", "to"})
"""Words between a light verb and its noun: *called off a rally*."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Words of the text that the grammar makes one part of an act. ``pronoun`` is the word where they are but a pronoun, else empty."""

    part: Part
    rule: Rule
    span: Span
    pronoun: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """All that is tied to one act, and whether it is told in the passive with its form of *be*."""

    ties: tuple[Tie, ...] = ()
    passive: bool = False


def ties_of(words: Sequence[Word], mention: Mention) -> Ties:
    """What the clause of ``mention`` ties to it. ``words`` are those of its sentence."""
    first = next((at for at, word in enumerate(words) if word.end > mention.trigger.start), len(words))
    stop = next((at for at, word in enumerate(words) if word.start >= mention.trigger.end), len(words))
    while first < stop - 1 and words[first].kind in "BHMA>":
        first += 1
    if first >= stop:
        return Ties()
    if _is_verb(words, first):
        return _of_verb(words, first, stop, mention.type)
    return Ties(tuple(_of_noun(words, first, stop, mention.type)))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    if words[at].kind in "VBHMG":
        return True
    before = words[at - 1] if at else None
    if before is None or before.kind in ',;"':
        return is_past(words[at].plain)
    if before.kind in "SRM>" or (before.kind == "A" and at > 1 and words[at - 2].kind in "SRM"):
        return True
    return before.kind in "N#'JA" and is_past(words[at].plain)


def _tie(words: Sequence[Word], part: Part, rule: Rule, phrase: Phrase) -> Tie:
    first, last = words[phrase.first], words[phrase.last - 1]
    pronoun = first.plain if phrase.last == phrase.first + 1 and first.kind in "SJO" else ""
    return Tie(part, rule, Span(first.start, last.end), pronoun)


def _of_verb(words: Sequence[Word], at: int, stop: int, kind: str) -> Ties:
    subject = _voiced(words, at, stop)
    first = group_start(words, at)
    finite = words[at].kind != "G" or any(word.kind in "BHM" for word in words[first:at])
    found: list[Tie] = []
    rule = _WAYS.get(subject.way)
    if words[at].plain in known.SUFFERING and not subject.passive:
        return Ties(tuple(_tie(words, "recipient", "suffers", phrase) for phrase in subject.phrases))
    if subject.passive:
        found += [_tie(words, "recipient", "passive", phrase) for phrase in subject.phrases]
        found += [_tie(words, "actor", "by", phrase) for phrase in _agent(words, stop)]
    else:
        if rule and finite:
            found += [_tie(words, "actor", rule, phrase) for phrase in subject.phrases]
        found += _objects(words, stop, kind)
    full = subject.way == "joined" or any(word.kind == "B" for word in words[first:at])
    return Ties(tuple(found), subject.passive and full)


def _voiced(words: Sequence[Word], at: int, stop: int) -> Subject:
    """The subject; a bare participle with a *by* behind it, or without the object that it needs, is passive, and what stands before it its subject."""
    subject, first = subject_of(words, at), group_start(words, at)
    bare = not any(word.kind in "BHM" for word in words[first:at])
    follows = _object_follows(words, stop)
    before = words[first - 1].kind if first else ""
    if subject.passive and follows and before and before in "C,":
        return Subject(subject.phrases, not bare, subject.way)
    if subject.passive or words[at].kind == "G" or not bare or not is_participle(words[at].plain):
        return subject
    near = words[stop].plain == "by" if stop < len(words) else False
    by = (near or words[at].plain in known.NEEDS_OBJECT) and not follows and next(_agent(words, stop), None) is not None
    alone = words[at].plain in known.PARTICIPLES and words[at].plain not in known.IRREGULAR_PASTS
    headline = words[at].plain in known.NEEDS_OBJECT and not follows and not (before and before in "CSR")
    if not (by or alone or headline):
        return subject
    described = phrase_before(words, at - 1)
    return Subject((described,) if described else subject.phrases, True, subject.way)


def _object_follows(words: Sequence[Word], stop: int) -> bool:
    if stop < len(words) and words[stop].kind == "A":
        stop += 1
    return stop < len(words) and (words[stop].kind in "NDO#JS" or words[stop].plain in {"that", "to"})


def _agent(words: Sequence[Word], at: int) -> Iterator[Phrase]:
    """Who stands behind the *by* of a passive, in its own clause."""
    for index in range(at, min(at + _TO_AGENT, len(words) - 1)):
        if words[index].plain == "by":
            yield from _behind(words, index + 1)
            return
        if words[index].kind in ';,UVRC"S':
            return


def _behind(words: Sequence[Word], at: int) -> Iterator[Phrase]:
    """The phrases behind a preposition."""
    if at < len(words) and words[at].kind == "J":
        yield Phrase(at, at + 1)
    elif at < len(words) and words[at].kind in "NDO#":
        yield from joined_from(words, at)


def _objects(words: Sequence[Word], at: int, kind: str) -> Iterator[Tie]:
    while at < len(words) and words[at].kind == "A":
        at += 1
    if at >= len(words):
        return
    if words[at].kind in "JNDO#":
        yield from (_tie(words, "recipient", "object", phrase) for phrase in _behind(words, at))
    elif words[at].plain in _AFTER_VERB.get(kind, "").split():
        yield from (_tie(words, "recipient", "preposition", phrase) for phrase in _behind(words, at + 1))


def _of_noun(words: Sequence[Word], at: int, stop: int, kind: str) -> Iterator[Tie]:
    first = at
    while first > 0 and words[first - 1].kind in "N#DO'G":
        first -= 1
    head = words[stop - 1].plain
    yield from _owner(words, first, at, head)
    yield from _behind_noun(words, stop, head, kind)
    light = first - 1
    while light >= 0 and words[light].plain in _PARTICLES:
        light -= 1
    if light >= 0 and words[light].kind == "V" and words[light].plain in known.LIGHT_VERBS:
        subject = subject_of(words, light)
        if not subject.passive:
            yield from (_tie(words, "actor", "light verb", phrase) for phrase in subject.phrases)


def _owner(words: Sequence[Word], first: int, at: int, head: str) -> Iterator[Tie]:
    part: Part = "recipient" if head in known.DONE_TO else "actor"
    for index in range(at - 1, first - 1, -1):
        if words[index].kind == "O":
            yield _tie(words, part, "owner", Phrase(index, index + 1))
            return
        if words[index].kind == "'":
            phrase = phrase_before(words, index - 1)
            if phrase and phrase.first < index and words[index - 1].kind != "T":
                yield _tie(words, part, "owner", Phrase(phrase.first, index))
            return


def _behind_noun(words: Sequence[Word], at: int, head: str, kind: str) -> Iterator[Tie]:
    if at >= len(words):
        return
    preposition = words[at].plain
    if preposition == "by" or (preposition == "from" and head in known.COMES_FROM):
        yield from (_tie(words, "actor", "by", phrase) for phrase in _behind(words, at + 1))
    elif preposition == "between":
        yield from (_tie(words, "actor", "between", phrase) for phrase in _behind(words, at + 1))
    elif preposition == "of":
        yield from _behind_of(words, at + 1, head)
    elif preposition in _AFTER_NOUN.get(kind, "").split():
        yield from (_tie(words, "recipient", "preposition", phrase) for phrase in _behind(words, at + 1))


def _behind_of(words: Sequence[Word], at: int, head: str) -> Iterator[Tie]:
    """*The visit of the envoy*, *the killing of two guards by rebels*."""
    if head not in known.DONE_TO | known.DONE_BY:
        return
    part: Part = "recipient" if head in known.DONE_TO else "actor"
    found = list(_behind(words, at))
    yield from (_tie(words, part, "of", phrase) for phrase in found)
    if found and found[-1].last < len(words) and words[found[-1].last].plain == "by":
        yield from (_tie(words, "actor", "by", phrase) for phrase in _behind(words, found[-1].last + 1))
