"""In a double coding nobody learns anything of the other's coding before both have handed in, by whatever route."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from tests.web import world
from tests.web.browser import API, PASSWORDS, Client
from tests.web.test_review_api import MARCH, correct
from tocsin.store import Store
from tocsin.web.app import create_app

Browser = Callable[[str], Client]
TIMES = {"at", "made_at", "done_at", "undone_at", "read_at", "key"}
"""What differs between two runs that did the same: clock times and numbers of rows."""


def plain(answer: Any) -> Any:
    if isinstance(answer, dict):
        return {name: plain(value) for name, value in answer.items() if name not in TIMES}
    return [plain(value) for value in answer] if isinstance(answer, list) else answer


def event(words: str) -> dict[str, Any]:
    start = world.MARCH.index(words)
    return {"type": "ACCUSE", "trigger": {"start": start, "end": start + len(words)}}


def busy(client: Client) -> None:
    """Everything that a coder can do, and the coding handed in."""
    correct(client, field="modes", action="change", value=["strike"])
    undone = correct(client, field="type", action="change", value="COERCE")
    client.change("POST", f"/corrections/{undone['key']}/undo")
    assert correct(client, event=None, action="add", value=event("said"))["event"]
    assert correct(client, event=None, action="add", value=event("took part"))["event"]
    correct(client, action="accept")
    [mine] = client.ask("/assignments/mine")
    client.change("POST", f"/assignments/{mine['id']}/done")


def told(app: FastAPI, store: Store, other: Callable[[Client], None]) -> list[Any]:
    """All that cyd is told while coding beside ben, who does what ``other`` does."""
    for name, (role, password) in PASSWORDS.items():
        store.add_user(name, password, role)  # type: ignore[arg-type]  # roles by their names
    ada, ben, cyd = (Client(app) for _ in range(3))
    for client, name in ((ada, "ada"), (ben, "ben"), (cyd, "cyd")):
        client.log_in(name)
    ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    other(ben)
    seen = [
        cyd.ask(MARCH),
        correct(cyd, field="hedged", action="change", value=True),
        correct(cyd, event=None, action="add", value=event("police")),
        *(cyd.ask(path) for path in (MARCH, "/queue", "/assignments/mine", "/documents", "/agreement", "/incidents", "/charts/events")),
        cyd.ask("/queue", mine=True),
        cyd.ask("/documents", state="corrected"),
    ]
    marked = next(row["id"] for row in seen[8]["incidents"] if row["type"] == "PROTEST")
    return [*map(plain, seen), plain(cyd.ask(f"/incidents/{marked}"))]


def test_what_a_coder_is_told_does_not_depend_on_what_the_other_does(made: Path, tmp_path: Path, assets: Path) -> None:
    answers = []
    for number, other in enumerate((lambda _: None, busy)):
        with Store.open(shutil.copy(made, tmp_path / f"{number}.db")) as store:
            answers.append(told(create_app(store, read=world.read, assets=assets), store, other))
    assert answers[0] == answers[1]


def test_anothers_coding_is_neither_undone_nor_found(browser: Browser) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    key = correct(ben, action="accept")["key"]
    missing = cyd.change("POST", "/corrections/9999/undo", status=404)["error"]
    assert cyd.change("POST", f"/corrections/{key}/undo", status=404)["error"] == missing.replace("9999", str(key))
    [mine] = cyd.ask("/assignments/mine")
    cyd.change("POST", f"/assignments/{mine['id']}/done")
    assert cyd.change("POST", f"/corrections/{key}/undo", status=404)["error"] == missing.replace("9999", str(key))
    assert ben.ask(MARCH)["events"][0]["state"] == "accepted"


def test_between_handing_in_and_the_decision_each_sees_their_own_coding_not_a_mixture(browser: Browser) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    ada.change("POST", "/assignments", {"documents": ["courier/1"], "coders": ["ben", "cyd"]}, 201)
    correct(ben, field="type", action="change", value="ASSAULT")
    correct(cyd, field="hedged", action="change", value=True)
    for client in (ben, cyd):
        [mine] = client.ask("/assignments/mine")
        client.change("POST", f"/assignments/{mine['id']}/done")
    coded = [(found["type"], found["hedged"]) for found in (client.ask(MARCH)["events"][0] for client in (ben, cyd, ada))]
    assert coded == [("ASSAULT", False), ("PROTEST", True), ("PROTEST", False)]
    assert [each["who"] for each in ben.ask(MARCH)["corrections"]] == ["ben", "cyd"]  # both are done: they may see it now


def test_a_coding_that_was_called_off_stays_hidden_from_who_codes_the_document_anew(browser: Browser) -> None:
    ada, ben, cyd = browser("ada"), browser("ben"), browser("cyd")
    given = {"documents": ["courier/1"], "coders": ["ben", "cyd"]}
    ada.change("POST", "/assignments", given, 201)
    correct(ben, field="type", action="change", value="ASSAULT")
    ada.change("DELETE", "/adjudication/courier%2F1")
    ada.change("POST", "/assignments", given, 201)
    assert cyd.ask(MARCH)["corrections"] == []
    assert [each["who"] for each in ben.ask(MARCH)["corrections"]] == ["ben"]
    assert ben.ask(MARCH)["events"][0]["type"] == "PROTEST"  # it holds no more
    assert {item["document"] for item in ben.ask("/queue", mine=True)} == {"courier/1"}  # and is to be looked at again


def test_nobody_but_an_adjudicator_sees_who_codes_what(browser: Browser) -> None:
    ada, ben = browser("ada"), browser("ben")
    ada.change("POST", "/assignments", {"documents": ["harm"], "coders": ["ben", "cyd"]}, 201)
    assert ben.get(f"{API}/assignments").status_code == 403
    assert [each["coder"] for each in ben.ask("/assignments/mine")] == ["ben"]
