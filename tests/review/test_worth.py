from __future__ import annotations

from dataclasses import replace

from tests.store.samples import READING
from tocsin.records import Quote
from tocsin.review.fields import Coded, coded
from tocsin.review.worth import worth


def sure(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    return tuple(replace(quote, score=1.0) for quote in quotes)


def first(score: float = 0.6, **changes: object) -> Coded:
    event = coded(READING)["e1"]
    return replace(event, mention=replace(event.mention, score=score, **changes))  # type: ignore[arg-type]  # by their names


def test_doubt_readers_and_harm_each_make_a_look_worth_more() -> None:
    plain = worth(first()).value
    assert worth(first(score=0.9)).value < plain
    assert worth(first(), articles=12).value > plain
    assert worth(first(type="ASSAULT")).value > plain > worth(first(type="AID")).value
    assert worth(first(same_as="e0")).value < plain


def test_an_event_without_doubt_is_worth_nothing_however_many_read_it() -> None:
    mention = coded(READING)["e1"].mention
    words = {name: sure(getattr(mention, name)) for name in ("actors", "recipients", "places", "times")}
    certain = first(1.0, counts=(), said_by=None, **words)
    assert worth(certain, articles=500).value == 0


def test_it_says_why_in_words_the_greatest_doubt_first() -> None:
    assert worth(first(0.7), articles=3).reasons == (
        "70 % sure that “arrested” is COERCE",
        "90 % sure that “Police” is its actor",
        "told by 3 reports",
    )
    assert worth(coded(READING)["e2"]).reasons[-2:] == ("nothing could be made of “Monday” (when)", "it names a private person")
