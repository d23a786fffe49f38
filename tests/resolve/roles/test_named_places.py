"""A place that is told by what it is goes on to its name."""

from __future__ import annotations

import pytest

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.roles.named_places import with_named_places


def places(text: str, *told: str) -> list[str]:
    quotes = tuple(Quote(text.index(words), text.index(words) + len(words), words, 0.9) for words in told)
    mention = Mention("e1", "COERCE", Quote(0, 1, text[0], 1.0), places=quotes)
    return [place.text for place in with_named_places(Document("d", text, "-"), (mention,))[0].places]


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        (
            "Fifty were held in the lake region's main city, Marrud, before noon.",
            "the lake region's main city",
            "the lake region's main city, Marrud",
        ),
        ("In the capital, Orsk Dal, police held fifty.", "the capital", "the capital, Orsk Dal"),
        ("Two were shot in a northern village, Port of Tarsk.", "a northern village", "a northern village, Port of Tarsk"),
        ("They met in the capital, Marrud on Monday.", "the capital", "the capital, Marrud"),
    ],
)
def test_the_name_behind_the_comma_belongs_to_the_place(text: str, told: str, found: str) -> None:
    assert places(text, told) == [found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In the village, Ahmed, a farmer, was shot.", "the village"),
        ("They met in the capital, President Orsk said.", "the capital"),
        ("They met in the capital, on Monday.", "the capital"),
        ("They met in the capital, Monday, and left.", "the capital"),
        ("They met in the city of Marrud, Orsk, and left.", "the city of Marrud"),
        ("They met in the capital, where two were shot.", "the capital"),
    ],
)
def test_what_is_no_name_of_the_place_stays_outside(text: str, told: str) -> None:
    assert places(text, told) == [told]


def test_a_name_that_is_quoted_by_itself_stays_by_itself() -> None:
    assert places("They met in the capital, Marrud, and left.", "the capital", "Marrud") == ["the capital", "Marrud"]
