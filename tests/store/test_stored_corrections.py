from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.store.samples import DOCUMENT, READING, TEXT, numbered
from tocsin.errors import ConflictError, InputError, StoreError
from tocsin.records import PlaceValue
from tocsin.review import Edit
from tocsin.store import EventFilter, Store
from tocsin.store.incidents.tables import grouped_reports
from tocsin.store.review.corrections import NOT_GROUPED
from tocsin.store.review.tables import corrections

APRIL = EventFilter(first=dt.date(2024, 4, 1), last=dt.date(2024, 4, 30))
MAY = EventFilter(first=dt.date(2024, 5, 1))
REREAD = replace(READING, mentions=READING.mentions[:1], claims=READING.claims[:8], model="model-2")


def words(text: str) -> dict[str, int]:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text)}


def test_both_values_are_kept_with_who_when_and_why(store: Store) -> None:
    store.save(READING)
    done = store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST", "a march"), "vera")
    assert (done.revision, done.event) == (1, "e1")
    assert store.reading("tarsk") == READING
    assert store.effective("tarsk").mentions[0].type == "PROTEST"
    [kept] = store.corrections("tarsk")
    assert (kept.machine, kept.value, kept.who, kept.why, kept.version) == ("COERCE", "PROTEST", "vera", "a march", 1)
    [change] = store.history("tarsk")
    assert (change.what, change.who, change.before["machine"], change.before["why"]) == ("correction", "vera", "COERCE", "a march")
    assert store.audit().problems == ()


def test_undo_and_redo_whoever_does_it(store: Store) -> None:
    store.save(READING)
    key = store.correct("tarsk", 0, Edit("reject", "e1"), "vera").key
    assert store.undo(key, "ola").revision == 2
    assert store.undo(key, "ola").revision == 2  # once more changes nothing
    assert store.effective("tarsk") == READING
    [kept] = store.corrections("tarsk")
    assert (kept.who, kept.undone_by) == ("vera", "ola")
    assert store.redo(key, "vera").revision == 3
    assert [mention.id for mention in store.effective("tarsk").mentions] == ["e2"]
    assert [(change.what, change.who) for change in store.history("tarsk")] == [("correction", "vera"), ("undo", "ola"), ("redo", "vera")]


def test_who_comes_second_is_told_and_nothing_is_lost(store: Store) -> None:
    store.save(READING)
    first = store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), "vera")
    with pytest.raises(ConflictError, match=r"vera changed type of e1 at .* UTC, after you opened it") as told:
        store.correct("tarsk", 0, Edit("change", "e1", "type", "ASSAULT"), "ola")
    error = told.value
    assert (error.by, error.event, error.field, error.revision) == ("vera", "e1", "type", 1)
    assert error.theirs == {"key": first.key, "action": "change", "value": "PROTEST", "why": "", "undone": False}
    assert store.effective("tarsk").mentions[0].type == "PROTEST"
    assert store.correct("tarsk", 1, Edit("change", "e1", "type", "ASSAULT"), "ola").revision == 2


@pytest.mark.parametrize(
    ("theirs", "mine", "meet"),
    [
        (Edit("change", "e1", "type", "AID"), Edit("accept", "e1", "actor"), False),
        (Edit("change", "e1", "type", "AID"), Edit("accept", "e2"), False),
        (Edit("reject", "e1"), Edit("accept", "e1", "actor"), True),
        (Edit("accept", "e1", "actor"), Edit("reject", "e1"), True),
        (Edit("accept", "e1", "actor"), Edit("accept"), True),
        (Edit("accept"), Edit("accept", "e1"), False),
        (Edit("reject", "e1"), Edit("add", None, None, {"type": "ACCUSE", "trigger": words("said")}), False),
    ],
)
def test_what_meets(store: Store, theirs: Edit, mine: Edit, meet: bool) -> None:
    store.save(READING)
    store.correct("tarsk", 0, theirs, "vera")
    if meet:
        with pytest.raises(ConflictError):
            store.correct("tarsk", 0, mine, "ola")
    else:
        assert store.correct("tarsk", 0, mine, "ola").revision == 2


def test_ones_own_corrections_and_those_that_were_seen_do_not_conflict_but_an_undo_since_does(store: Store) -> None:
    store.save(READING)
    key = store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), "vera").key
    store.correct("tarsk", 0, Edit("change", "e1", "type", "AID"), "vera")
    store.undo(key, "vera")
    with pytest.raises(ConflictError, match="vera undid a correction of type of e1"):
        store.correct("tarsk", 2, Edit("change", "e1", "type", "ASSAULT"), "ola")


def test_what_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="holds no document 'nowhere'"):
        store.effective("nowhere")
    store.save(READING)
    with pytest.raises(InputError, match="no event 'e9'"):
        store.correct("tarsk", 0, Edit("accept", "e9"), "vera")
    with pytest.raises(InputError, match="there is no correction 7"):
        store.undo(7, "vera")
    assert store.review("tarsk").revision == 0


def test_corrections_stay_when_the_document_is_read_again(store: Store) -> None:
    store.save(READING)
    store.correct("tarsk", 0, Edit("change", "e1", "hedged", True), "vera")
    store.correct("tarsk", 1, Edit("accept", "e2"), "vera")
    store.save(REREAD)
    after = store.review("tarsk")
    assert [(mention.id, mention.hedged, mention.score) for mention in after.effective.mentions] == [("e1", True, 1.0), ("p1", False, 1.0)]
    assert after.effective.model == "model-2"
    assert after.revision == 3  # who looked before is told


def test_corrections_stay_when_the_text_changes_and_are_set_aside_where_their_words_went(store: Store) -> None:
    store.save(READING)
    store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), "vera")
    store.correct("tarsk", 1, Edit("accept", "e2"), "vera")
    text = "Update: " + TEXT.replace("held.", "gone.")
    store.save(replace(READING, document=replace(DOCUMENT, text=text, furniture=()), mentions=(), claims=()))
    assert [(one.version, one.aside) for one in store.corrections("tarsk")] == [
        (2, None),
        (1, "the words “held” do not stand in the text any more"),
    ]
    [mention] = store.effective("tarsk").mentions
    assert (mention.type, text[mention.trigger.start : mention.trigger.end]) == ("PROTEST", "arrested")


def test_words_of_any_script_come_back(store: Store) -> None:
    store.save(READING)
    why = "\u202e NUL \x00 \ud800 <script>"
    store.correct("tarsk", 0, Edit("accept", "e1", why=why), "ola\x00")
    [kept] = store.corrections("tarsk")
    assert (kept.why, kept.who) == (why, "ola\x00")


def test_a_known_place_needs_its_number_only(store: Store) -> None:
    store.save(READING)
    there: dict[str, Any] = {**words("Monday"), "value": {"geonameid": 77}}
    store.correct("tarsk", 0, Edit("change", "e2", "where", there), "vera")
    [where] = [claim.value for claim in store.effective("tarsk").claims if claim.mention == "e2" and claim.field == "where"]
    assert isinstance(where, PlaceValue)
    assert (where.name, where.latitude, where.kind) == ("Tarsk", 51.25, "city")


def test_all_effective_readings_and_the_reviewed_ones_alone(store: Store) -> None:
    for number in range(3):
        store.save(numbered(number))
    store.correct("tarsk-0001", 0, Edit("reject", "e1"), "vera")
    store.correct("tarsk-0002", 0, Edit("accept"), "vera")
    assert [len(reading.mentions) for reading in store.effectives()] == [2, 1, 2]
    assert [reading.document.id for reading in store.effectives(reviewed=True)] == ["tarsk-0002"]
    store.correct("tarsk-0001", 1, Edit("accept", "e2"), "vera")
    assert [reading.document.id for reading in store.effectives(reviewed=True)] == ["tarsk-0001", "tarsk-0002"]
    assert [reading.document.id for reading in store.effectives(["tarsk-0002", "tarsk-0000"])] == ["tarsk-0002", "tarsk-0000"]


@pytest.mark.parametrize(
    ("edit", "wanted", "found"),
    [
        (Edit("change", "e1", "type", "PROTEST"), EventFilter(type="PROTEST"), {"e1"}),
        (Edit("change", "e1", "type", "PROTEST"), EventFilter(type="COERCE"), {"e2"}),
        (Edit("reject", "e1"), EventFilter(country="KAZ"), {"e2"}),
        (Edit("change", "e1", "when", {**words("Monday"), "value": {"first": "2024-04-01", "last": "2024-04-02"}}), APRIL, {"e1"}),
        (Edit("change", "e1", "when", {**words("Monday"), "value": {"first": "2024-04-01", "last": "2024-04-02"}}), MAY, set()),
        (Edit("accept", "e2"), MAY, {"e1"}),
    ],
)
def test_events_are_found_as_people_left_them(store: Store, edit: Edit, wanted: EventFilter, found: set[str]) -> None:
    store.save(READING)
    store.save(numbered(1))
    key = store.correct("tarsk", 0, edit, "vera").key
    assert {each.reading.document.id: set(each.mentions) for each in store.find(wanted)}.get("tarsk", set()) == found
    machines = {each.reading.document.id: each.mentions for each in store.find(wanted)}.get("tarsk-0001")
    store.undo(key, "vera")
    assert {each.reading.document.id: each.mentions for each in store.find(wanted)}.get("tarsk") == machines


def test_of_two_at_once_one_is_told(store: Store) -> None:
    store.save(READING)

    def correct(name: str) -> str:
        try:
            store.correct("tarsk", 0, Edit("change", "e1", "hedged", True), name)
        except ConflictError as error:
            return str(error.by)
        return "stored"

    names = [f"coder{number}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(correct, names))
    assert told.count("stored") == 1
    [kept] = store.corrections("tarsk")
    assert {each for each in told if each != "stored"} == {kept.who}
    assert store.review("tarsk").revision == 1


def test_the_audit_checks_what_corrections_rest_on(store: Store) -> None:
    store.save(READING)
    before = store.audit().checked
    store.correct("tarsk", 0, Edit("change", "e1", "place", [words("Tarsk")]), "vera")
    assert (store.audit().checked, store.audit().problems) == (before + 2, ())  # its event's trigger and its own words
    with store.engine.begin() as connection:
        connection.execute(update(corrections).values(anchor=["COERCE", 7, 15, "hugged"]))
    assert store.audit().problems == ("correction 1 of tarsk: 'hugged' is not what stands at [7, 15): 'arrested'",)


def test_the_incidents_look_at_a_corrected_document_again(store: Store) -> None:
    store.save(READING)
    with store.engine.begin() as connection:
        row = {"document_id": "tarsk", "read_at": NOT_GROUPED.replace(year=2024), "method": "1", "profile": b""}
        connection.execute(grouped_reports.insert().values(**row))
    store.correct("tarsk", 0, Edit("reject", "e1"), "vera")
    with store.engine.begin() as connection:
        assert connection.execute(select(grouped_reports.c.read_at)).scalar() == NOT_GROUPED
