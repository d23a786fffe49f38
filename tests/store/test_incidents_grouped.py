"""Incidents in the store are those of the grouping in memory, whatever the order in which reports and decisions came."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.happenings import READINGS, again, batches, grouped, march
from tocsin.corroborate import cluster, meet
from tocsin.errors import ConflictError, StoreError
from tocsin.pipeline import incident_links, incident_reports, incidents
from tocsin.pipeline.incidents import Updated, bring_up_to_date, decide, undo
from tocsin.records import CopyGroup, Decision, EventRef, Incident, Reading
from tocsin.store import IncidentDetail, Store

WHOLE = grouped(READINGS)


def incident_of(detail: IncidentDetail) -> Incident:
    row = detail.row
    return Incident(row.id, tuple(event.ref for event in detail.events), row.articles, row.sources, detail.joins, row.part_of)


def stored(store: Store) -> tuple[list[Incident], list[CopyGroup]]:
    incidents = [incident_of(store.incident(row.id)) for row in store.every_incident()]
    with store.incident_book() as book:
        copies = book.copy_groups(set(book.copies([row.id for row in store.documents()]).values()))
    return sorted(incidents, key=lambda each: each.id), sorted(copies.values(), key=lambda group: group.id)


def fill(store: Store, seed: int, size: int = 7) -> None:
    for part in batches(READINGS, seed):
        for reading in part:
            store.save(reading)
        bring_up_to_date(store, size=size)


@pytest.mark.parametrize("seed", [1, 2])
def test_they_are_those_of_the_grouping_in_memory(store: Store, seed: int) -> None:
    fill(store, seed)
    assert stored(store) == WHOLE
    assert bring_up_to_date(store) == Updated(len(WHOLE[0]), 0, 0)
    assert store.audit().problems == ()


def test_order_and_batching_leave_no_trace_in_what_is_said(store: Store, tmp_path: Path) -> None:
    fill(store, 3)
    with Store.open(tmp_path / "at once.db") as other:
        for reading in READINGS:
            other.save(reading)
        done: list[tuple[int, int]] = []
        bring_up_to_date(other, lambda now, of: done.append((now, of)), size=10)
        assert done[-1] == (27, 27)
        assert len(done) >= 3
        assert store.digest() == other.digest()


@pytest.mark.parametrize("seed", [4, 5])
def test_crowded_keys_and_parts_give_the_same_too(store: Store, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meet, "CROWD", 3)
    for module in (cluster, incident_links):
        monkeypatch.setattr(module, "MOST", 4)
    wanted = grouped(READINGS)
    assert wanted[0] != WHOLE[0]
    fill(store, seed)
    assert stored(store) == wanted
    for reading in READINGS[::3]:
        store.save(again(reading))
    bring_up_to_date(store, size=4)
    assert stored(store) == grouped([again(each) if number % 3 == 0 else each for number, each in enumerate(READINGS)])


def test_a_document_that_is_read_again_leaves_its_incident(store: Store) -> None:
    fill(store, 6)
    changed = [again(reading) if number % 2 else reading for number, reading in enumerate(READINGS)]
    for reading in changed:
        store.save(reading)
    assert bring_up_to_date(store, size=3).documents == len(READINGS) // 2
    assert stored(store) == grouped(changed)
    assert store.audit().problems == ()
    for reading in READINGS:
        store.save(reading)
    bring_up_to_date(store)
    assert stored(store) == WHOLE


def test_another_way_of_comparing_groups_every_report_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, 9)
    before = store.digest()
    for module in (incidents, incident_reports):
        monkeypatch.setattr(module, "METHOD", "another")
    assert bring_up_to_date(store, size=4).documents == len(READINGS)
    assert (stored(store), store.digest()) == (WHOLE, before)
    assert store.audit().problems == ()
    assert bring_up_to_date(store).documents == 0


def test_who_is_read_again_while_a_round_runs_waits_for_the_next(store: Store) -> None:
    store.save(march("m1"))
    with store.incident_book() as book:
        [seen] = book.waiting(None, 10)
    store.save(again(march("m1")))
    with store.incident_book() as book:
        book.take_away([seen])
        assert [each.document for each in book.waiting(None, 10)] == ["m1"]
        book.take_away(book.waiting(None, 10))
        assert book.waiting(None, 10) == []


def test_an_earlier_report_gives_its_id_and_the_old_one_leads_to_it(store: Store) -> None:
    for reading in (march("m2"), march("m3", 1)):
        store.save(reading)
    bring_up_to_date(store)
    olds = {row.id: row for row in store.every_incident()}
    store.save(march("m1"))
    bring_up_to_date(store)
    new = [row for row in store.every_incident() if row.id not in olds]
    assert len(new) == len(olds) == 2
    for old in olds.values():
        now = store.incident(old.id)
        assert now.row.id != old.id
        assert (now.row.type, now.row.version, now.row.articles) == (old.type, 2, 3)
        assert [(change.what, change.incident, change.who) for change in now.history] == [("ended", old.id, "machine")]


def test_join_then_split_gives_back_the_same_and_undoing_too(store: Store) -> None:
    fill(store, 8)
    before = [(row.id, row.articles, row.title) for row in store.every_incident()]
    one, other = EventRef("d00", "e1"), EventRef("m1", "e1")
    key, updated = decide(store, Decision("join", (one, other)), "rosa", "the same march")
    assert updated.changed >= 2
    assert stored(store) == grouped(READINGS, [Decision("join", (one, other))])
    joined = next(
        store.incident(row.id) for row in store.every_incident() if {one, other} <= {e.ref for e in store.incident(row.id).events}
    )
    assert "decision" in {join.reasons[0].of for join in joined.joins}
    assert (joined.decisions[0].who, joined.decisions[0].why, joined.decisions[0].settled) == ("rosa", "the same march", True)
    assert any(change.who == "rosa" for change in joined.history)
    second, _ = decide(store, Decision("split", (one, other)), "rosa")
    assert [(row.id, row.articles, row.title) for row in store.every_incident()] == before
    undo(store, second, "rosa")
    assert stored(store) == grouped(READINGS, [Decision("join", (one, other))])
    undo(store, key, "rosa")
    assert stored(store) == WHOLE
    with pytest.raises(StoreError, match="taken back already, by rosa"):
        undo(store, key, "ida")


def test_decisions_outlive_new_reports(store: Store) -> None:
    decisions = [Decision("pin", (EventRef("d03", "e1"),)), Decision("join", (EventRef("d05", "e1"), EventRef("m4", "e2")))]
    first, rest = READINGS[:25], READINGS[25:]
    for reading in first:
        store.save(reading)
    bring_up_to_date(store)
    for decision in decisions:
        decide(store, decision, "rosa")
    for reading in rest:
        store.save(reading)
    bring_up_to_date(store)
    assert stored(store) == grouped(READINGS, decisions)


def test_what_somebody_else_changed_is_not_decided_about_unseen(store: Store) -> None:
    for reading in (march("m1"), march("m4", 9)):
        store.save(reading)
    bring_up_to_date(store)
    rows = [row for row in store.every_incident() if row.type == "PROTEST"]
    seen = {row.id: row.version for row in rows}
    join = Decision("join", (EventRef("m1", "e1"), EventRef("m4", "e1")))
    decide(store, join, "rosa", expected=seen)
    with pytest.raises(ConflictError, match="has been changed meanwhile"):
        decide(store, join, "ida", expected=seen)
    with pytest.raises(StoreError, match="no event m9/e1 stands in an incident"):
        decide(store, Decision("join", (EventRef("m1", "e1"), EventRef("m9", "e1"))), "ida")
    with pytest.raises(StoreError, match="takes two"):
        decide(store, Decision("split", (EventRef("m1", "e1"),)), "ida")


def test_figures_keep_every_claim_beside_who_makes_it(store: Store) -> None:
    for reading in (march("m1", title="A march"), march("m2"), march("m3", 1)):
        store.save(reading)
    bring_up_to_date(store)
    detail = next(store.incident(row.id) for row in store.every_incident() if row.type == "COERCE")
    [figure] = detail.figures
    assert (figure.kind, figure.low, figure.best, figure.high, figure.agreement) == ("arrested", 40, 53, 53, "differ")
    by_claimant = {claim.claimant: claim for claim in figure.claims}
    assert by_claimant["Amina Wako"].quote.text == "40"
    assert by_claimant[None].copies
    assert {detail.claims[number].claimant for number in detail.private_claimants} == {"Amina Wako"}
    march_row = store.incident(detail.row.part_of or "").row
    assert (march_row.type, march_row.articles, march_row.sources, march_row.place) == ("PROTEST", 3, 1, "Mombasa")
    assert [part.id for part in store.incident(march_row.id).parts] == [detail.row.id]
    assert [report.copies for report in detail.reports] == [("m2", "m3"), ("m1", "m3"), ("m1", "m2")]


def test_a_correction_reaches_the_incident(store: Store) -> None:
    store.save(march("m1"))
    bring_up_to_date(store)
    changed: Reading = replace(march("m1"), document=replace(march("m1").document, title="Another headline"))
    store.save(changed)
    assert bring_up_to_date(store).documents == 1
    assert {row.title for row in store.every_incident()} == {"Another headline"}
