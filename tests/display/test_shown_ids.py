from __future__ import annotations

from tocsin.display.ids import SHORT, short

ADDRESS = "https://news.example/2021/02/28/politics/police-arrest-dozens-of-demonstrators-after-rally.html?utm_source=feed&id=1234567"


def test_a_long_id_is_cut_in_its_middle() -> None:
    assert short("news/may/a.txt") == "news/may/a.txt"
    assert short(ADDRESS) == "https://news.…urce=feed&id=1234567"
    assert len(short(ADDRESS)) == SHORT
