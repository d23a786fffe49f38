"""The work of ``tocsin remove``: find what is meant, ask, remove, and tell what came of it."""

from __future__ import annotations

import getpass
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import typer

from tocsin.cli.asides import Asides
from tocsin.cli.hints import on
from tocsin.cli.naming import document_id, is_id
from tocsin.display.plain import line
from tocsin.display.words import number
from tocsin.errors import InputError
from tocsin.ingest.sources import STDIN
from tocsin.pipeline.incidents import remove as removed
from tocsin.store import Store

LISTED = 10
"""Documents that are named before they are removed."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the user said besides the names: not to be asked, to remove people's work too, and by whose hand."""

    yes: bool
    reviewed: bool
    who: str | None


def remove(store: Store, names: Sequence[str], said: Said) -> bool:
    """Remove the documents that ``names`` name. Returns whether it was done.

    Raises:
        InputError: a name fits no document, people have worked on one, or there is no terminal to ask on.
    """
    ids = list(dict.fromkeys(name for given in names for name in _meant(store, given)))
    _check_work(store, ids, said)
    if not said.yes and not _agreed(store, ids, names):
        typer.echo("nothing was removed", err=True)
        return False
    with Asides(bar=True) as asides:
        changed = removed(
            store,
            ids,
            said.who or getpass.getuser(),
            lambda done, of: asides.show(f"removed {done:,} of {number(of, 'document')}", done, of),
        )
    typer.echo(f"removed {number(len(ids), 'document')}; {number(changed, 'incident')} changed or ended", err=True)
    return True


def _meant(store: Store, name: str) -> Iterator[str]:
    if name == STDIN:
        for given in filter(None, (row.strip() for row in sys.stdin)):
            yield document_id(store, given)
    elif "*" in name and not is_id(store, name):
        fits = re.compile(".*".join(map(re.escape, name.split("*"))), re.DOTALL)
        found = [each for each in store.document_ids() if fits.fullmatch(each)]
        if not found:
            raise InputError(f"no document's id in {store.name} fits {line(name)!r}; list them with: {on(store, 'show', 'documents')}")
        yield from found
    else:
        yield document_id(store, name)


def _check_work(store: Store, ids: Sequence[str], said: Said) -> None:
    """Keep what people did, unless they say that it may go."""
    work = [] if said.reviewed else sorted(store.worked_on(ids))
    if work:
        named = ", ".join(map(line, work[:3])) + (f" and {len(work) - 3:,} more" if len(work) > 3 else "")
        raise InputError(f"people have corrected, accepted or been given to code {named}; add --reviewed to remove their work too")


def _agreed(store: Store, ids: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the user, who sees what is to go, wants it."""
    if STDIN in names or not sys.stdin.isatty():
        raise InputError(
            f"there is no terminal to ask on whether to remove {number(len(ids), 'document')}; add --yes: {on(store, 'remove', *names, '--yes')}"
        )
    for name in ids[:LISTED]:
        typer.echo(line(name), err=True)
    if len(ids) > LISTED:
        typer.echo(f"… and {len(ids) - LISTED:,} more", err=True)
    return typer.confirm(f"Remove {number(len(ids), 'document')} from {store.name}, with all that was read out of them?", err=True)
