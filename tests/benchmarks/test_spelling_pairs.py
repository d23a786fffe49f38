"""The pairs of public names: the file is sound, and names are told apart and together as well as they were."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.spellings import HALVES, Half, of_half, read_pairs, tally

FLOORS: dict[Half, float] = {"develop": 95.5, "test": 94.5}
"""F1 of *same*, in percent: half a point and more below what was reached. The aim is 92 on the half ``test``."""


def test_there_are_enough_pairs_and_as_many_of_either_kind() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 2_000
    assert min(sum(p.same for p in pairs), sum(not p.same for p in pairs)) >= 2_000


def test_no_pair_is_there_twice_or_answered_twice() -> None:
    pairs = read_pairs()
    assert len({frozenset((p.one, p.other)) for p in pairs}) == len(pairs)
    assert all(p.one != p.other for p in pairs)


def test_the_half_is_told_by_the_note_so_that_one_name_stays_in_one() -> None:
    for pair in read_pairs():
        assert pair.half == HALVES[sha256(pair.note.encode()).digest()[0] % 2], pair


def test_what_is_one_with_a_third_is_never_called_different() -> None:
    together: dict[str, set[str]] = defaultdict(set)
    for pair in read_pairs():
        if pair.same:
            together[pair.note] |= {pair.one, pair.other}
    for pair in read_pairs():
        if not pair.same:
            assert not any(pair.one in names and pair.other in names for names in together.values()), pair


@pytest.mark.parametrize("half", HALVES)
def test_names_are_told_together_and_apart_as_well_as_they_were(half: Half) -> None:
    found = tally(of_half(read_pairs(), half))
    assert found.f1 >= FLOORS[half], found


def test_a_line_of_another_form_is_told(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("name_one\tname_two\tanswer\tkind\tnote\thalf\nA\tB\tperhaps\tperson\tA\ttest\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no pair in"):
        read_pairs(path)
