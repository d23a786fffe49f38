"""Which reports meet depends on the reports alone, not on the way in which they came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import combinations
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.corroborate import meet
from tocsin.corroborate.cluster import Pair, pair_of
from tocsin.corroborate.meet import Meetings, Memory, half_of, part_of

KEYS = (11, 12, 13)
REPORTS = [f"r{number}" for number in range(14)]


def by_the_rule(kept: Mapping[str, Collection[int]]) -> Counter[Pair[str]]:
    """What the rule says: a key that too many share is halved, and its halves again."""
    met: Counter[Pair[str]] = Counter()

    def divide(key: int, reports: list[str]) -> None:
        if len(reports) <= meet.CROWD:
            met.update(pair_of(one, other) for one, other in combinations(reports, 2))
            return
        for half in (0, 1):
            divide(part_of(key, half), [report for report in reports if half_of(key, report) == half])

    for key in KEYS:
        divide(key, [report for report, keys in kept.items() if key in keys])
    return met


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(REPORTS), st.sets(st.sampled_from(KEYS))), max_size=50))
def test_coming_and_going_leaves_no_trace(steps: list[tuple[str, set[int]]]) -> None:
    with patch.object(meet, "CROWD", 3):
        meetings, kept, met = Meetings(Memory()), dict[str, set[int]](), Counter[Pair[str]]()
        for report, keys in steps:
            if report in kept:
                met.update(meetings.remove(report, kept.pop(report)))
            else:
                met.update(meetings.add(report, keys))
                kept[report] = keys
            assert {pair: number for pair, number in met.items() if number} == by_the_rule(kept)


def test_reports_that_share_much_meet_however_many_there_are() -> None:
    meetings, met = Meetings(Memory()), Counter[Pair[str]]()
    for number in range(366):
        met.update(meetings.add(f"r{number}", range(39)))
    share = sum(number > 0 for number in met.values()) / (366 * 365 / 2)
    assert 0.65 < share < 0.85
    of_one = Counter(report for pair, number in met.items() if number for report in pair)
    assert max(of_one.values()) <= 39 * meet.CROWD
