"""Nobody acts in a dateline."""

from __future__ import annotations

import pytest

from tocsin.records import Document, EntityHint, Mention, Quote
from tocsin.resolve.places.datelines import datelines
from tocsin.resolve.roles.own_sentence import with_own_words


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LAGOS - Police held ten.", "LAGOS"),
        ("Harbour shut\n\nLAGOS, Nigeria (AP) — Police held ten.", "LAGOS, Nigeria (AP)"),
        ("KAMPALA, March 3 (Reuters) - Police held ten.", "KAMPALA, March 3 (Reuters)"),
        ("Nairobi – Police held ten.", "Nairobi"),
        ("PORT-AU-PRINCE, Haiti -- Police held ten.", "PORT-AU-PRINCE, Haiti"),
        ("Tarsk (Xinhua) -- Police held ten.", "Tarsk (Xinhua)"),
    ],
)
def test_a_dateline_is_found(text: str, dateline: str) -> None:
    (span,) = datelines(text)
    assert text[span.start : span.end] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "NATO - The alliance held ten.",
        "Police - Officers of the town held ten.",
        "Moscow – which denied it – held ten.",
        "Anglo-Dutch talks began.",
        "Ana Vidal — The trial of a reporter",
        "The police of Lagos - Nigeria's largest town - held ten.",
    ],
)
def test_other_dashes_make_none(text: str) -> None:
    assert datelines(text) == ()


def test_a_dateline_is_no_actor() -> None:
    text = "LAGOS - Police held ten dockers."
    at = {words: Quote(text.index(words), text.index(words) + len(words), words) for words in ("LAGOS", "Police", "held", "dockers")}
    hints = (EntityHint(countries=(("NGA", 0.9),)), EntityHint(sectors=(("COP", 0.9),)))
    mention = Mention("e1", "COERCE", at["held"], actors=(at["LAGOS"], at["Police"]), recipients=(at["LAGOS"],), actor_hints=hints)
    (mended,) = with_own_words(Document("d", text, "-"), [mention])
    assert mended.actors == (at["Police"],)
    assert mended.actor_hints == hints[1:]
    assert mended.recipients == ()
