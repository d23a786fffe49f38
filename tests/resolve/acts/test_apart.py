"""One act is in one place: ties between mentions that name towns far apart are cut."""

from __future__ import annotations

from tocsin.records import Claim, Mention, PlaceValue, Quote
from tocsin.resolve.acts.apart import told_apart

MOMBASA = PlaceValue("Mombasa", "city", "KEN", 186301, -4.05, 39.66)
LIKONI = PlaceValue("Likoni", "city", "KEN", 186317, -4.08, 39.66)
KISUMU = PlaceValue("Kisumu", "city", "KEN", 191245, -0.1, 34.75)
KENYA = PlaceValue("Kenya", "country", "KEN", 192950, 1.0, 38.0)


def mention(number: int, same_as: str | None = None) -> Mention:
    return Mention(f"e{number}", "COERCE", Quote(10 * number, 10 * number + 8, "arrested"), same_as=same_as)


def place(number: int, value: PlaceValue) -> Claim:
    return Claim(f"e{number}", "place", 0, Quote(10 * number, 10 * number + 1, "x"), "asserted", value)


def ties(mentions: tuple[Mention, ...]) -> list[str | None]:
    return [mention.same_as for mention in mentions]


def test_arrests_in_two_cities_are_two_acts_and_later_mentions_find_theirs() -> None:
    told = (mention(1), mention(2, "e1"), mention(3, "e1"), mention(4, "e1"), mention(5, "e1"))
    claims = (place(1, MOMBASA), place(2, KISUMU), place(3, LIKONI), place(5, KISUMU))
    assert ties(told_apart(told, claims)) == [None, None, "e1", "e1", "e2"]


def test_what_names_no_town_stays() -> None:
    told = (mention(1), mention(2, "e1"), mention(3, "e1"))
    assert told_apart(told, (place(1, MOMBASA), place(2, KENYA))) == told
    assert told_apart(told, ()) == told


def test_a_tie_to_a_mention_that_is_not_there_is_left() -> None:
    assert ties(told_apart((mention(2, "e9"),), ())) == ["e9"]
