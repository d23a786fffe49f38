"""Documents and events by the names that people give them: the whole id, its end, the file that it is.

A document's id is often a path as seen from the folder of the database, and hardly what somebody types who stands elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches

from tocsin.cli.hints import on
from tocsin.display.ids import short
from tocsin.display.plain import line
from tocsin.errors import InputError
from tocsin.ingest.ids import id_from
from tocsin.records import EventRef
from tocsin.store import Store

NEAR = 3
"""Ids that an error lists."""

LIKE = 0.5
"""How like a name an id must be to be listed: `k9` and `k1` share half of their signs."""

COMPARED = 20_000
"""Ids that are compared for likeness: a second's work."""


def document_id(store: Store, name: str) -> str:
    """The id of the document that ``name`` is: the id itself, the path of its file, an id's end behind a slash, or one that was cut in its
    middle.

    Raises:
        InputError: there is none, or several ids end so; it lists those that are like it.
    """
    if is_id(store, name):
        return name
    if os.path.exists(name) and is_id(store, path := id_from(name, store.home)):  # noqa: PTH110  # the ids of documents are strings
        return path
    ids = list(store.document_ids())
    found = [each for each in ids if each.endswith(f"/{name.removeprefix('./')}") or ("…" in name and short(each) == name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(f"{line(name)!r} may be any of {len(found):,} documents: {_listed(found)}; name one by more of its id")
    raise InputError(
        f"{store.name} holds no document {line(name)!r}; {_like(name, ids)}list what it holds with: {on(store, 'show', 'documents')}"
    )


def event_ref(store: Store, name: str) -> EventRef:
    """The event that ``DOCUMENT/EVENT`` or ``DOCUMENT:EVENT`` names; whether the document has it is not looked at.

    Raises:
        InputError: it is no such name, or there is no such document.
    """
    at = max(name.rfind("/"), name.rfind(":"))
    document, event = name[:at], name[at + 1 :]
    if at < 1 or not event:
        raise InputError(
            f"{line(name)!r} is no event; write DOCUMENT/EVENT, such as report.txt/e3, as {on(store, 'show', 'events')} gives it"
        )
    return EventRef(document_id(store, document), event)


def event_id(ref: EventRef) -> str:
    """``report.txt/e3``."""
    return f"{line(ref.document)}/{ref.event}"


def is_id(store: Store, name: str) -> bool:
    """Whether a document has this very id."""
    return store.known_as((name,), "") is not None


def _like(name: str, ids: Iterable[str]) -> str:
    """``near it: a.txt, b.txt; ``, by the whole ids and by their last parts."""
    by_form: dict[str, str] = {}
    for each in list(ids)[:COMPARED]:
        by_form.setdefault(each.rpartition("/")[2], each)
        by_form.setdefault(each, each)
    near = dict.fromkeys(by_form[form] for form in get_close_matches(name.rpartition("/")[2], by_form, NEAR, LIKE))
    near |= dict.fromkeys(by_form[form] for form in get_close_matches(name, by_form, NEAR, LIKE))
    return f"near it: {_listed(list(near))}; " if near else ""


def _listed(ids: list[str]) -> str:
    more = f" and {len(ids) - NEAR:,} more" if len(ids) > NEAR else ""
    return ", ".join(map(line, ids[:NEAR])) + more
