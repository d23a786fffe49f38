"""What every request passes before the API sees it, and every answer on its way out. See ``docs/desk.md``, *Security*.

Plain ASGI, one small layer each: the host that is asked for, the size of the body, the headers of the answer.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tocsin.web.headers import HEADERS
from tocsin.web.problems import answer

BODY = 1_000_000
"""Bytes of a request that holds no document."""

DOCUMENT = 20_000_000
"""Bytes of a document's text, as in the setting ``max_bytes``. JSON may take up to twice that (escaped line ends and quotes)."""

_DOCUMENTS = {"/api/v1/documents", "/api/v1/documents/read"}


class SafeHeaders:
    """Puts :data:`HEADERS` on every answer; what the API says stays private and is asked for anew each time."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        await self._app(scope, receive, send_with if scope["type"] == "http" else send)


class KnownHosts:
    """Refuses a request whose ``Host`` is a name that this server does not have.

    A page elsewhere on the net can point its own name at 127.0.0.1 and then read what it likes from there (DNS rebinding). It needs a name
    for that: an address in numbers is let in, a name only when it is this machine's or was given.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = {"localhost", *(host_of(host) for host in (socket.gethostname(), *hosts))}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and not self._knows(Headers(scope=scope).get("host", "")):
            refusal = answer(
                421,
                "This server does not go by the name in the request.",
                "Open the address that tocsin serve printed, or start it with --name NAME.",
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _knows(self, host: str) -> bool:
        name = host_of(host)
        return name in self._hosts or name.endswith(".localhost") or is_address(name)


def host_of(written: str) -> str:
    """The host of a ``Host`` header, without its port and an IPv6 address's brackets."""
    if written.startswith("["):
        return written[1:].partition("]")[0]
    return (written if is_address(written) else written.partition(":")[0]).lower().rstrip(".")


def is_address(host: str) -> bool:
    """Whether a host is an IP address rather than a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine has the address."""
    return host in {"localhost", "::1"} or (is_address(host) and host.startswith("127."))


class BodyLimit:
    """Refuses a body that is too large, before it is read where its length is announced, and else as soon as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_document = scope["path"] in _DOCUMENTS
        limit = 2 * DOCUMENT if is_document else BODY
        announced = Headers(scope=scope).get("content-length", "0")
        if announced.isdecimal() and int(announced[:20]) > limit:
            await answer(413, *too_large(is_document=is_document))(scope, receive, send)
            return
        received = 0

        async def receive_within() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise HTTPException(413, too_large(is_document=is_document)[0])
            return message

        await self._app(scope, receive_within, send)


def too_large(*, is_document: bool) -> tuple[str, str]:
    """What is said of a body that is too large, and the way out."""
    if is_document:
        return (
            f"The text is longer than {DOCUMENT // 1_000_000} MB.",
            "Cut it into parts, or read the file with: tocsin code FILE --db DATABASE",
        )
    return f"The request is larger than {BODY // 1_000_000} MB.", "Send less at once."
