"""What a text says of a named person around the name: the title before it, the apposition or the *is …* after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tocsin.resolve.countries import tokens_of
from tocsin.resolve.entities.given_names import same_given
from tocsin.resolve.entities.sectors import Role, find_sectors, role_words
from tocsin.resolve.entities.setting import Setting
from tocsin.resolve.entities.sounds import LOOSE, distance
from tocsin.resolve.entities.titles import PARTICLES
from tocsin.resolve.word_lists import CALENDAR, FUNCTION

_BEFORE = 90
_AFTER = 110
"""Characters looked at before and after a name: longer than nine titles in ten of the training texts."""
_STOP_BEFORE = re.compile(
    r"[,.;:!?\n\"“”()]\s|\n|\b(?:and|but|that|by|to|with|from|for|as|said|says|told|when|while|if|of|in|on|against)\s", re.IGNORECASE
)
_APPOSITION = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?[,–—]\s*(?:(?:aged\s+)?\d{1,2}\s*[,–—]\s*)?((?:the|a|an|its|his|her|their|who is|who was|who heads|former|ex-|one of)\b[^.;:!?\n–—]{3,90}|[a-z][^.,;:!?\n–—]{3,60})",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:^|[.;:!?(\n“\"]\s*|,\s|\b(?:and|but|that|by|to|with|from|for|of|said|told|says|as|when|while|after|on)\s)"
    r"((?:(?:the|a|an|its|his|her|their|another|former|fellow)\s|[A-Z][\w’'.-]*(?:\s[A-Z][\w.-]*){0,3}\s?[’']\s?s\s)[^,.;:!?\n“”\"()]{3,80}),\s*$",
    re.IGNORECASE,
)
"""A phrase before the name and a comma: *the union's chairman, Ole Berg*."""
_SET_OFF = re.compile(
    r"(?:^|[.;:!?(\n“\"]\s*|,\s)(?!(?:in|at|on|to|by|of|for|from|with|after|before|during|since|under|over|as|and|but|or|if|when|while|where"
    r"|although|though|because|according|meanwhile|however|that|who|which)\b)([^,.;:!?\n“”\"()]{3,80}),\s*$",
    re.IGNORECASE,
)
"""A phrase without an article before a name that is set off on both sides, in a text without capitals: *state secretary of the party, anil
das, said*. Where capitals are written, such a phrase is mostly another item of a list."""
_SPEAKS = re.compile(r"\s*,|\s+(?:said|says|told|added)\b")
_NAME = r"(?:[A-Z][\w’'.-]*|al|el|bin|de|da|van|von)(?:\s(?:[A-Z][\w’'.-]*|al|el|bin|de|da|van|von)){1,3}"
_LISTED = re.compile(
    rf"\b((?:(?:former|ex-|senior|top|two|three|four|five|local)\s)*(?:[A-Z][\w’'.-]*\s){{0,4}}(?:[a-z-]+\s){{1,3}})(?:{_NAME}\s?,\s){{0,5}}{_NAME}\s?,?\s(?:and\s)?$"
)
"""A title before a list of names holds for each of them: *former campaign advisers Ana Bell, Ole Berg and Tim Voss*."""
_IS = re.compile(r"\s+(?:is|was|became|remains|serves as|works as)\s+((?:the|a|an|its|his|her)\s[^.,;:!?\n]{3,80})")
_NO_APPOSITION = re.compile(
    r"^(?:who (?!is|was|heads)|which|whose|and|but|or|a day|the day|the same day|the other|as|in|on|at|of|by|from|with|into|under|after|before|when"
    r"|where|while|if|because|since|so|such|including|according|then|now|also|not|said|says|told|to|for|has|have|had|is|are|was|were|will|would|can"
    r"|could|should|may|might|did|does|do|\w+ly|\w+ing|\w+ed)\b"
)


def descriptions_of(text: str, name: str, leaders: Collection[int] | None = None) -> Iterator[str]:
    """Phrases of ``text`` that tell what the bearer of ``name`` is: those at the full name first, then those at the surname alone, which may be
    another's (*President Kaya* beside *Ali Kaya, a student*); of each the first mention first. What stands at the surname
    with another given name is told of somebody else. For who shares a leader's surname, ``leaders`` is where the leader's name ends: what
    stands there is not told of the namesake, nor what stands at the surname alone, if the namesake has a given name.
    """
    *given, last_word = [t.written for t in tokens_of(name)] or [name]
    places = ((_name_start(text, found.start(), given), found) for found in re.finditer(rf"(?<!\w){re.escape(last_word)}(?!\w)", text))
    for start, found in sorted(places, key=lambda place: place[0] == place[1].start()):
        if leaders is not None and found.end() in leaders:
            continue
        if given and _is_of_another(text[start : found.start()], given, namesake=leaders is not None):
            continue
        before = text[max(0, start - _BEFORE) : start]
        stops = list(_STOP_BEFORE.finditer(before))
        title = before[stops[-1].end() :] if stops else before
        if _ends_in_role(title):
            yield title.strip()
        elif apposed := _APPOSED.search(before):
            yield apposed[1].strip()
        elif (listed := _LISTED.search(before)) and _ends_in_role(listed[1]):
            yield listed[1].strip()
        elif last_word.islower() and (set_off := _SET_OFF.search(before)) and _SPEAKS.match(text, found.end()):
            yield set_off[1].strip()
        after = text[found.end() : found.end() + _AFTER]
        for pattern in (_APPOSITION, _IS):
            phrase = pattern.match(after)
            if phrase and not _NO_APPOSITION.match(phrase[1].lower()):
                yield re.sub(r"^who (?:is|was|heads)\s+", "", phrase[1]).strip()


def described_role(
    text: str, name: str, setting: Setting, country: str | None, leaders: Collection[int] | None = None
) -> tuple[Role, str] | None:
    """The first description of ``name`` that tells a role, with that role; open words only where nothing better stands anywhere."""
    weak: tuple[Role, str] | None = None
    for phrase in descriptions_of(text, name, leaders):
        role = find_sectors(phrase, country=country or setting.main, year=setting.year, cased=setting.cased)
        if role is None or role.strength == "bare":
            continue
        if role.strength != "open":
            return role, phrase
        weak = weak or (role, phrase)
    return weak


def _is_of_another(before: str, given: Sequence[str], *, namesake: bool) -> bool:
    """Whether the words before a surname are the given name of somebody else than who is called ``given``."""
    written = [t.plain for t in tokens_of(before) if t.plain not in FUNCTION | CALENDAR | PARTICLES]
    if not written:
        return namesake
    return not any(same_given(one, other) or same_given(other, one) or distance(one, other) <= LOOSE for one in written for other in given)


def _name_start(text: str, at: int, given_names: Sequence[str]) -> int:
    """The start of the name whose last word stands at ``at``: the given names that are known of it, else a run of capitalised words."""
    for word in reversed(given_names):
        known = re.search(rf"(?<!\w){re.escape(word)}\W{{1,3}}$", text[max(0, at - 30) : at], re.IGNORECASE)
        if known is None:
            break
        at -= len(known[0])
    while True:
        given = re.search(r"(?:^|(?<=[\s(\"“]))((?:[A-Z][\w'’.-]*|al|el|bin|de|da|van|von))\s$", text[max(0, at - 25) : at])
        if given is None or role_words(given[1], 1) or given[1].rstrip(".") in {"The", "Mr", "Mrs", "Ms", "Dr"}:
            return at
        at -= len(given[0])


def _ends_in_role(phrase: str) -> bool:
    tokens = tokens_of(phrase)
    while tokens and tokens[-1].plain in {"mr", "mrs", "ms", "dr", "elect"}:
        tokens = tokens[:-1]
    return bool(tokens) and len(tokens) - 1 in role_words(phrase, len(tokens))
