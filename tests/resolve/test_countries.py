from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.codebook import BODIES, SECTORS
from tocsin.resolve.countries import country_codes, find_names, is_cased, read_table
from tocsin.resolve.entities.officeholders import best_office, find_leaders, offices_of


def codes_in(words: str) -> list[str]:
    """The countries and bodies that are named, without places and groups."""
    return [name.code for name in find_names(words) if name.kind not in {"place", "group"}]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Kazakh and Kyrgyz officials", ["KAZ", "KGZ"]),
        ("the Democratic Republic of the Congo", ["COD"]),
        ("Congo-Brazzaville", ["COG"]),
        ("Papua New Guinea's deputies", ["PNG"]),
        ("Guinea-Bissau and Equatorial Guinea", ["GNB", "GNQ"]),
        ("Côte d’Ivoire", ["CIV"]),
        ("São Tomé", ["STP"]),
        ("U.S. troops, US envoys and the United States", ["USA", "USA", "USA"]),
        ("St. Lucia and St Vincent", ["LCA", "VCT"]),
        ("North Korea warned South Korea", ["PRK", "KOR"]),
        ("the Soviet Union", ["RUS"]),
        ("Kosovo Albanians", ["XKX"]),
        ("Moscow told Kyiv", ["RUS", "UKR"]),
        ("Downing Street", ["GBR"]),
        ("the U.N. Security Council", ["UNO"]),
        ("UNHCR, the WFP and UNICEF", ["UNO", "UNO", "UNO"]),
        ("the European Commission", ["EUR"]),
        ("NATO and the African Union", ["IGO", "IGO"]),
        ("Amnesty International", ["NGO"]),
        ("al-Qaida", ["IMG"]),
        ("Latin American leaders", []),
        ("he told us what is known and who is not", []),
        ("Polish miners polish a pole", ["POL"]),
    ],
)
def test_names_of_states_and_bodies(words: str, codes: list[str]) -> None:
    assert codes_in(words) == codes


def test_without_capitals_names_are_found_but_common_words_are_not() -> None:
    assert codes_in("it told us who is in kenya") == ["KEN"]
    assert codes_in("the us told the un")[0] == "USA"


def test_cities_are_left_to_the_gazetteer_but_known() -> None:
    assert codes_in("the Almaty police") == []
    assert [(n.code, n.kind) for n in find_names("the Almaty police")] == [("KAZ", "place")]


def test_every_code_is_one() -> None:
    codes = country_codes()
    assert len(codes) > 240
    assert all(len(code) == 3 and code.isupper() for code in codes)
    for table in ("countries_bodies.tsv", "countries_leaders.tsv", "countries_places.tsv"):
        assert {row[0] for row in read_table(table)} <= codes | set(BODIES)
    assert {s for row in read_table("countries_bodies.tsv") for s in row[1].split("+") if s} <= set(SECTORS)


def test_a_leader_held_office_in_some_years() -> None:
    office = best_office(offices_of("Nicolas Sarkozy"), 2009, {})
    assert office is not None
    assert office.code == "FRA"
    assert not office.held_in(2020)
    assert find_leaders("the Sarkozy government", cased=True)[0].offices[0].code == "FRA"
    assert not find_leaders("an abbas of bush", cased=True)


def test_headlines_in_capitals_are_not_cased() -> None:
    assert is_cased("Ministers met on Monday.")
    assert not is_cased("ministers met on monday")
    assert not is_cased("MINISTERS MET")


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=80))
def test_any_text_gives_names_in_order_and_inside_it(text: str) -> None:
    end = 0
    for name in find_names(text):
        assert end <= name.start < name.end <= len(text)
        end = name.end


def test_a_text_in_small_letters_with_a_dateline_is_not_cased() -> None:
    assert not is_cased("Published on March 5. " + "the sitting of the town council was put off again by the mayor. " * 12)
    assert is_cased("The Mayor of Tarsk put it off. " * 20)
    assert not is_cased("")


def test_labour_before_a_ministry_is_no_party() -> None:
    assert codes_in("the Labour Ministry and Labour unions") == []
