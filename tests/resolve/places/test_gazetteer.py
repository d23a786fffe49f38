from __future__ import annotations

import multiprocessing
import os
import pickle
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.places.small_dump import write_dump
from tocsin.errors import GazetteerError
from tocsin.resolve.places import gazetteer_build, gazetteer_sources
from tocsin.resolve.places.gazetteer import Gazetteer, default_path
from tocsin.resolve.places.geography import distance_km, middle, reach_km
from tocsin.resolve.places.names import bare_division, key


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int, int]]:
    """What the build of the ``gazetteer`` fixture told of its progress."""
    return []


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, int, int]]) -> Iterator[Gazetteer]:
    folder = tmp_path_factory.mktemp("gazetteer")
    with Gazetteer.build(folder / "g.sqlite", lambda *step: told.append(step), dump=write_dump(folder / "dump.txt")) as built:
        yield built


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sana'a", "Sanaa", "SANA’A", "Sanáʿa"),
        ("Saint-Denis", "St. Denis", "St Denis", "SAINT DENIS"),
        ("The Hague", "Hague", "the hague"),
        ("São Paulo", "Sao Paulo"),
        ("Alma-Ata", "Alma Ata"),
        ("Łódź", "Lodz"),
        ("Fort Worth", "Ft. Worth"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({key(s) for s in spellings}) == 1


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    once = key(name)
    assert key(once) == once or once.startswith("the ")  # "The The" is a name, "the" alone a word


def test_divisions_lose_their_generic_words() -> None:
    assert bare_division("Rapides Parish") == "Rapides"
    assert bare_division("Maidan Wardak Province") == "Maidan Wardak"
    assert bare_division("Departamento de Cusco") == "Cusco"
    assert bare_division("Province") == "Province"


def test_lookups_reach_names_in_every_spelling(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("SANA’A")[0].geonameid == 71137
    assert gazetteer.lookup("Saint Louis")[0].name == "St. Louis"
    assert gazetteer.lookup("Алматы")[0].name == "Almaty"
    assert [p.country for p in gazetteer.lookup("the UK")] == ["GBR"]
    assert gazetteer.lookup("nowhere at all") == ()


def test_codes_and_transliterations_are_no_names(gazetteer: Gazetteer) -> None:
    assert [p.name for p in gazetteer.lookup("ALA")] == ["Alabama"]  # the short form "Ala.", not Almaty's airport
    assert gazetteer.lookup("a la mu tu") == ()


def test_the_most_populous_place_comes_first(gazetteer: Gazetteer) -> None:
    assert [p.country for p in gazetteer.lookup("Paris") if p.kind == "city"] == ["FRA", "USA"]


def test_codes_and_capitals(gazetteer: Gazetteer) -> None:
    texas = gazetteer.by_code("US.TX")
    assert texas
    assert (texas.kind, texas.country, texas.name) == ("division", "USA", "Texas")
    capital = gazetteer.capital_of("KAZ")
    assert capital
    assert (capital.name, capital.capital) == ("Astana", True)
    assert gazetteer.by_code("ZZ.99") is None
    assert gazetteer.place(-(10**9)) is None


def test_own_regions_have_no_geonames_id(gazetteer: Gazetteer) -> None:
    assert [(p.kind, p.geonameid) for p in gazetteer.lookup("the Horn of Africa")] == [("region", None)]
    assert [p.geonameid for p in gazetteer.lookup("Gaza Strip")] == [281132]


def test_a_dump_gives_places_their_divisions_and_leaves_out_what_is_no_place(gazetteer: Gazetteer) -> None:
    (paris,) = [p for p in gazetteer.lookup("Paris") if p.country == "USA"]
    assert paris.admin2 == "US.TX.277"
    assert gazetteer.lookup("Old Paris") == ()  # a place that is no more
    assert gazetteer.lookup("Nowhere Bend") == ()  # a stream
    assert gazetteer.lookup("Almaty International Airport")[0].kind == "landmark"


def test_every_division_has_a_point_and_a_radius(gazetteer: Gazetteer) -> None:
    with sqlite3.connect(gazetteer.path) as connection:
        bad = connection.execute("SELECT count(*) FROM place WHERE radius_km <= 0 OR abs(latitude) > 90 OR abs(longitude) > 180").fetchone()
    connection.close()
    assert bad == (0,)


def test_our_country_table_covers_all_countries_of_today() -> None:
    assert {c.alpha3 for c in gazetteer_sources.countries()} >= {"XKX", "PSE", "SSD", "TWN", "USA"}
    assert len(gazetteer_sources.countries()) == 250


def test_open_says_how_to_mend_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="run `tocsin gazetteer build`"):
        Gazetteer.open(default_path(tmp_path))


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + b"\x00" * 500])
def test_open_refuses_what_is_no_gazetteer(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="run `tocsin gazetteer build`"):
        Gazetteer.open(path)


def test_open_refuses_a_file_cut_short(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "cut.sqlite"
    whole = gazetteer.path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GazetteerError, match="run `tocsin gazetteer build`"):
        Gazetteer.open(path)


def test_a_failed_build_leaves_the_old_file_and_no_scraps(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(gazetteer.path.read_bytes())
    broken = tmp_path / "broken.txt"
    broken.write_text("one\ttwo\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="line 1, is no row of a GeoNames dump"):
        Gazetteer.build(path, dump=broken)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.txt", "gazetteer.sqlite"]
    with Gazetteer.open(path) as again:
        assert again.lookup("Almaty")


def test_a_full_disk_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_build, "SCHEMA", gazetteer_build.SCHEMA + "PRAGMA max_page_count = 40;")
    with pytest.raises(GazetteerError, match=r"full.*free 200 MB"):
        Gazetteer.build(tmp_path / "gazetteer.sqlite", dump=write_dump(tmp_path / "dump.txt"))
    assert [p.name for p in tmp_path.iterdir()] == ["dump.txt"]


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match="TOCSIN_CACHE_DIR"):
        Gazetteer.build(tmp_path / "file" / "gazetteer.sqlite")


@pytest.mark.parametrize("content", ["1\tNowhere\n", "\t".join(["x"] * 19) + "\n"])
def test_a_dump_in_another_format_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(content, encoding="utf-8")
    rows = gazetteer_sources.dump_rows(path)
    if content.startswith("x"):  # 19 cells, of a feature that would be left out unread
        assert list(rows) == []
        return
    with pytest.raises(GazetteerError, match="give allCountries"):
        list(rows)


def test_a_zipped_dump_is_read_as_it_comes(tmp_path: Path) -> None:
    text = write_dump(tmp_path / "dump.txt")
    with zipfile.ZipFile(tmp_path / "KZ.zip", "w") as archive:
        archive.write(text, "KZ.txt")
        archive.writestr("readme.txt", "about the columns")
    assert list(gazetteer_sources.dump_rows(tmp_path / "KZ.zip")) == list(gazetteer_sources.dump_rows(text))
    assert gazetteer_sources.dump_bytes(tmp_path / "KZ.zip") == text.stat().st_size


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("one.jpg", "")
    with pytest.raises(GazetteerError, match="no single text file"):
        list(gazetteer_sources.dump_rows(tmp_path / "photos.zip"))
    assert gazetteer_sources.dump_bytes(tmp_path / "photos.zip") == 0


def test_arabic_articles_may_be_left_out(gazetteer: Gazetteer) -> None:
    assert [p.name for p in gazetteer.lookup("Muthanna") if p.kind == "division"] == ["Al Muthanna Governorate"]


def test_a_missing_dump_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        list(gazetteer_sources.dump_rows(tmp_path / "none.txt"))


@pytest.mark.usefixtures("gazetteer")
def test_progress_tells_step_and_share(told: list[tuple[str, int, int]]) -> None:
    assert [step for step, _, _ in told] == ["places", "divisions", "names", "names"]
    assert all(0 <= done <= total for _, done, total in told)


def _country_of(gazetteer: Gazetteer) -> str | None:
    return gazetteer.lookup("Almaty")[0].country


def test_a_gazetteer_travels_to_other_processes(gazetteer: Gazetteer) -> None:
    with pickle.loads(pickle.dumps(gazetteer)) as copy:
        assert copy.lookup("Almaty") == gazetteer.lookup("Almaty")
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_country_of, [gazetteer] * 4) == ["KAZ"] * 4


def test_middle_and_reach_across_the_date_line() -> None:
    centre = middle([(-17.0, 179.0), (-17.0, -179.0)])
    assert centre[0] == pytest.approx(-17.0)
    assert abs(centre[1]) == pytest.approx(180.0)
    assert reach_km(centre, [(-17.0, 179.0), (-17.0, -179.0)]) == pytest.approx(106.3, abs=1)


@settings(deadline=None, max_examples=50)
@given(*(st.floats(-90, 90), st.floats(-180, 180)) * 2)
def test_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    assert distance_km((a, b), (c, d)) == pytest.approx(distance_km((c, d), (a, b)))
    assert distance_km((a, b), (a, b)) == 0.0


def test_scraps_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".gazetteer.sqlite.1.part", tmp_path / ".gazetteer.sqlite.2.part"
    for scrap in (old, fresh):
        scrap.write_bytes(b"half a build")
    os.utime(old, (0, 0))
    gazetteer_build._sweep(tmp_path / "gazetteer.sqlite")
    assert (old.exists(), fresh.exists()) == (False, True)
