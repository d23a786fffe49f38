"""Noun phrases among the words of a clause: where one ends, where one begins, and which are joined by *and*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.resolve.grammar import NOMINAL, VERB, Word

AT_MOST = 6
"""Phrases of one list that are taken."""
_OF_TIME = frozenset({"last", "next", "early", "late", "this", "the", "past", "a", "every", "each"})
"""Words inside a time."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``[first, last)`` of a clause. ``governed`` behind a preposition, ``timed`` where it tells a time alone."""

    first: int
    last: int
    governed: bool = False
    timed: bool = False


def phrase_end(words: Sequence[Word], first: int, stop: int) -> int:
    """Where the phrase that begins at ``first`` ends: behind its head and the *of* that belongs to it, before ``stop``."""
    last = first
    while last < stop:
        if words[last].kind == "T":
            if last > first and not (words[last - 1].kind == "T" or words[last - 1].plain in _OF_TIME):
                break
            last += 1
            if last < stop and words[last].kind == "N":
                break  # *on Monday police arrested*: the time ends before the subject
            continue
        if not _goes_on(words, first, last, stop):
            break
        last += 1
    return max(last, first + 1)


def _goes_on(words: Sequence[Word], first: int, at: int, stop: int) -> bool:
    kind, opened = words[at].kind, at == first
    if kind in "N#'":
        return True
    following = words[at + 1].kind if at + 1 < stop else ""
    if kind in "DO":
        return opened or words[at - 1].kind == "D" or words[at - 1].plain == "of"
    if words[at].plain == "of":
        return not opened and following != "" and following in "N#'DO"
    return kind == "A" and following != "" and following in "N#" and (opened or words[at - 1].kind in "DO")


def phrase_before(words: Sequence[Word], last: int) -> Phrase | None:
    """The phrase whose last word is at ``last``, with those that its *of* hangs on."""
    if last < 0 or words[last].kind not in "N#T'":
        return None
    first = last
    while first >= 0 and (words[first].kind in "N#'DO" or (words[first].plain == "of" and first > 0 and words[first - 1].kind in "N#")):
        first -= 1
    first += 1
    for at in range(last, first, -1):
        if words[at].kind in "DO" and words[at - 1].kind != "D" and words[at - 1].plain != "of":
            return Phrase(at, last + 1)
    return Phrase(first, last + 1)


def phrases(words: Sequence[Word], first: int, stop: int, *, listed: bool = False) -> Iterator[Phrase]:
    """The phrases of ``words[first:stop]``; in a list, what *and* joins to one behind a preposition is governed too."""
    at, governed, found = first, False, []
    while at < stop:
        kind = words[at].kind
        if kind in NOMINAL:
            last = phrase_end(words, at, stop)
            found.append(Phrase(at, last, governed, _tells_time(words, at, last)))
            at, governed = last, False
            continue
        if kind in "P>" or (listed and kind in "C," and len(found) > 1 and found[-1].governed):
            governed = True
        elif kind != "A":
            governed = False
        at += 1
    yield from found


def _tells_time(words: Sequence[Word], first: int, last: int) -> bool:
    inside = words[first:last]
    return any(word.kind == "T" for word in inside) and all(word.kind in "T#DA" or word.plain in _OF_TIME for word in inside)


def joined_from(words: Sequence[Word], first: int) -> Iterator[Phrase]:
    """The phrase that begins at ``first`` and those that commas and *and* join to it."""
    at = first
    for _ in range(AT_MOST):
        if at >= len(words) or words[at].kind not in NOMINAL:
            return
        last = phrase_end(words, at, len(words))
        if _tells_time(words, at, last):
            return
        yield Phrase(at, last)
        at = _next_of_list(words, last)
        if at < 0:
            return


def _next_of_list(words: Sequence[Word], at: int) -> int:
    """Where the next phrase of a list begins, -1 where the list is at its end."""
    if at + 1 >= len(words):
        return -1
    if words[at].plain in {"and", "or"} and words[at + 1].kind in "NDO#":
        last = phrase_end(words, at + 1, len(words))
        return -1 if last < len(words) and words[last].kind in VERB else at + 1
    if words[at].plain != ",":
        return -1
    joined = words[at + 1].kind == "C"
    first = at + 2 if joined else at + 1
    if first >= len(words) or words[first].kind not in "NDO#":
        return -1
    return first if joined or _list_follows(words, phrase_end(words, first, len(words))) else -1


def _list_follows(words: Sequence[Word], at: int) -> bool:
    """Whether an *and* comes before the next verb."""
    for word in words[at : at + 12]:
        if word.kind == "C":
            return True
        if word.kind in "VBHMRU;":
            return False
    return False
