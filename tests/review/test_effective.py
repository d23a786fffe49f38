from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import AT, TEXT, correction, corrections, edits, readings
from tests.store.samples import READING
from tests.store.samples import TEXT as SAMPLE
from tocsin.codebook import MODES
from tocsin.errors import InputError
from tocsin.records import CountValue, EntityValue, PlaceValue, Quote, Reading
from tocsin.review import Correction, Edit, effective, is_reviewed
from tocsin.review.fields import FIELDS, Coded, coded, made, read, sheet, write

quick = settings(deadline=None, max_examples=30)


def words(text: str, of: str = SAMPLE) -> dict[str, int]:
    start = of.index(text)
    return {"start": start, "end": start + len(text)}


def changed(*edits: Edit, reading: Reading = READING) -> Reading:
    """The reading after some edits, one after the other."""
    made: list[Correction] = []
    for key, edit in enumerate(edits, start=1):
        made.append(correction(key, edit, effective(reading, made)))
    return effective(reading, made)


# ---- what goes out comes back


@quick
@given(st.data())
def test_corrections_that_are_undone_give_the_reading_back(data: st.DataObject) -> None:
    reading = data.draw(readings())
    made = data.draw(corrections(reading))
    assert effective(reading, [replace(one, undone_by="ola", undone_at=AT) for one in made]) == reading


@quick
@given(st.data())
def test_undoing_one_is_as_if_it_had_not_been_made(data: st.DataObject) -> None:
    reading = data.draw(readings())
    made = data.draw(corrections(reading))
    for gone in made:
        without = [one for one in made if one is not gone]
        assert effective(reading, [replace(one, undone_at=AT) if one is gone else one for one in made]) == effective(reading, without)


@quick
@given(st.data())
def test_the_order_of_independent_corrections_does_not_matter(data: st.DataObject) -> None:
    reading = data.draw(readings())
    drawn = data.draw(corrections(reading))
    wholes = {one.event for one in drawn if one.field is None}
    independent = {(one.event, one.field): one for one in drawn if one.field is None or one.event not in wholes}
    made = list(independent.values())
    shuffled = data.draw(st.permutations(made))
    assert effective(reading, made) == effective(reading, shuffled)


@quick
@given(st.data())
def test_a_change_and_the_change_back_leave_nothing_but_certainty(data: st.DataObject) -> None:
    reading = data.draw(readings())
    edit = data.draw(edits(reading).filter(lambda edit: edit.event is not None and edit.action == "change"))
    event = edit.event or ""
    try:
        first = correction(1, edit, reading)
    except InputError:
        return
    back = replace(first, key=2, value=sheet(coded(reading)[event]), field=None)
    after = effective(reading, [first, back])
    assert [_without_scores(sheet(one)) for one in coded(after).values()] == [
        _without_scores(sheet(one)) for one in coded(reading).values()
    ]


@quick
@given(readings())
def test_each_field_is_written_as_it_was_read(reading: Reading) -> None:
    for event in coded(reading).values():
        for field in FIELDS:
            again = write(event, field, read(event, field), TEXT, keep_score=True)
            assert again.mention == event.mention
            assert sorted(again.claims, key=repr) == sorted(event.claims, key=repr)


@quick
@given(readings())
def test_a_sheet_makes_its_event(reading: Reading) -> None:
    for event in coded(reading).values():
        again = made(event.mention.id, sheet(event), TEXT, keep_score=True)
        assert again.mention == replace(event.mention, score=1.0, actor_hints=())
        assert {claim.field for claim in again.claims} == {claim.field for claim in event.claims}


@quick
@given(st.data())
def test_what_comes_out_keeps_the_codebooks_rules(data: st.DataObject) -> None:
    reading = data.draw(readings())
    after = effective(reading, data.draw(corrections(reading, most=8)))
    ids = [mention.id for mention in after.mentions]
    for place, mention in enumerate(after.mentions):
        assert set(mention.modes) <= set(MODES[mention.type])
        assert mention.same_as is None or mention.same_as in ids[:place]
        assert mention.part_of is None or mention.part_of in set(ids) - {mention.id}
        assert TEXT[mention.trigger.start : mention.trigger.end] == mention.trigger.text
    for claim in after.claims:
        assert claim.mention in ids
        assert TEXT[claim.quote.start : claim.quote.end] == claim.quote.text
    assert len(set(ids)) == len(ids)


def _without_scores(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_scores(inner) for name, inner in value.items() if name != "score"}
    return [_without_scores(inner) for inner in value] if isinstance(value, list) else value


# ---- one by one


def test_a_change_of_type_takes_its_modes_along_and_leaves_the_machines_reading_alone() -> None:
    after = changed(Edit("change", "e1", "type", "PROTEST"))
    assert (after.mentions[0].type, after.mentions[0].modes, after.mentions[0].score) == ("PROTEST", (), 1.0)
    assert READING.mentions[0].type == "COERCE"


def test_a_plan_is_planned_in_all_its_claims() -> None:
    after = changed(Edit("change", "e1", "aux", ["future"]))
    assert {claim.standing for claim in after.claims if claim.mention == "e1"} == {"planned"}


def test_another_source_claims_what_the_former_one_claimed() -> None:
    after = changed(Edit("change", "e1", "said_by", words("Oleg Varda")))
    claimants = {claim.field: claim.claimant.text for claim in after.claims if claim.mention == "e1" and claim.claimant}
    assert claimants.pop("count") == "the bar council"  # the figure names its own source
    assert set(claimants.values()) == {"Oleg Varda"}
    assert after.mentions[0].said_by == Quote(**words("Oleg Varda"), text="Oleg Varda")


def test_no_source_makes_it_the_reports_own_voice() -> None:
    after = changed(Edit("reject", "e1", "said_by"))
    assert {claim.claimant for claim in after.claims if claim.mention == "e1" and claim.field != "count"} == {None}
    assert not any(claim.field == "said_by" for claim in after.claims)


def test_the_value_of_some_words() -> None:
    after = changed(Edit("change", "e1", "actor", {**words("Police"), "value": {"country": "FRA", "sectors": ["MIL"]}}))
    [actor] = [claim for claim in after.claims if claim.field == "actor"]
    assert actor.value == EntityValue("Police", "n1", "FRA", ("MIL",))
    assert actor.quote.score == 1.0


def test_words_taken_in_know_what_they_are_elsewhere_in_the_document() -> None:
    after = changed(Edit("add", "e2", "place", words("Tarsk")))
    [place] = [claim for claim in after.claims if claim.mention == "e2" and claim.field == "place"]
    assert isinstance(place.value, PlaceValue)
    assert place.value.geonameid == 77


def test_the_place_of_the_act_follows_its_places_until_a_person_sets_it() -> None:
    there = {"name": "Almaty", "country": "KAZ", "geonameid": 5, "latitude": 43.2, "longitude": 76.9}
    moved = Edit("change", "e1", "place", [{**words("Monday"), "value": there}])
    assert _where(changed(moved)) == "Almaty"
    assert _where(changed(Edit("reject", "e1", "place"))) is None
    kept = Edit("change", "e1", "where", {**words("Tarsk"), "value": {**there, "name": "Shymkent"}})
    assert _where(changed(moved, kept)) == _where(changed(kept, moved)) == "Shymkent"
    assert _where(changed(Edit("accept", "e1", "place"))) == "Tarsk"


def _where(reading: Reading) -> str | None:
    values = [claim.value for claim in reading.claims if claim.mention == "e1" and claim.field == "where"]
    return values[0].name if values and isinstance(values[0], PlaceValue) else None


def test_a_count() -> None:
    after = changed(Edit("change", "e1", "count", {**words("about 40"), "value": {"low": 40, "high": 60}}))
    [count] = [claim for claim in after.claims if claim.field == "count"]
    assert count.value == CountValue("arrested", 40, 60, None)


def test_a_missed_event_stands_where_its_trigger_does() -> None:
    after = changed(Edit("add", None, None, {"type": "ACCUSE", "trigger": words("said"), "actor": [words("the bar council")]}))
    assert [mention.id for mention in after.mentions] == ["e1", "p1", "e2"]
    [actor] = [claim for claim in after.claims if claim.mention == "p1"]
    assert isinstance(actor.value, EntityValue)
    assert actor.value.identity == "n3"


def test_who_was_tied_to_a_rejected_event_takes_its_place() -> None:
    third = replace(READING.mentions[1], id="e3", same_as="e1", part_of="e1")
    reading = replace(READING, mentions=(*READING.mentions, third))
    after = changed(Edit("reject", "e1"), reading=reading)
    assert [(mention.id, mention.same_as, mention.part_of) for mention in after.mentions] == [("e2", None, None), ("e3", "e2", "e2")]


def test_one_entry_in_and_one_out() -> None:
    after = changed(
        Edit("add", "e1", "contexts", "legal"),
        Edit("remove", "e1", "contexts", "repression"),
        Edit("remove", "e1", "time", words("Monday")),
    )
    assert after.mentions[0].contexts == ("legal",)
    assert after.mentions[0].times == ()


def test_a_document_is_reviewed_when_each_event_is_or_a_person_says_so() -> None:
    assert not is_reviewed(READING, [])
    one, two = correction(1, Edit("accept", "e1"), READING), correction(2, Edit("reject", "e2"), READING)
    assert not is_reviewed(READING, [one])
    assert is_reviewed(READING, [one, two])
    assert not is_reviewed(READING, [one, replace(two, undone_at=AT)])
    assert is_reviewed(READING, [correction(1, Edit("accept"), READING)])
    assert not is_reviewed(replace(READING, mentions=(), claims=()), [])


def test_claims_stand_with_their_events() -> None:
    assert isinstance(next(iter(coded(READING).values())), Coded)
