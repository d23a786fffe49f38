"""Whether an actor's words name a leader of the packed lists or a namesake, by the words themselves and by the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.records import Quote
from tocsin.resolve.countries import plain, tokens_of
from tocsin.resolve.entities.body_names import is_body
from tocsin.resolve.entities.given_names import same_given
from tocsin.resolve.entities.officeholder_tables import Office, full_names, leaders_table
from tocsin.resolve.entities.officeholders import Leader, find_bearers, is_private_trade, offices_of
from tocsin.resolve.entities.public_names import near_names
from tocsin.resolve.entities.sectors import find_sectors
from tocsin.resolve.entities.setting import Setting
from tocsin.resolve.entities.sounds import distance, same_word
from tocsin.resolve.entities.spellings import LONGEST, name_words

_SURE = 0.5
"""Share of the limit of two spellings within which two surnames are one, where the given names are."""
_SHORTEST = 4
"""Letters of the shortest given name and surname of which another spelling is looked for: an initial fits too many."""
_APPOSED = re.compile(r"\s*,\s*(?:(?:aged\s+)?\d{1,2},\s*)?((?:a|an)\s[^,.;:!?\n]{3,60})")


def bearers_of(quote: Quote, setting: Setting) -> tuple[Leader, ...]:
    """The names of leaders in ``quote`` and those of others who share them, at offsets of the quote. A surname alone is told by the title before
    it, else by who bore the surname last in the document.
    """
    return tuple(
        replace(found, bearing="other") if _is_another(found, quote, setting) else found
        for found in find_bearers(quote.text, cased=setting.cased, whole=True)
    )


def _is_another(found: Leader, quote: Quote, setting: Setting) -> bool:
    if found.bearing != "bare" or len(found.surname) > 1:
        return found.bearing == "other"
    start, end = quote.start + found.start, quote.start + found.end
    told = [b for b in setting.bearers if b.surname == found.surname and b.bearing != "bare"]
    here = next((b for b in told if b.start < end and start < b.end), None)
    if here is not None:
        return here.bearing == "other"
    before = [b for b in told if b.end <= start]
    if told:
        return (before[-1] if before else told[0]).bearing == "other"
    apposed = _APPOSED.match(setting.text, end)
    role = find_sectors(apposed[1], cased=setting.cased) if apposed else None
    return role is not None and is_private_trade(role, found.offices)


def full_spelling(quote: Quote, name: str, setting: Setting) -> str:
    """The name with the given names that the document has for this bearer of a leader's surname, where they are told apart by it."""
    surname = tuple(word.plain for word in tokens_of(name))
    others = [b for b in setting.bearers if b.bearing == "other" and b.surname == surname and b.end - b.start > len(name)]
    before = [b for b in others if b.start <= quote.start]
    nearest = before[-1] if before else others[0] if others else None
    return setting.text[nearest.start : nearest.end] if nearest else name


def offices_under(names: Sequence[str]) -> Iterator[Office]:
    """The offices of the person of all these spellings. Where there is a full name, a surname alone counts only if the full one is another
    spelling of the leader's.
    """
    full = [name for name in names if len(name_words(name)) > 1]
    told = [office for name in full for office in offices_of(name) or _offices_spelled(name)]
    if told or not full:
        yield from told or (office for name in names for office in offices_of(name))
        return
    for name in names:
        if len(name_words(name)) == 1 and any(_spells(each, name) for each in full):
            yield from offices_of(name)


def _offices_spelled(name: str) -> tuple[Office, ...]:
    """The offices of the leader whose full name this is in another spelling of the surname: *Muchtar Abljasow*."""
    if len(name) > LONGEST or is_body(name):
        return ()
    given, surname = name_words(name)[0], name_words(name)[-1]
    if min(len(given), len(surname)) < _SHORTEST:
        return ()
    for listed in near_names(name):
        words = name_words(listed)
        if len(words) == len(name_words(name)) and distance(surname, words[-1]) <= _SURE and same_given(given, words[0]):
            return leaders_table().get(tuple(t.plain for t in tokens_of(listed)), ())
    return ()


def _spells(full: str, surname: str) -> bool:
    words = name_words(full)
    known = full_names().get((plain(surname),), ())
    return any(same_word(words[-1], each[-1]) and same_given(words[0], each[0]) for each in known)
