"""The words around an act with the part that each plays in its clause, told by short lists, shapes and neighbours: no parser, one pass.

Each word bears one letter:

====  ==========================================  ====  =================================
N     noun, adjective, name                       B     form of *be*
D     determiner                                  H     form of *have*
O     *his*, *their*                              M     modal, *do*
#     number                                      V     any other verb that is sure
'     mark of a possessive                        G     verb in *-ing*
S J   pronoun as subject, as object               P >   preposition, *to*
R     relative pronoun                            T     word of time
U     subordinator                                A     adverb
C     conjunction                                 , ;   a comma or dash, any other mark
====  ==========================================  ====  =================================

Quotation marks and brackets stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.records import Span
from tocsin.resolve.grammar import word_classes as known

NOMINAL = "NDO#'T"
"""Letters of words that a noun phrase is made of."""
VERB = "VBHM"
BEFORE, AFTER = 500, 400
"""Code points around an act in which its clause is looked for, so that a sentence of any length costs the same."""
_WORD = re.compile(
    r"(?<=\w)['’]s\b|(?<=s)['’](?!\w)|(?<=\s)['’]s?(?=\s)|\d[\d,.]*\d|\w{1,60}(?:[-‑.]\w{1,60}){0,8}(?:['’](?!s\b)\w{1,60})?|[^\w\s]"
)
_MARKS = {",": ",", "-": ",", "–": ",", "—": ",", "‑": ",", '"': '"', "“": '"', "”": '"', "(": "(", "[": "(", ")": ")", "]": ")", "&": "C"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark in small letters, its place in the text, its letter of the table, and whether it is written with a capital."""

    plain: str
    start: int
    end: int
    kind: str
    capital: bool


class Clauses:
    """The words around the acts of one text; those of a sentence are read once for the acts that follow each other in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._near = Span(0, 0)
        self._words: list[Word] = []

    def around(self, sentence: Span, start: int, end: int) -> list[Word]:
        """The words of ``sentence`` near the act at ``[start, end)``: all of them, unless it is very long."""
        near = Span(sentence.start, max(sentence.end, end))
        if near.end - near.start > BEFORE + AFTER:
            near = Span(self._word_start(max(near.start, start - BEFORE), start), min(near.end, end + AFTER))
        if near != self._near:
            self._near, self._words = near, words_of(self._text, near)
        return self._words

    def _word_start(self, at: int, stop: int) -> int:
        while 0 < at < stop and not self._text[at - 1].isspace():
            at += 1
        return at


def words_of(text: str, span: Span) -> list[Word]:
    """The words and marks of ``span``, each with its letter."""
    words: list[Word] = []
    found = list(_WORD.finditer(text, span.start, span.end))
    for index, match in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else ""
        plain = match[0].lower().replace("’", "'")
        words.append(Word(plain, match.start(), match.end(), _kind(words, match[0], plain, following), match[0][:1].isupper()))
    return words


def _kind(before: Sequence[Word], written: str, plain: str, following: str) -> str:
    last = before[-1] if before else None
    previous = last.kind if last else "^"
    if not plain[0].isalnum():
        if plain[0] == "'":
            return "'" if plain in {"'s", "'"} and last is not None and previous in "N#T" and last.plain[-1].isalnum() else '"'
        return _MARKS.get(written, ";")
    if plain[0].isdigit():
        return "#"
    return _closed(previous, written, plain, following) or _open(before, written, plain, following)


def _closed(previous: str, written: str, plain: str, following: str) -> str:
    """The letter of a word of a closed class, empty for any other."""
    after = following.lower()
    if plain == "that":
        return _that(previous, after, following)
    if plain == "her":
        return "O" if after[:1].isalpha() and not _is_function(after) else "J"
    if plain in {"it", "you"}:
        verb = after in known.FORMS_OF_BE or after in known.FORMS_OF_HAVE or after in known.MODALS
        return "J" if previous in "PV>G" and not verb else "S"
    if plain in known.MONTHS_THAT_ARE_WORDS and written[0].isupper() and previous != "^":
        return "T"
    if plain.endswith("ly") and plain not in known.NO_ADVERBS:
        return "A"
    return _CLASSES.get(plain, "")


_CLASSES = {
    word: kind
    for kind, words in (
        ("P", known.PREPOSITIONS),
        ("A", known.ADVERBS),
        ("U", known.SUBORDINATORS),
        ("D", known.DETERMINERS),
        ("#", known.NUMBERS),
        ("T", known.TIMES),
        ("J", known.OBJECT_PRONOUNS),
        ("S", known.SUBJECT_PRONOUNS),
        ("O", known.OWNERS),
        ("M", known.MODALS),
        ("H", known.FORMS_OF_HAVE),
        ("B", known.FORMS_OF_BE),
        ("C", known.CONJUNCTIONS),
        ("R", known.RELATIVES),
        (">", frozenset({"to"})),
    )
    for word in words
}
"""A word of two classes has the one named later."""


def _that(previous: str, after: str, following: str) -> str:
    if after in known.SUBJECT_PRONOUNS or after in known.OWNERS or after in known.ARTICLES:
        return "U"
    if previous in "N)":
        return "R"
    return "U" if previous in "VG" or not after or after in known.DETERMINERS or following[:1].isupper() else "D"


def _is_function(word: str) -> bool:
    return _CLASSES.get(word, "N") in "PCUTDB>"


def _open(before: Sequence[Word], written: str, plain: str, following: str) -> str:
    """Noun or verb, by ending and neighbours."""
    last = before[-1] if before else None
    previous = last.kind if last else "^"
    capital = written[0].isupper()
    if plain.endswith("ing") and len(plain) > 4 and plain not in known.NO_GERUNDS and not capital:
        return "N" if previous in "DO'#" else "G"
    if (
        (previous == ">" and not capital and plain.isalpha())
        or previous == "M"
        or (previous == "A" and len(before) > 1 and before[-2].kind == "M")
    ):
        return "V"
    if is_past(plain):
        return _past(last, previous, plain, capital)
    if plain in known.PRESENT_VERBS and not capital:
        return _present(last, previous, plain, following)
    return "N"


def is_past(plain: str) -> bool:
    """Whether a word has the form of a past or a participle."""
    regular = plain.endswith("ed") and len(plain) > 3 and plain not in known.NO_PASTS
    return regular or plain in known.IRREGULAR_PASTS or plain in known.PARTICIPLES


def is_participle(plain: str) -> bool:
    """Whether a past form can stand in a passive."""
    return plain in known.PARTICIPLES or (plain.endswith("ed") and plain not in known.NO_PASTS)


def _past(last: Word | None, previous: str, plain: str, capital: bool) -> str:
    if capital:
        return "V" if last is not None and previous == "N" and not last.capital else "N"
    described = previous in "O'#P" or (previous == "D" and last is not None and last.plain in known.DETERMINERS)
    if described:
        return "N" if plain not in known.IRREGULAR_PASTS or previous in "DO'" else "V"
    return "N" if plain in known.DESCRIPTIONS and previous not in "BH" else "V"


def _present(last: Word | None, previous: str, plain: str, following: str) -> str:
    if previous in "SR":
        return "V"
    if last is None or previous not in "N)":
        return "N"
    after = following.lower()
    object_follows = (
        after in known.DETERMINERS
        or after in known.OWNERS
        or after in known.OBJECT_PRONOUNS
        or after in known.SUBJECT_PRONOUNS
        or after in {"to", "that"}
        or following[:1].isupper()
    )
    third = plain.endswith("s") and not plain.endswith("ss")
    many = last.plain.endswith("s") or last.plain in {"police", "people"}
    return "V" if object_follows and third != many else "N"
