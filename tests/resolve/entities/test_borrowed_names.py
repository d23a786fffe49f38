"""Private people whose name is a country's, a people's or a chamber's word, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.entities.test_entities import entities
from tocsin.records import Document
from tocsin.resolve.countries import find_names
from tocsin.resolve.entities.borrowed_names import _NEVER_GIVEN
from tocsin.resolve.entities.officeholders import offices_of
from tocsin.resolve.entities.references import Reference, refer
from tocsin.resolve.entities.setting import read_setting
from tocsin.resolve.word_lists import given_names

PLAIN_GIVEN = sorted(name for name in given_names() - _NEVER_GIVEN if not find_names(name.title(), cased=True))

SURNAMES = ["Jordan", "Israel", "Chad", "Mali", "Holland", "Commons", "House", "France", "German", "Cuba", "London"]


def reference(words: str, text: str = "{} criticised the bill on Monday.") -> Reference:
    return refer(words, read_setting(Document("d", text.format(words), "-")))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        *(
            (name, name)
            for name in ("Oleg Jordan", "Maria Israel", "Chad Mali", "Georgia Holland", "Jordan Ali", "Peter German", "Diego Lima")
        ),
        *((name, name) for name in ("Paula Commons", "Robin House", "Ali Congress", "Maria J. Israel", "Maria de Israel", "Paul House")),
        *((f"{title} Holland", "Holland") for title in ("Ms", "Mr", "Mr.", "Mrs", "Dr", "Nurse", "the nurse", "taxi driver")),
        *(("Ms Commons", "Commons"), ("Ms Jordan Rao", "Jordan Rao"), ("Dr. Maria Israel", "Maria Israel")),
        *(("Jordanian teacher Oleg Jordan", "Oleg Jordan"), ("their daughter Georgia", "Georgia")),
    ],
)
def test_a_given_name_or_a_title_before_such_a_word_makes_a_person(words: str, name: str) -> None:
    read = reference(words)
    assert (read.kind, read.name) == ("person", name)
    assert read.countries == (("JOR",) if words.startswith("Jordanian") else ())
    (value,) = entities(f"{words} criticised the bill on Monday.", words)
    assert value.private


@pytest.mark.parametrize("name", ["Abab Chad", "Kombo House", "Israel Fuentes", "Jordan Green"])
@pytest.mark.parametrize("behind", [", 19,", ", aged 19,", ", a student,", ", a retired school teacher from Lima,"])
def test_an_age_or_a_trade_behind_such_a_word_makes_a_person(name: str, behind: str) -> None:
    assert reference(name, f"Police beat {{}}{behind} on Monday.").name == name


@pytest.mark.parametrize(
    "words",
    [
        *("South Jordan", "New Holland", "Prince Edward Island", "Saint Lucia", "Michael Jordan Foundation", "DR Congo", "Dr Congo"),
        *("Jordan", "Chad", "Israel", "Georgia", "Chad's army", "Israel Defense Forces", "Jordan and Israel", "MS Estonia"),
        *(
            "Jordan Senate",
            "Georgia House",
            "Chad Parliament",
            "Virginia Senate",
            "Nurses Congress",
            "Student Parliament",
            "Youth Assembly",
        ),
        *("Santiago Chile", "Florence Italy", "Austin Texas", "Radio Maria Kenya", "Philip Morris International Kenya", "Frank Russians"),
        *("President Israel", "Mother Russia", "Christian Lebanese", "German Parliament", "Kenya India", "Israel-Jordan", "Teva Israel"),
    ],
)
def test_a_country_a_place_and_a_body_stay_what_they_are(words: str) -> None:
    read = reference(words)
    assert read.kind != "person" or read.name == "Edward Island"
    assert {n.code for n in read.names} == {n.code for n in find_names(words, cased=True)}


def test_two_states_that_the_text_names_elsewhere_are_no_person() -> None:
    text = "Chad accused Sudan of a raid. {} talks began on Monday."
    assert reference("Chad Sudan", text).countries == ("TCD", "SDN")


def test_whose_mother_and_whose_driver_tells_no_country() -> None:
    assert reference("Oleg Jordan's mother").countries == ()
    assert reference("supporters of Oleg Jordan").countries == ()
    assert reference("the king of Jordan").countries == ("JOR",)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PLAIN_GIVEN), st.sampled_from(SURNAMES))
def test_every_plain_given_name_before_such_a_word_is_somebodys(first: str, surname: str) -> None:
    read = reference(f"{first.title()} {surname}")
    assert read.kind == "person"
    assert not read.countries or offices_of(read.name)  # *Jim Jordan* holds one


def test_the_name_behind_the_comma_of_a_description_is_a_persons_and_a_bodys_is_not() -> None:
    read = reference("another reporter of the same paper, Temba Orlu-Vane")
    assert (read.kind, read.name) == ("person", "Temba Orlu-Vane")
    assert reference("a reporter, the Ministry of Health").kind != "person"
