"""A filter that can match nothing is a mistake, and is told: no incidents would look like an answer."""

from __future__ import annotations

import pytest

from tests.web.browser import API, Client
from tocsin.codebook import COUNTRIES
from tocsin.resolve.countries import country_codes

ROUTES = ("/incidents", "/incidents/map", "/incidents/timeline", "/charts/events", "/charts/events.csv")


@pytest.mark.parametrize(
    ("query", "error", "way_out"),
    [
        ({"type": "protest"}, "There is no event type 'protest'.", "PROTEST"),
        ({"type": ["PROTEST", "MARCH"]}, "There is no event type 'MARCH'.", "COERCE"),
        ({"mode": "riots"}, "There is no mode 'riots'.", " strike"),
        ({"country": "Kenya"}, "There is no country code 'Kenya'.", " KEN "),
        ({"kind": "sheep"}, "There is no kind of count 'sheep'.", "arrested"),
        ({"from": "2024-05-02", "to": "2024-05-01"}, "2024-05-02 is after 2024-05-01", "Change places."),
        ({"bbox": "0,50,10,40"}, "its south is 50, its north 40", "west,south,east,north"),
        ({"bbox": "0,91,10,99"}, "outside of the world", "from -90 to 90"),
        ({"standing": "sure"}, "standing", "Mend"),
    ],
)
@pytest.mark.parametrize("route", ROUTES)
def test_it_is_told_with_what_is_known(client: Client, route: str, query: dict[str, object], error: str, way_out: str) -> None:
    answer = client.get(f"{API}{route}", params=query)  # type: ignore[arg-type]  # lists too
    assert answer.status_code == 422
    assert error in answer.json()["error"]
    assert way_out in answer.json()["way_out"]


@pytest.mark.parametrize("query", [{"type": "AID"}, {"mode": "riot"}, {"country": "ISL"}, {"country": "UNO"}, {"kind": "killed"}])
def test_what_is_known_and_not_there_is_an_empty_answer(client: Client, query: dict[str, str]) -> None:
    assert client.ask("/incidents", **query)["total"] == 0


def test_the_countries_are_those_that_names_resolve_to() -> None:
    assert set(COUNTRIES) == country_codes()
