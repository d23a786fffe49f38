"""Places by name: over HTTP, and out of a real gazetteer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.resolve.places.small_dump import write_dump
from tests.web.browser import API, Client
from tests.web.test_review_api import MARCH, correct
from tests.web.world import MARCH as TEXT
from tocsin.cli.serving import PlaceFinder
from tocsin.errors import GazetteerError
from tocsin.resolve.places.gazetteer import Gazetteer, default_path
from tocsin.store import Store
from tocsin.web.app import create_app


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> PlaceFinder:
    folder = tmp_path_factory.mktemp("cache")
    Gazetteer.build(default_path(folder), dump=write_dump(folder / "dump.txt")).close()
    return PlaceFinder(folder)


@pytest.fixture
def client(store: Store, assets: Path, finder: PlaceFinder) -> Client:
    return Client(create_app(store, assets=assets, places=finder))


def test_a_place_is_found_by_its_name_and_has_all_that_a_correction_takes(client: Client) -> None:
    assert client.ask("/me")["can_find_places"] is True
    found = client.ask("/places", q="nairobi")[0]
    shown = {name: found[name] for name in ("id", "name", "kind", "country", "lat", "lon", "population")}
    assert shown == {"id": 184745, "name": "Nairobi", "kind": "city", "country": "KEN", "lat": -1.28, "lon": 36.82, "population": 2750000}
    start = TEXT.index("Harbour Town")
    where = {"start": start, "end": start + len("Harbour Town"), "value": found["value"]}
    correct(client, field="where", action="change", value=where)
    roles = {role["role"]: role["value"] for role in client.ask(MARCH)["events"][0]["roles"]}
    assert roles["where"] == found["value"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "Paris"}, ["Paris", "Paris"]),  # the larger one first
        ({"q": "Paris", "country": "USA"}, ["Paris"]),
        ({"q": "lond", "limit": 1}, ["London"]),
        ({"q": "Алматы"}, ["Almaty"]),
        ({"q": "  TIFLIS "}, ["Tbilisi"]),
        ({"q": "Nowhere at All"}, []),
    ],
)
def test_it_is_found_in_any_spelling_by_its_beginning_and_in_a_country(client: Client, query: dict[str, object], names: list[str]) -> None:
    assert [place["name"] for place in client.ask("/places", **query) if place["kind"] == "city"] == names


def test_towns_of_one_name_are_told_apart_by_what_they_lie_in(client: Client) -> None:
    towns = [place for place in client.ask("/places", q="Paris", country="USA") if place["kind"] == "city"]
    assert [(place["country"], place["admin"]) for place in towns] == [("USA", "Texas")]


def test_a_whole_country_is_no_town(client: Client) -> None:
    found = next(place for place in client.ask("/places", q="Kenya") if place["kind"] == "country")
    assert (found["value"]["where_prec"], found["value"]["geo_precision"], found["admin"]) == (6, 3, None)


@pytest.mark.parametrize("query", [{}, {"q": "a"}, {"q": "  a  "}, {"q": "Paris", "country": "France"}, {"q": "Paris", "country": "XXX"}])
def test_what_cannot_be_looked_up_says_so(client: Client, query: dict[str, str]) -> None:
    answer = client.get(f"{API}/places", params=query)
    assert answer.status_code == 422
    assert answer.json()["way_out"]


def test_without_a_gazetteer_the_way_out_is_told(store: Store, assets: Path, tmp_path: Path) -> None:
    for places, said in ((None, "by hand"), (PlaceFinder(tmp_path), "tocsin gazetteer build")):
        answer = Client(create_app(store, assets=assets, places=places)).get(f"{API}/places", params={"q": "Paris"})
        assert answer.status_code == 503
        assert said in answer.json()["way_out"]
    with pytest.raises(GazetteerError, match="there is no gazetteer"):
        PlaceFinder(tmp_path)("Paris", None, 5)


def test_places_are_for_those_who_may_look(browser: Callable[[str], Client], client: Client) -> None:
    browser("ben")
    assert client.get(f"{API}/places", params={"q": "Paris"}).status_code == 401
