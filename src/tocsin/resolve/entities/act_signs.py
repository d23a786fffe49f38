"""The sector that an act itself suggests where words tell nothing: who arrests is police, who is hurt is a civilian."""

from __future__ import annotations

from collections.abc import Mapping

from tocsin.records import Field, Mention

_ACTORS: Mapping[str, str] = {
    "AGREE": "GOV",
    "CONSULT": "GOV",
    "SUPPORT": "GOV",
    "CONCEDE": "GOV",
    "COOPERATE": "GOV",
    "AID": "GOV",
    "RETREAT": "GOV",
    "REQUEST": "GOV",
    "ACCUSE": "GOV",
    "REJECT": "GOV",
    "THREATEN": "GOV",
    "SANCTION": "GOV",
    "MOBILIZE": "MIL",
    "COERCE": "GOV",
    "PROTEST": "CVL",
    "ASSAULT": "UAF",
}
_RECIPIENTS: Mapping[str, str] = {
    **dict.fromkeys(_ACTORS, "GOV"),
    "ASSAULT": "CVL",
    "COERCE": "CVL",
    "AID": "CVL",
    "RETREAT": "CVL",
    "CONCEDE": "CVL",
    "THREATEN": "CVL",
}
_BY_MODE: Mapping[str, str] = {"arrest": "COP", "convict": "JUD", "allege": "GOV", "strike": "LAB"}
"""Modes that tell more of the actor than their type."""


def suggested_sector(mention: Mention, field: Field) -> str | None:
    """The commonest sector of the training texts for this place in an act of this type; ``None`` for a source."""
    if field == "recipient":
        return _RECIPIENTS.get(mention.type)
    if field == "actor":
        return next((_BY_MODE[m] for m in mention.modes if m in _BY_MODE), _ACTORS.get(mention.type))
    return None
