"""Two codings of one text: paired, measured, decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import corrections, readings
from tests.review.test_effective import changed, words
from tests.store.samples import READING, TEXT
from tocsin.errors import InputError
from tocsin.records import Mention, Quote, Reading
from tocsin.review import Edit, effective
from tocsin.review.adjudicate import differences, settled
from tocsin.review.agreement import EXPLAINED, Agreement, agreement
from tocsin.review.pairing import Sentences, pair


def mention(name: str, kind: str, trigger: str) -> Mention:
    return Mention(name, kind, Quote(**words(trigger), text=trigger))


def alphas(found: Agreement) -> dict[str, float | None]:
    return {field.field: field.alpha for field in found.fields}


def test_events_are_paired_by_their_triggers_before_their_types() -> None:
    one = [mention("a", "COERCE", "arrested"), mention("b", "PROTEST", "marchers"), mention("c", "ACCUSE", "said")]
    other = [mention("x", "ASSAULT", "arrested"), mention("y", "PROTEST", "council"), mention("z", "COERCE", "held")]
    found = pair(TEXT, one, other)
    assert [(left.id, right.id) for left, right in found.both] == [("a", "x"), ("b", "y")]
    assert [left.id for left in found.only_one] == ["c"]
    assert [right.id for right in found.only_other] == ["z"]  # in another sentence


def test_two_events_on_one_trigger_keep_their_types() -> None:
    one = [mention("a", "SANCTION", "arrested"), mention("b", "COERCE", "arrested")]
    other = [mention("x", "COERCE", "arrested"), mention("y", "SANCTION", "arrested")]
    assert {(left.id, right.id) for left, right in pair(TEXT, one, other).both} == {("a", "y"), ("b", "x")}


def test_sentences_can_be_read() -> None:
    assert Sentences("One.\nTwo  words? “Three.” Four").words(8) == "Two words?"


@settings(deadline=None, max_examples=20)
@given(readings())
def test_a_coder_agrees_with_oneself(reading: Reading) -> None:
    found = agreement([(reading, reading)])
    assert all(field.alpha in {1.0, None} and field.same in {1.0, None} for field in found.fields)
    assert differences(reading, reading) == ()


def test_alpha_is_that_of_the_textbook() -> None:
    # Krippendorff's nominal alpha by hand: 4 units, 8 values (5 a, 3 b), one unit in which the two differ:
    # observed disagreement 1/4, expected 2·5·3/(8·7) = 30/56, so alpha = 1 − (1/4)/(30/56) = 0.5333…
    text = "One arrested. Two arrested. Three arrested. Four arrested."
    starts = [text.index(word) + len(word) + 1 for word in ("One", "Two", "Three", "Four")]

    def coding(kinds: str) -> Reading:
        types = {"a": "COERCE", "b": "ASSAULT"}
        mentions = (Mention(f"e{at}", types[kind], Quote(at, at + 8, "arrested")) for at, kind in zip(starts, kinds, strict=True))
        return replace(READING, document=replace(READING.document, text=text), mentions=tuple(mentions), claims=())

    found = agreement([(coding("aabb"), coding("aaab"))])
    [kind] = [field for field in found.fields if field.field == "type"]
    assert kind.alpha == pytest.approx(1 - (1 / 4) / (30 / 56))
    assert (kind.units, kind.same, found.documents) == (4, 0.75, 1)


def test_sets_count_in_part_and_fields_that_never_vary_have_no_alpha() -> None:
    other = changed(Edit("change", "e1", "contexts", ["repression", "legal"]))
    found = alphas(agreement([(READING, other)]))
    assert found["contexts"] is not None
    assert 0 < found["contexts"] < 1
    assert found["hedged"] is None
    assert set(found) == set(EXPLAINED)


def test_nothing_coded_is_nothing_measured() -> None:
    assert agreement([]).documents == 0
    assert {field.alpha for field in agreement([]).fields} == {None}


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_choosing_one_side_everywhere_gives_that_coding(data: st.DataObject) -> None:
    reading = data.draw(readings())
    one, other = effective(reading, data.draw(corrections(reading, 3))), effective(reading, data.draw(corrections(reading, 3)))
    choices = {(each.event, each.field): each.one for each in differences(one, other)}
    finals = settled(one, other, choices)
    assert sorted(final.one or "" for final in finals) == sorted(mention.id for mention in one.mentions)
    assert sorted(final.sheet["type"] for final in finals) == sorted(mention.type for mention in one.mentions)


def test_differences_are_told_field_by_field() -> None:
    one = changed(Edit("change", "e1", "type", "ASSAULT"), Edit("reject", "e2"))
    other = changed(Edit("change", "e1", "hedged", True))  # the value that a person gives
    told = [(each.event, each.field) for each in differences(one, other)]
    assert told == [("e1", "type"), ("e1", "modes"), ("e1", "hedged"), ("e2", None)]


def test_nothing_holds_before_all_is_decided() -> None:
    other = changed(Edit("change", "e1", "hedged", True))  # see above
    with pytest.raises(InputError, match="1 difference is not decided yet, the first one: hedged of e1"):
        settled(READING, other, {})
