"""A user's own actors and count rules, and the mark by which a database tells their readings from others."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tocsin.resolve.counts.rules import STANDARD, CountRules
from tocsin.resolve.counts.rules_file import read_rules, written
from tocsin.resolve.entities.known import KnownEntities


@dataclass(frozen=True, slots=True)
class OwnRules:
    """``mark`` names both files by a hash of what they say: empty where they change nothing. Comments and file names are no part of it."""

    known: KnownEntities | None = None
    counts: CountRules = STANDARD
    mark: str = ""


def read_own_rules(actors: Path | None, count_rules: Path | None) -> OwnRules:
    """What the two files say, either of which may be left out.

    Raises:
        InputError: the list of actors cannot be read, or a row is wrong.
        SettingsError: the count rules cannot be read, or one cannot be.
    """
    known = KnownEntities.read(actors) if actors else None
    counts = read_rules(count_rules) if count_rules else STANDARD
    marks = []
    if known is not None and known.entities:
        marks.append(f"actors {_hash(repr(known.entities))}")
    if counts != STANDARD:
        marks.append(f"count rules {_hash(written(counts))}")
    return OwnRules(known, counts, ", ".join(marks))


def _hash(words: str) -> str:
    return blake2b(words.encode(), digest_size=4).hexdigest()
