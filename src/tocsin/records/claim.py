"""One value of a mention, with its words, its claimant and its standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records.document import Quote
from tocsin.records.mention import Standing
from tocsin.records.value import Value

Field: TypeAlias = Literal["actor", "recipient", "place", "time", "count", "said_by", "where", "when"]
"""What a claim is a value of.

``actor`` … ``said_by`` are one claim for each quote of the mention. ``where`` and ``when`` are at most one a mention: the place and the
interval of the whole act (the smallest area that holds all its places), which may rest on words from earlier in the text.
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one mention, the words that say so, who claims it and how firmly.

    ``claimant`` is ``None`` where the report speaks in its own voice. ``value`` is ``None`` where the words could not be resolved: the
    quote is kept and the value stays unknown. ``position`` counts the quotes of one field from 0, in the mention's order.
    """

    mention: str
    field: Field
    position: int
    quote: Quote
    standing: Standing
    value: Value | None
    claimant: Quote | None = None
