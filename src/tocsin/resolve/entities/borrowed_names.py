"""Words for a country, a people or a chamber that are a private person's name: *Oleg Jordan*, *Ms Holland*, *Robin House*, *Jordan Ali*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tocsin.resolve.countries import Name, Token
from tocsin.resolve.entities.setting import Setting
from tocsin.resolve.entities.titles import HONORIFICS, PARTICLES
from tocsin.resolve.word_lists import DIRECTIONS, TITLES, given_names, listed

CHAMBERS = listed("house senate congress parliament commons lords assembly legislature")
"""Chambers, some of which are surnames too."""
_KINDS = frozenset({"country", "people", "capital"})
_ADDRESS = listed("mr mrs ms miss dr")
"""Titles of private people; a president or a king named Israel may be Israel's."""
_TRADES = listed(
    "activist architect baker blogger builder butcher carpenter cleaner clerk cook customer doctor driver electrician engineer farmer fisherman "
    "guard housewife journalist labourer lawyer lecturer mechanic midwife miner neighbour nurse painter passenger pensioner photographer pilot "
    "plumber pupil reporter resident schoolboy schoolgirl shopkeeper student tailor teacher teenager tourist trader villager waiter waitress "
    "daughter son wife husband niece nephew widow"
)
"""Who somebody is that holds no office: right before a country's name or right behind it, they tell that it is somebody's."""
_APPOSITION = rf", an? (?:[\w-]+ ){{0,4}}?(?:{'|'.join(sorted(_TRADES))})(?:[,.;)]| (?:and|at|from|in|of|who|with)\b)"
_GIVEN_TOO = listed("chad georgia india israel jordan kenya paris salvador santiago sofia sydney")
"""Countries and capitals that are given names before a surname."""
_NEVER_GIVEN = listed("christian virginia victoria")
"""Given names that before a country or chamber are more often a creed or a state: *Christian Lebanese*, *the Virginia House*."""
_PARTS = DIRECTIONS | listed("new saint st san great little upper lower mother")
"""Words before a country's name by which it is a place's: *South Jordan*, *New Holland*."""
_ENDS = listed("s of from in at for who and with on to by")
"""Words before which a name ends; ``s`` is that of *Oleg Jordan's*."""


def borrowed(words: str, tokens: Sequence[Token], names: Sequence[Name], setting: Setting) -> set[int]:
    """Indices of the ``tokens`` of ``words`` that seem to name a country, a people or a chamber (``names``), but are a private person's name."""
    alone = {n.start: n for n in names if words[n.start : n.end].isalpha()}
    if not setting.cased or not any(t.start in alone or t.plain in CHAMBERS for t in tokens):
        return set()
    found: set[int] = set()
    for at in _ends_of_names(words, tokens, names):
        if tokens[at].plain in CHAMBERS or _kind(alone, tokens[at]) in _KINDS:
            found |= _surname(words, tokens, at, alone, setting)
        elif _kind(alone, tokens[at - 1]) in _KINDS and _is_given_too(words, tokens, at, setting):
            found.add(at - 1)
    return found


def _kind(alone: Mapping[int, Name], token: Token) -> str | None:
    return alone[token.start].kind if token.start in alone else None


def _ends_of_names(words: str, tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[int]:
    """Indices of capitals that may end a person's name: none inside the name of a state or body, as *Lucia* of *Saint Lucia* is."""
    for at in range(1, len(tokens)):
        last, ahead = tokens[at], at + 1
        inside = any(n.start < last.start < n.end for n in names)
        ends = ahead == len(tokens) or tokens[ahead].plain in _ENDS or not words[last.end : tokens[ahead].start].isspace()
        if ends and not inside and _is_capital(last) and last.plain not in HONORIFICS and _beside(words, tokens, at):
            yield at


def _surname(words: str, tokens: Sequence[Token], at: int, alone: Mapping[int, Name], setting: Setting) -> set[int]:
    """The index ``at`` of a surname and that of the given name before it, initials and particles passed over; nothing where it is none."""
    last, own = tokens[at], alone.get(tokens[at].start) if _kind(alone, tokens[at]) in _KINDS else None
    before = at - 1
    while before > 0 and tokens[before].plain != "s" and (len(tokens[before].plain) == 1 or tokens[before].plain in PARTICLES):
        before -= 1
    given = tokens[before]
    if not all(_beside(words, tokens, i) for i in range(before + 1, at + 1)):
        return set()
    if (given.plain in _ADDRESS and _is_capital(given)) or (given.plain in _TRADES and own is not None):
        return {at}
    if _is_capital(given) and given.plain not in _PARTS and _is_told(words[tokens[at - 1].start : last.end], setting):
        return {before, at}
    if own is not None and own.kind == "people" and last.plain.endswith("s"):
        return set()  # *Frank Russians*
    if _kind(alone, given) in _KINDS and (own is None or own.kind == "capital" or _are_two_states(words, alone[given.start], own, setting)):
        return set()  # *Jordan Senate*, *Paris Moscow*
    return {before, at} if _is_given(words, tokens, before, own, alone, setting) else set()


def _are_two_states(words: str, one: Name, other: Name, setting: Setting) -> bool:
    """Whether two countries side by side are named elsewhere too: *Chad Sudan* of a text about both."""
    together = setting.text.count(words[one.start : other.end])
    return all(sum(n.code == code for n in setting.names) > together for code in (one.code, other.code))


def _is_given(words: str, tokens: Sequence[Token], at: int, own: Name | None, alone: Mapping[int, Name], setting: Setting) -> bool:
    """Whether a given name stands at ``at`` that is no town (of the country ``own``), with nothing before it in its run but given names and
    titles: *Radio Maria Kenya* is nobody.
    """
    given = tokens[at]
    if not _is_capital(given) or given.plain not in given_names() - _NEVER_GIVEN:
        return False
    towns = {t.country for t in setting.toponyms if setting.text[t.start : t.end] == given.written}
    if own is not None:
        towns |= {alone[given.start].code} if given.start in alone else set()
    if towns and (own is None or own.code in towns):
        return False
    first = at
    while first > 0 and _is_capital(tokens[first - 1]) and _beside(words, tokens, first):
        first -= 1
        if len(tokens[first].plain) > 1 and tokens[first].plain not in given_names() | HONORIFICS | TITLES | _TRADES:
            return False
    return True


def _is_given_too(words: str, tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """Whether the country before ``at`` is the given name of somebody: *Jordan Ali*, *Ms India Rao*, *Israel Fuentes, a student*."""
    country, surname = tokens[at - 1], tokens[at]
    if country.plain not in _GIVEN_TOO or not _is_capital(country):
        return False
    titled = at > 1 and tokens[at - 2].plain in _ADDRESS and _beside(words, tokens, at - 1)
    return titled or surname.plain in given_names() or _is_told(words[country.start : surname.end], setting)


def _is_told(name: str, setting: Setting) -> bool:
    """Whether the text tells an age or a trade behind ``name``: *Kamel Jordan, 19*, *Abab Chad, a student*."""
    return re.search(rf"\b{re.escape(name)}(?:, (?:aged )?\d{{1,3}}[,.;)]|{_APPOSITION})", setting.text) is not None


def _is_capital(token: Token) -> bool:
    """Whether a word has its first letter alone in capitals, or is an initial: *Dr*, but no *DR* of a state and no *MS* of a ship."""
    return token.written[0].isupper() and (len(token.written) == 1 or not token.written.isupper())


def _beside(words: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether only a space stands before the token at ``at``, with the stop of an initial or a title."""
    return re.fullmatch(r"\.?\s+", words[tokens[at - 1].end : tokens[at].start]) is not None
