from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.records import EntityValue
from tocsin.resolve.entities.across import Actor, Seen, Sought, Spellings, across, key_of, same_across
from tocsin.resolve.entities.public_names import public_key

ABLYAZOV = ("Mukhtar Ablyazov", "Moukhtar Abliazov", "Muchtar Abljasow", "Mukhtar Abliazov", "Muxtar Ablyazov", "Мухтар Аблязов")


def who(name: str, country: str | None = "KAZ", *sectors: str, private: bool = False, identity: str = "n1") -> EntityValue:
    return EntityValue(name, identity, country, sectors, private)


def seen(*values: EntityValue) -> list[Seen]:
    return [Seen(f"d{number}", value) for number, value in zip(count(), values, strict=False)]


def spellings(actors: list[Actor]) -> set[frozenset[str]]:
    return {frozenset(actor.spellings) for actor in actors}


@pytest.mark.parametrize("name", ABLYAZOV)
def test_every_spelling_of_a_listed_figure_has_one_key(name: str) -> None:
    assert public_key(name, "KAZ") == "kaz-mukhtar-ablyazov"


def test_a_surname_is_a_listed_figure_where_the_country_tells_which() -> None:
    assert public_key("Abliazov", "KAZ") == "kaz-mukhtar-ablyazov"
    assert public_key("Abliazov", None) is None
    assert public_key("Abliazov", "PER") is None


def test_the_six_spellings_of_one_figure_are_one_in_six_documents() -> None:
    (actor,) = across(seen(*map(who, ABLYAZOV)))
    assert set(actor.spellings) == set(ABLYAZOV)
    assert actor.documents == ("d0", "d1", "d2", "d3", "d4", "d5")


def test_a_public_person_of_no_list_is_one_by_the_full_name() -> None:
    one, other = who("Zhanar Tulebayeva", "KAZ", "GOV"), who("Janar Toulebaïeva", "KAZ", "GOV")
    assert same_across(one, other)
    assert len(across(seen(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Anna Falk", "DEU", "GOV"), who("Peter Falk", "DEU", "GOV")),
        (who("Viktor Petrov", "RUS", "LEG"), who("Viktoria Petrova", "RUS", "LEG")),
        (who("Viktor Petrov", "RUS", "LEG"), who("Viktor Petrov", "BGR", "LEG")),
        (who("Falk", "DEU", "GOV"), who("Falk", "DEU", "GOV")),
        (who("Foreign Ministry", "PER", "GOV"), who("Foreign Ministry", "CHL", "GOV")),
        (who("National Council", "KEN", "GOV"), who("National Security Council", "KEN", "GOV")),
        (who("riot police", "KEN", "COP"), who("riot police", "PER", "COP")),
    ],
)
def test_near_names_stay_apart(one: EntityValue, other: EntityValue) -> None:
    assert not same_across(one, other)
    assert len(across(seen(one, other))) == 2


def test_a_body_is_one_under_its_name_and_its_letters() -> None:
    assert same_across(who("Democratic Forces Front", "TCD", "OPP"), who("DFF", "TCD", "OPP"))
    assert public_key("FARC", "COL") == public_key("Revolutionary Armed Forces of Colombia", "COL") is not None


def test_descriptions_are_one_by_their_words_and_country() -> None:
    (actor,) = across(seen(who("riot police", "KEN", "COP"), who("Riot police", "KEN", "COP")))
    assert actor.country == "KEN"


def test_a_private_person_is_linked_to_nothing() -> None:
    one, other = who("Aigul Sadykova", private=True), who("Aigul Sadykova", private=True)
    public = who("Aigul Sadykova", "KAZ", "GOV")
    assert not same_across(one, other)
    assert not same_across(one, public)
    actors = across(seen(one, other, public))
    assert len(actors) == 3
    assert all(len(actor.documents) == 1 for actor in actors)


def test_a_private_namesake_of_a_figure_is_not_the_figure() -> None:
    actors = across(seen(who("Mukhtar Ablyazov", private=True), who("Mukhtar Ablyazov")))
    assert [actor.key for actor in actors if actor.private] == [None]
    assert len(actors) == 2


def test_a_name_that_fits_two_joins_one_of_them_alone() -> None:
    john, jane, short = who("John Smithson", "USA", "LEG"), who("Jane Smithson", "USA", "LEG"), who("J. Smithson", "USA", "LEG")
    actors = across([*seen(john, john, jane, short), Seen("d9", jane)])
    assert not any({"John Smithson", "Jane Smithson"} <= set(actor.spellings) for actor in actors)


NAMES = (
    *ABLYAZOV,
    "Ablyazov",
    "John Smithson",
    "Jane Smithson",
    "J. Smithson",
    "Foreign Ministry",
    "Ministry of Foreign Affairs",
    "riot police",
    "Police",
    "FARC",
)
VALUES = st.builds(
    who, st.sampled_from(NAMES), st.sampled_from(["KAZ", "USA", None]), private=st.booleans(), identity=st.sampled_from(["n1", "n2"])
)


@given(st.lists(VALUES, max_size=12).flatmap(lambda values: st.tuples(st.just(seen(*values)), st.permutations(seen(*values)))))
@settings(deadline=None, max_examples=60)
def test_the_order_of_documents_does_not_matter(rows: tuple[list[Seen], list[Seen]]) -> None:
    one, other = map(across, rows)
    assert one == other
    assert sorted(d for actor in one for d in actor.documents) >= sorted({row.document for row in rows[0]})
    assert all(len(actor.documents) == 1 for actor in one if actor.private)


@given(VALUES, VALUES)
@settings(deadline=None, max_examples=60)
def test_which_comes_first_does_not_matter(one: EntityValue, other: EntityValue) -> None:
    assert same_across(one, other) == same_across(other, one)
    assert not (one.private or other.private) or not same_across(one, other)


@given(st.text(max_size=40), st.sampled_from([None, "KAZ", "XXX"]))
@settings(deadline=None, max_examples=60)
def test_any_name_is_taken(name: str, country: str | None) -> None:
    assert public_key(name, country) == public_key(name, country)
    Sought(name).bears(who(name or "x", country))


@pytest.mark.parametrize("words", ["Ablyazov", "Mukhtar Abliazov", "Абля́зов".replace("\u0301", ""), "moukhtar abliazov"])
@pytest.mark.parametrize("name", ABLYAZOV)
def test_a_figure_is_found_by_any_spelling(words: str, name: str) -> None:
    assert Sought(words).bears(who(name))


def test_a_search_finds_the_surname_of_a_listed_figure_and_nobody_elses() -> None:
    assert Sought("Mukhtar Ablyazov").bears(who("Abliazov"))
    assert not Sought("Zhanar Tulebayeva").bears(who("Tulebayeva"))
    assert Sought("Tulebayeva").bears(who("Zhanar Tulebayeva"))


def test_a_search_by_likeness_passes_private_people_by() -> None:
    assert not Sought("Aigul Sadikova").bears(who("Aigul Sadykova", private=True))
    assert Sought("Aigul Sadykova").bears(who("Aigul Sadykova", private=True))
    assert Sought("Aigul Sadikova").bears(who("Aigul Sadykova", "KAZ", "GOV"))


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (who("Moukhtar Abliazov", "KAZ", "OPP"), "kaz-mukhtar-ablyazov"),
        (who("Putin", "RUS", "GOV"), "rus-vladimir-putin"),
        (who("Janar Toulebaïeva", "KAZ", "GOV"), "kaz-janar-tulebaieva"),
        (who("Ministry of Foreign Affairs", "KEN", "GOV"), "ken-foreign-ministry"),
        (who("Foreign Ministry", "KEN", "GOV"), "ken-foreign-ministry"),
        (who("US", "USA", "GOV"), "usa"),
        (who("the United States", "USA", "GOV"), "usa"),
        (who("riot police", "KEN", "COP"), None),
        (who("Falk", "DEU", "GOV"), None),
        (who("Anna Falk", None, "GOV"), None),
        (who("Mukhtar Ablyazov", private=True), None),
    ],
)
def test_public_figures_and_bodies_have_a_key(value: EntityValue, key: str | None) -> None:
    assert key_of(value) == key


@given(VALUES)
@settings(deadline=None, max_examples=100)
def test_private_people_have_no_key_and_a_key_is_one_word(value: EntityValue) -> None:
    key = key_of(value)
    assert not (value.private and key)
    assert key is None or key == key.lower().replace(" ", "")


def test_spellings_are_compared_once_and_found_among_new_ones() -> None:
    spellings = Spellings()
    everybody = frozenset((name, "KAZ") for name in (*ABLYAZOV, "Anna Falk"))
    assert spellings("Ablyazov", everybody) == everybody - {("Anna Falk", "KAZ")}
    assert spellings("Ablyazov", everybody | {("Abliazov", "KAZ")}) == everybody - {("Anna Falk", "KAZ")} | {("Abliazov", "KAZ")}
    assert spellings("Ablyazov", frozenset({("Anna Falk", "KAZ")})) == frozenset()
