"""What an event's fields can be, for forms and legends."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter

from tocsin import codebook as book
from tocsin.web.access import Reader
from tocsin.web.models.charts import Codebook, Entry, TypeEntry

router = APIRouter(tags=["codebook"])

_STANDINGS = {
    "asserted": "the text says that it is so",
    "hedged": "the text marks a doubt",
    "denied": "the text says that it is not so",
    "planned": "the text says that it is to come",
    "conditional": "the text says that it depends on something",
}
_ROLES = {
    "trigger": "the words that express the act",
    "actor": "who did it",
    "recipient": "to whom it was done",
    "place": "where it was",
    "time": "when it was",
    "count": "how many",
    "count_said_by": "who gives this number",
    "said_by": "who says that it was so",
    "issue": "what it was about",
    "where": "the words from which the place of the whole act was told",
    "when": "the words from which the day of the whole act was told",
}


@router.get("/codebook")
def codebook(_: Reader) -> Codebook:
    """The closed lists of the codebook, each with what it means."""
    return Codebook(
        version=book.VERSION,
        types=[
            TypeEntry(
                name=kind.name,
                quadrant=kind.quadrant,
                meaning=kind.meaning,
                modes=list(kind.modes),
                mode_entries=_entries(book.MODE_MEANING.get(kind.name, {})),
            )
            for kind in book.EVENT_TYPES
        ],
        aux=_entries(book.AUX_MEANING),
        standings=_entries(_STANDINGS),
        contexts=list(book.CONTEXTS),
        count_kinds=list(book.COUNT_KINDS),
        counts=_entries(book.COUNT_MEANING),
        sectors=_entries(book.SECTORS),
        bodies=_entries(book.BODIES),
        roles=_entries(_ROLES),
    )


def _entries(meanings: Mapping[str, str]) -> list[Entry]:
    return [Entry(name=name, meaning=meaning) for name, meaning in meanings.items()]
