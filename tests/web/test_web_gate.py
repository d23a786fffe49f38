"""What every request passes: hosts, sizes, headers, files."""

from __future__ import annotations

import pytest

from tests.web.browser import API, Client
from tocsin.web.gate import BODY, DOCUMENT
from tocsin.web.headers import CSP


def test_nothing_but_the_servers_own_files_may_run(client: Client) -> None:
    for path in ("/", "/incidents/i1", f"{API}/incidents", f"{API}/nothing", "/static/app-1a2b.js"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == CSP
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in CSP
    assert "script-src 'self'" in CSP


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1:8321", "[::1]:8321", "desk.localhost"])
def test_this_machines_own_names_are_answered(client: Client, host: str) -> None:
    assert client.get(f"{API}/me", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.example:8321", "evil.example:80@localhost", ""])
def test_a_page_elsewhere_that_calls_this_machine_its_own_is_refused(client: Client, host: str) -> None:
    answer = client.get(f"{API}/incidents", headers={"Host": host})
    assert answer.status_code == 421
    assert "--name" in answer.json()["way_out"]


def test_pages_of_the_front_end_are_one_file_and_hashed_files_stay(client: Client) -> None:
    page = client.get("/")
    for path in ("/incidents/i1", "/review/adjudicate/a%2Fb", "/login", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"):
        assert client.get(path).content == page.content
    assert page.headers["cache-control"] == "no-cache"
    script = client.get("/static/app-1a2b.js", headers={"Accept-Encoding": "gzip"})
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-encoding"] == "gzip"
    assert client.get("/static/gone-9.js").status_code == 404
    assert client.get("/api/v2/incidents").status_code == 404
    assert client.head("/").status_code == 200


def test_a_large_body_is_refused_with_a_way_out(client: Client) -> None:
    token = {"X-CSRF-Token": client.ask("/me")["csrf"]}
    long = client.post(f"{API}/incidents/decisions", content=b" " * (BODY + 1), headers={**token, "Content-Type": "application/json"})
    assert (long.status_code, long.json()["error"]) == (413, "The request is larger than 1 MB.")
    report = client.post(f"{API}/documents/read", json={"text": "a" * (DOCUMENT + 1)}, headers=token)
    assert report.status_code == 413
    assert "tocsin code" in report.json()["way_out"]

    def drip() -> object:
        yield from (b" " * 100_000 for _ in range(11))

    unannounced = client.post(f"{API}/incidents/decisions", content=drip(), headers={**token, "Content-Type": "application/json"})  # type: ignore[arg-type]  # a generator of bytes
    assert unannounced.status_code == 413


def test_a_broken_body_says_so(client: Client) -> None:
    token = {"X-CSRF-Token": client.ask("/me")["csrf"], "Content-Type": "application/json"}
    for body in (b"{", b"\xff\xfe", b"[" * 5_000, b'{"text": "\\ud800", "\\ud800": 1}', b"NaN", b""):
        answer = client.post(f"{API}/documents/read", content=body, headers=token)
        assert answer.status_code in {400, 422}
        assert answer.json()["way_out"]
