"""The whole API is asked with whatever its own description allows, and with what it does not: nothing may fail in the server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.web import world
from tests.web.browser import API, Client
from tocsin.store import Store
from tocsin.web.app import create_app
from tocsin.web.openapi import description

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

EXAMPLES = {GenerationMode.POSITIVE: 10, GenerationMode.NEGATIVE: 5}
"""Requests for each operation: about 600 in all, which take half a minute."""

OPERATIONS = [
    (path, method, mode)
    for path, methods in sorted(description()["paths"].items())
    for method, operation in methods.items()
    for mode in EXAMPLES
    if mode is GenerationMode.POSITIVE or "parameters" in operation or "requestBody" in operation  # else nothing can be wrong
]


@dataclass(frozen=True)
class Asked:
    """An application over a database of its own, and who asks it: an admin, since others are let in to less."""

    schema: BaseSchema
    store: Store
    client: Client

    def headers(self) -> dict[str, str]:
        """A session's headers: a new one, since the request that ends sessions is asked too."""
        self.client.cookies.set("tocsin_session", self.store.open_session("eve"))
        token = self.client.ask("/me")["csrf"]
        return {"Host": "localhost", "Cookie": f"tocsin_session={self.client.cookies['tocsin_session']}", "X-CSRF-Token": token}


@pytest.fixture(scope="module")
def asked(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with Store.open(shutil.copy(made, tmp_path_factory.mktemp("asked") / "events.db")) as store:
        store.add_user("eve", "nine brass buttons", "admin")
        app = create_app(store, read=world.read, places=world.places)
        yield Asked(schemathesis.openapi.from_asgi(f"{API}/openapi.json", app, headers={"Host": "localhost"}), store, Client(app))


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS, ids=lambda part: getattr(part, "value", part))
def test_no_request_makes_the_server_fail(asked: Asked, path: str, method: str, mode: GenerationMode) -> None:
    headers = asked.headers()

    @seed(20_240_507)
    @settings(max_examples=EXAMPLES[mode], deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=asked.schema[path][method.upper()].as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    ask()
