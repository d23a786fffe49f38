"""A browser over the application in this process."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

API = "/api/v1"
PASSWORDS = {"ada": ("adjudicator", "harbour and tower"), "ben": ("coder", "a field of barley"), "cyd": ("coder", "seven grey pigeons")}


class Client(TestClient):
    """A browser on this machine: it keeps cookies and sends back the token against forged requests."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(app, base_url="http://localhost:8321", client=("127.0.0.1", 50_000), follow_redirects=False)

    def ask(self, path: str, **query: Any) -> Any:
        answer = self.get(f"{API}{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def change(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        token = {"X-CSRF-Token": self.get(f"{API}/me").json()["csrf"] or ""}
        answer = self.request(method, f"{API}{path}", json=body, headers=token)
        assert answer.status_code == status, answer.text
        return answer.json()

    def log_in(self, name: str) -> Any:
        answer = self.post(f"{API}/session", json={"name": name, "password": PASSWORDS[name][1]})
        assert answer.status_code == 201, answer.text
        return answer.json()
