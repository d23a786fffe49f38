"""What decides about an event, what bounds a person's value, and ids that tell nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import correction
from tests.review.test_effective import words
from tests.store.samples import READING
from tocsin.errors import InputError
from tocsin.records import PlaceValue
from tocsin.review import Edit, decides, is_reviewed, prepare
from tocsin.review.carry import new_id
from tocsin.review.fields import MOST
from tocsin.review.values import value_of

QUOTE = READING.mentions[0].places[0]


@pytest.mark.parametrize(
    ("edit", "decided"),
    [
        (Edit("accept", "e1", "type"), False),
        (Edit("accept", "e1"), True),
        (Edit("reject", "e1"), True),
        (Edit("reject", "e1", "place"), True),
        (Edit("change", "e1", "hedged", True), True),  # the value that a person gives
    ],
)
def test_one_field_that_is_right_decides_nothing(edit: Edit, decided: bool) -> None:
    made = correction(1, edit, READING)
    assert decides(made) is decided
    assert not decides(replace(made, undone_at=made.at))
    assert is_reviewed(READING, [made, correction(2, Edit("accept", "e2"), READING)]) is decided


@pytest.mark.parametrize(
    ("kind", "codes"), [("city", (1, 1)), ("landmark", (1, 1)), ("district", (3, 2)), ("division", (4, 3)), ("country", (6, 3))]
)
def test_a_countrys_middle_is_no_town(kind: str, codes: tuple[int, int]) -> None:
    value = value_of({"place_kind": kind, "country": "KAZ", "latitude": 48.0, "longitude": 67.0}, "where", QUOTE)
    assert isinstance(value, PlaceValue)
    assert (value.where_prec, value.geo_precision) == codes


@pytest.mark.parametrize(("country", "codes"), [("KAZ", (6, 3)), (None, (7, 3))])
def test_a_place_without_a_point_is_somewhere_in_its_country(country: str | None, codes: tuple[int, int]) -> None:
    value = value_of({"country": country}, "where", QUOTE)
    assert isinstance(value, PlaceValue)
    assert (value.where_prec, value.geo_precision) == codes


def test_a_field_takes_no_more_entries_than_an_event_can_have() -> None:
    listed = [words("Police")] * (MOST + 1)
    with pytest.raises(InputError, match="501 entries are more than any event has"):
        prepare(Edit("change", "e1", "actor", listed), READING)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from([f"p{number}" for number in range(1, 30)] + ["e1", "e12"])))
def test_two_coders_never_take_the_same_id(taken: list[str]) -> None:
    one, other = new_id(taken, 0), new_id(taken, 1)
    assert one != other
    assert {one, other}.isdisjoint(taken)
    assert new_id([*taken, other], 1) != one
    assert new_id(taken) in {one, other}
