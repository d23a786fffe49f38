"""``tocsin serve``: what it refuses, and the real server from start to Ctrl-C."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from benchmarks import stand_in
from tests.cli.conftest import REPORT, ROOT, Command
from tocsin.cli.serving import PastedReader, document_of
from tocsin.errors import InputError, ModelError
from tocsin.pipeline import Recipe
from tocsin.web import pages
from tocsin.web.state import Pasted

SERVE = (
    "import sys, pathlib, tocsin.web.pages as pages; pages.BUILT = pathlib.Path(sys.argv.pop(1));"
    " import runpy; runpy.run_module('benchmarks.stand_in', run_name='__main__')"
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("<!doctype html><title>desk</title>", encoding="utf-8")
    return tmp_path / "page"


@pytest.fixture
def database(tocsin: Command, tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert tocsin("code", tmp_path / "report.txt", "--published", "2021-03-01", "--db", tmp_path / "events.db").exit_code == 0
    return tmp_path / "events.db"


def test_without_the_built_page_it_says_how_to_build_it(
    tocsin: Command, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "BUILT", tmp_path / "nothing")
    failed = tocsin("serve", "--db", database)
    assert failed.exit_code == 2
    assert "make desk" in failed.stderr


def test_it_does_not_open_itself_to_a_network_without_users(
    tocsin: Command, database: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "BUILT", built)
    for host in ("0.0.0.0", "192.0.2.1", "::", "desk.example.org"):
        failed = tocsin("serve", "--db", database, "--host", host)
        assert failed.exit_code == 2
        assert "tocsin users add" in failed.stderr


def test_a_taken_port_and_a_missing_database_are_one_line(
    tocsin: Command, database: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "BUILT", built)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = tocsin("serve", "--db", database, "--port", str(port))
    missing = tocsin("serve", "--db", tmp_path / "none.db")
    assert [failed.exit_code for failed in (taken, missing)] == [2, 2]
    assert [failed.stderr.count("\n") for failed in (taken, missing)] == [1, 1]
    assert taken.stderr.startswith(f"tocsin: cannot listen on 127.0.0.1 port {port}")


def test_it_serves_reads_a_pasted_report_and_stops(database: Path, built: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(built), "serve", "--db", str(database), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        assert said.startswith("tocsin: the desk of ")
        with closing(http.client.HTTPConnection(said.split("http://")[1].split("/")[0], timeout=60)) as connection:
            me = _ask(connection, "GET", "/api/v1/me")
            assert (me["user"], me["can_read_reports"]) == ("local", True)
            assert _ask(connection, "GET", "/api/v1/incidents")["total"] > 0
            found = _ask(connection, "POST", "/api/v1/documents", {"text": REPORT + "More.", "published": "2021-03-01"}, me["csrf"])
        assert {event["type"] for event in found["events"]} >= {"COERCE", "ASSAULT"}
        assert all(event["incident"] for event in found["events"] if event["same_as"] is None)
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)
    assert server.returncode in {0, 130, -signal.SIGINT}


def _ask(connection: http.client.HTTPConnection, method: str, path: str, body: object = None, token: str = "") -> dict[str, Any]:
    connection.request(method, path, json.dumps(body), {"Content-Type": "application/json", "X-CSRF-Token": token})
    answer = connection.getresponse()
    said = answer.read()
    assert answer.status in {200, 201}, said
    found: dict[str, Any] = json.loads(said)
    return found


def test_a_pasted_text_and_a_pasted_page_become_documents() -> None:
    text = document_of(Pasted("  Police arrested 50 in Almaty.\n", is_html=False, source="pasted", published=dt.date(2021, 3, 1)))
    assert (text.text, text.published and text.published.date) == ("  Police arrested 50 in Almaty.\n", dt.date(2021, 3, 1))
    assert document_of(Pasted("  Police arrested 50 in Almaty.\n", is_html=False, source="pasted")).id == text.id
    sentence = "Police arrested fifty demonstrators in Almaty on Sunday, the interior ministry said in a statement. "
    article = f"<html><body><nav>Home</nav><article><h1>Arrests</h1><p>{sentence * 3}</p></article></body></html>"
    page = document_of(Pasted(article, is_html=True, source="pasted", title="Arrests in Almaty", publisher="The Mirror"))
    assert "<p>" not in page.text
    assert (page.title, page.publisher) == ("Arrests in Almaty", "The Mirror")
    for wrong in (Pasted(" \n", is_html=False, source="pasted"), Pasted("<html><body></body></html>", is_html=True, source="pasted")):
        with pytest.raises(InputError, match="paste"):
            document_of(wrong)


def test_the_reader_is_loaded_once_and_its_failure_is_told_to_who_pastes() -> None:
    loads: list[str] = []

    def recipe() -> Recipe:
        loads.append(threading.current_thread().name)
        if len(loads) == 1:
            raise ModelError("the model is missing; reinstall tocsin")
        return Recipe(stand_in.load_reader(0), stand_in.load_resolver(Path()))

    read = PastedReader(recipe)
    read.warm_up()
    pasted = Pasted(REPORT, is_html=False, source="pasted", published=dt.date(2021, 3, 1))
    while not loads:
        threading.Event().wait(0.01)
    assert read(pasted) == read(pasted)
    assert len(loads) == 2
