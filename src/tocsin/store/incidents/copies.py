"""Which documents print one text: the stored copy groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from tocsin.records import CopyGroup
from tocsin.store.chunks import chunks
from tocsin.store.incidents.tables import copy_groups


def groups_of(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """The id of the copy group of each of some documents; those that are not grouped yet are left out."""
    found: dict[str, str] = {}
    for part in chunks(sorted(documents)):
        chosen = select(copy_groups.c.document_id, copy_groups.c.copy_group).where(copy_groups.c.document_id.in_(part))
        found |= dict(connection.execute(chosen).all())
    return found


def groups(connection: Connection, names: Collection[str]) -> dict[str, CopyGroup]:
    """Some copy groups by their ids, without their joins."""
    members: dict[str, list[str]] = defaultdict(list)
    agencies: dict[str, str | None] = {}
    columns = (copy_groups.c.copy_group, copy_groups.c.document_id, copy_groups.c.agency)
    for part in chunks(sorted(names)):
        chosen = select(*columns).where(copy_groups.c.copy_group.in_(part)).order_by(copy_groups.c.position)
        for group, document, agency in connection.execute(chosen):
            members[group].append(document)
            agencies[group] = agency
    return {group: CopyGroup(group, tuple(documents), agencies[group]) for group, documents in members.items()}


def part(connection: Connection, documents: Collection[str]) -> None:
    """Let some documents stand in no group."""
    for some in chunks(sorted(documents)):
        connection.execute(delete(copy_groups).where(copy_groups.c.document_id.in_(some)))


def put(connection: Connection, those: Sequence[CopyGroup]) -> None:
    """Put copy groups in the place of whatever their documents stood in."""
    part(connection, [document for group in those for document in group.documents])
    rows = [
        {"document_id": document, "copy_group": group.id, "agency": group.agency, "position": position}
        for group in those
        for position, document in enumerate(group.documents)
    ]
    if rows:
        connection.execute(insert(copy_groups), rows)
