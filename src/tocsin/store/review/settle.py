"""The end of a double coding: what both said, or what was decided where they differ, holds for everybody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, update

from tocsin.review.adjudicate import Final
from tocsin.review.corrections import Edit
from tocsin.review.fields import LINKS
from tocsin.store.review.coded import DoubleCoded
from tocsin.store.review.corrections import look, write
from tocsin.store.review.tables import codings


def settle(connection: Connection, both: DoubleCoded, finals: Sequence[Final], who: str, why: str, now: dt.datetime) -> None:
    """Write what holds as corrections that hold for everybody, and accept the document."""
    connection.execute(update(codings).where(codings.c.key == both.coding).values(settled_by=who, settled_at=now))
    why = why or f"decided between {both.coders[0]} and {both.coders[1]}"
    document_id = both.document_id
    holding = {mention.id for mention in look(connection, document_id, None, "the database").effective.mentions}
    ids: dict[str, str] = {}
    for final in finals:
        there = next((name for name in (final.one, final.other) if name in holding), None)
        sheet = {field: value for field, value in final.sheet.items() if field not in LINKS}
        if there is not None:
            _write(connection, document_id, Edit("change", there, None, sheet, why), who, now)
        made = there or _write(connection, document_id, Edit("add", None, None, sheet, why), who, now)
        ids |= {name: made for name in (final.other, final.one) if name is not None and (name == final.one or name not in ids)}
    for name in sorted(holding - set(ids.values())):
        _write(connection, document_id, Edit("reject", name, why=why), who, now)
    for final in finals:
        _tie(connection, document_id, final, ids, who, why, now)
    _write(connection, document_id, Edit("accept", why=why), who, now)


def _tie(connection: Connection, document_id: str, final: Final, ids: Mapping[str, str], who: str, why: str, now: dt.datetime) -> None:
    own = ids[final.one or final.other or ""]
    there = {mention.id: mention for mention in look(connection, document_id, None, "the database").effective.mentions}
    for link in LINKS:
        tied = ids.get(final.sheet.get(link) or "")
        if tied in there and tied != own and getattr(there[own], link) != tied:
            _write(connection, document_id, Edit("change", own, link, tied, why), who, now)
        elif tied is None and getattr(there[own], link) is not None:
            _write(connection, document_id, Edit("change", own, link, None, why), who, now)


def _write(connection: Connection, document_id: str, edit: Edit, who: str, now: dt.datetime) -> str:
    """Make a correction that holds for everybody; the id of its event."""
    return write(connection, look(connection, document_id, None, "the database"), edit, who, now).event or ""
