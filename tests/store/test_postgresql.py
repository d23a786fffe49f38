from __future__ import annotations

import getpass
import ssl

import pytest
from sqlalchemy import make_url

from tocsin.store.postgresql import arguments, driver_url


def test_a_url_of_its_own_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    assert arguments(make_url("postgresql://me:secret@host/events"), 2.5) == {
        "user": "me",
        "password": "secret",
        "ssl_context": None,
        "startup_params": {"lock_timeout": "2500"},
    }


def test_what_the_url_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "secret")
    found = arguments(make_url("postgresql://localhost/events"), 1)
    assert (found["user"], found["password"]) == (getpass.getuser(), "secret")


def test_a_socket() -> None:
    url = make_url("postgresql://me@:5433/events?host=/run/postgresql")
    assert arguments(url, 1)["unix_sock"] == "/run/postgresql/.s.PGSQL.5433"
    assert not driver_url(url).query
    assert arguments(make_url("postgresql://me@/events?host=example.org"), 1)["host"] == "example.org"


@pytest.mark.parametrize(("mode", "told"), [("disable", False), ("prefer", None), ("require", True)])
def test_encryption(mode: str, told: bool | None) -> None:
    assert arguments(make_url(f"postgresql://me@host/events?sslmode={mode}"), 1)["ssl_context"] is told


def test_a_checked_certificate() -> None:
    context = arguments(make_url("postgresql://me@host/events?sslmode=verify-full"), 1)["ssl_context"]
    assert context.check_hostname
    assert context.verify_mode == ssl.CERT_REQUIRED
