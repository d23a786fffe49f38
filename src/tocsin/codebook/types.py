"""The event types and their modes: PLOVER 1.3's, as the codebook uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Quadrant: TypeAlias = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen kinds of political act, with the ways in which it can be done and one line for people."""

    name: str
    quadrant: Quadrant
    modes: tuple[str, ...]
    meaning: str


EVENT_TYPES: tuple[EventType, ...] = (
    EventType("AGREE", "verbal cooperation", (), "promises, offers, undertakings to cooperate"),
    EventType("CONSULT", "verbal cooperation", ("visit", "third-party", "multilateral", "phone"), "talks, meetings, visits, calls"),
    EventType("SUPPORT", "verbal cooperation", (), "praise, backing, recognition, signing"),
    EventType("CONCEDE", "verbal cooperation", (), "yielding in words"),
    EventType("COOPERATE", "material cooperation", (), "deeds that serve both sides"),
    EventType("AID", "material cooperation", (), "deeds that serve the recipient"),
    EventType(
        "RETREAT",
        "material cooperation",
        ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
        "yielding in deeds",
    ),
    EventType("REQUEST", "verbal conflict", ("assist", "change", "yield", "meet"), "asks, appeals, demands, orders"),
    EventType("ACCUSE", "verbal conflict", ("disapprove", "allege", "investigate"), "criticism, charges, inquiries"),
    EventType("REJECT", "verbal conflict", ("assist", "change", "yield", "meet"), "refuses, denies, vetoes"),
    EventType(
        "THREATEN",
        "verbal conflict",
        ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
        "warns of a harmful act to come",
    ),
    EventType(
        "PROTEST",
        "material conflict",
        ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
        "collective dissent by civilians",
    ),
    EventType("SANCTION", "material conflict", ("convict", "expel", "withdraw", "discontinue"), "relations cut or reduced"),
    EventType("MOBILIZE", "material conflict", ("troops", "weapons", "police", "militia"), "forces moved or readied, without use"),
    EventType(
        "COERCE",
        "material conflict",
        (
            "arrest",
            "seize",
            "restrict",
            "ban",
            "censor",
            "curfew",
            "martial-law",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
        "repression and force of law, short of physical harm",
    ),
    EventType(
        "ASSAULT",
        "material conflict",
        (
            "abduct",
            "beat",
            "torture",
            "execute",
            "sexual",
            "assassinate",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "cleansing",
            "massacre",
            "unconventional",
            "sideAB",
        ),
        "acts that can do physical harm",
    ),
)

TYPE_NAMES: tuple[str, ...] = tuple(kind.name for kind in EVENT_TYPES)
MODES: dict[str, tuple[str, ...]] = {kind.name: kind.modes for kind in EVENT_TYPES}
"""Each type's modes, in the codebook's order."""
