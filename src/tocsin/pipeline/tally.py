"""What a run came to, counted as it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from tocsin.ingest.refusals import IN_PART
from tocsin.records import Document, Reading, Refusal

DOUBTFUL = "doubtful date"
_IN_PART = {**IN_PART, DOUBTFUL: ("with a doubtful date", "with a doubtful date")}


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
    """Acts that were read, each once."""
    mentions: int = 0
    """How often the texts tell them: an act that two sentences tell is one event and two mentions."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Documents kept unread, by reason."""
    refused: Counter[str] = field(default_factory=Counter)
    """Inputs that could not be read, by reason."""
    in_part: Counter[str] = field(default_factory=Counter)
    """Documents that are read or already there, but something of them was not taken: a date or characters. By reason; a date that is
    taken and doubted is here too."""

    @property
    def documents(self) -> int:
        """All outcomes."""
        return self.read + self.held + self.skipped.total() + self.refused.total()

    @property
    def complete(self) -> bool:
        """Whether every input was read, and wholly."""
        return not self.skipped and not self.refused and not any(self.in_part[reason] for reason in IN_PART)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome. A mention that names an earlier one's act is no event of its own."""
        if isinstance(outcome, Renewed):
            self.renewed += 1
            outcome = outcome.reading
        if isinstance(outcome, Refusal):
            (self.in_part if outcome.reason in IN_PART else self.refused)[outcome.reason] += 1
        elif isinstance(outcome, Reading) and outcome.skipped:
            self.skipped[outcome.skipped] += 1
        else:
            self._take(outcome)

    def _take(self, outcome: Reading | Held) -> None:
        if isinstance(outcome, Held):
            self.held += 1
        else:
            self.read += 1
            self.events += sum(mention.same_as is None for mention in outcome.mentions)
            self.mentions += len(outcome.mentions)
        if outcome.document.published is not None and outcome.document.published.doubt:
            self.in_part[DOUBTFUL] += 1

    def sentence(self) -> str:
        """The counts in one line: ``read 12, already there 3, refused 2 (empty 1, too large 1): 41 new events (told in 47 mentions)``."""
        events = f"{f'{self.events:,}' if self.events else 'no'}{' new' if self.held else ''} event{'' if self.events == 1 else 's'}"
        told = f" (told in {self.mentions:,} mentions)" if self.mentions > self.events else ""
        return f"{self.inputs()}: {events}{told}"

    def inputs(self) -> str:
        """What became of the inputs: the sentence's first part."""
        parts = [f"read {self.read:,}"]
        if self.renewed:
            parts[0] += f" ({self.renewed:,} changed, kept as {'a new version' if self.renewed == 1 else 'new versions'})"
        if self.held:
            parts.append(f"already there {self.held:,}")
        if self.in_part:
            parts.append(f"of these {', '.join(_in_part(self.in_part))}")
        if self.skipped:
            parts.append(f"kept unread {_by_reason(self.skipped)}")
        if self.refused:
            parts.append(f"refused {_by_reason(self.refused)}")
        return ", ".join(parts)


def _in_part(counts: Counter[str]) -> Iterator[str]:
    for reason, (one, several) in _IN_PART.items():
        if counts[reason]:
            yield f"{counts[reason]:,} {one if counts[reason] == 1 else several}"


def _by_reason(counts: Counter[str]) -> str:
    reasons = ", ".join(f"{reason} {number:,}" for reason, number in sorted(counts.items()))
    return f"{counts.total():,} ({reasons})"
