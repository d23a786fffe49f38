"""Whether two spellings are one name: the pairs of public names in ``data/spellings.tsv``.

``python -m benchmarks.spellings [HALF] [--wrong]`` prints each kind of name with its counts, the scores and the speed. Rules are made on the
half ``develop`` alone; the exam is the half ``test``.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from tocsin.resolve.entities.spellings import same_name

PAIRS = Path(__file__).parent / "data" / "spellings.tsv"
Half: TypeAlias = Literal["develop", "test"]
HALVES: tuple[Half, ...] = ("develop", "test")
_COLUMNS = "name_one\tname_two\tanswer\tkind\tnote\thalf"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spellings; ``note`` tells whom they are about, ``kind`` a person or body and its language or region."""

    one: str
    other: str
    same: bool
    kind: str
    note: str
    half: Half


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pairs were rightly joined, missed, wrongly joined, rightly kept apart."""

    joined: int
    missed: int
    wrong: int
    apart: int

    @property
    def precision(self) -> float:
        """In percent; 0 where nothing was joined."""
        return 100 * self.joined / (self.joined + self.wrong) if self.joined else 0.0

    @property
    def recall(self) -> float:
        """In percent; 0 where nothing was joined."""
        return 100 * self.joined / (self.joined + self.missed) if self.joined else 0.0

    @property
    def f1(self) -> float:
        """In percent."""
        return 200 * self.joined / (2 * self.joined + self.missed + self.wrong) if self.joined else 0.0


def read_pairs(path: Path = PAIRS) -> tuple[Pair, ...]:
    """The pairs of a file.

    Raises:
        ValueError: a line is not of this form.
    """
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    if not lines or lines[0] != _COLUMNS:
        raise ValueError(f"{path}: the first line is to be {_COLUMNS!r}")
    return tuple(_pair(path, line) for line in lines[1:])


def _pair(path: Path, line: str) -> Pair:
    cells = line.split("\t")
    if len(cells) != _COLUMNS.count("\t") + 1 or cells[2] not in {"same", "different"} or cells[5] not in HALVES:
        raise ValueError(f"{path}: no pair in {line!r}")
    return Pair(cells[0], cells[1], cells[2] == "same", cells[3], cells[4], cells[5])


def of_half(pairs: Iterable[Pair], half: Half) -> list[Pair]:
    """Those of one half."""
    return [pair for pair in pairs if pair.half == half]


def tally(pairs: Iterable[Pair]) -> Tally:
    """Compare each pair."""
    found = Counter((pair.same, same_name(pair.one, pair.other)) for pair in pairs)
    return Tally(found[True, True], found[True, False], found[False, True], found[False, False])


def wrong(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Those that are answered wrongly."""
    return (pair for pair in pairs if same_name(pair.one, pair.other) != pair.same)


def scores(pairs: Sequence[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of *same*, of all pairs and of persons' and bodies' alone."""
    found: dict[str, float] = {}
    for name in ("all", "person", "body"):
        counted = tally(pair for pair in pairs if name in {"all", pair.kind.partition(" ")[0]})
        found |= {f"{name}.p": counted.precision, f"{name}.r": counted.recall, f"{name}.f": counted.f1}
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=HALVES, default="develop")
    parser.add_argument("--wrong", action="store_true", help="list what is answered wrongly (of the half develop only)")
    options = parser.parse_args()
    pairs = of_half(read_pairs(), options.half)
    start = time.process_time()
    total = tally(pairs)
    seconds = time.process_time() - start
    for kind in sorted({pair.kind for pair in pairs}):
        counted = tally(pair for pair in pairs if pair.kind == kind)
        print(f"{kind:20} joined {counted.joined:4}  missed {counted.missed:3}  wrong {counted.wrong:3}  apart {counted.apart:4}")
    print(f"{options.half}: {len(pairs)} pairs, precision {total.precision:.1f}, recall {total.recall:.1f}, F1 {total.f1:.1f}")
    print(f"{len(pairs) / seconds:,.0f} pairs a second of processor time, names met for the first time")
    if options.wrong and options.half == "develop":
        for pair in wrong(pairs):
            print(f"{'missed' if pair.same else 'wrong'}\t{pair.one}\t{pair.other}\t{pair.note}")


if __name__ == "__main__":
    main()
