"""Double coding: giving a document to two people, handing in, calling off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from tocsin.errors import ConflictError, InputError
from tocsin.review.adjudicate import differences, settled
from tocsin.store.current import current, lock
from tocsin.store.review.coded import Assignment, assignment_rows, coded
from tocsin.store.review.settle import settle
from tocsin.store.review.tables import assignments, codings
from tocsin.store.users.tables import users


def assign(
    connection: Connection, document_ids: Sequence[str], coders: Sequence[str], who: str, now: dt.datetime
) -> tuple[Assignment, ...]:
    """Give each of some documents to two people."""
    if len(set(coders)) != 2 or len(coders) != 2:
        raise InputError(f"double coding takes two people, and these are {len(set(coders))}: name two")
    _check_coders(connection, coders)
    made = [_assign_one(connection, document_id, coders, who, now) for document_id in dict.fromkeys(document_ids)]
    return assignment_rows(connection, codings_=made)


def _assign_one(connection: Connection, document_id: str, coders: Sequence[str], who: str, now: dt.datetime) -> int:
    lock(connection, f"document {document_id}")
    stored = current(connection, document_id)
    if stored is None:
        raise InputError(f"there is no document {document_id!r} in the database; list what it holds with: tocsin show documents")
    running = connection.execute(select(codings.c.key).where(codings.c.document_id == document_id, codings.c.settled_at.is_(None))).first()
    if running:
        raise ConflictError(f"{document_id} is being coded by two people already; wait until that is decided, or call it off")
    row = {"document_id": document_id, "version": stored["version"], "made_by": who, "made_at": now}
    coding = int(connection.execute(insert(codings).values(**row).returning(codings.c.key)).scalar_one())
    connection.execute(insert(assignments), [{"coding": coding, "coder": coder, "state": "open"} for coder in coders])
    return coding


def _check_coders(connection: Connection, coders: Sequence[str]) -> None:
    roles = {row.name: row.role for row in connection.execute(select(users.c.name, users.c.role).where(users.c.active))}
    for coder in coders:
        if roles and coder not in roles:
            raise InputError(f"there is no user {coder!r}; add them with: tocsin users add {coder} --role coder")
        if roles.get(coder) == "reader":
            raise InputError(f"{coder!r} is a reader and cannot code; change that with: tocsin users role {coder} --role coder")


def hand_in(connection: Connection, key: int, who: str, now: dt.datetime) -> Assignment:
    """Finish one's coding. When both have, and differ in nothing, what they say holds at once."""
    found = next(iter(assignment_rows(connection, key=key)), None)
    if found is None or found.coder != who:
        raise InputError(f"there is no assignment {key} of {who}; see the list of your own")
    lock(connection, f"document {found.document_id}")
    if found.state == "open":
        connection.execute(update(assignments).where(assignments.c.key == key).values(state="done", done_at=now))
        both = coded(connection, coding=found.coding)
        if both and not differences(both.one, both.other):
            settle(connection, both, settled(both.one, both.other, {}), " and ".join(both.coders), "both said the same", now)
    return assignment_rows(connection, key=key)[0]


def call_off(connection: Connection, document_id: str, who: str, now: dt.datetime) -> None:
    """End a double coding without a result. What was coded stays, and can be seen by all."""
    lock(connection, f"document {document_id}")
    running = (codings.c.document_id == document_id, codings.c.settled_at.is_(None))
    done = connection.execute(update(codings).where(*running).values(settled_by=who, settled_at=now))
    if not done.rowcount:
        raise InputError(f"{document_id} is not being coded by two people")
