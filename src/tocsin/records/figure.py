"""The numbers of an incident, beside those who give them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records.document import Quote
from tocsin.records.incident import EventRef
from tocsin.records.mention import Standing
from tocsin.records.value import CountValue

ClaimantKind: TypeAlias = Literal[
    "police",
    "ministry",
    "government",
    "court",
    "military",
    "armed group",
    "organiser",
    "party",
    "monitor",
    "hospital",
    "witness",
    "union",
    "company",
    "church",
    "journalist",
    "unnamed",
    "other",
]
"""What kind of source a figure has. ``journalist`` is the report's own voice or another medium; ``unnamed`` is a source that the text does
not name (*officials said*, *reportedly*)."""

Agreement: TypeAlias = Literal["single", "agree", "differ"]
"""How the claims of one figure stand to each other: only one source gives it, the ranges of all sources go together
(:func:`tocsin.records.go_together`), or they do not."""


@dataclass(frozen=True, slots=True)
class NumberClaim:
    """A number that one document gives for an incident, its words, and who says so.

    ``claimant`` are the words that name the source, ``None`` for the report's own voice. ``copies`` are the other documents that print the
    same words as part of the same text.
    """

    event: EventRef
    mention: str
    value: CountValue
    quote: Quote
    standing: Standing
    claimant: str | None
    claimant_kind: ClaimantKind
    published: dt.date | None = None
    publisher: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an incident over all its claims: who was killed, how many marched.

    ``low`` is the least that any claim gives, ``high`` the most (``None`` where the largest is open above), ``best`` that of the claim
    which ``rule`` chose. Nothing is averaged. ``claims`` are all of them, the chosen one first.
    """

    kind: str
    unit: str | None
    low: int
    best: int | None
    high: int | None
    agreement: Agreement
    rule: str
    claims: tuple[NumberClaim, ...]
