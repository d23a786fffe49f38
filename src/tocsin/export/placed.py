"""Readings out of a database, each with the incidents in which its events stand and the keys of its public figures and bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from tocsin.records import EntityValue, EventRef, Reading

if TYPE_CHECKING:
    from tocsin.store.incidents.records import Membership  # the store takes 0.2 s to load, and the readings alone do not need it

_CHUNK = 50
"""Readings whose incidents are asked for at once."""


KeyOf: TypeAlias = Callable[[EntityValue], "str | None"]
"""What gives a public figure or a body one key in all documents: ``tocsin.resolve.entities.across.key_of``."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading with the incident of each of its events, by the events' ids; events that are not grouped are left out. ``keys`` are those of the
    public figures and bodies in it; who has none is left out.
    """

    reading: Reading
    incidents: Mapping[str, Membership] = field(default_factory=dict)
    keys: Mapping[EntityValue, str] = field(default_factory=dict)


Exported: TypeAlias = "Reading | Placed"
"""What is written: a reading alone, or with its incidents."""


def placed(exported: Exported) -> Placed:
    """The reading with the incidents and keys as far as they are known."""
    return exported if isinstance(exported, Placed) else Placed(exported)


def with_keys(readings: Iterable[Exported], key_of: KeyOf) -> Iterator[Placed]:
    """Each reading with the keys of its public figures and bodies."""
    for each in map(placed, readings):
        values = {claim.value for claim in each.reading.claims if isinstance(claim.value, EntityValue) and not claim.value.private}
        yield replace(each, keys={value: key for value in values if (key := key_of(value)) is not None})


def with_incidents(readings: Iterable[Reading], of: Callable[[Sequence[str]], Mapping[EventRef, Membership]]) -> Iterator[Placed]:
    """Each reading with its incidents. ``of`` gives those of some documents: ``Store.memberships``."""
    rest = iter(readings)
    while part := list(islice(rest, _CHUNK)):
        known: dict[str, dict[str, Membership]] = {reading.document.id: {} for reading in part}
        for ref, membership in of(list(known)).items():
            known[ref.document][ref.event] = membership
        yield from (Placed(reading, known[reading.document.id]) for reading in part)
