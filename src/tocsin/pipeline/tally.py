"""What a run came to, counted as it goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from tocsin.records import Document, Reading, Refusal


@dataclass(frozen=True, slots=True)
class Held:
    """A document that the database already holds, read by the same model and codebook: nothing was done."""

    document: Document


@dataclass(frozen=True, slots=True)
class Renewed:
    """A document that the database held with another text: the new one is its current version now, the former one is kept."""

    reading: Reading

    @property
    def document(self) -> Document:
        """The document with its new text."""
        return self.reading.document


Outcome: TypeAlias = Reading | Renewed | Refusal | Held
"""What becomes of one input document."""


@dataclass(slots=True)
class Tally:
    """Counts over the outcomes of a run."""

    read: int = 0
    held: int = 0
    renewed: int = 0
    """Documents among those read whose text was another one before."""
    events: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    """Documents kept unread, by reason."""
    refused: Counter[str] = field(default_factory=Counter)
    """Inputs that could not be read, by reason."""

    @property
    def documents(self) -> int:
        """All outcomes."""
        return self.read + self.held + self.skipped.total() + self.refused.total()

    @property
    def complete(self) -> bool:
        """Whether every input was read."""
        return not self.skipped and not self.refused

    def add(self, outcome: Outcome) -> None:
        """Count one outcome. A mention that names an earlier one's act is no event of its own."""
        if isinstance(outcome, Renewed):
            self.renewed += 1
            outcome = outcome.reading
        if isinstance(outcome, Held):
            self.held += 1
        elif isinstance(outcome, Refusal):
            self.refused[outcome.reason] += 1
        elif outcome.skipped:
            self.skipped[outcome.skipped] += 1
        else:
            self.read += 1
            self.events += sum(mention.same_as is None for mention in outcome.mentions)

    def sentence(self) -> str:
        """The counts in one line: ``read 12, already there 3, refused 2 (empty 1, too large 1): 41 events``."""
        events = f"{f'{self.events:,}' if self.events else 'no'}{' new' if self.held else ''} event{'' if self.events == 1 else 's'}"
        return f"{self.inputs()}: {events}"

    def inputs(self) -> str:
        """What became of the inputs: the sentence's first part."""
        parts = [f"read {self.read:,}"]
        if self.renewed:
            parts[0] += f" ({self.renewed:,} in place of another text of the same id)"
        if self.held:
            parts.append(f"already there {self.held:,}")
        if self.skipped:
            parts.append(f"kept unread {_by_reason(self.skipped)}")
        if self.refused:
            parts.append(f"refused {_by_reason(self.refused)}")
        return ", ".join(parts)


def _by_reason(counts: Counter[str]) -> str:
    reasons = ", ".join(f"{reason} {number:,}" for reason, number in sorted(counts.items()))
    return f"{counts.total():,} ({reasons})"
