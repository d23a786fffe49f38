"""A place that a person names by its GeoNames id, filled in from the places that the database knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from tocsin.store.tables import places


def with_known_places(connection: Connection, given: Any) -> Any:
    """JSON in which each value with a ``geonameid`` but no ``latitude`` has the name, kind, country and point that are stored for it."""
    if isinstance(given, Mapping):
        filled = {name: with_known_places(connection, value) for name, value in given.items()}
        return _filled(connection, filled) if "geonameid" in given and "latitude" not in given else filled
    return [with_known_places(connection, value) for value in given] if isinstance(given, list) else given


def _filled(connection: Connection, given: dict[str, Any]) -> dict[str, Any]:
    number = given["geonameid"]
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 2**63:
        return given
    row = connection.execute(select(places).where(places.c.geonameid == number)).mappings().one_or_none()
    if row is None:
        return given
    known = {name: row[name] for name in ("name", "country", "latitude", "longitude")}
    return {"place_kind": row["kind"], **{name: value for name, value in known.items() if value is not None}} | given
