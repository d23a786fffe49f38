"""The desk's server over a database, without the reader: ``python -m benchmarks.desk_server DATABASE``; prints its address."""

from __future__ import annotations

import sys

from tocsin.store import Store
from tocsin.web.app import create_app
from tocsin.web.server import address_of, listen, run


def main(database: str) -> None:
    """Serve until stopped."""
    with Store.open(database, create=False) as store:
        listener = listen("127.0.0.1", 0)
        run(create_app(store), listener, lambda: print(address_of(listener), flush=True))


if __name__ == "__main__":
    main(sys.argv[1])
