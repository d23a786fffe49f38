"""The given names that stand beside a surname in a text, titles and plain words left off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tocsin.resolve.countries import Token, find_names
from tocsin.resolve.entities.body_names import is_body
from tocsin.resolve.entities.officeholder_tables import given_names_of_people, leaders_table
from tocsin.resolve.entities.sectors import role_words
from tocsin.resolve.entities.spellings import listed_forms
from tocsin.resolve.entities.titles import HONORIFICS
from tocsin.resolve.word_lists import CALENDAR, FUNCTION, INSTITUTIONS, TITLES, common_words, given_names, listed

_BESIDE = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*|-|['’]|(?<=\b\w)\.[ \t\u00a0-]?|[ \t\u00a0]?[\"“”'‘’][ \t\u00a0]?")
"""What may stand between two words of one name: a space or a line break, a hyphen, the stop of an initial, a quotation mark of a nickname."""
_INSIDE = listed("al el ul bin ben ibn bint abu abd da de do dos das del della di la le van von der den ould")
"""Small words inside a name; those that are English words too are left out."""
_EPITHETS = listed(
    "veteran strongman embattled incumbent outgoing outspoken rival billionaire firebrand longtime populist ailing exiled jailed ousted deposed "
    "disgraced ex then former late self acting interim designate elect vice deputy under pro anti both only mr messrs president presidents "
    "republican democrat democratic conservative nationalist socialist communist islamist liberal hardline hardliner reformist centrist labour tory "
    "whip candidate nominee administration government regime campaign era like alleged fugitive warlord rebel rebels opposition ruling state "
    "federal chief party front bloc coalition union camp team ally allies aide aides when did does is was will would could should can may has have had"
)
"""Words beside a name that are no part of it, written with a capital at the start of a sentence or in a headline."""
_PLAIN = FUNCTION | CALENDAR | TITLES | HONORIFICS | _EPITHETS
_VERBAL = re.compile(r"(?:ed|ing|ly)$")
_SENTENCE_START = re.compile(r"[.!?:;\n“\"(–—]\s*$")
_AHEAD = 60
"""Characters in which a state's or body's name ends that begins behind a surname."""
_HEADLINE = 4
"""Words of a line from which on a line of capitals is a headline, in which verbs have them too."""


def names_before(text: str, tokens: Sequence[Token], at: int, *, cased: bool, whole: bool) -> tuple[Token, ...]:
    """The given names right before the token at ``at``. ``whole`` says that ``text`` is an actor's words alone: there a word that is nothing
    else is a name, whether or not any list has it; in running text without capitals only a name of the lists is one.
    """
    run: list[Token] = []
    place = at - 1
    while place >= 0 and _BESIDE.fullmatch(text, tokens[place].end, tokens[place + 1].start):
        token = tokens[place]
        if text[token.end] == "-" and (token.plain,) in leaders_table():
            break  # *Trump-Putin talks*
        if token.plain not in _INSIDE:
            if not _is_given(text, token, cased=cased, whole=whole):
                break
            run.insert(0, token)
        place -= 1
    return tuple(run)


def names_behind(text: str, tokens: Sequence[Token], end: int, *, cased: bool) -> tuple[Token, ...]:
    """The names right behind the token before ``end``, in an actor's own words."""
    run: list[Token] = []
    for place in range(end, len(tokens)):
        token = tokens[place]
        if not _BESIDE.fullmatch(text, tokens[place - 1].end, token.start) or token.plain == "s":
            break
        if token.plain in _INSIDE:
            continue
        if (
            token.plain in INSTITUTIONS
            or is_body(token.written)
            or _opens_name(text, token, cased=cased)
            or not _is_given(text, token, cased=cased, whole=cased)
        ):
            break
        run.append(token)
    return tuple(run)


def _opens_name(text: str, token: Token, *, cased: bool) -> bool:
    """Whether the name of a state or body begins at a word: *the Obama White House*."""
    ahead = find_names(text[token.start : token.start + _AHEAD], cased=cased)
    return bool(ahead) and ahead[0].start == 0 and ahead[0].kind != "place"


def _is_given(text: str, token: Token, *, cased: bool, whole: bool) -> bool:
    """Whether a word beside a name is part of it. In an actor's own words a month or a day may be one (*June*, *Sunday*), as may any adjective
    that is not among the epithets: an unknown word is a name.
    """
    word = token.plain
    if cased and not token.written[0].isupper():
        return False
    if len(word) == 1:
        return token.written.isupper() and (word not in {"a", "i"} or text[token.end : token.end + 1] == ".")
    if word in known_given():
        return True
    listed_only = not whole and (not cased or _is_headline(text, token.start))
    if listed_only or word in (_PLAIN - CALENDAR if whole else _PLAIN) or not word.isalpha() or role_words(token.written, 1):
        return False
    if _is_abbreviation(text, token) or (not whole and _opens_sentence(text, token) and (_VERBAL.search(word) or word in common_words())):
        return False
    return not any(n.kind in {"people", "body", "group"} for n in find_names(token.written, cased=cased))


def _opens_sentence(text: str, token: Token) -> bool:
    return _SENTENCE_START.search(text[max(0, token.start - 6) : token.start]) is not None if token.start > 0 else True


def _is_abbreviation(text: str, token: Token) -> bool:
    """*PM Modi*, *BJP's Modi*: capitals in a text whose other words have small letters."""
    if not (token.written.isupper() and len(token.written) < 6):
        return False
    following = re.match(r"\W*(\w+)", text[token.end : token.end + 40])
    return following is not None and not following[1].isupper()


def _is_headline(text: str, at: int) -> bool:
    start, stop = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = re.findall(r"[^\W\d_]{4,}", text[start : stop if stop >= 0 else len(text)][:300])
    return len(line) >= _HEADLINE and sum(word[0].isupper() for word in line) >= 0.8 * len(line)


@cache
def known_given() -> frozenset[str]:
    """Given names of the packaged lists, in plain form. Built once."""
    return (given_names() | given_names_of_people() | frozenset(listed_forms())) - _PLAIN
