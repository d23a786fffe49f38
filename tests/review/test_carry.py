from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import correction, corrections, readings
from tests.review.test_effective import words
from tests.store.samples import READING, TEXT
from tocsin.records import Quote, Reading
from tocsin.review import Correction, Edit, effective
from tocsin.review.carry import carry

EMPTY = replace(READING, mentions=(), claims=(), model="model-2")


def renumbered(reading: Reading, text: str | None = None, shift: int = 0) -> Reading:
    """The same events under other ids, as a newer model may number them."""
    names = {mention.id: f"e{number}" for number, mention in enumerate(reading.mentions, start=7)}

    def moved(quote: Quote) -> Quote:
        return replace(quote, start=quote.start + shift, end=quote.end + shift)

    mentions = tuple(
        replace(
            mention,
            id=names[mention.id],
            same_as=names.get(mention.same_as or ""),
            part_of=names.get(mention.part_of or ""),
            trigger=moved(mention.trigger),
        )
        for mention in reading.mentions
    )
    claims = tuple(replace(claim, mention=names[claim.mention], quote=moved(claim.quote)) for claim in reading.claims)
    document = replace(reading.document, text=text or reading.document.text)
    return replace(reading, document=document, mentions=mentions, claims=claims, model="model-2")


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_the_same_reading_again_carries_everything(data: st.DataObject) -> None:
    reading = data.draw(readings())
    made = data.draw(corrections(reading))
    carried = carry(made, reading, replace(reading, model="model-2"), 1, 1)
    assert [one.aside for one in carried] == [None] * len(made)
    assert effective(reading, carried) == effective(reading, made)


def test_a_correction_follows_its_event_to_its_new_id() -> None:
    made = [correction(1, Edit("change", "e1", "type", "PROTEST"), READING), correction(2, Edit("change", "e2", "same_as", None), READING)]
    now = renumbered(READING)
    carried = carry(made, READING, now, 1, 1)
    assert [one.event for one in carried] == ["e7", "e8"]
    assert [(mention.id, mention.type, mention.same_as) for mention in effective(now, carried).mentions] == [
        ("e7", "PROTEST", None),
        ("e8", "COERCE", None),
    ]


def test_a_tie_follows_the_event_that_it_names() -> None:
    reading = replace(READING, mentions=(READING.mentions[0], replace(READING.mentions[1], same_as=None)))
    made = [correction(1, Edit("change", "e2", "same_as", "e1"), reading)]
    now = renumbered(reading)
    assert effective(now, carry(made, reading, now, 1, 1)).mentions[1].same_as == "e7"


def test_an_event_that_the_new_reading_lacks_stays_as_the_person_saw_it() -> None:
    made = [correction(1, Edit("change", "e1", "hedged", True), READING)]  # the value that a person gives
    carried = carry(made, READING, EMPTY, 1, 1)
    [mention] = effective(EMPTY, carried).mentions
    assert (mention.id, mention.type, mention.hedged) == ("p1", "COERCE", True)
    assert [quote.text for quote in mention.actors] == ["Police"]


def test_what_a_person_added_and_the_new_reading_found_too_is_one_event() -> None:
    made = [correction(1, Edit("add", None, None, {"type": "COERCE", "trigger": words("arrested")}), EMPTY)]
    [one] = carry(made, EMPTY, READING, 1, 1)
    assert one.event == "e1"
    assert len(effective(READING, [one]).mentions) == 2


def test_words_that_moved_are_found_and_words_that_went_set_the_correction_aside() -> None:
    made = [
        correction(1, Edit("change", "e1", "type", "PROTEST"), READING),
        correction(2, Edit("change", "e1", "place", [words("Tarsk")]), READING),
        correction(3, Edit("accept", "e2"), READING),
    ]
    text = "Updated. " + TEXT.replace("those held", "those who stayed")
    now = replace(EMPTY, document=replace(READING.document, text=text))
    carried = carry(made, READING, now, 1, 2)
    assert [(one.version, one.aside) for one in carried] == [
        (2, None),
        (2, None),
        (1, "the words “held” do not stand in the text any more"),
    ]
    after = effective(now, carried)
    assert [text[mention.trigger.start : mention.trigger.end] for mention in after.mentions] == ["arrested"]
    again: list[Correction] = carry(carried, now, READING, 2, 3)
    assert again[2] == carried[2]  # of an older text: it stays aside, never dropped


def test_that_nothing_is_missing_holds_while_the_events_are_the_same() -> None:
    made = [correction(1, Edit("accept"), READING)]
    assert carry(made, READING, renumbered(READING), 1, 1)[0].aside is None
    aside = carry(made, READING, EMPTY, 1, 1)[0].aside
    assert aside == "the document was read again and has other events now; look it over once more"
