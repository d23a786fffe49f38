"""Who codes a document blind, and what that lets each person see."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from tocsin.errors import ConflictError
from tocsin.review.corrections import Correction
from tocsin.store.review.tables import assignments, codings


@dataclass(frozen=True, slots=True)
class Blind:
    """The double coding of a document as one person meets it.

    ``own`` is its number where the person takes part in it and it is not settled yet; ``running`` where it is not settled, whoever takes
    part. ``hidden`` are those of whose corrections nobody but their maker may see any yet. ``handed_in`` says that the person is done.
    ``lane`` is 0 for the first of the two coders, 1 for the second, ``None`` for everybody else.
    """

    viewer: str | None
    own: int | None
    running: int | None
    hidden: frozenset[int]
    handed_in: bool
    lane: int | None

    def may_see(self, correction: Correction) -> bool:
        """Whether the person may see a correction: one that was not made blind, their own, or one of a coding that all handed in.

        Who codes the document just now sees nobody else's of a former coding either: it may have been called off and given out again.
        """
        if correction.blind is None or correction.who == self.viewer:
            return True
        return correction.blind not in self.hidden and self.own not in self.hidden

    def holds(self, correction: Correction) -> bool:
        """Whether a correction is laid over the reading that the person sees: everybody's, and their own in a coding that runs."""
        return correction.blind is None or (correction.blind == self.own and correction.who == self.viewer)

    def check_open(self, document_id: str) -> None:
        """
        Raises:
            ConflictError: the person may correct nothing in the document now.
        """
        if self.running is None:
            return
        if self.own is None:
            raise ConflictError(f"{document_id} is being coded by two people, blind to each other; correct it when that is decided")
        if self.handed_in:
            raise ConflictError(f"you handed in your coding of {document_id}; it can be corrected again when the two are compared")


def blind_of(connection: Connection, document_id: str, viewer: str | None) -> Blind:
    """What double coding means for ``viewer`` in a document; ``None`` is everybody."""
    chosen = (
        select(codings.c.key, codings.c.settled_at, assignments.c.coder, assignments.c.state)
        .join(assignments, assignments.c.coding == codings.c.key)
        .where(codings.c.document_id == document_id)
        .order_by(assignments.c.key)
    )
    rows = list(connection.execute(chosen))
    running = next((row.key for row in rows if row.settled_at is None), None)
    taking_part = [row for row in rows if row.key == running]
    own = next((row for row in taking_part if row.coder == viewer), None)
    return Blind(
        viewer=viewer,
        own=own.key if own else None,
        running=running,
        hidden=frozenset(row.key for row in rows if row.state == "open" and row.settled_at is None),
        handed_in=bool(own and own.state == "done"),
        lane=taking_part.index(own) if own else None,
    )
