from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.corroborate.cluster import Limits, cluster, components, pair_of, spanning
from tocsin.corroborate.decisions import limits_of
from tocsin.records import Decision, EventRef

MEMBERS = [f"m{number:02}" for number in range(12)]
PAIRS = [(one, other) for place, one in enumerate(MEMBERS) for other in MEMBERS[place + 1 :]]
scored = st.dictionaries(st.sampled_from(PAIRS), st.integers(-3000, 3000), max_size=40)


@settings(deadline=None, max_examples=100)
@given(scored, st.randoms(use_true_random=False), st.integers(-1000, 0))
def test_the_order_of_members_and_pairs_does_not_matter(scores: dict[tuple[str, str], int], chance: random.Random, absent: int) -> None:
    members, pairs = list(MEMBERS), list(scores.items())
    chance.shuffle(members)
    chance.shuffle(pairs)
    assert cluster(members, dict(pairs), absent) == cluster(MEMBERS, scores, absent)


@settings(deadline=None, max_examples=50)
@given(scored)
def test_each_component_by_itself_gives_the_same(scores: dict[tuple[str, str], int]) -> None:
    parts = components(MEMBERS, [pair for pair, score in scores.items() if score > 0])
    alone = [group for part in parts for group in cluster(part, scores, -500)]
    assert sorted(alone) == cluster(MEMBERS, scores, -500)


@settings(deadline=None, max_examples=50)
@given(scored, st.lists(st.sampled_from(PAIRS), max_size=4), st.lists(st.sampled_from(PAIRS), max_size=4))
def test_what_a_person_decided_holds(
    scores: dict[tuple[str, str], int], must: list[tuple[str, str]], cannot: list[tuple[str, str]]
) -> None:
    groups = cluster(MEMBERS, scores, -500, Limits(tuple(must), frozenset(cannot)))
    of = {member: number for number, group in enumerate(groups) for member in group}
    assert sorted(of) == MEMBERS
    assert all(of[one] != of[other] for one, other in cannot)
    if not cannot:
        assert all(of[one] == of[other] for one, other in must)


def test_a_chain_of_weak_links_is_no_group() -> None:
    scores = {("m00", "m01"): 2000, ("m01", "m02"): 500, ("m00", "m02"): -2000}
    assert cluster(MEMBERS[:3], scores, -500) == [["m00", "m01"], ["m02"]]


def test_a_pinned_group_takes_nothing_in_and_stays_whole() -> None:
    scores = {("m00", "m01"): -2000, ("m01", "m02"): 3000}
    pinned = Limits(pinned=(frozenset({"m00", "m01"}),))
    assert cluster(MEMBERS[:3], scores, -500, pinned) == [["m00", "m01"], ["m02"]]


def test_the_joins_shown_are_the_best_that_hold_a_group_together() -> None:
    scores = {("m00", "m01"): 900, ("m01", "m02"): 800, ("m00", "m02"): 100}
    assert spanning(MEMBERS[:3], scores) == [("m00", "m01"), ("m01", "m02")]


A, B, C = (EventRef(name, "e1") for name in "abc")


def test_the_later_of_two_decisions_about_a_pair_holds() -> None:
    joined = limits_of([Decision("split", (A, B)), Decision("join", (B, A))])
    assert (joined.must, joined.cannot) == ((pair_of(A, B),), frozenset())
    split = limits_of([Decision("join", (A, B)), Decision("split", (A, B))])
    assert (split.must, split.cannot) == ((), frozenset({pair_of(A, B)}))


def test_joins_do_not_undo_a_split_together() -> None:
    limits = limits_of([Decision("split", (A, C)), Decision("join", (A, B)), Decision("join", (B, C))])
    groups = cluster([A, B, C], {}, 0, limits)
    assert groups == [[A], [B, C]]


def test_a_later_decision_reaches_into_a_pinned_incident() -> None:
    assert limits_of([Decision("pin", (A, B))]).pinned == (frozenset({A, B}),)
    assert limits_of([Decision("pin", (A, B)), Decision("split", (A, B))]).pinned == ()
    assert limits_of([Decision("pin", (A, B)), Decision("join", (B, C))]).pinned == ()
