"""Who bears a leader's surname is that leader only where the given name, a title or the rest of the text says so."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.resolve.entities.test_entities import entities, quote
from tocsin.resolve.entities.given_names import same_given
from tocsin.resolve.entities.officeholder_tables import Words, full_names, leaders_table
from tocsin.resolve.entities.officeholders import find_leaders, offices_of
from tocsin.resolve.entities.sectors import find_sectors
from tocsin.resolve.entities.titles import HONORIFICS, PARTICLES

SURNAMES = sorted(name for name in leaders_table() if len(name) == 1 and len(name[0]) > 1)


@pytest.mark.parametrize("name", ["Grace Mbeki", "Maria Putin", "John Obama", "Amina Buhari", "Zlata Putin", "Blessing Mugabe"])
def test_another_given_name_is_another_person(name: str) -> None:
    assert find_leaders(f"Police freed {name}, a nurse, on Monday.", cased=True) == []


@pytest.mark.parametrize(
    "name", ["Thabo Mbeki", "Mbeki", "President Mbeki", "Vladimir Putin", "Vladmir Putin", "Barack Obama", "Russia's Putin"]
)
def test_leaders_are_found_by_surname_title_and_full_name(name: str) -> None:
    assert len(find_leaders(f"Police met {name} on Monday.", cased=True)) == 1


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Vladimir Zelensky",
            "Vlad Putin",
            "N. Mandela",
            "Robert Gabriel Mugabe",
            "Barack Hussein Obama",
            "Bashar al-Assad",
            "Evo Morales Ayma",
        ),
        *(
            "F.W. de Klerk",
            "Mouammar Kadhafi",
            "Hugo Rafael Chávez Frías",
            "Aliaksandr Lukashenko",
            "Ursula von der Leyen",
            "ROBERT MUGABE",
        ),
    ],
)
def test_a_leader_is_known_under_every_form_of_the_given_name(name: str) -> None:
    assert offices_of(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Sana Mugabe", "Robert Mugabe Jr", "Uday Saddam Hussein", "Saddam Ahmed", "Asma al-Assad", "Xi Lin", "Aleksandra Lukashenko"),
        *("Rupert Mugabe", "J.K. Mugabe", "Leo Robert Mugabe", "Sunday Buhari", "RUVARASHE MNANGAGWA"),
    ],
)
def test_a_name_that_is_near_a_leaders_is_not_it(name: str) -> None:
    assert not offices_of(name)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(SURNAMES), st.from_regex(r"[A-Z][bdfgklmnprstvz][aeiou][bdfgklmnprstvz]{1,2}[aeiou]?", fullmatch=True))
def test_whoever_bears_a_leaders_surname_with_a_given_name_of_no_leader_is_private(surname: Words, invented: str) -> None:
    known = [word for full in full_names()[surname] for word in full]
    assume(not any(same_given(invented, word) for word in known) and invented.lower() not in HONORIFICS | PARTICLES)
    assume(find_sectors(invented) is None)  # *Club Abadi* is a club
    name = f"{invented} {surname[0].title()}"
    (value,) = entities(f"Police beat {name}, 19, a student, on Monday.", name)
    assert value.private
    assert value.name == name


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Muchtar Abljasow", "Kazakhstan"),
        ("Alexej Nawalny", "Russia"),
        ("Sergej Lawrow", "Russia"),
        ("Wolodymyr Selenskyj", "Ukraine"),
        ("Ilham Alijew", "Azerbaijan"),
    ],
)
def test_a_german_spelling_is_the_leaders_too(name: str, country: str) -> None:
    (value,) = entities(f"A court in {country} spoke of {name} on Monday.", name)
    assert not value.private


def test_a_namesake_and_the_leader_are_two_in_one_text() -> None:
    text = "Ruvarashe Mnangagwa, 19, a student, was held. Later Mnangagwa was freed. President Mnangagwa spoke of it."
    student, short, president = entities(text, "Ruvarashe Mnangagwa", quote(text, "Mnangagwa", 2), "President Mnangagwa")
    assert student.identity == short.identity != president.identity
    assert [value.private for value in (student, short, president)] == [True, True, False]
    assert short.name == "Ruvarashe Mnangagwa"


def test_a_president_of_no_list_and_a_namesake_are_two() -> None:
    text = "President Kaya spoke. Police held Ali Kaya, a student."
    _, held = entities(text, "President Kaya", "Ali Kaya")
    assert held.private


def test_a_surname_alone_is_that_of_who_bore_it_last() -> None:
    text = "Ruvarashe Mnangagwa, 19, walked home. Police took Mnangagwa away."
    (held,) = entities(text, quote(text, "Mnangagwa", 2))
    assert held.private
    assert held.name == "Ruvarashe Mnangagwa"
    text = "Emmerson Mnangagwa of Zimbabwe flew to China. Mnangagwa met Xi."
    (met,) = entities(text, quote(text, "Mnangagwa", 2))
    assert not met.private


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police held nurse Mugabe on Monday.", "nurse Mugabe"),
        ("Police in Harare held Mugabe, a seamstress.", "Mugabe"),
        ("Mrs Mnangagwa was hurt. President Mnangagwa spoke.", "Mrs Mnangagwa"),
        ("Princess Obama, 19, was hurt in Ohio.", "Princess Obama"),
        ("President Mugabe's nephew Leo Mugabe was hurt.", "President Mugabe's nephew Leo Mugabe"),
        ("The president's nephew Ali Omar was hurt in Cairo.", "The president's nephew Ali Omar"),
        ("Ali Omar, a nephew of the president, was hurt.", "Ali Omar"),
        ("Ida Omar, the minister's wife, was hurt.", "Ida Omar"),
        ("Ali Omar, the minister's driver, was hurt.", "Ali Omar"),
        ("Ali Omar, the driver of the minister, was hurt.", "Ali Omar"),
        ("John Smith, a carpenter from Leeds, was hurt.", "John Smith"),
        ("Martin King, a nurse, was hurt.", "Martin King"),
        ("The president of Kenya's nephew, Ali Omar, was hurt.", "Ali Omar"),
        ("Sana Moyo-Mugabe, a seamstress, was hurt.", "Sana Moyo-Mugabe"),
    ],
)
def test_relatives_trades_and_namesakes_are_private(text: str, words: str) -> None:
    (value,) = entities(text, words)
    assert value.private


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ali Omar, the president's spokesman, left.", "Ali Omar"),
        ("Ali Omar, head of the union, left.", "Ali Omar"),
        ("Ali Omar, one of the leaders of the strike, left.", "Ali Omar"),
        ("Kenya's President Mutua Omar left.", "Kenya's President Mutua Omar"),
        ("Mrs Merkel of Germany left.", "Mrs Merkel"),
        ("Navalny, a lawyer, was jailed in Moscow.", "Navalny"),
        ("Chinese President Xi Jinping left.", "Chinese President Xi Jinping"),
        ("King Salman of Saudi Arabia left.", "King Salman"),
        ("Malia Obama smiled. Barack Obama left.", "Barack Obama"),
        ("The Trump-Putin talks ended. Putin left.", "Putin"),
        ("Mwiya Omar, district governor and ferryman's son, left.", "Mwiya Omar"),
        ("The council declined to receive the head of the company, Ida Omar, there.", "Ida Omar"),
        ("The spokesman of the growers' front, Ali Omar, left.", "Ali Omar"),
    ],
)
def test_people_in_public_roles_stay_named(text: str, words: str) -> None:
    (value,) = entities(text, quote(text, words, text.count(words)))
    assert not value.private
