from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.errors import InputError
from tocsin.records import Document, Mention, Quote
from tocsin.resolve.entities import resolve_entities
from tocsin.resolve.entities.known import KnownEntities

LIST = """name,aliases,country,sector,identity,private
Tigers of the Bend,the Tigers|TotB,ken,REB,org-7,no
Ana Vidal,,CHL,CVL,,yes
"""


def known(folder: Path, text: str) -> KnownEntities:
    path = folder / "actors.csv"
    path.write_text(text, encoding="utf-8")
    return KnownEntities.read(path)


def test_the_users_list_comes_first(tmp_path: Path) -> None:
    text = "The Tigers attacked. Soldiers held Ana Vidall."
    quotes = (Quote(0, 10, "The Tigers"), Quote(35, 45, "Ana Vidall"))
    mention = Mention("e1", "ASSAULT", Quote(11, 19, "attacked"), actors=quotes)
    found = resolve_entities(Document("d", text, "-"), [mention], known(tmp_path, LIST))
    tigers, vidal = found["e1", "actor", 0], found["e1", "actor", 1]
    assert (tigers.identity, tigers.country, tigers.sectors, tigers.private) == ("org-7", "KEN", ("REB",), False)
    assert (vidal.identity, vidal.name, vidal.private) == ("Ana Vidal", "Ana Vidal", True)


def test_only_the_name_is_needed(tmp_path: Path) -> None:
    (entity,) = known(tmp_path, "name\nTigers of the Bend\n").entities
    assert (entity.country, entity.sectors, entity.private) == (None, (), False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("country\nKEN\n", "needs a first line"),
        ("", "needs a first line"),
        ("name,colour\nA,red\n", "unknown column 'colour'"),
        ("name,country\n,KEN\n", "line 2: the name is empty"),
        ("name,country\nA,Kenya\n", "'KENYA' is no ISO 3166-1"),
        ("name,sector\nA,ABC\n", "'ABC' is no sector"),
        ("name,private\nA,perhaps\n", "write yes or no"),
        ("name,country\nA,KEN,more\n", "more cells than columns"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        known(tmp_path, text)


def test_a_missing_file_and_one_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        KnownEntities.read(tmp_path / "none.csv")
    (tmp_path / "bad.csv").write_bytes(b"name\n\xff\xfe\n")
    with pytest.raises(InputError, match="cannot be read"):
        KnownEntities.read(tmp_path / "bad.csv")
