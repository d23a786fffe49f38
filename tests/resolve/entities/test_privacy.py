"""Parties and chambers are nobody's name; whoever has a first name before such a word stays private."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.entities.test_entities import entities
from tocsin.resolve.entities.privacy import _ADHERENTS, _ADHERENTS_TOO, _CHAMBERS, _LEANINGS, _LEANINGS_TOO, _names_nobody
from tocsin.resolve.word_lists import given_names

SURNAMES = sorted(_ADHERENTS_TOO | _CHAMBERS | _LEANINGS_TOO | _LEANINGS - _ADHERENTS)


@pytest.mark.parametrize(
    "words",
    [
        *("House Democrat", "House Democrats", "Senate Republican", "Congressional Progressive", "Commons Conservative", "Lords Liberal"),
        *("House Tory", "Senate Greens", "Republican Whip", "Assembly Nationalist", "Opposition Socialist"),
        *(
            "Christian Democrat",
            "Social Democrats",
            "Liberal Democrat",
            "Lib Dem",
            "Left-wing Socialist",
            "Moderate Republican",
            "Democrat",
        ),
        *("Texas Democrat", "Kenyan Communist", "New York Republicans", "State Democrat", "House Progressive Caucus"),
    ],
)
@pytest.mark.parametrize("text", ["On Monday {} criticised the bill.", "{} criticised the bill on Monday."])
def test_a_member_of_a_party_or_chamber_is_named_by_nobody(words: str, text: str) -> None:
    (value,) = entities(text.format(words), words)
    assert not value.private


@pytest.mark.parametrize(
    "name",
    [
        *("Christian Green", "Jordan Green", "Santiago Liberal", "Christian Lords", "Green", "Robin Whip", "Oleg Varda", "Varda"),
        *("Christian Liberal", "Robin Independent", "Oleg Jordan", "Abab Chad", "Robin House", "Paula Commons", "Aaron Assembly"),
    ],
)
def test_a_name_that_has_such_a_word_stays_private(name: str) -> None:
    (value,) = entities(f"Police beat {name}, 19, a student, on Monday.", name)
    assert value.private


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(sorted(given_names())) | st.from_regex(r"[a-z][bdfgklmnprstvz][aeiou][bdfgklmnprstvz]{1,2}[aeiou]?", fullmatch=True),
    st.sampled_from(SURNAMES),
)
def test_a_first_name_before_such_a_word_is_somebodys(first: str, surname: str) -> None:
    name = f"{first.title()} {surname.title()}"
    assert not _names_nobody(name)


def test_no_first_name_stands_among_the_words_before_a_surname() -> None:
    assert not given_names() & (_CHAMBERS | _LEANINGS | _ADHERENTS)
