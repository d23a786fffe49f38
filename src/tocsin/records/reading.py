"""A document with all that was read out of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.records.claim import Claim
from tocsin.records.document import Document
from tocsin.records.event import Event, group_events
from tocsin.records.mention import Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was read out of it, and what read it: the model's and the codebook's version."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    model: str
    codebook: str
    skipped: str | None = field(default=None)
    """Why a text was kept without being read for events; ``None`` when it was read."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The mentions of each act put together, with their claims, in the order of their first mentions."""
        return group_events(self.mentions, self.claims)
