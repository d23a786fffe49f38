"""Readings out of a database, each with the incidents in which its events stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from tocsin.records import EventRef, Reading

if TYPE_CHECKING:
    from tocsin.store.incidents.records import Membership  # the store takes 0.2 s to load, and the readings alone do not need it

_CHUNK = 50
"""Readings whose incidents are asked for at once."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading with the incident of each of its events, by the events' ids; events that are not grouped are left out."""

    reading: Reading
    incidents: Mapping[str, Membership]


Exported: TypeAlias = "Reading | Placed"
"""What is written: a reading alone, or with its incidents."""


def parted(exported: Exported) -> tuple[Reading, Mapping[str, Membership]]:
    """The reading, and the incidents of its events as far as they are known."""
    return (exported.reading, exported.incidents) if isinstance(exported, Placed) else (exported, {})


def with_incidents(readings: Iterable[Reading], of: Callable[[Sequence[str]], Mapping[EventRef, Membership]]) -> Iterator[Placed]:
    """Each reading with its incidents. ``of`` gives those of some documents: ``Store.memberships``."""
    rest = iter(readings)
    while part := list(islice(rest, _CHUNK)):
        known: dict[str, dict[str, Membership]] = {reading.document.id: {} for reading in part}
        for ref, membership in of(list(known)).items():
            known[ref.document][ref.event] = membership
        yield from (Placed(reading, known[reading.document.id]) for reading in part)
