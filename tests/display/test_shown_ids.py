from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.display.ids import SHORT, lines, short

ADDRESS = "https://news.example/2021/02/28/politics/police-arrest-dozens-of-demonstrators-after-rally.html?utm_source=feed&id=1234567"
WORDS = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1)


def test_a_long_id_is_cut_in_its_middle() -> None:
    assert short("news/may/a.txt") == "news/may/a.txt"
    assert short(ADDRESS) == "https://news.…urce=feed&id=1234567"
    assert len(short(ADDRESS)) == SHORT


def test_an_id_is_broken_between_its_parts() -> None:
    assert lines(ADDRESS, 40) == [
        "https://news.example/2021/02/28/",
        "politics/police-arrest-dozens-of-",
        "demonstrators-after-rally.html?utm_",
        "source=feed&id=1234567",
    ]
    assert lines("x" * 50, 40) == ["x" * 40, "x" * 10]


@settings(deadline=None, max_examples=50)
@given(WORDS, st.integers(1, 90))
def test_lines_are_the_id_and_fit(name: str, width: int) -> None:
    broken = lines(name, width)
    assert "".join(broken) == name
    assert max(map(len, broken)) <= width
