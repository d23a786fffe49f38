"""Many at once: readers beside a writer, and the questions that the load of the benchmark asks."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

from fastapi import FastAPI

from benchmarks.desk_load import asked_for
from tests.web import world
from tests.web.browser import API, Client
from tocsin.pipeline.incidents import bring_up_to_date
from tocsin.store import Store


def test_every_question_of_the_load_is_answered(client: Client) -> None:
    chance = random.Random(3)
    for query in {asked_for(chance) for _ in range(60)}:
        for part in ("", "/map", "/timeline"):
            assert client.get(f"{API}/incidents{part}?{query}").status_code == 200


def test_readers_see_whole_answers_while_somebody_writes(app: FastAPI, store: Store) -> None:
    def reads(_: int) -> list[int]:
        client = Client(app)
        return [client.ask("/incidents", limit=2)["total"] for _ in range(10)]

    def writes() -> int:
        with Store.open(store.name) as other:  # as another program would
            for number in range(5):
                other.save(world.march(f"late/{number}", f"Paper {number}", f"{world.MARCH} Paper {number} was there too, {number} times."))
                bring_up_to_date(other)
            return len(list(other.every_incident()))

    before = Client(app).ask("/incidents")["total"]
    with ThreadPoolExecutor(5) as pool:
        written = pool.submit(writes)
        totals = list(pool.map(reads, range(4)))
        after = written.result()
    assert [len(seen) for seen in totals] == [10] * 4
    assert all(before <= total <= after for seen in totals for total in seen)  # nobody saw a round of grouping half done
    assert Client(app).ask("/incidents")["total"] == after
