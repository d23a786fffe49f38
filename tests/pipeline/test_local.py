from __future__ import annotations

import datetime as dt
import gc
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import reports
from benchmarks.stand_in import WordReader, WordResolver
from tocsin.errors import InputError, StoreError
from tocsin.ingest import IngestOptions
from tocsin.pipeline import Held, Outcome, RunOptions, Tally, local, run
from tocsin.records import Document, Mention, Reading, Refusal
from tocsin.store import Store

TOOLS = (WordReader(), WordResolver())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "events.db") as opened:
        yield opened


def written(path: Path, rows: Sequence[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def told(outcomes: Iterator[Outcome]) -> list[str]:
    return [f"refused {one.reason}" if isinstance(one, Refusal) else f"{type(one).__name__} {one.document.id}" for one in outcomes]


def test_outcomes_come_in_input_order(tmp_path: Path, store: Store) -> None:
    inputs = written(tmp_path / "in.jsonl", [{"id": "a", "text": "One."}, {"id": "b", "text": " "}, {"id": "c", "text": "Three."}])
    assert told(run([inputs], RunOptions(), *TOOLS)) == ["Reading a", "refused empty", "Reading c"]
    assert told(run([inputs], RunOptions(), *TOOLS, store=store)) == ["Reading a", "refused empty", "Reading c"]
    assert told(run([inputs], RunOptions(), *TOOLS, store=store)) == ["Held a", "refused empty", "Held c"]


def test_everything_is_stored_before_it_is_told(tmp_path: Path, store: Store) -> None:
    inputs = written(tmp_path / "in.jsonl", [*reports(3), {"id": "x", "text": ""}])
    for number, outcome in enumerate(run([inputs], RunOptions(), *TOOLS, store=store), start=1):
        if isinstance(outcome, Reading):
            assert store.reading(outcome.document.id) == outcome
        totals = store.totals()
        assert totals.documents + totals.refusals == number


def test_a_run_that_is_broken_off_goes_on_where_it_was(tmp_path: Path, store: Store) -> None:
    inputs = written(tmp_path / "in.jsonl", list(reports(30)))
    list(islice(run([inputs], RunOptions(), *TOOLS, store=store), 11))
    again = told(run([inputs], RunOptions(), *TOOLS, store=store))
    assert [line.split()[0] for line in again] == ["Held"] * 11 + ["Reading"] * 19
    with Store.open(tmp_path / "calm.db") as calm:
        list(run([inputs], RunOptions(), *TOOLS, store=calm))
        assert calm.digest() == store.digest()


def test_a_reader_that_fails_loses_nothing_of_what_was_read_before(tmp_path: Path, store: Store) -> None:
    class Failing(WordReader):
        def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
            if document.id.endswith("5"):
                raise MemoryError
            return super().read(document, threshold)

    inputs = written(tmp_path / "in.jsonl", list(reports(8)))
    with pytest.raises(MemoryError):
        list(run([inputs], RunOptions(), Failing(), WordResolver(), store=store))
    assert store.totals().documents == 5


def test_a_changed_text_is_read_again(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "report.txt"
    tallies = []
    for text in ("Police arrested 5 people.", "Police arrested 6 people."):
        path.write_text(text, encoding="utf-8")
        tallies.append(Tally())
        for outcome in run([str(path)], RunOptions(), *TOOLS, store=store):
            tallies[-1].add(outcome)
    assert [tally.inputs() for tally in tallies] == ["read 1", "read 1 (1 changed, kept as a new version)"]
    assert store.reading(str(path)).document.text == "Police arrested 6 people."
    assert [row.version for row in store.documents()] == [2]


def test_another_threshold_or_date_reads_again(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Police arrested 5 people on Sunday.", encoding="utf-8")
    dated = RunOptions(IngestOptions(published=dt.date(2021, 2, 28)))
    for options, outcome in (
        (RunOptions(), Reading),
        (RunOptions(), Held),
        (RunOptions(threshold=0.4), Reading),
        (dated, Reading),
        (dated, Held),
    ):
        assert [type(one) for one in run([str(path)], options, *TOOLS, store=store)] == [outcome]


def test_the_second_text_of_one_id_is_refused_every_time(tmp_path: Path, store: Store) -> None:
    inputs = written(tmp_path / "in.jsonl", [{"id": "a", "text": "One."}, {"id": "a", "text": "Two."}, {"id": "a", "text": "One."}])
    assert told(run([inputs], RunOptions(), *TOOLS, store=store)) == ["Reading a", "refused id taken", "Held a"]
    digest = store.digest()
    assert told(run([inputs], RunOptions(), *TOOLS, store=store)) == ["Held a", "refused id taken", "Held a"]
    assert store.digest() == digest
    assert store.totals().refusals == 1


def test_a_full_disk_under_the_ids_of_a_run_is_told_and_loses_nothing(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Small(local._Ids):
        def __init__(self) -> None:
            super().__init__()
            self._file.execute("PRAGMA max_page_count = 3")

    monkeypatch.setattr(local, "_Ids", Small)
    inputs = written(tmp_path / "in.jsonl", list(reports(300)))
    with pytest.raises(StoreError, match=r"ids of this run cannot be kept .* free some room there"):
        list(run([inputs], RunOptions(), *TOOLS, store=store))
    assert store.totals().documents > 0
    assert not store.audit().problems


def test_an_input_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        run([str(tmp_path / "gone.txt")], RunOptions(), *TOOLS)


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path: Path) -> None:
    inputs = written(tmp_path / "in.jsonl", list(reports(200)))
    before = documents_alive()  # those of other tests' modules
    alive = [documents_alive() for number, _ in enumerate(run([inputs], RunOptions(), *TOOLS)) if number % 50 == 49]
    assert max(alive) <= alive[0] <= before + 3


def documents_alive() -> int:
    gc.collect()
    return sum(isinstance(thing, Document) for thing in gc.get_objects())


def test_a_tally_in_one_line() -> None:
    tally = Tally(read=12, held=3, events=41)
    tally.refused.update({"too large": 1, "empty": 1})
    tally.skipped["not English (es)"] = 1200
    assert tally.sentence() == (
        "read 12, already there 3, kept unread 1,200 (not English (es) 1,200), refused 2 (empty 1, too large 1): 41 new events"
    )
    assert (tally.documents, tally.complete) == (1217, False)
    assert Tally(read=2, events=3, mentions=4).sentence() == "read 2: 3 events (told in 4 mentions)"


def test_a_document_that_is_stored_without_its_date_is_not_refused(tmp_path: Path, store: Store) -> None:
    inputs = written(
        tmp_path / "in.jsonl", [{"id": "a", "text": "One.", "date": "soon"}, {"id": "b", "text": "Two.", "date": "2021-02-28"}]
    )
    for expected in (
        "read 2, of these 1 without its date: no events",
        "read 0, already there 2, of these 1 without its date: no new events",
    ):
        tally = Tally()
        for outcome in run([inputs], RunOptions(), *TOOLS, store=store):
            tally.add(outcome)
        assert tally.sentence() == expected
        assert (tally.documents, tally.complete) == (2, False)


def test_a_doubtful_date_is_told_and_nothing_is_lost_by_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ASHBY, Sunday, April 18, 2019 (Wire) - Two people were held.", encoding="utf-8")
    tally = Tally()
    for outcome in run([str(tmp_path / "a.txt")], RunOptions(), *TOOLS):
        tally.add(outcome)
    assert (tally.inputs(), tally.complete) == ("read 1, of these 1 with a doubtful date", True)
