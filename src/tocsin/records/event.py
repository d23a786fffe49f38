"""Mentions of one act to one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.records.claim import Claim
from tocsin.records.mention import Mention


@dataclass(frozen=True, slots=True)
class Event:
    """The mentions of one act in one document, with all their claims. ``id`` is its first mention's."""

    id: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    def __str__(self) -> str:
        """Its first mention, and how often it is told."""
        more = f" (told {len(self.mentions)} times)" if len(self.mentions) > 1 else ""
        return f"{self.mentions[0]}{more}"


def group_events(mentions: Sequence[Mention], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """The events of one document, in the order of their first mentions.

    Mentions that ``same_as`` ties together, over however many steps, are one event; all claims of these mentions are its claims. A
    ``same_as`` that names no mention of the document ties nothing.
    """
    heads = _heads(mentions)
    members: dict[str, list[Mention]] = {}
    for mention in mentions:
        members.setdefault(heads[mention.id], []).append(mention)
    of_event: dict[str, list[Claim]] = {head: [] for head in members}
    for claim in claims:
        if claim.mention in heads:
            of_event[heads[claim.mention]].append(claim)
    return tuple(Event(group[0].id, tuple(group), tuple(of_event[head])) for head, group in members.items())


def _heads(mentions: Sequence[Mention]) -> dict[str, str]:
    """For each mention the one that its chain leads to; a chain that runs in a circle ends where it would close."""
    ties = {mention.id: mention.same_as for mention in mentions}
    heads: dict[str, str] = {}
    for mention in mentions:
        chain = [mention.id]
        while (tied := ties[chain[-1]]) in ties and tied not in heads and tied not in chain:
            chain.append(tied)
        tied = ties[chain[-1]]
        head = heads.get(tied, chain[-1]) if tied is not None else chain[-1]
        heads.update(dict.fromkeys(chain, head))
    return heads
