"""Actors, recipients and sources as entities: country, sectors, one identity for all spellings, and whether a person is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from tocsin.codebook import BODIES
from tocsin.records import Document, EntityHint, EntityValue, Field, Mention, Quote
from tocsin.resolve.acts import suggested_sector
from tocsin.resolve.countries import find_names
from tocsin.resolve.descriptions import described_role
from tocsin.resolve.evidence import Surroundings, country_evidence, office_of, sector_evidence, strongest
from tocsin.resolve.identities import Entity, Slot, group
from tocsin.resolve.known import KnownEntities, KnownEntity
from tocsin.resolve.officeholders import find_leaders
from tocsin.resolve.privacy import is_private
from tocsin.resolve.references import own_countries, refer
from tocsin.resolve.sectors import Role, find_sectors
from tocsin.resolve.sentence import Sentences
from tocsin.resolve.setting import PlacedName, Setting, read_setting

_BODY_HEADS = frozenset(
    {
        "committee",
        "commission",
        "council",
        "panel",
        "party",
        "union",
        "group",
        "movement",
        "organisation",
        "organization",
        "alliance",
        "front",
    }
    | {
        "agency",
        "board",
        "bureau",
        "office",
        "federation",
        "association",
        "force",
        "team",
        "unit",
        "coalition",
        "company",
        "firm",
        "bloc",
        "body",
    }
    | {
        "department",
        "institute",
        "station",
        "leader",
        "spokesman",
        "spokeswoman",
        "chairman",
        "chief",
        "organiser",
        "network",
        "federation",
    }
)
"""Heads that tell no sector by themselves and are named in full once before."""
_OF_STATES = frozenset({"UNO", "EUR", "IGO"})
_OF_OFFICIALS = frozenset({"office", "strong"})

EntityKey: TypeAlias = tuple[str, Field, int]
"""A mention's id, the field and the position of the quote in it."""


def resolve_entities(
    document: Document,
    mentions: Sequence[Mention],
    known: KnownEntities | None = None,
    toponyms: Sequence[PlacedName] | None = None,
    setting: Setting | None = None,
) -> dict[EntityKey, EntityValue]:
    """The entity of each actor, recipient and source of ``mentions``.

    ``known`` is the user's own list, which comes first. ``toponyms`` are the document's place names by the
    gazetteer: without them an actor's country is told from the names of states, large cities and leaders alone. ``setting`` is what
    :func:`read_setting` made of both, where the caller has it.
    """
    setting = setting or read_setting(document, toponyms)
    by_id = {m.id: m for m in mentions}
    slots = [Slot(*key, quote, refer(quote.text, setting)) for key, quote in _quotes(mentions)]
    countries = _SentenceCountries(document, setting)
    values: dict[EntityKey, EntityValue] = {}
    for number, entity in enumerate(group(document, slots), 1):
        listed = _listed(entity, known)
        for slot in entity.slots:
            key = (slot.mention, slot.field, slot.position)
            if listed is not None:
                values[key] = EntityValue(listed.name, listed.identity, listed.country, listed.sectors, listed.private)
                continue
            around = _surroundings(document, entity, setting, _place(by_id[slot.mention], setting), countries.of(slot.quote.start))
            values[key] = _value(slot, entity, around, by_id[slot.mention], f"n{number}")
    return values


def _quotes(mentions: Iterable[Mention]) -> Iterator[tuple[EntityKey, Quote]]:
    for mention in mentions:
        yield from (((mention.id, "actor", i), q) for i, q in enumerate(mention.actors))
        yield from (((mention.id, "recipient", i), q) for i, q in enumerate(mention.recipients))
        if mention.said_by is not None:
            yield (mention.id, "said_by", 0), mention.said_by


def _listed(entity: Entity, known: KnownEntities | None) -> KnownEntity | None:
    if known is None:
        return None
    return next((found for words in (*entity.names, *(s.quote.text for s in entity.slots)) if (found := known.find(words))), None)


def _value(slot: Slot, entity: Entity, around: Surroundings, mention: Mention, identity: str) -> EntityValue:
    hint = _hint(mention, slot)
    country = strongest(country_evidence(slot, entity, around, hint))
    sector = strongest(sector_evidence(slot, entity, around, hint, suggested_sector(mention, slot.field)))
    code = country.value if country is not None else None
    sectors = tuple(filter(None, sector.value.split("+"))) if sector is not None else ()
    if code in _OF_STATES and sectors == ("GOV",) and sector is not None and sector.source not in _OF_OFFICIALS:
        sectors = ()  # a body of states is no government; its officials and ministers are
    private = is_private(entity, around.described, office_of(entity, around.setting))
    return EntityValue(entity.name, identity, code, sectors, private)


def _place(mention: Mention, setting: Setting) -> str | None:
    """The country of the act's own places, where its words name one."""
    for quote in mention.places:
        codes = [t.country for t in setting.toponyms if t.start < quote.end and quote.start < t.end]
        codes += [n.code for n in find_names(quote.text, cased=setting.cased) if n.code not in BODIES]
        if codes:
            return codes[0]
    return None


def _hint(mention: Mention, slot: Slot) -> EntityHint | None:
    hints = {"actor": mention.actor_hints, "recipient": mention.recipient_hints}.get(slot.field, ())
    return hints[slot.position] if slot.position < len(hints) else None


def _surroundings(document: Document, entity: Entity, setting: Setting, place: str | None, sentence: str | None) -> Surroundings:
    person = next((s.reference.name for s in entity.slots if s.reference.kind == "person"), None)
    described = described_role(document.text, person, setting, None) if person else None
    codes: tuple[str, ...] = ()
    if described is not None:
        phrase = described[1]
        names, leaders = find_names(phrase, cased=setting.cased), find_leaders(phrase, cased=setting.cased)
        codes = tuple(own_countries(phrase, names, leaders, setting))
    return Surroundings(setting, described, codes, place, sentence, _before(entity, setting))


_HEADED = re.compile(r"(?i:the|this|that)\s([a-z]+)")
_SEARCHED, _PHRASE = 2500, 50
"""Characters before a short reference in which its fuller phrase is looked for, and characters of that phrase before its head."""
_NO_DETAIL = re.compile(
    r"[.,;:!?()\n“”\"]|\b(?:the|a|an|this|that|its|their|his|her|said|told|by|to|with|and|in|on|at|from)\s", re.IGNORECASE
)


def _before(entity: Entity, setting: Setting) -> Role | None:
    """What a short reference such as *the committee* is by the nearest fuller phrase before it with that head: *the Senate committee*."""
    first = entity.slots[0]
    head = _HEADED.fullmatch(first.quote.text)
    if head is None or head[1] not in _BODY_HEADS or any(s.reference.kind != "description" for s in entity.slots):
        return None
    start = max(0, first.quote.start - _SEARCHED)
    for found in reversed(list(re.finditer(rf"\b{head[1]}\b", setting.text[start : first.quote.start], re.IGNORECASE))):
        at, end = start + found.start(), start + found.end()
        phrase = _NO_DETAIL.split(setting.text[max(start, at - _PHRASE) : end])[-1]
        role = find_sectors(phrase, country=setting.main, year=setting.year, cased=setting.cased) if " " in phrase.strip() else None
        if role is not None and role.strength not in {"open", "bare"}:
            return role
    return None


class _SentenceCountries:
    """The one country that a sentence names, ``None`` where it names none or several."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self._sentences = Sentences(document.text)
        self._codes: dict[int, set[str]] = {}
        for start, code in _named_countries(setting):
            self._codes.setdefault(self._sentences.number(start), set()).add(code)

    def of(self, at: int) -> str | None:
        codes = self._codes.get(self._sentences.number(at), set())
        return next(iter(codes)) if len(codes) == 1 else None


def _named_countries(setting: Setting) -> Iterator[tuple[int, str]]:
    yield from ((n.start, n.code) for n in setting.names if n.kind != "body" and n.code not in BODIES)
    yield from ((t.start, t.country) for t in setting.toponyms)
