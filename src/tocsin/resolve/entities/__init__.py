"""Actors, recipients and sources as entities: country, sectors, one identity for all spellings, and whether a person is private."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from tocsin.codebook import BODIES
from tocsin.records import Document, EntityHint, EntityValue, Field, Mention, Quote
from tocsin.resolve.countries import find_names, tokens_of
from tocsin.resolve.entities.act_signs import suggested_sector
from tocsin.resolve.entities.descriptions import described_role
from tocsin.resolve.entities.evidence import Surroundings, country_evidence, office_of, sector_evidence, strongest
from tocsin.resolve.entities.identities import Entity, Slot, group
from tocsin.resolve.entities.known import KnownEntities, KnownEntity
from tocsin.resolve.entities.namesakes import bearers_of, full_spelling
from tocsin.resolve.entities.officeholders import find_leaders
from tocsin.resolve.entities.privacy import is_private, is_private_role
from tocsin.resolve.entities.references import own_countries, refer
from tocsin.resolve.entities.sectors import Role
from tocsin.resolve.entities.setting import PlacedName, Setting, read_setting
from tocsin.resolve.entities.short_references import stood_for
from tocsin.resolve.sentence import Sentences

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
    slots = [Slot(*key, quote, refer(quote.text, setting, bearers=bearers_of(quote, setting))) for key, quote in _quotes(mentions)]
    countries = _SentenceCountries(document, setting)
    values: dict[EntityKey, EntityValue] = {}
    named: list[tuple[int, str, EntityValue]] = []
    for number, entity in enumerate(group(document, slots), 1):
        before = stood_for(entity, setting, named)
        listed = _listed(entity, known)
        if listed is not None:
            value = EntityValue(listed.name, listed.identity, listed.country, listed.sectors, listed.private)
            values.update((_key(slot), value) for slot in entity.slots)
            continue
        told: list[_Told] = []
        for slot in entity.slots:
            around = _surroundings(document, entity, setting, _place(by_id[slot.mention], setting), countries.of(slot.quote.start), before)
            told.append(_told(slot, entity, around, by_id[slot.mention], f"n{number}"))
        for slot, value in zip(entity.slots, _with_one_sector(entity, told), strict=True):
            values[_key(slot)] = value
            if slot.reference.kind != "description":
                named.append((slot.quote.end, slot.reference.kind, value))
    return values


@dataclass(frozen=True, slots=True)
class _Told:
    """What one slot tells of its entity, and how far its sector can be trusted."""

    value: EntityValue
    sure: float


def _key(slot: Slot) -> EntityKey:
    return slot.mention, slot.field, slot.position


def _with_one_sector(entity: Entity, told: Sequence[_Told]) -> list[EntityValue]:
    """The values of an entity's slots; one that is named has the sector of the slot that tells it most surely, in every act."""
    if any(slot.reference.kind == "person" for slot in entity.slots) or " " not in entity.name:
        return [each.value for each in told]
    votes: dict[tuple[str, ...], float] = {}
    for slot, each in zip(entity.slots, told, strict=True):
        votes[each.value.sectors] = votes.get(each.value.sectors, 0.0) + each.sure * (slot.reference.kind == "body")
    most = max(votes, key=votes.__getitem__)
    return [replace(each.value, sectors=most if votes[most] else each.value.sectors) for each in told]


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


def _told(slot: Slot, entity: Entity, around: Surroundings, mention: Mention, identity: str) -> _Told:
    hint = _hint(mention, slot)
    country = strongest(country_evidence(slot, entity, around, hint))
    sector = strongest(sector_evidence(slot, entity, around, hint, suggested_sector(mention, slot.field)))
    code = country.value if country is not None else None
    sectors = tuple(filter(None, sector.value.split("+"))) if sector is not None else ()
    if code in _OF_STATES and sectors == ("GOV",) and sector is not None and sector.source not in _OF_OFFICIALS:
        sectors = ()  # a body of states is no government; its officials and ministers are
    private = is_private(entity, around.described, around.office)
    name = full_spelling(slot.quote, entity.name, around.setting) if private and slot.reference.is_leader is False else entity.name
    return _Told(EntityValue(name, identity, code, sectors, private), sector.confidence if sector is not None else 0.0)


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


def _surroundings(
    document: Document, entity: Entity, setting: Setting, place: str | None, sentence: str | None, before: Role | None
) -> Surroundings:
    names = [s.reference.name for s in entity.slots if s.reference.kind == "person"]
    person = max(names, key=lambda name: len(name.split()), default=None)
    namesake = any(s.reference.is_leader is False for s in entity.slots)
    if person and namesake:
        described = _described_namesake(document, entity, person, setting)
    else:
        described = described_role(document.text, person, setting, None) if person else None
    codes: tuple[str, ...] = ()
    if described is not None:
        phrase = described[1]
        whence, leaders = find_names(phrase, cased=setting.cased), find_leaders(phrase, cased=setting.cased)
        codes = tuple(own_countries(phrase, whence, leaders, setting))
    office = office_of(entity, described[0] if described else None, setting)
    return Surroundings(setting, described, codes, place, sentence, before, office)


def _described_namesake(document: Document, entity: Entity, name: str, setting: Setting) -> tuple[Role, str] | None:
    """What the text says of who shares a leader's surname; of a surname alone nothing public, which may be told of the leader."""
    full = max((full_spelling(s.quote, name, setting) for s in entity.slots), key=lambda each: len(each.split()))
    leaders = {b.end for b in setting.bearers if b.bearing in {"named", "titled"}}
    described = described_role(document.text, full, setting, None, leaders)
    if described is not None and len(tokens_of(full)) == 1 and not is_private_role(described[0]):
        return None
    return described


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
