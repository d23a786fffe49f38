from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.strategies import correction
from tests.review.test_effective import words
from tests.store.samples import READING
from tocsin.errors import InputError
from tocsin.review import FIELDS, Action, Edit, edit_of, effective, prepare
from tocsin.review.values import quote_json, quote_of, value_json, value_of


def test_an_edit_comes_from_json() -> None:
    sent = {"action": "change", "event": "e1", "field": "type", "value": "PROTEST", "why": "a march"}
    assert edit_of(sent) == Edit("change", "e1", "type", "PROTEST", "a march")
    assert edit_of({"action": "accept"}) == Edit("accept")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ([], "a correction is"),
        ({"action": "delete"}, "'delete' is no action; the actions are accept, change"),
        ({"action": "accept", "event": 3}, "event is given as words"),
        ({"action": "accept", "whom": "x"}, "has no 'whom'"),
    ],
)
def test_what_is_no_edit_is_told(sent: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        edit_of(sent)


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
    ("field", "value", "told"),
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
def test_a_value_that_is_none_is_told(field: str, value: Any, told: str) -> None:
    with pytest.raises(InputError, match=told):
        value_of(value, field, READING.mentions[0].trigger)


@pytest.mark.parametrize("claim", [claim for claim in READING.claims if claim.value])
def test_values_come_back_as_they_went_out(claim: Any) -> None:
    assert value_of(value_json(claim.value), claim.field, claim.quote) == claim.value


def test_words_come_back_with_a_persons_certainty() -> None:
    quote = READING.mentions[0].trigger
    again = quote_of(quote_json(quote), READING.document.text, "trigger")
    assert (again.start, again.end, again.text, again.score) == (quote.start, quote.end, quote.text, 1.0)


NAMES = st.sampled_from(
    (
        *FIELDS,
        *("start", "end", "text", "value", "of", "said_by", "kind", "name", "country", "sectors", "geonameid", "latitude", "longitude"),
        *("first", "last", "low", "high", "best", "identity", "private", "precision", "place_kind", "unit"),
    )
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.sampled_from(["COERCE", "e1", "2024-05-06", "KAZ"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
WORDED = st.builds(lambda more: {**words("Tarsk"), **more}, st.dictionaries(NAMES, JSON, max_size=4))


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(get_args(Action)),
    st.sampled_from([None, "e1", "e2"]),
    st.none() | st.sampled_from(FIELDS),
    st.one_of(JSON, WORDED, st.lists(WORDED, max_size=2), st.dictionaries(st.sampled_from(FIELDS), JSON | WORDED, max_size=3)),
)
def test_whatever_is_sent_is_done_or_refused_with_a_reason(action: Action, event: str | None, field: str | None, value: Any) -> None:
    edit = Edit(action, event, field, value)
    try:
        made = correction(1, edit, READING)
    except InputError:
        return
    effective(READING, [made])
    json.dumps(made.value)


def test_an_accepted_event_is_kept_whole_with_where_it_stands() -> None:
    whole, machine, anchor, snapshot = prepare(Edit("accept", "e1"), READING)
    assert whole.value == machine == snapshot
    assert anchor is not None
    assert (anchor.type, anchor.text) == ("COERCE", "arrested")
