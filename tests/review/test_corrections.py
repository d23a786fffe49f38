from __future__ import annotations

from typing import Any

import pytest

from tests.review.test_effective import words
from tests.store.samples import READING
from tocsin.errors import InputError
from tocsin.review import Edit, edit_of, prepare
from tocsin.review.values import quote_json, quote_of, value_json, value_of


def test_an_edit_comes_from_json() -> None:
    given = {"action": "change", "event": "e1", "field": "type", "value": "PROTEST", "why": "a march"}
    assert edit_of(given) == Edit("change", "e1", "type", "PROTEST", "a march")
    assert edit_of({"action": "accept"}) == Edit("accept")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "a correction is"),
        ({"action": "delete"}, "'delete' is no action; the actions are accept, change"),
        ({"action": "accept", "event": 3}, "event is given as words"),
        ({"action": "accept", "whom": "x"}, "has no 'whom'"),
    ],
)
def test_what_is_no_edit_is_told(given: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        edit_of(given)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Edit("accept", "e9"), r"no event 'e9' \(any more\); its events are e1 e2"),
        (Edit("accept", "e1", "colour"), "no field 'colour'; its fields are type modes"),
        (Edit("reject"), "say which event to reject"),
        (Edit("accept", None, "type"), "say of which event the type is"),
        (Edit("add", "e1", None, {}), "added without the id of another"),
        (Edit("add", None, None, {"type": "PROTEST"}), "a missed event is"),
        (Edit("add", None, None, {"type": "PROTEST", "trigger": words("held"), "x": 1}), "no field 'x'"),
        (Edit("change", "e1", "type", "MARCH"), "'MARCH' is no event type"),
        (Edit("change", "e1", "modes", ["riot"]), "'riot' is none of the modes; those of COERCE are arrest"),
        (Edit("change", "e1", "aux", "future"), "give a list"),
        (Edit("change", "e1", "hedged", "yes"), "true or false"),
        (Edit("change", "e1", "trigger", {"start": 5, "end": 900}), "no piece of the text"),
        (Edit("change", "e1", "trigger", {"start": 0, "end": 6, "text": "Guards"}), "stands 'Police' and not 'Guards'"),
        (Edit("change", "e1", "trigger", {"start": 0.5, "end": 6}), "two whole numbers"),
        (Edit("reject", "e1", "trigger"), "an event needs a trigger"),
        (Edit("add", "e1", "type", "AID"), "has one value only"),
        (Edit("remove", "e1", "actor", words("held")), "no such entry"),
        (Edit("change", "e1", "actor", {**words("held"), "value": None}), "is not among its words; add them first"),
        (Edit("change", "e1", "actor", [{**words("Police"), "whose": 1}]), "words have no 'whose'"),
        (Edit("change", "e1", "same_as", "e2"), "stands after this mention"),
        (Edit("change", "e1", "part_of", "e1"), "is no other event"),
        (Edit("change", "e1", None, {}), "say which fields change"),
        (Edit("change", "e1", "count", [words("about 40") | {"of": "sheep"}]), "say what “about 40” counts"),
        (Edit("accept", "e1", why="x" * 2_001), "2001 characters long"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_can(edit: Edit, told: str) -> None:
    with pytest.raises(InputError, match=told):
        prepare(edit, READING)


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("actor", {"kind": "place", "name": "x"}, 'is {"kind": "entity"'),
        ("actor", {"country": "Kazakhstan"}, "write three capitals"),
        ("actor", {"sectors": ["ARMY"]}, "'ARMY' is no sector"),
        ("actor", {"colour": "red"}, "has no 'colour'"),
        ("where", {"latitude": 51.0}, "both a latitude and a longitude"),
        ("where", {"latitude": 91, "longitude": 0}, "from -90 to 90"),
        ("where", {"geonameid": 0}, "no GeoNames id"),
        ("where", {"place_kind": "village"}, "no kind of place"),
        ("when", {"first": "2024-05-06"}, "a first and a last day"),
        ("when", {"first": "2024-05-06", "last": "2024-05-01"}, "is after the last"),
        ("when", {"first": "6 May", "last": "7 May"}, "write YYYY-MM-DD"),
        ("count", {"of": "killed"}, "a least figure"),
        ("count", {"of": "killed", "low": 9, "high": 3}, "is below low"),
        ("count", {"of": "killed", "low": 3, "high": 9, "best": 10}, "is not between"),
        ("count", {"of": "killed", "low": True}, "a whole number from 0"),
    ],
)
def test_a_value_that_is_none_is_told(field: str, given: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        value_of(given, field, READING.mentions[0].trigger)


@pytest.mark.parametrize("claim", [claim for claim in READING.claims if claim.value])
def test_values_come_back_as_they_went_out(claim: Any) -> None:
    assert value_of(value_json(claim.value), claim.field, claim.quote) == claim.value


def test_words_come_back_with_a_persons_certainty() -> None:
    quote = READING.mentions[0].trigger
    again = quote_of(quote_json(quote), READING.document.text, "trigger")
    assert (again.start, again.end, again.text, again.score) == (quote.start, quote.end, quote.text, 1.0)


def test_an_accepted_event_is_kept_whole_with_where_it_stands() -> None:
    whole, machine, anchor, snapshot = prepare(Edit("accept", "e1"), READING)
    assert whole.value == machine == snapshot
    assert anchor is not None
    assert (anchor.type, anchor.text) == ("COERCE", "arrested")
