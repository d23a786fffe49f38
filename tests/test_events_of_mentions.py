from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import CLAIMS, MENTIONS
from tocsin.records import Mention, Quote, group_events


def mention(number: int, same_as: str | None) -> Mention:
    return Mention(f"e{number}", "PROTEST", Quote(0, 1, "x"), same_as=same_as)


def groups(ties: dict[int, str | None]) -> list[list[str]]:
    events = group_events([mention(number, same_as) for number, same_as in ties.items()], [])
    return [[each.id for each in event.mentions] for event in events]


def test_mentions_of_one_act_are_one_event_with_all_their_claims() -> None:
    (event,) = group_events(MENTIONS, CLAIMS)
    assert (event.id, event.mentions, event.claims) == ("e1", MENTIONS, CLAIMS)


def test_ties_run_over_many_steps() -> None:
    assert groups({1: None, 2: None, 3: "e1", 4: "e3", 5: "e2"}) == [["e1", "e3", "e4"], ["e2", "e5"]]


def test_ties_that_lead_nowhere_or_around_tie_no_more_than_they_say() -> None:
    assert groups({1: "e9", 2: None}) == [["e1"], ["e2"]]
    assert groups({1: "e2", 2: "e1", 3: "e3"}) == [["e1", "e2"], ["e3"]]


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.integers(1, 9), st.none() | st.integers(1, 12).map("e{}".format), max_size=9))
def test_every_mention_is_in_one_event(ties: dict[int, str | None]) -> None:
    found = groups(ties)
    assert sorted(each for group in found for each in group) == sorted(f"e{number}" for number in ties)
    together = {each: number for number, group in enumerate(found) for each in group}
    assert all(together[f"e{number}"] == together[tied] for number, tied in ties.items() if tied in together)
