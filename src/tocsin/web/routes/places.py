"""Places by name: what a person chooses from who corrects where something was."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from tocsin.codebook import COUNTRIES
from tocsin.review.values import value_json
from tocsin.web.access import Reader
from tocsin.web.filters import check_known
from tocsin.web.models.places import FoundPlace, PlaceQuery
from tocsin.web.problems import Refused
from tocsin.web.state import DeskHere
from tocsin.web.state import FoundPlace as Found

router = APIRouter(tags=["places"])


@router.get("/places")
def places(query: Annotated[PlaceQuery, Query()], desk: DeskHere, _: Reader) -> list[FoundPlace]:
    """The places of the gazetteer that bear a name or one that begins so, the likeliest first. Nothing is asked of any other machine."""
    if desk.places is None:
        raise Refused(503, "This server cannot look places up: it was started without the gazetteer.", "Give the coordinates by hand.")
    if query.country is not None:
        check_known("country code", (query.country,), COUNTRIES)
    return [_answer(found) for found in desk.places(query.q, query.country, query.limit)]


def _answer(found: Found) -> FoundPlace:
    value = found.value
    return FoundPlace.model_validate(
        {
            "id": value.geonameid,
            "name": value.name,
            "kind": value.kind,
            "country": value.country,
            "admin": found.division,
            "lat": value.latitude,
            "lon": value.longitude,
            "population": found.population,
            "value": value_json(value),
        }
    )
