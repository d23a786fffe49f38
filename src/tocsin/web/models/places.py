"""Places by name, for correcting where something was."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from tocsin.web.models.base import Answer, Request, Text
from tocsin.web.models.documents import Place


class FoundPlace(Answer):
    """A place of the gazetteer. ``value`` is all of it, as it goes into a correction."""

    id: int | None
    """Of GeoNames; null for the few places that are tocsin's own."""
    name: Text
    kind: str
    """As `place_kind` of a value: `city`, `district`, `division`, `country` …"""
    country: str | None
    admin: Text | None
    """The first-level division that it lies in."""
    lat: float
    lon: float
    population: int | None
    value: Place


class PlaceQuery(Request):
    """Which places."""

    q: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=2, max_length=100),
        Field(description="a name, or how one begins (three letters and more), in any spelling or script"),
    ]
    country: Annotated[
        str | None, StringConstraints(pattern="^[A-Z]{3}$"), Field(description="ISO 3166-1 alpha-3: places of this country alone")
    ] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20
