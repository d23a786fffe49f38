"""Numbers in words and digits."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.counts.numbers import TENS, UNITS, find_numbers, read_number, spelled_in_digits

SMALL = {value: name for name, value in UNITS.items()}
TEN = {value: name for name, value in TENS.items() if name != "fourty"}


def spelled(n: int) -> str:
    """An English name of a number below a billion, written here as the inverse of the reader."""
    if n < 20:
        return SMALL[n]
    if n < 100:
        return TEN[n - n % 10] + (f"-{SMALL[n % 10]}" if n % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if rest and rest < 100 else " "
            return f"{spelled(n // size)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")
    raise AssertionError


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 10**9 - 1))
def test_names_and_digits_come_back(n: int) -> None:
    assert read_number(spelled(n)) == n
    assert read_number(f"{n:,}") == n
    assert read_number(str(n)) == n


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 000", 2000),
        ("2.000", 2000),
        ("1.234 billion", 1_234_000_000),
        ("0.125", Fraction(1, 8)),
        ("1,00,000", 100_000),
        ("12'000", 12_000),
        ("1.4m", 1_400_000),
        ("2,200 cr", 22_000_000_000),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("three quarters of a million", 750_000),
        ("thirty and four", 34),
        ("twelve hundred", 1200),
        ("a couple of hundred", 200),
    ],
)
def test_one_number(text: str, value: int | Fraction) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("six or seven", [6, 7]),
        ("25-30", [25, 30]),
        ("five hundred two hundred", [500, 200]),
        ("AK-47 and an M-16", []),
        ("the third of the 21st", []),
        ("dozens", []),
        ("1.5m-2m", [1_500_000, 2_000_000]),
        ("2009 300 people", [2009, 300]),
    ],
)
def test_numbers_of_a_text(text: str, values: list[int]) -> None:
    assert [number.value for number in find_numbers(text)] == values


def test_spelled_in_digits() -> None:
    assert spelled_in_digits("two days after the twenty-first") == "2 days after the 21th"


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    at = 0
    for number in find_numbers(text):
        assert at <= number.start < number.end <= len(text)
        assert number.value >= 0
        assert number.mantissa * number.multiplier == number.value
        at = number.end
