"""The methods of :class:`tocsin.store.Store` about what people say of readings: corrections, and the queue of what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Engine, select

from tocsin.records import Reading
from tocsin.review.corrections import Correction, Edit
from tocsin.store import clock
from tocsin.store.connect import reading, translated, writing
from tocsin.store.load import document_chunks, load
from tocsin.store.review import corrections as _corrections
from tocsin.store.review.corrections import Made, Review
from tocsin.store.review.queue import QueueItem, Wanted, queue
from tocsin.store.review.tables import reviews
from tocsin.store.tables import documents


class ReviewMethods:
    """What a store does with corrections."""

    engine: Engine
    name: str

    def review(self, document_id: str, viewer: str | None = None) -> Review:
        """A document as a person sees it: machine's reading, effective reading, corrections, revision.

        Args:
            document_id: its id.
            viewer: who looks; ``None`` sees what everybody does. In a double coding each coder sees their own corrections only.

        Raises:
            StoreError: no such document is stored.
        """
        with translated(self.name), reading(self.engine) as connection:
            return _corrections.look(connection, document_id, viewer, self.name)

    def effective(self, document_id: str, viewer: str | None = None) -> Reading:
        """A document's reading with the corrections laid over it.

        Raises:
            StoreError: no such document is stored.
        """
        return self.review(document_id, viewer).effective

    def effectives(self, ids: Iterable[str] | None = None, reviewed: bool = False) -> Iterator[Reading]:
        """Every current reading with its corrections, in the order of arrival, or those of ``ids`` in the order of these.

        In constant memory. ``reviewed`` leaves out documents that no person has reviewed.
        """
        if ids is not None:
            yield from (view.effective for view in map(self.review, ids) if view.reviewed or not reviewed)
            return
        wanted: list[ColumnElement[bool]] = [documents.c.is_current]
        if reviewed:
            wanted.append(documents.c.id.in_(select(reviews.c.document_id).where(reviews.c.reviewed)))
        with translated(self.name), reading(self.engine) as connection:
            for rows in document_chunks(connection, *wanted):
                yield from _corrections.corrected(connection, load(connection, rows))

    def corrections(self, document_id: str, viewer: str | None = None) -> tuple[Correction, ...]:
        """The corrections of a document that a person may see, undone ones and those set aside too, the oldest first.

        Raises:
            StoreError: no such document is stored.
        """
        return self.review(document_id, viewer).corrections

    def correct(self, document_id: str, revision: int, edit: Edit, who: str) -> Made:
        """Make a correction. Nothing that the machine read is overwritten.

        Args:
            document_id: the document.
            revision: the document's revision that the person saw.
            edit: what they say.
            who: their name.

        Raises:
            ConflictError: somebody else said something about the same since then; it tells what, and nothing is stored.
            InputError: it cannot be done, with what can.
            StoreError: no such document is stored.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _corrections.correct(connection, document_id, revision, edit, who, clock.now(), self.name)

    def undo(self, key: int, who: str) -> Made:
        """Take a correction back, whoever made it. Once more changes nothing.

        Raises:
            InputError: there is no such correction.
            ConflictError: it belongs to somebody's double coding.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _corrections.take_back(connection, key, who, clock.now(), redo=False)

    def redo(self, key: int, who: str) -> Made:
        """Put a correction that was undone in force again.

        Raises:
            InputError: there is no such correction.
            ConflictError: it belongs to somebody's double coding.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _corrections.take_back(connection, key, who, clock.now(), redo=True)

    def queue(
        self, limit: int = 50, types: Sequence[str] = (), viewer: str | None = None, mine: bool = False, skip: int = 0
    ) -> tuple[QueueItem, ...]:
        """The events about which nobody has decided yet, those first at which a look is worth most.

        Args:
            limit: how many.
            types: of these event types only; empty for all.
            viewer: who looks: documents that others code blind are left out, and so is what this person has done in their own coding.
            mine: only documents that are given to this person to code.
            skip: how many to pass over; the order is the same on every page.
        """
        with translated(self.name), reading(self.engine) as connection:
            return queue(connection, Wanted(limit, skip, types, mine), viewer)
