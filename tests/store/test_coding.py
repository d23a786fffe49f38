from __future__ import annotations

import pytest

from tests.store.samples import READING, TEXT, numbered
from tocsin.errors import ConflictError, InputError, StoreError
from tocsin.review import Edit
from tocsin.review.agreement import agreement
from tocsin.store import Store

AT = TEXT.index("marchers")
MARCH = {"type": "PROTEST", "trigger": {"start": AT, "end": AT + 8}}


@pytest.fixture
def coding(store: Store) -> tuple[Store, int, int]:
    """A document that vera and ola code, with the numbers of their assignments."""
    store.save(READING)
    one, other = store.assign(["tarsk"], ["vera", "ola"], "ann")
    return store, one.key, other.key


def test_a_document_is_given_to_two_people(coding: tuple[Store, int, int]) -> None:
    store, _, _ = coding
    assert [(one.coder, one.state, one.title, one.made_by) for one in store.assignments()] == [
        ("vera", "open", "Arrests in Tarsk", "ann"),
        ("ola", "open", "Arrests in Tarsk", "ann"),
    ]
    assert [one.coder for one in store.assignments("ola", "open")] == ["ola"]
    with pytest.raises(ConflictError, match="being coded by two people already"):
        store.assign(["tarsk"], ["vera", "kit"], "ann")


@pytest.mark.parametrize("coders", [["vera"], ["vera", "vera"], ["vera", "ola", "kit"]])
def test_double_coding_takes_two(store: Store, coders: list[str]) -> None:
    with pytest.raises(InputError, match="takes two people"):
        store.assign([], coders, "ann")


def test_where_there_are_users_coders_are_among_them(store: Store) -> None:
    store.save(READING)
    store.add_user("vera", "three words in a row", "coder")
    store.add_user("ola", "three words in a row", "reader")
    with pytest.raises(InputError, match="no user 'kit'"):
        store.assign(["tarsk"], ["vera", "kit"], "ann")
    with pytest.raises(InputError, match="is a reader and cannot code"):
        store.assign(["tarsk"], ["vera", "ola"], "ann")
    store.set_role("ola", "coder")
    with pytest.raises(InputError, match="no document 'nowhere'"):
        store.assign(["nowhere"], ["vera", "ola"], "ann")


def test_each_sees_their_own_until_both_are_done(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    store.correct("tarsk", 0, Edit("change", "e1", "type", "ASSAULT"), "vera")
    store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), "ola")  # no conflict: they do not know of each other
    assert {name: store.effective("tarsk", name).mentions[0].type for name in ("vera", "ola", "ann")} == {
        "vera": "ASSAULT",
        "ola": "PROTEST",
        "ann": "COERCE",
    }
    assert [len(store.corrections("tarsk", name)) for name in ("vera", "ola", "ann", None)] == [1, 1, 0, 0]
    assert list(store.history("tarsk")) == []
    with pytest.raises(ConflictError, match="being coded by two people"):
        store.correct("tarsk", 0, Edit("accept", "e1"), "ann")
    store.hand_in(vera, "vera")
    with pytest.raises(ConflictError, match="you handed in your coding"):
        store.correct("tarsk", 9, Edit("accept", "e2"), "vera")
    assert len(store.corrections("tarsk", "vera")) == 1
    store.hand_in(ola, "ola")
    assert [one.who for one in store.corrections("tarsk")] == ["vera", "ola"]
    assert store.effective("tarsk") == READING  # nothing holds before it is decided


def test_nobody_takes_back_anothers_coding(coding: tuple[Store, int, int]) -> None:
    store, vera, _ = coding
    key = store.correct("tarsk", 0, Edit("accept", "e1"), "vera").key
    with pytest.raises(InputError, match="there is no correction"):
        store.undo(key, "ola")
    with pytest.raises(ConflictError, match="belongs to a double coding"):
        store.undo(key, "ann")
    with pytest.raises(InputError, match="no assignment"):
        store.hand_in(vera, "ola")
    assert store.undo(key, "vera").revision == 2


def test_differences_are_decided_one_by_one_and_then_hold(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    store.correct("tarsk", 0, Edit("change", "e1", "hedged", True), "vera")
    store.correct("tarsk", 0, Edit("add", None, None, MARCH), "vera")
    store.correct("tarsk", 0, Edit("reject", "e2"), "ola")
    with pytest.raises(StoreError, match="nobody has handed in two codings"):
        store.adjudication("tarsk")
    store.hand_in(vera, "vera")
    store.hand_in(ola, "ola")
    open_ = store.adjudication("tarsk").open
    assert [(each.event, each.field) for each in open_] == [("e1", "hedged"), ("p1", None), ("e2", None)]
    with pytest.raises(InputError, match="do not differ in type of e1"):
        store.adjudicate("tarsk", "e1", "type", "AID", "ann")
    with pytest.raises(InputError, match="true or false"):
        store.adjudicate("tarsk", "e1", "hedged", "perhaps", "ann")
    store.adjudicate("tarsk", "e1", "hedged", True, "ann", "reportedly")
    assert len(store.adjudicate("tarsk", "p1", None, True, "ann").open) == 1
    done = store.adjudicate("tarsk", "e2", None, False, "ann")
    assert done.coded.settled
    assert done.decided["e1", "hedged"].why == "reportedly"
    after = store.review("tarsk")
    assert after.reviewed
    assert [(mention.id, mention.type, mention.hedged) for mention in after.effective.mentions] == [
        ("e1", "COERCE", True),
        ("p2", "PROTEST", False),
    ]
    assert {change.who for change in store.history("tarsk")} == {"ann"}
    with pytest.raises(ConflictError, match="have all been decided"):
        store.adjudicate("tarsk", "e2", None, True, "ann")
    assert store.correct("tarsk", after.revision, Edit("accept", "e1"), "kit").revision == after.revision + 1


def test_ties_between_events_outlive_the_decision(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    march = store.correct("tarsk", 0, Edit("add", None, None, MARCH), "vera").event
    store.correct("tarsk", 1, Edit("change", "e2", "part_of", march), "vera")
    store.hand_in(vera, "vera")
    store.hand_in(ola, "ola")
    for each in store.adjudication("tarsk").differences:
        store.adjudicate("tarsk", each.event, each.field, each.one, "ann")
    ties = {mention.id: (mention.same_as, mention.part_of) for mention in store.effective("tarsk").mentions}
    assert ties == {"e1": (None, None), "p2": (None, None), "e2": ("e1", "p2")}


def test_where_both_say_the_same_it_holds_at_once(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    for name in ("vera", "ola"):
        store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), name)
    store.hand_in(vera, "vera")
    assert store.hand_in(ola, "ola").settled
    assert store.review("tarsk").reviewed
    assert store.effective("tarsk").mentions[0].type == "PROTEST"
    assert {change.who for change in store.history("tarsk")} == {"vera and ola"}


def test_what_both_rejected_is_gone(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    for name in ("vera", "ola"):
        store.correct("tarsk", 0, Edit("reject", "e1"), name)
        store.correct("tarsk", 0, Edit("reject", "e2"), name)
    store.hand_in(vera, "vera")
    store.hand_in(ola, "ola")
    assert store.effective("tarsk").mentions == ()


def test_agreement_is_measured_on_what_both_handed_in_before_and_after_the_decision(coding: tuple[Store, int, int]) -> None:
    store, vera, ola = coding
    store.correct("tarsk", 0, Edit("change", "e1", "type", "PROTEST"), "vera")
    assert list(store.coded()) == []
    store.hand_in(vera, "vera")
    store.hand_in(ola, "ola")
    before = agreement((each.one, each.other) for each in store.coded())
    for each in store.adjudication("tarsk").open:
        store.adjudicate("tarsk", each.event, each.field, each.other, "ann")
    assert agreement((each.one, each.other) for each in store.coded(["tarsk"])) == before
    assert list(store.coded(["elsewhere"])) == []


def test_a_coding_can_be_called_off_and_given_out_again(coding: tuple[Store, int, int]) -> None:
    store, _, _ = coding
    store.correct("tarsk", 0, Edit("reject", "e1"), "vera")
    store.call_off("tarsk", "ann")
    assert store.effective("tarsk", "vera") == READING
    assert [one.who for one in store.corrections("tarsk")] == ["vera"]  # on record, for all to see
    store.save(numbered(2))
    assert len(store.assign(["tarsk", "tarsk-0002"], ["vera", "ola"], "ann")) == 4
    with pytest.raises(InputError, match="not being coded"):
        store.call_off("tarsk-0009", "ann")
