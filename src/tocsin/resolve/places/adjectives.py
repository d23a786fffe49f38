"""Adjectives that point at a place: *Turkish* troops, a *Kenyan* court, *European* leaders, the *Chechen* capital.

They are no names of places, and the place of no act by themselves; but a reader of places wants them, and both development sets count
them. A people (*the Turks*, *a German who …*) and a language (*she speaks Turkish*) are left out: an adjective has a noun behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from tocsin.resolve.countries import Name
from tocsin.resolve.places.name_spans import Word
from tocsin.resolve.word_lists import FUNCTION, INSTITUTIONS, TITLES

_VERBS = "are is was were be been am has have had do does did will would can could may might shall should must said says say told tells"
_PRONOUNS = "which whose whom himself herself themselves him them me us my any every each very too also than"
_NO_NOUN = FUNCTION - {"new", "old", "former", "last", "next"} | frozenset(f"{_VERBS} {_PRONOUNS}".split())
"""Words that never follow an adjective within its phrase."""
_NEVER = frozenset({"english", "latin", "indian", "karen", "jersey", "holland", "magyar"})
"""Adjectives that mostly mean a language, a person or another people."""
_PLAIN_BUSINESS = frozenset({"american", "british", "german", "swiss", "chinese", "japanese", "russian", "turkish", "french", "italian"})
"""Adjectives that firms and clubs bear: before a capital they count only where it opens a title or a public body (*American Airlines*)."""
_MIXED = frozenset({"native", "african", "afro", "anglo", "un", "mexican", "asian", "latin", "arab"})
"""Words before an adjective that make it a people: *Native American*, *African American*."""
_TONGUES = frozenset({"speak", "speaks", "spoke", "spoken", "speaking", "fluent", "learn", "learns", "learned", "studied"})
"""Words before an adjective that make it a language."""
_PUBLIC = (
    INSTITUTIONS
    | TITLES
    | frozenset({"foreign", "prime", "defence", "defense", "interior", "finance", "justice", "red", "central", "vice"})
)
_LINKS = frozenset({" ", "-", "–", ", ", "/"})
"""What may stand between two adjectives of one noun."""


@cache
def area_adjectives() -> dict[str, str]:
    """Adjectives of places that are no countries, in lower case, and the name that the gazetteer knows: ``chechen`` to ``Chechnya``."""
    text = (files("tocsin.resolve") / "data" / "adjectives.txt").read_text(encoding="utf-8")
    rows = (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))
    return {adjective.casefold(): name for adjective, name in rows}


def area_name(words: Sequence[str]) -> str | None:
    """The gazetteer's name of the area that the first adjective among these lower-case words means."""
    table = area_adjectives()
    for at in range(len(words)):
        for last in (at + 3, at + 2, at + 1):
            if last <= len(words) and (name := table.get(" ".join(words[at:last]))):
                return name
    return None


def adjectives(text: str, words: Sequence[Word], names: Iterable[Name], taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of adjectives of places in ``text``, outside ``taken`` spans, in reading order.

    ``words`` are the words to look at, ``names`` what :func:`tocsin.resolve.countries.find_names` finds in the text.
    """
    starts = {word.start: i for i, word in enumerate(words)}
    taken = sorted(taken)
    people = [(n.start, n.end) for n in names if n.kind == "people" and n.start in starts]
    spans = sorted({*people, *_areas(words)})
    free = _outside(spans, taken)
    ends = {word.end: i for i, word in enumerate(words)}
    chosen: dict[int, int] = {}
    for start, end in reversed(free):  # from the back: in "Turkish and Syrian troops" the second tells of the first
        if end in ends and _is_adjective(text, words, starts[start], ends[end], chosen):
            chosen[start] = end
    return sorted(chosen.items())


def _areas(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    table = area_adjectives()
    at = 0
    while at < len(words):
        last = at + 1
        if words[at].big:
            for length in (3, 2, 1):
                if " ".join(w.text.casefold() for w in words[at : at + length]) in table and at + length <= len(words):
                    last = at + length
                    yield words[at].start, words[last - 1].end
                    break
        at = last


def _outside(spans: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that overlap neither a taken one nor one before them."""
    found = []
    at, reached = 0, -1
    for start, end in spans:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if start >= reached and not (at < len(taken) and taken[at][0] < end):
            found.append((start, end))
            reached = end
    return found


def _is_adjective(text: str, words: Sequence[Word], first: int, last: int, chosen: Collection[int]) -> bool:
    """Whether the words ``[first, last]`` are an adjective with its noun, or a list of adjectives with one, behind it.

    ``chosen`` are the starts of the adjectives that stand further on.
    """
    written = words[last].text.casefold()
    if not words[first].big or written in _NEVER or (written.endswith("s") and written != "swiss") or last + 1 >= len(words):
        return False
    if first and words[first - 1].text.casefold() in _MIXED | _TONGUES and words[first].start - words[first - 1].end <= 1:
        return False
    after = words[last + 1]
    between = _line(text[words[last].end : after.start])
    if after.start in chosen:
        return between in _LINKS
    if after.text in {"and", "or"}:
        return last + 2 < len(words) and words[last + 2].start in chosen
    return between in {" ", "-"} and _noun(after, written)


def _line(between: str) -> str:
    """What stands between two words, a broken line as a blank."""
    return " " if between.isspace() and between.count("\n") < 2 else between


def _noun(after: Word, adjective: str) -> bool:
    bare = after.text.casefold()
    if not after.text[0].isalpha() or bare in _NO_NOUN:
        return False
    return not after.big or adjective not in _PLAIN_BUSINESS or bare in _PUBLIC
