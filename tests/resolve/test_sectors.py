from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.codebook import SECTORS
from tocsin.resolve.countries import read_table
from tocsin.resolve.sectors import find_sectors, singular


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("the Foreign Ministry", "GOV"),
        ("a spokesman for the Interior Ministry", "GOV"),
        ("parliament", "LEG"),
        ("members of the National Assembly", "LEG"),
        ("prosecutors", "JUD"),
        ("the regional court in Tarn", "JUD"),
        ("riot police", "COP"),
        ("a police party", "COP"),
        ("two companies of conscripts", "MIL"),
        ("army officers", "MIL"),
        ("Colonel Ana Vidal", "MIL"),
        ("military intelligence", "SPY"),
        ("three journalists", "JRN"),
        ("several dozen opposition demonstrators", "OPP"),
        ("anti-government protesters", "OPP"),
        ("protesters", "CVL"),
        ("student protesters", "EDU"),
        ("gunmen", "UAF"),
        ("the rebels", "REB"),
        ("a pro-government militia", "PRM"),
        ("the drug cartel", "CRM"),
        ("the dockers' union", "LAB"),
        ("the federation of rice growers", "AGR"),
        ("the bishop", "REL"),
        ("asylum seekers", "REF"),
        ("junior doctors", "MED"),
        ("an oil company", "BUS"),
        ("a rights group", "SOC"),
        ("former president Ana Vidal", "ELI"),
        ("the mayor's deputy", "GOV"),
        ("a deputy of the lower house", "LEG"),
        ("the national peace council", "GOV"),
        ("villagers", "CVL"),
        ("Kazakhstan", "GOV"),
        ("Nineteen Comorians", "CVL"),
        ("ELN fighters", "REB"),
    ],
)
def test_the_head_decides(words: str, sector: str) -> None:
    role = find_sectors(words)
    assert role is not None
    assert role.sectors[0] == sector


def test_a_bare_name_tells_nothing() -> None:
    assert find_sectors("Ana Vidal") is None
    assert find_sectors("Ana Bishop") is None


def test_a_party_is_in_government_or_not_by_the_year() -> None:
    governing, opposing = (find_sectors("Labour", country="GBR", year=year) for year in (2003, 2015))
    assert governing is not None
    assert opposing is not None
    assert (governing.sectors, opposing.sectors) == (("GOV",), ("OPP",))


def test_a_body_of_many_states_has_no_sector() -> None:
    role = find_sectors("the United Nations")
    assert role is not None
    assert role.sectors == ()


def test_every_sector_of_the_table_is_one() -> None:
    assert {row[0] for row in read_table("sectors.tsv")} <= set(SECTORS)


@pytest.mark.parametrize(("plural", "one"), [("ministries", "ministry"), ("gunmen", "gunman"), ("press", "press"), ("judges", "judge")])
def test_plurals(plural: str, one: str) -> None:
    assert singular(plural) == one


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=60))
def test_any_words_give_a_role_of_the_codebook_or_none(words: str) -> None:
    role = find_sectors(words, country="GBR", year=2001)
    assert role is None or set(role.sectors) <= set(SECTORS)
