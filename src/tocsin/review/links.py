"""The order of a document's events and the ties between them, after some were added or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tocsin.records import Mention


def in_order(read: Sequence[str], mentions: Mapping[str, Mention]) -> list[str]:
    """The ids of the mentions: those that were read in their order, each other one before the first that begins after it."""
    order = [name for name in read if name in mentions]
    added = sorted((name for name in mentions if name not in set(read)), key=lambda name: (mentions[name].trigger.start, len(name), name))
    for name in added:
        start = mentions[name].trigger.start
        after = next((place for place, other in enumerate(order) if mentions[other].trigger.start > start), len(order))
        order.insert(after, name)
    return order


def tied_anew(mentions: Sequence[Mention], read: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with every ``same_as`` naming an earlier one of them and every ``part_of`` another one.

    What was tied to a rejected mention is tied to what that one was tied to; where that was the first mention of its act, the next one
    takes its place. What is tied right stays as it is.
    """
    places = {mention.id: place for place, mention in enumerate(mentions)}
    former = {mention.id: mention for mention in (*read, *mentions)}
    heirs: dict[str, str] = {}
    tied: list[Mention] = []
    for place, mention in enumerate(mentions):
        same = _same_as(mention, place, places, former, heirs)
        tied.append(mention if same == mention.same_as else replace(mention, same_as=same))
    return tuple(_whole_tied(mention, places, former, heirs) for mention in tied)


def _same_as(mention: Mention, place: int, places: Mapping[str, int], former: Mapping[str, Mention], heirs: dict[str, str]) -> str | None:
    at, seen = mention.same_as, {mention.id}
    while at is not None and at not in seen:
        if places.get(at, place) < place:
            return at
        seen.add(at)
        heir = heirs.setdefault(at, mention.id)
        if heir != mention.id:
            return heir
        at = former[at].same_as if at in former else None
    return None


def _whole_tied(mention: Mention, places: Mapping[str, int], former: Mapping[str, Mention], heirs: Mapping[str, str]) -> Mention:
    at, seen = mention.part_of, set[str]()
    while at is not None and at not in places and at not in seen:
        seen.add(at)
        at = heirs.get(at) or (former[at].same_as if at in former else None)
    at = None if at == mention.id or at in seen else at
    return mention if at == mention.part_of else replace(mention, part_of=at)
