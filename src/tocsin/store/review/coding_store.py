"""The methods of :class:`tocsin.store.Store` about double coding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Engine

from tocsin.store import clock
from tocsin.store.connect import reading, translated, writing
from tocsin.store.review import adjudication as _adjudication
from tocsin.store.review import coding as _coding
from tocsin.store.review.adjudication import Adjudication, Choice
from tocsin.store.review.coded import Assignment, DoubleCoded, State, all_coded, assignment_rows


class CodingMethods:
    """What a store does with double coding.

    While it runs, each coder's corrections of the document are seen by that coder alone, and nobody else corrects it. When both have
    handed in, the differences are decided one by one; with the last one the result holds for everybody and the document is reviewed.
    """

    engine: Engine
    name: str

    def assign(self, document_ids: Sequence[str], coders: Sequence[str], who: str) -> tuple[Assignment, ...]:
        """Give each of some documents to two people.

        Raises:
            InputError: these are not two people who may code, or there is no such document.
            ConflictError: one of the documents is being coded already.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _coding.assign(connection, document_ids, coders, who, clock.now())

    def assignments(self, coder: str | None = None, state: State | None = None) -> tuple[Assignment, ...]:
        """Who codes what, in the order in which it was given out: all, or one person's, or those of a state."""
        with translated(self.name), reading(self.engine) as connection:
            return assignment_rows(connection, coder, state)

    def hand_in(self, key: int, who: str) -> Assignment:
        """Finish one's coding. Where both have and differ in nothing, what they say holds at once.

        Raises:
            InputError: this is no assignment of theirs.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _coding.hand_in(connection, key, who, clock.now())

    def call_off(self, document_id: str, who: str) -> None:
        """End a double coding without a result. What was coded stays on record.

        Raises:
            InputError: the document is not being coded.
        """
        with translated(self.name), writing(self.engine) as connection:
            _coding.call_off(connection, document_id, who, clock.now())

    def coded(self, document_ids: Sequence[str] | None = None) -> Iterator[DoubleCoded]:
        """Every double coding that both have handed in, or those of some documents: what agreement is measured on."""
        with translated(self.name), reading(self.engine) as connection:
            yield from all_coded(connection, document_ids)

    def adjudication(self, document_id: str) -> Adjudication:
        """The latest double coding of a document side by side, with what has been decided.

        Raises:
            StoreError: there are no two codings of it.
        """
        with translated(self.name), reading(self.engine) as connection:
            return _adjudication.adjudication(connection, document_id)

    def adjudicate(
        self, document_id: str, event: str, field: str | None, chosen: Any, who: str, why: str = "", seen: int | None = None
    ) -> Adjudication:
        """Decide one difference; deciding it again replaces the former decision, until all are decided.

        Args:
            document_id: the document.
            event: the difference's event.
            field: its field, ``None`` for whether it is an event at all.
            chosen: the value that holds, one of the two or another; for an event true or false, for which its fields and ``None`` may stand.
            who: who decides.
            why: the reason.
            seen: the revision of the adjudication that they saw; ``None`` replaces whatever others decided since.

        Raises:
            InputError: the two do not differ there, or the value cannot be used.
            ConflictError: all is decided already, or somebody else decided about the same since ``seen``.
            StoreError: there are no two codings of the document.
        """
        with translated(self.name), writing(self.engine) as connection:
            return _adjudication.adjudicate(connection, document_id, Choice(event, field, chosen, why, seen), who, clock.now())
