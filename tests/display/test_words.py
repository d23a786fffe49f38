from __future__ import annotations

import datetime as dt

import pytest

from tocsin.display.words import NAMED, act, claimed, figure, how_many, says, shades, told_by, when, where, who
from tocsin.records import Aux, Claim, CountValue, EntityValue, Event, Field, Mention, PlaceValue, Quote, TimeValue, Value


def quote(words: str) -> Quote:
    return Quote(0, len(words), words)


def claim(field: Field, words: str, value: Value | None = None, claimant: str | None = None) -> Claim:
    return Claim("e1", field, 0, quote(words), "asserted", value, quote(claimant) if claimant else None)


def event(*claims: Claim, mentions: tuple[Mention, ...] = (Mention("e1", "COERCE", quote("arrested"), ("arrest",)),)) -> Event:
    return Event("e1", mentions, claims)


def people(words: str, identity: str, name: str | None = None) -> Claim:
    return claim("recipient", words, EntityValue(name or words, identity, "KAZ", ("CVL",)))


def test_one_identity_is_named_once_and_by_its_fullest_spelling() -> None:
    told = event(people("Serik", "n1", "Serik Omarov"), people("Omarov", "n1", "Serik Omarov"), claim("recipient", "others"))
    assert who(told, "recipient") == "Serik Omarov (KAZ CVL), others"
    assert who(told, "actor") == ""


def test_a_long_list_ends_with_how_many_more() -> None:
    told = event(*(people(f"group {number}", f"n{number}") for number in range(NAMED + 2)))
    assert who(told, "recipient").endswith("group 2 (KAZ CVL) and 2 more")


def arrested(low: int, high: int | None, claimant: str | None = None) -> Claim:
    return claim("count", "many", CountValue("arrested", low, high, None), claimant)


def test_figures_of_one_kind_stand_together_and_rivals_apart() -> None:
    told = event(arrested(24, 99), arrested(50, 50), arrested(24, 99), arrested(200, None, "a rights group"), claim("count", "a score"))
    assert how_many(told) == ("24–99, 50 arrested", "at least 200 arrested (a rights group)", "“a score”")


def test_the_source_of_the_whole_event_is_not_said_again_with_each_figure() -> None:
    told = event(arrested(5, 5, "police"), mentions=(Mention("e1", "COERCE", quote("held"), said_by=quote("police")),))
    assert (how_many(told), says(told)) == (("5 arrested",), ("police",))


def test_each_figure_of_several_sources_stands_beside_its_own() -> None:
    mentions = tuple(
        Mention(f"e{number}", "ASSAULT", quote("shot"), said_by=quote(who))
        for number, who in enumerate(("witnesses", "police", "the mayor"))
    )
    told = event(arrested(5, None, "witnesses"), arrested(9, 9, "police"), arrested(2, 2), mentions=mentions)
    assert told_by(told) == ("at least 5 arrested (witnesses)", "9 arrested (police)", "2 arrested (the report)", "according to the mayor")
    one = event(arrested(9, 9, "police"), arrested(2, 2), mentions=mentions[1:2])
    assert told_by(one) == ("9 arrested", "2 arrested (the report)", "according to police")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (CountValue("days", 20, 50, 35, "days"), "20–50 days held"),
        (CountValue("money", 5000, 5000, 5000, "USD"), "5,000 USD"),
        (CountValue("other", 2, 2, 2), "2 (other)"),
        (EntityValue("the\x1b mayor", "n1"), "the\ufffd mayor"),
        (PlaceValue("Almaty", "city", "KAZ", 1526384, 43.25, -76.95), "Almaty, KAZ 43.250 N 76.950 W"),
        (PlaceValue("Kazakhstan", "country", "KAZ"), "Kazakhstan"),
        (TimeValue(dt.date(2021, 2, 22), dt.date(2021, 2, 28), "week", "relative"), "2021-02-22 to 2021-02-28 (relative)"),
        (TimeValue(dt.date(2021, 2, 1), dt.date(2021, 2, 28), "month", "stated"), "2021-02 (stated)"),
        (TimeValue(dt.date(2021, 1, 1), dt.date(2021, 12, 31), "year", "stated"), "2021 (stated)"),
        (TimeValue(None, None, "unknown", "none"), ""),
        (None, ""),
    ],
)
def test_values_in_words(value: Value | None, words: str) -> None:
    assert claimed(claim("actor", "words", value)) == words


def test_an_open_range() -> None:
    assert figure(CountValue("killed", 1000, None, None)) == "at least 1,000"


def mention(name: str, aux: tuple[Aux, ...], hedged: bool, mode: str) -> Mention:
    return Mention(name, "PROTEST", quote("rally"), (mode,), aux, hedged)


def test_an_act_has_the_modes_of_all_its_mentions_and_the_shades_that_all_share() -> None:
    told = event(mentions=(mention("e1", ("future", "hypothetical"), True, "demo"), mention("e2", ("future",), True, "obstruct")))
    assert act(told) == "PROTEST: demo, obstruct"
    assert shades(told) == ("planned", "hedged")


def test_the_most_precise_time_and_place_win_and_unresolved_words_stand_for_themselves() -> None:
    day, year = dt.date(2021, 2, 28), (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    told = event(
        claim("when", "2021", TimeValue(*year, "year", "stated")),
        claim("when", "Sunday", TimeValue(day, day, "day", "relative")),
        claim("where", "the country", PlaceValue("Kazakhstan", "country", "KAZ", where_prec=6)),
        claim("where", "Almaty", PlaceValue("Almaty", "city", "KAZ", where_prec=1)),
    )
    assert (when(told), where(told)) == ("2021-02-28", "Almaty, KAZ")
    vague = event(claim("time", "last  spring"), claim("place", "a park"))
    assert (when(vague), where(vague)) == ("“last spring”", "“a park”")
    assert (when(event()), where(event())) == ("", "")
