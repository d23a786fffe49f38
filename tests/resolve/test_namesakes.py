"""A private person who shares a leader's surname is not that leader."""

from __future__ import annotations

import pytest

from tocsin.resolve.officeholders import find_leaders


@pytest.mark.parametrize("name", ["Grace Mbeki", "Maria Putin", "John Obama", "Amina Buhari"])
def test_another_given_name_is_another_person(name: str) -> None:
    assert find_leaders(f"Police freed {name}, a nurse, on Monday.", cased=True) == []


@pytest.mark.parametrize(
    "name", ["Thabo Mbeki", "Mbeki", "President Mbeki", "Vladimir Putin", "Vladmir Putin", "Barack Obama", "Russia's Putin"]
)
def test_leaders_are_found_by_surname_title_and_full_name(name: str) -> None:
    assert len(find_leaders(f"Police met {name} on Monday.", cased=True)) == 1
