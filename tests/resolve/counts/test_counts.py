"""Counts as ranges: a table of cases, and what holds for any text."""

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.codebook import COUNT_KINDS
from tocsin.records import CountValue, Quote
from tocsin.resolve.counts import LARGEST, resolve_count, resolve_quote
from tocsin.resolve.counts.rules import STANDARD

CASES = Path(__file__).parent / "counts.tsv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def wanted(row: dict[str, str]) -> CountValue | None:
    if row["low"] == "none":
        return None
    return CountValue(row["kind"], int(row["low"]), int(row["high"]) if row["high"] else None, int(row["best"]), row["unit"] or None)


def test_table() -> None:
    rows = cases()
    wrong = [(row, found) for row in rows if (found := resolve_count(row["words"], row["kind"])) != wanted(row)]
    assert wrong == []
    assert len(rows) >= 880


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("One in five died.", "One", False),
        ("Nine out of ten were freed.", "Nine", False),
        ("Nine of the ten were freed.", "Nine", True),
        ("Five died in Goma.", "Five", True),
        ("Two in three days were killed.", "Two", True),
        ("A guard, 19, was killed.", "19", False),
        ("They were held under Articles 12 and 13.", "13", False),
        ("The dead number five.", "five", True),
        ("Dozens of 19-year-olds were killed.", "Dozens of 19-year-olds", True),
        ("The motion passed 52-48.", "52", False),
        ("15.10: Police arrive as marchers gather.", "15.10", False),
        ("The march set off at 15.10 from the station.", "15.10", False),
        ("1510 GMT: marchers gather.", "1510", False),
        ("1510: Marchers gather.", "1510", False),
        ("He was murdered at about 1500 (2000 GMT).", "1500", False),
        ("Marchers gathered at 10 outside the hall.", "10", False),
        ("They marched from 10 to 12 in the morning.", "10", False),
        ("At half past four marchers came.", "four", False),
        ("Officials put the number of marchers at 10.", "10", True),
        ("The toll stands at 10 on Sunday.", "10", True),
        ("On March 12 marchers were killed.", "12", False),
        ("In March 12 marchers were killed.", "12", True),
        ("On 2021-03-12 marchers were killed.", "12", False),
        ("Between 1990 and 1995, soldiers fled.", "1990", False),
        ("The 1994 massacre.", "1994", False),
        ("Police shot Oleg Varda, 41, who fled.", "41", False),
        ("Marchers blocked NH 55 for hours.", "55", False),
        ("Flight MH17 was shot down.", "17", False),
        ("They were held under section 36 (1).", "1", False),
        ("An AK -47 fell into the crowd.", "47", False),
        ("They met at 12 High Street.", "12", False),
        ("A quake of 4.5 killed them.", "4.5", False),
        ("Some 1.5-2 million marched.", "1.5-2 million", True),
        ("Some 12.500 marched.", "12.500", True),
    ],
)
def test_the_text_around_shows_what_counts_nobody(text: str, words: str, counted: bool) -> None:
    start = text.index(words)
    value = resolve_quote(text, Quote(start, start + len(words), words), "killed")
    assert (value is not None) is counted


WORDS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([w for row in cases() for w in row["words"].split()]), max_size=7).map(" ".join),
    st.from_regex(r"[0-9.,' ]{1,20}( (million|lakh|percent|days))?", fullmatch=True),
)


@settings(deadline=None, max_examples=100)
@given(words=WORDS, kind=st.sampled_from(COUNT_KINDS))
def test_any_words_give_an_ordered_range_or_nothing(words: str, kind: str) -> None:
    value = resolve_count(words, kind)
    if value is not None:
        assert value.kind == kind
        assert 0 <= value.low <= LARGEST
        assert value.best is not None
        assert value.low <= value.best
        assert value.high is None or value.best <= value.high <= LARGEST


@settings(deadline=None, max_examples=50)
@given(part=st.integers(1, 9), more=st.integers(1, 90), kind=st.sampled_from(COUNT_KINDS))
def test_a_share_is_a_count_only_of_a_whole_that_is_told(part: int, more: int, kind: str) -> None:
    whole = part + more
    assert resolve_count(f"{part} in every {whole}", kind) is None
    if kind != "days":
        value = resolve_count(f"{part} in every {whole} of the {40 * whole}", kind)
        assert value is not None
        assert value.low == value.high == 40 * part


@settings(deadline=None, max_examples=50)
@given(n=st.integers(1, 10**9))
def test_the_codebook_s_shares_hold_for_any_figure(n: int) -> None:
    if 1800 <= n <= 2099:
        n += 1000
    assert resolve_count(f"{n:,}", "killed") == CountValue("killed", n, n, n)
    assert resolve_count(f"at least {n:,}", "killed") == CountValue("killed", n, None, n)
    assert resolve_count(f"more than {n:,}", "killed") == CountValue("killed", n + 1, None, n + 1)
    assert resolve_count(f"up to {n:,}", "killed") == CountValue("killed", 0, n, n)
    around = resolve_count(f"around {n:,}", "killed")
    assert around == CountValue("killed", 9 * n // 10, -(-11 * n // 10), n)


def test_a_user_s_own_table() -> None:
    own = replace(STANDARD, around=(Fraction(1, 2), Fraction(3, 2)), vague={**STANDARD.vague, "dozens": (20, 60)})
    assert resolve_count("around 50", "arrested", own) == CountValue("arrested", 25, 75, 50)
    assert resolve_count("several dozen", "arrested", own) == CountValue("arrested", 20, 60, 40)
    assert resolve_count("hundreds", "arrested", own) == resolve_count("hundreds", "arrested")


def test_odd_words_never_raise() -> None:
    for words in ("", "\x00", "1" * 5000, "two " * 500, "million " * 300, "9" * 15 + " trillion", "½", "٣٤٥", "a half of a"):
        for kind in COUNT_KINDS:
            resolve_count(words, kind)
