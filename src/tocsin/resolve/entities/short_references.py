"""What a short reference stands for: *the committee* after *the Senate committee*, *the group* after *the Tigers*, *the two leaders* after two
people with names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tocsin.records import EntityValue
from tocsin.resolve.entities.identities import Entity
from tocsin.resolve.entities.sectors import Role, find_sectors
from tocsin.resolve.entities.setting import Setting
from tocsin.resolve.word_lists import listed

_BODIES = listed(
    "committee commission council panel party union group movement organisation organization alliance front agency board bureau office "
    "federation association force team unit coalition company firm bloc body department institute station leader spokesman spokeswoman "
    "chairman chief organiser network"
)
"""Heads that tell no sector by themselves and are named in full once before."""
_HEADED = re.compile(r"(?i:the|this|that)\s([a-z]+)")
_SEARCHED, _PHRASE = 2500, 50
"""Characters before a short reference in which its fuller phrase is looked for, and characters of that phrase before its head."""
_NO_DETAIL = re.compile(
    r"[.,;:!?()\n“”\"]|\b(?:the|a|an|this|that|its|their|his|her|said|told|by|to|with|and|in|on|at|from)\s", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"(?:the|both|both the|these|those)\s(?:(?:two|three|four|both)\s(?:leaders|men|women|politicians|presidents)|pair|duo|trio"
    r"|\d\d\s?-\s?year\s?-\s?old)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:the|this|that|these|the same)\s(group|groups|organi[sz]ations?|outfit|outfits|movement|party|parties)", re.IGNORECASE
)
_FIT: Mapping[str, frozenset[str]] = {
    "group": frozenset({"REB", "OPP", "SOC", "PRM", "CRM", "REL", "EDU", "LAB", "PTY", "AGR"}),
    "organi": frozenset({"REB", "OPP", "SOC", "REL", "EDU", "LAB", "AGR", "BUS"}),
    "outfit": frozenset({"REB", "OPP", "SOC", "REL", "EDU", "LAB", "PTY"}),
    "movement": frozenset({"REB", "OPP", "SOC", "REL", "EDU", "PTY"}),
    "part": frozenset({"GOV", "OPP", "PTY"}),
}
"""By the opening of a word for a group, the sectors that it can have."""
_NEAR = 700
"""Characters back to the people or the group that a short reference stands for."""


def stood_for(entity: Entity, setting: Setting, named: Sequence[tuple[int, str, EntityValue]]) -> Role | None:
    """The role of what a short reference stands for, ``None`` where it is none or nothing before it fits.

    ``named`` are the persons and bodies of the document that were resolved before: the end of a quote, its kind, its value.
    """
    first = entity.slots[0].quote
    if any(s.reference.kind != "description" for s in entity.slots):
        return None
    head = _HEADED.fullmatch(first.text)
    fuller = _fuller(head[1], first.start, setting) if head is not None and head[1] in _BODIES else None
    if fuller is not None:
        return fuller
    near = [(end, kind, value) for end, kind, value in named if 0 < first.start - end <= _NEAR]
    if _PEOPLE.fullmatch(first.text):
        return _last(value for _, kind, value in sorted(near, key=lambda n: n[0]) if kind == "person" and value.sectors)
    group = _GROUP.fullmatch(first.text)
    if group is None:
        return None
    fit = next(sectors for opening, sectors in _FIT.items() if group[1].lower().startswith(opening))
    return _last(value for _, kind, value in sorted(near, key=lambda n: n[0]) if kind == "body" and fit & set(value.sectors))


def _last(values: Iterable[EntityValue]) -> Role | None:
    found = list(values)
    return Role(found[-1].sectors, "strong") if found else None


def _fuller(head: str, at: int, setting: Setting) -> Role | None:
    """The role of the nearest fuller phrase before ``at`` that ends in ``head``."""
    start = max(0, at - _SEARCHED)
    for found in reversed(list(re.finditer(rf"\b{head}\b", setting.text[start:at], re.IGNORECASE))):
        begins, end = start + found.start(), start + found.end()
        phrase = _NO_DETAIL.split(setting.text[max(start, begins - _PHRASE) : end])[-1]
        role = find_sectors(phrase, country=setting.main, year=setting.year, cased=setting.cased) if " " in phrase.strip() else None
        if role is not None and role.strength not in {"open", "bare"}:
            return role
    return None
