"""The subject of a verb: before it, before its relative clause or its aside, of the verb that an *and* joins it to, of the verb above an infinitive.

Measured on annotated training texts with the annotators' triggers: where it finds a noun phrase for an active verb, that is one of the actors in 81 of
100 (``docs/reader.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.resolve.grammar import VERB, Word, is_participle
from tocsin.resolve.grammar import word_classes as known
from tocsin.resolve.grammar.noun_phrases import AT_MOST, Phrase, phrase_before, phrases

Way: TypeAlias = Literal["plain", "pronoun", "relative", "joined", "aside", "infinitive", "participle"]
"""How a subject was found: right before its verb, as a pronoun, over *who*, over *and*, over a comma, over *to*, from an *-ing*."""

_DEEPEST = 5
"""Verbs that may be asked one after the other: *wanted to try to hold*."""
_ASIDE = 40
"""Words of an aside between commas."""
_BY_RELATIVE = frozenset({"who", "which", "that"})
_OF_NAMES = frozenset({"bin", "al", "de", "van", "von", "el"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrases that are a verb's subject (a lone pronoun is one), whether the verb is passive, and how they were found."""

    phrases: tuple[Phrase, ...]
    passive: bool
    way: Way


def subject_of(words: Sequence[Word], at: int, depth: int = 0) -> Subject:
    """The subject of the verb at ``at``."""
    first = group_start(words, at)
    be = any(word.kind == "B" for word in words[first:at])
    passive = be and words[at].kind != "B" and is_participle(words[at].plain)
    before = first - 1
    way = _way(words, at, first, be)
    if depth > _DEEPEST or before < 0:
        return Subject((), passive, way)
    if way in {"joined", "aside"}:
        over = _joined if way == "joined" else _over_aside
        return over(words, at, before, passive, depth)
    return Subject(_phrases_by(way, words, first, depth), passive and way != "participle", way)


def _phrases_by(way: Way, words: Sequence[Word], first: int, depth: int) -> tuple[Phrase, ...]:
    before = first - 1
    if way == "infinitive":
        return _above_infinitive(words, before, depth)
    if way == "participle":
        return _above_participle(words, first, depth)
    if way == "relative":
        return _antecedent(words, before)
    if way == "pronoun":
        return (Phrase(before, first),)
    return _in_segment(words, before) if words[before].kind in "N#T'PDO" else ()


def group_start(words: Sequence[Word], at: int) -> int:
    """Where the verb group of ``at`` begins: with its auxiliaries and adverbs."""
    while at > 0 and words[at - 1].kind in "BHMA":
        at -= 1
    return at


def _way(words: Sequence[Word], at: int, first: int, be: bool) -> Way:
    before = words[first - 1] if first else None
    if before is not None and before.plain == "to":
        return "infinitive"
    if words[at].kind == "G" and not be:
        return "participle"
    if before is None:
        return "plain"
    if before.plain in _BY_RELATIVE and before.kind == "R":
        return "relative"
    ways: dict[str, Way] = {"S": "pronoun", "C": "joined", ",": "aside", ")": "aside", '"': "aside"}
    return ways.get(before.kind, "plain")


def verb_before(words: Sequence[Word], at: int, kinds: str = VERB) -> int | None:
    """The nearest verb at or before ``at`` in the same sentence part."""
    while at >= 0 and words[at].kind != ";":
        if words[at].kind in kinds:
            return at
        at -= 1
    return None


def _antecedent(words: Sequence[Word], relative: int) -> tuple[Phrase, ...]:
    last = relative - 1
    if last >= 0 and words[last].kind == ",":
        last -= 1
    found = phrase_before(words, last)
    return (found,) if found else ()


def _joined(words: Sequence[Word], at: int, conjunction: int, passive: bool, depth: int) -> Subject:
    """The subject of the verb that *and* joins this one to; *were beaten and arrested* share their *were* too."""
    above = _verb_of_list(words, at, conjunction)
    if above is None:
        return Subject((), passive, "joined")
    subject = subject_of(words, above, depth + 1)
    bare = group_start(words, at) == at
    shared = bare and subject.passive and is_participle(words[at].plain) and words[at].plain not in known.PAST_ONLY
    return Subject(subject.phrases, passive or shared, "joined")


def _verb_of_list(words: Sequence[Word], at: int, conjunction: int) -> int | None:
    """The verb before ``conjunction`` on one level with that at ``at``: no participle behind a noun, no infinitive, none of a relative clause."""
    if words[at].kind == "G":
        return verb_before(words, conjunction - 1, "G")
    above = verb_before(words, conjunction - 1)
    comma = words[conjunction - 1].kind == ","
    while above:
        first = group_start(words, above)
        described = _is_description(words, above)
        relative = first > 0 and words[first - 1].kind == "R"
        infinitive = words[above].kind == "V" and words[above - 1].plain == "to"
        if not (described or infinitive or (relative and comma)):
            break
        farther = verb_before(words, above - 1 if described else first - 1)
        if farther is None:
            break
        above = farther
    return above


def _is_description(words: Sequence[Word], at: int) -> bool:
    """Whether a participle tells of the noun before it: *the route approved by police*."""
    behind = words[at + 1].kind if at + 1 < len(words) else ""
    return words[at].kind == "V" and is_participle(words[at].plain) and behind == "P" and words[at - 1].kind in "N#"


def _over_aside(words: Sequence[Word], at: int, mark: int, passive: bool, depth: int) -> Subject:
    """The subject before an aside; behind a quotation the one that follows (*"…", said the mayor*); else that of the verb before the comma."""
    if words[mark].kind == '"':
        after = phrases(words, at + 1, min(at + 12, len(words)))
        inverted = at + 1 < len(words) and words[at + 1].kind in "NDO#"
        return Subject(tuple(after)[:1] if inverted else (), passive, "aside")
    found = _before_aside(words, mark)
    if found:
        return Subject(found, passive, "aside")
    return _joined(words, at, mark, passive, depth) if words[mark].kind == "," else Subject((), passive, "aside")


def _before_aside(words: Sequence[Word], close: int) -> tuple[Phrase, ...]:
    opening = "(" if words[close].kind == ")" else ","
    opened = close - 1
    while opened > 0 and close - opened < _ASIDE and words[opened].kind != opening and words[opened].kind != ";":
        opened -= 1
    if opened < 1 or words[opened].kind != opening or words[opened - 1].kind not in "N#)'":
        return ()
    inside = words[opened + 1 : close]
    if opening == "," and not inside:
        return ()
    told = opening == "(" or inside[0].kind in "RUG(#" or not any(word.kind in VERB for word in inside)
    if not told:
        return ()
    if opening == "," and _is_name(inside) and not any(word.capital for word in words[max(0, opened - 1) : opened]):
        return (Phrase(opened + 1, close),)
    return _in_segment(words, _first_comma(words, opened) - 1)


def _is_name(inside: Sequence[Word]) -> bool:
    """Whether an aside is the name of him of whom it is said: *the captain, Klaus Petersen, denied*."""
    named = [word for word in inside if word.kind != "'"]
    return 0 < len(named) < 6 and all((word.capital and word.kind == "N") or word.plain in _OF_NAMES for word in named)


def _first_comma(words: Sequence[Word], comma: int) -> int:
    """The comma before two asides: *Ada Okoro, 51, an engineer, said*."""
    at = comma - 1
    while at > 0 and words[at].kind in "N#DO'":
        at -= 1
    two = at > 0 and words[at].kind == "," and words[at - 1].kind in "N#)'" and words[at + 1].kind in "D#"
    return at if two else comma


def _in_segment(words: Sequence[Word], last: int, depth: int = 0) -> tuple[Phrase, ...]:
    """The subject in the words up to ``last``, back to a mark, a verb, a subordinator or a conjunction of clauses."""
    stop = last
    while stop >= 0 and words[stop].kind in "NDO#'TPA":
        stop -= 1
    listed = _list_start(words, stop)
    first = stop + 1 if listed is None else listed
    found = [phrase for phrase in phrases(words, first, last + 1, listed=listed is not None) if not phrase.timed]
    free = [phrase for phrase in found if not phrase.governed]
    if listed is not None and len(free) > 1:
        return _as_list(words, free)
    if listed is None and stop > 0 and words[stop].kind in "VGBHM" and depth <= _DEEPEST:
        above = _over_description(words, stop, bool(free), depth)
        if above:
            return above
    return tuple((free[:1] or found[-1:]) if found else ())


def _list_start(words: Sequence[Word], stop: int) -> int | None:
    """Where a list of subjects begins whose last *and* is at ``stop``; ``None`` where the *and* joins clauses."""
    if stop < 0 or words[stop].plain not in {"and", "or", "&"}:
        return None
    first = stop
    while first >= 0 and words[first].kind in "NDO#'TPAC,":
        first -= 1
    subjects = first < 0 or words[first].kind in 'UR;"(' or words[first].plain in known.REPORTING
    return first + 1 if subjects else None


def _as_list(words: Sequence[Word], free: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """*Police and soldiers* are two; *the union of clerks and drivers*, whose *of* takes in both, is one."""
    head, second = free[0], free[1]
    if any(word.plain == "of" for word in words[head.first : head.last]) and words[second.first].kind not in "DO#":
        return (Phrase(head.first, second.last),)
    return tuple(free[:AT_MOST])


def _over_description(words: Sequence[Word], verb: int, free: bool, depth: int) -> tuple[Phrase, ...]:
    """The subject before a relative clause or a participle that stands between it and its verb."""
    first = group_start(words, verb)
    if first > 0 and words[first - 1].kind == "R" and words[first - 1].plain in _BY_RELATIVE:
        found = phrase_before(words, first - 2)
        return (found,) if found else ()
    gerund = words[verb].kind == "G"
    participle = gerund or (words[verb].kind == "V" and is_participle(words[verb].plain))
    if participle and first == verb and words[verb - 1].kind in "N#'" and (gerund or not free):
        return _in_segment(words, verb - 1, depth + 1)
    return ()


def _above_infinitive(words: Sequence[Word], to: int, depth: int) -> tuple[Phrase, ...]:
    """*Vowed to march*: the subject of *vowed*; *asked the council to meet*: the council; *the union's plan to march*: the union."""
    last = to - 1
    while last >= 0 and words[last].kind == "A":
        last -= 1
    if last < 0:
        return ()
    above = verb_before(words, last, "VGB")
    asked = above is not None and words[above].plain in known.ORDERING
    if words[last].kind == "J" and asked:
        return (Phrase(last, last + 1),)
    phrase = phrase_before(words, last) if words[last].kind in "N#'" else None
    if phrase and asked:
        return (phrase,)
    marks = [at for at in range(phrase.first + 1, phrase.last) if words[at].kind == "'"] if phrase else []
    if phrase and marks and words[last].plain in known.INTENTIONS:
        return (Phrase(phrase.first, marks[-1]),)
    return subject_of(words, above, depth + 1).phrases if above is not None else ()


def _above_participle(words: Sequence[Word], first: int, depth: int) -> tuple[Phrase, ...]:
    """*Protesters demanding*: the protesters; *while demanding*, *, demanding*: the subject of the verb before."""
    before = words[first - 1]
    if before.kind in "N#":
        found = phrase_before(words, first - 1)
        return (found,) if found else ()
    if before.kind == "C":
        return _joined(words, first, first - 1, False, depth).phrases
    if before.kind not in "PU,V":
        return ()
    above = verb_before(words, first - 1 if before.kind == "V" else first - 2, "VBHM" if before.kind == "," else "VBG")
    return subject_of(words, above, depth + 1).phrases if above is not None else ()
