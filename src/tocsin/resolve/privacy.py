"""Whether a named person is private: one who holds no public role. Private names leave in no public export and are linked to nothing."""

from __future__ import annotations

from tocsin.resolve.countries import tokens_of
from tocsin.resolve.identities import Entity
from tocsin.resolve.officeholders import Office
from tocsin.resolve.sectors import Role, singular

_PUBLIC_SECTORS = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY", "PTY", "ELI"})
"""Sectors whose people act in public, where the text itself describes the person so: the reader's guess of a sector makes nobody public, since
a detained reporter taken for a minister would be named in every public export."""

_POSTS = frozenset(
    {
        "president",
        "leader",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "head",
    }
    | {"chief", "director", "founder", "chief executive", "ceo", "rector", "dean", "tycoon", "oligarch", "minister", "mayor", "candidate"}
    | {"representative", "delegate", "commander", "boss", "politician", "celebrity", "singer", "actor", "professor", "owner of the company"}
    | {
        "premier",
        "governor",
        "senator",
        "lawmaker",
        "mp",
        "deputy",
        "ambassador",
        "envoy",
        "judge",
        "prosecutor",
        "king",
        "queen",
        "prince",
        "emir",
    }
    | {"general", "colonel", "admiral", "commissioner", "councillor", "pope", "sheikh", "ayatollah"}
)


def is_private(entity: Entity, described: tuple[Role, str] | None, office: Office | None) -> bool:
    """Whether ``entity`` is a named person without a public role. Bodies, groups and plain descriptions are not persons."""
    if not any(s.reference.kind == "person" for s in entity.slots) or office is not None:
        return False
    if described and set(described[0].sectors) & _PUBLIC_SECTORS:
        return False
    phrases = [s.quote.text for s in entity.slots] + ([described[1]] if described else [])
    words = {singular(t.plain) for phrase in phrases for t in tokens_of(phrase)}
    return not words & _POSTS
