"""The application on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing

import uvicorn
from fastapi import FastAPI

from tocsin.errors import SettingsError

IDLE = 30
"""Seconds that a browser's connection is kept open between two requests."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the address; port 0 is any free one.

    Raises:
        SettingsError: the address is not this machine's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise SettingsError(f"cannot listen on {host} port {port} ({error}); choose another with --port, or 0 for any free one") from error
    listener.listen(128)
    return listener


def address_of(listener: socket.socket) -> str:
    """The address for a browser."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)  # noqa: S104  # compared with, not bound to
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def run(app: FastAPI, listener: socket.socket, started: Callable[[], None]) -> None:
    """Serve until stopped by Ctrl-C or a signal; ``started`` is called once requests are answered."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # what is read is the readers' business; restricted records have a log of their own
        server_header=False,
        proxy_headers=False,  # an address that the client itself writes would get around the limits on logging in
        timeout_keep_alive=IDLE,
        lifespan="off",
    )
    with closing(listener):
        _Server(config, started).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Tells when it has started."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        self._tell()
