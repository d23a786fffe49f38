"""A table of one's own in a file, reasons for none, totals and increments, and that the order of rules never matters."""

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.counts.test_counts import WORDS, cases
from tocsin.codebook import COUNT_KINDS
from tocsin.errors import SettingsError
from tocsin.records import CountValue
from tocsin.resolve.counts import resolve_count
from tocsin.resolve.counts.reasons import reason_for_none
from tocsin.resolve.counts.rules import STANDARD
from tocsin.resolve.counts.rules_file import parse_rules, read_rules, written
from tocsin.resolve.counts.shares import role_of


def test_the_printed_table_reads_back() -> None:
    assert parse_rules(written()) == STANDARD
    own = replace(STANDARD, around=(Fraction(1, 2), Fraction(3, 2)), vague={**STANDARD.vague, "swarms": (50, 500)})
    assert parse_rules(written(own)) == own


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(
        'around = [0.5, 1.5]\n[vague]\ndozens = [20, 60]\nswarms = [50, 500]\n[words]\nbrace = 2\n[phrases]\naround = ["around", "say"]\n',
        encoding="utf-8",
    )
    own = read_rules(path)
    assert resolve_count("around 50", "arrested", own) == CountValue("arrested", 25, 75, 50)
    assert resolve_count("say 50", "arrested", own) == CountValue("arrested", 25, 75, 50)
    assert resolve_count("several dozen", "arrested", own) == CountValue("arrested", 20, 60, 40)
    assert resolve_count("swarms of them", "arrested", own) == CountValue("arrested", 50, 500, 275)
    assert resolve_count("a brace", "arrested", own) == CountValue("arrested", 2, 2, 2)
    assert resolve_count("hundreds", "arrested", own) == resolve_count("hundreds", "arrested")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("around = 3", "two shares"),
        ("around = [1.2, 1.5]", "hold the figure itself"),
        ("around = [nan, 2.0]", "hold the figure itself"),
        ("odd = [9, 0]", "smaller to a larger"),
        ("[vague]\ndozens = [24, 1.5]", "rules, line 2: vague.dozens must be a whole number"),
        ('[words]\nx = 2\n\n"a Brace" = 1.5', "rules, line 4: words.a Brace must be a whole number"),
        ("[vague]\ndozens = true", "whole number"),
        ("vague = 3", "table of words"),
        ('[plural]\nherd = "herds"', "stands in no line of [vague]"),
        ("aruond = [0.9, 1.1]", "did you mean around?"),
        ("[phrases]\naround = 3", "list of words"),
        ("[phrases]\nabout = []", "phrases.about is no rule"),
        ("= 3", "no TOML"),
    ],
)
def test_a_rule_that_cannot_be_is_told_in_one_line(text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=r"^rules(, line \d+)?: ") as error:
        parse_rules(text)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml"):
        read_rules(tmp_path / "none.toml")


@settings(deadline=None, max_examples=40)
@given(words=WORDS | st.sampled_from([row["words"] for row in cases()]), kind=st.sampled_from(COUNT_KINDS), seed=st.integers())
def test_the_order_of_rules_never_matters(words: str, kind: str, seed: int) -> None:
    shuffle = random.Random(seed)

    def mixed(table: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
        return dict(shuffle.sample(sorted(table.items()), len(table)))

    rules = replace(
        STANDARD,
        vague=mixed(dict(STANDARD.vague)),
        words=mixed(dict(STANDARD.words)),
        plural=dict(shuffle.sample(sorted(STANDARD.plural.items()), len(STANDARD.plural))),
        around_words=tuple(shuffle.sample(STANDARD.around_words, len(STANDARD.around_words))),
        at_least_words=tuple(shuffle.sample(STANDARD.at_least_words, len(STANDARD.at_least_words))),
        nearly_words=tuple(shuffle.sample(STANDARD.nearly_words, len(STANDARD.nearly_words))),
    )
    assert resolve_count(words, kind, rules) == resolve_count(words, kind)


@settings(deadline=None, max_examples=100)
@given(words=WORDS, kind=st.sampled_from(COUNT_KINDS))
def test_each_words_give_a_range_or_a_reason(words: str, kind: str) -> None:
    assert (resolve_count(words, kind) is None) == (reason_for_none(words, kind) is not None)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("60 percent", "share of an unknown whole"),
        ("a third of them", "share of an unknown whole"),
        ("one in five", "share of an unknown whole"),
        ("nine out of ten", "share of an unknown whole"),
        ("the twenty-first", "ordinal"),
        ("a 24-hour strike", "length or measure"),
        ("a girl of 12", "age"),
        ("a 52-48 vote", "score or vote"),
        ("020 7946 0958", "telephone number"),
        ("the October 7 attack", "date"),
        ("500 rupees", "money"),
        ("Articles 12 and 13", "name or law"),
        ("the third time", "ordinal"),
        ("a 25-year-old man", "age"),
        ("4 pm", "clock time"),
        ("Section 144", "name or law"),
        ("", "empty"),
        ("99999999999999 trillion", "too large"),
        ("a man", "no number"),
    ],
)
def test_reasons(words: str, reason: str) -> None:
    assert reason_for_none(words, "killed") == reason


@pytest.mark.parametrize(
    ("before", "words", "after", "role"),
    [
        ("", "another 12", "", "increment"),
        ("", "12", " more were held", "increment"),
        ("", "12", " more than before", "plain"),
        ("The toll ", "rose from 40 to 57", "", "total"),
        ("bringing the number to ", "57", "", "total"),
        ("", "a total of 57", "", "total"),
        ("Police held ", "57", " people", "plain"),
        ("", "dozens", "", "plain"),
    ],
)
def test_totals_and_increments(before: str, words: str, after: str, role: str) -> None:
    assert role_of(before, words, after) == role


@settings(deadline=None, max_examples=50)
@given(whole=st.integers(2, 10**6), part=st.integers(1, 99))
def test_a_share_of_a_whole_stays_within_it(whole: int, part: int) -> None:
    value = resolve_count(f"{part} percent of the {whole:,}", "killed")
    assert value is not None
    assert value.high is not None
    assert 0 <= value.low <= value.high <= whole
    assert 100 * value.low <= part * whole <= 100 * value.high
