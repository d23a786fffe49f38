from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.codebook import SECTORS
from tocsin.resolve.countries import read_table
from tocsin.resolve.entities.sectors import find_sectors, singular


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
        ("anti-regime marchers", "OPP"),
        ("pro-government protesters", "CVL"),
        ("the ruling coalition", "GOV"),
        ("the state secretary of the dockers' union", "LAB"),
        ("the chief executive of the mining company", "BUS"),
        ("leaders of three political groups", "PTY"),
        ("the appeals court", "JUD"),
        ("an analyst", "EDU"),
        ("protesters", "CVL"),
        ("student protesters", "EDU"),
        ("gunmen", "UAF"),
        ("the rebels", "REB"),
        ("a pro-government militia", "PRM"),
        ("the drug cartel", "CRM"),
        ("the dockers' union", "LAB"),
        ("the Market Traders' Union", "LAB"),
        ("union chairwoman Ana Vidal", "LAB"),
        ("the shopkeepers' association", "BUS"),
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
        ("the ELN military chief", "REB"),
        ("Circle Inspector Ana Vidal", "COP"),
        ("the defence counsel", "SOC"),
        ("a group of about 300 angry students", "EDU"),
        ("Examinations Board ( EB ) pupils", "EDU"),
        ("the offices of the regional assembly", "LEG"),
        ("petrol attendants", "LAB"),
        ("two vintners", "AGR"),
        ("the First Lady", "ELI"),
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


def test_members_of_parliament_keep_their_side() -> None:
    opposing, governing = (find_sectors("Labour lawmakers", country="GBR", year=year) for year in (2015, 2003))
    assert opposing is not None
    assert governing is not None
    assert (opposing.sectors, governing.sectors) == (("LEG", "OPP"), ("LEG", "GOV"))


def test_a_party_of_an_unknown_year_is_a_party_unless_it_governed_for_a_generation() -> None:
    assert [find_sectors(party, country=code).sectors for party, code in (("Labour", "GBR"), ("the ANC", "ZAF"))] == [("PTY",), ("GOV",)]  # type: ignore[union-attr]


def test_a_year_counts_for_the_party_that_governed_most_of_it() -> None:
    parties = [find_sectors(party, country="USA", year=2017) for party in ("Democrats", "Republicans")]
    assert [p.sectors for p in parties if p] == [("OPP",), ("GOV",)]


@pytest.mark.parametrize("name", ["Carter Vidal", "Ana Mason", "Ole Sen"])
def test_a_trade_in_a_name_is_no_role(name: str) -> None:
    assert find_sectors(name) is None


def test_a_state_is_no_role_word() -> None:
    role = find_sectors("the Soviet Union")
    assert role is not None
    assert role.sectors == ("GOV",)


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


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("17,200 workers", ("LAB",)),
        ("up to six unions", ("LAB",)),
        ("nearly 200 postgraduate and doctoral students", ("EDU",)),
        ("a 55 - year - old priest", ("REL",)),
        ("the swamijis", ("REL",)),
        ("two commandoes", ("MIL",)),
        ("a civil service union", ("LAB",)),
        ("an EU official", ("GOV",)),
        ("the European Union", ()),
        ("three campaign advisers", ("PTY",)),
        ("anti-social elements", ("CRM",)),
    ],
)
def test_amounts_and_plurals_do_not_hide_the_noun(words: str, sectors: tuple[str, ...]) -> None:
    role = find_sectors(words)
    assert role is not None
    assert role.sectors == sectors


def test_a_party_that_governs_one_level_and_opposes_on_another_is_a_party() -> None:
    opposing, ruling = (find_sectors("the Scottish National Party", country="GBR", year=year) for year in (2003, 2015))
    assert opposing is not None
    assert ruling is not None
    assert (opposing.sectors, ruling.sectors) == (("OPP",), ("PTY",))


def test_the_years_of_a_party_are_in_order_and_stand_once() -> None:
    named: set[tuple[str, str]] = set()
    for country, names, terms in read_table("sectors_ruling.tsv"):
        for name in names.split("|"):
            assert (country, name) not in named
            named.add((country, name))
        for term in terms.split(","):
            first, _, last = term.removeprefix("p").partition("-")
            assert int(first) <= int(last or 9999)
