"""What speaks for an actor's country and sector, and how far each kind of evidence can be trusted.

Every value is picked by one rule: the evidence with the highest confidence wins. A rule's confidence is its accuracy on the annotated
training texts (``benchmarks/entities.py`` measures it again); the reader's hints carry their own probability.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tocsin.codebook import BODIES
from tocsin.records import EntityHint
from tocsin.resolve.entities.identities import Entity, Slot
from tocsin.resolve.entities.namesakes import offices_under
from tocsin.resolve.entities.officeholder_tables import Office
from tocsin.resolve.entities.officeholders import best_office, is_private_trade
from tocsin.resolve.entities.sectors import Role
from tocsin.resolve.entities.setting import Setting


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value (a country code, or sectors joined by ``+``, which may be empty), its source and its confidence (0 to 1)."""

    value: str
    source: str
    confidence: float


COUNTRY_CONFIDENCE: Mapping[str, float] = {
    "own words": 0.97,
    "leader": 1.0,
    "office": 0.96,
    "own place": 0.78,
    "other mention": 0.8,
    "other description": 0.62,
    "description": 0.8,
    "event place": 0.70,
    "sentence": 0.68,
}
_MAIN_LEAST, _MAIN_SHARE = 0.55, 0.3
"""The main country's confidence at no and at full share of the document's names."""
SECTOR_CONFIDENCE: Mapping[str, float] = {
    "office": 0.93,
    "strong": 0.88,
    "body": 0.82,
    "ruling": 0.8,
    "bare": 0.92,
    "leader": 0.87,
    "figure": 0.74,
    "candidate": 0.6,
    "description": 0.65,
    "other mention": 0.75,
    "fuller phrase": 0.62,
    "open": 0.5,
    "act": 0.27,
}
_TRUSTED_HINT = 0.02
"""A hint under this probability is not looked at."""
_SECTOR_HINT = 1.15
"""What a hint of a sector counts for, times its probability. On 53 real texts held out of training, over the reader's own output: sectors of
first recipients 57 of 101 right without hints, 69 with them as they are, 72 from 1.15 to 1.3; of first actors 88, 96 and 96 of 115.
Countries do not change (97 of 108, 74 of 93)."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document says around an entity: its setting, and for a person the role and phrase that describe them."""

    setting: Setting
    described: tuple[Role, str] | None
    described_countries: tuple[str, ...]
    place: str | None
    sentence: str | None
    before: Role | None = None
    """The role of the fuller phrase that a short reference such as *the committee* stands for."""
    office: Office | None = None
    """The office of a known leader or member of a government whom the entity names."""


def country_evidence(slot: Slot, entity: Entity, around: Surroundings, hint: EntityHint | None) -> Iterator[Evidence]:
    """All that speaks for the country of ``slot``, in no order."""
    own = slot.reference.countries
    yield from _first("own words" if not _only_place(slot) else "own place", own)
    inside = [t.country for t in around.setting.toponyms if slot.quote.start <= t.start and t.end <= slot.quote.end]
    if not own and slot.reference.kind != "person":
        yield from _first("own place", inside)
    if around.office is not None:
        yield _country("leader" if _is_surely_leader(slot, around) else "office", around.office.code)
    mates = "other mention" if slot.reference.kind != "description" else "other description"
    for mate in entity.slots:
        if mate is not slot:
            yield from _first(mates, mate.reference.countries)
    yield from _first("description", around.described_countries)
    yield from _first("event place", [around.place] if around.place else [])
    yield from _first("sentence", [around.sentence] if around.sentence else [])
    if around.setting.main:
        share = around.setting.votes[around.setting.main]
        yield Evidence(around.setting.main, "main country", _MAIN_LEAST + _MAIN_SHARE * share)
    if hint is not None:
        yield from (Evidence(code, "hint", p) for code, p in hint.countries if p > _TRUSTED_HINT)


def sector_evidence(slot: Slot, entity: Entity, around: Surroundings, hint: EntityHint | None, act: str | None) -> Iterator[Evidence]:
    """All that speaks for the sectors of ``slot``. ``act`` is the sector that the act itself suggests for its place in it."""
    role = slot.reference.role
    if role is not None:
        yield _sectors(role.strength, role.sectors)
    office = around.office
    if office is not None and office.code not in BODIES and slot.reference.kind == "person":
        yield _by_office(office, around.setting.year)
    for mate in entity.slots:
        if mate is not slot and mate.reference.role is not None and mate.reference.role.strength != "open":
            yield _sectors("other mention", mate.reference.role.sectors)
    if around.described is not None and slot.reference.kind == "person":
        described = around.described[0]
        yield _sectors("description" if described.strength != "open" else "open", described.sectors)
    if around.before is not None and (role is None or role.strength == "open"):
        yield _sectors("fuller phrase", around.before.sectors)
    if act is not None:
        yield _sectors("act", (act,))
    if hint is not None:
        yield from (Evidence(code, "hint", _SECTOR_HINT * p) for code, p in hint.sectors if p > _TRUSTED_HINT)


def _by_office(office: Office, year: int | None) -> Evidence:
    """In office, before it or after it; who stands for an office is of a party. A public figure is one in his years alone."""
    if office.sector != "GOV":
        return _sectors("figure" if office.held_in(year) else "candidate", (office.sector,))
    if office.held_in(year) or year is None:
        return _sectors("leader", ("GOV",))
    return _sectors("candidate", ("PTY",)) if year < office.first else _sectors("leader", ("ELI",))


def strongest(evidence: Iterable[Evidence]) -> Evidence | None:
    """The evidence with the highest confidence, the first among equals; ``None`` without any."""
    return max(evidence, key=lambda e: e.confidence, default=None)


def office_of(entity: Entity, described: Role | None, setting: Setting) -> Office | None:
    """The office of a known leader or member of a government whom ``entity`` names; ``described`` is what the text says that the person is.

    Full names have bearers in many countries: one that the document does not name besides counts for nobody whom the text gives
    another trade, and a member of a government only where it is named.
    """
    if any(s.reference.is_leader is False for s in entity.slots):
        return None
    known = list(offices_under(entity.names))
    if not known:
        known = [o for s in entity.slots if s.reference.bearer is not None for o in s.reference.bearer.offices]
    leads = any(s.reference.is_leader for s in entity.slots) or any(
        _has_post(role) for role in (described, *(s.reference.role for s in entity.slots))
    )
    named = {name.code for name in setting.names} | {toponym.country for toponym in setting.toponyms}
    if described is not None and described.strength != "open" and is_private_trade(described, known):
        known = [office for office in known if leads and office.code in named]
    return best_office((office for office in known if leads or office.code in named), setting.year, setting.votes)


def _has_post(role: Role | None) -> bool:
    return role is not None and role.strength == "office" and "GOV" in role.sectors


def _is_surely_leader(slot: Slot, around: Surroundings) -> bool:
    """Whether a leader of one country is named whom no guess of the reader's can move to another: by the full name or with a title, or by the
    surname in the years of the office.
    """
    bearer, year = slot.reference.bearer, around.setting.year
    if around.office is None or bearer is None or len({office.code for office in bearer.offices}) > 1:
        return False
    return bearer.bearing in {"named", "titled"} or (year is not None and around.office.held_in(year))


def _only_place(slot: Slot) -> bool:
    return bool(slot.reference.names) and not slot.reference.leaders and all(n.kind == "place" for n in slot.reference.names)


def _first(source: str, codes: Iterable[str]) -> Iterator[Evidence]:
    for code in codes:
        yield _country(source, code)
        return


def _country(source: str, code: str) -> Evidence:
    return Evidence(code, source, COUNTRY_CONFIDENCE[source])


def _sectors(source: str, sectors: tuple[str, ...]) -> Evidence:
    return Evidence("+".join(sectors), source, SECTOR_CONFIDENCE[source])
