"""Names in other scripts and spellings; bodies; Chinese and Korean names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.entities.body_names import is_body, same_body
from tocsin.resolve.entities.east_asian_names import same_east_asian
from tocsin.resolve.entities.scripts import romanised
from tocsin.resolve.entities.sounds import distance, readings
from tocsin.resolve.entities.spellings import same_name


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Ольга Степанова", "olga stepanova"),
        ("Γιώργος Παππάς", "giorgos pappas"),
        ("ნინო", "nino"),
        ("Տիգրան", "tigran"),
        ("김민수", "gim min su"),
        ("李明", "li ming"),
        ("राजेंद्र", "rajendra"),
        ("Ana", "Ana"),
    ],
)
def test_other_scripts_in_latin_letters(name: str, latin: str) -> None:
    assert romanised(name) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schukow", "Joukov"),
        ("Жуков", "Zhukov"),
        ("Abd al-Qadir Nuri", "Abdelkader Nouri"),
        ("عبد القادر", "Abdul Qader"),
        ("Chiang Hsiao-wen", "Jiang Xiaowen"),
        ("Pak Chong-hun", "Park Jung-hoon"),
        ("Haruka Mori", "Mori Haruka"),
        ("A. B. Sandoval", "Ana Sandoval"),
        ("Oleksandr Marchenko", "Alexander Marchenko"),
        ("Ministry of Fisheries", "the Fisheries Ministry"),
        ("Frente Popular de Liberación", "People's Liberation Front"),
        ("Hizb-ul-Nasr", "Hizbul Nasr"),
        ("the Rassvet movement", "Rassvet"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жукова", "Zhukov"),
        ("Pak Chong-hun", "Park Jong-min"),
        ("Carl V. Dahl", "Carl H. V. Dahl"),
        ("Ian Moor", "Ian Moor Jr."),
        ("Henry V", "Henry VI"),
        ("Hla Min", "Hla Min Soe"),
        ("National Council", "National Security Council"),
        ("Freedom Party", "Freedom Party of Ruritania"),
        ("SPXM", "SPXM-N"),
        ("Ministry of Finance", "Ministry of Fisheries"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_two_korean_names_are_told_apart_and_others_are_left_to_the_general_rules() -> None:
    assert same_east_asian("Kim Jong-ho", "Kim Yong-ho") is False
    assert same_east_asian("Tomas Lind", "Tomas Lund") is None


def test_a_body_is_known_by_its_words_or_its_capitals() -> None:
    assert is_body("the Harbour Workers' Union")
    assert is_body("FPLN")
    assert not is_body("Marta Solberg")
    assert same_body("Harbour Workers' Union", "HWU")


@pytest.mark.parametrize("written", ["US Senate", "U.S. Senate", "U. S. Senate", "the USA Senate"])
def test_a_state_in_letters_before_its_body_is_no_word_of_the_name(written: str) -> None:
    assert same_body(written, "the Senate")
    assert not same_body(written, "US Congress")


TEXTS = st.text(max_size=40) | st.text(alphabet="abcdeéšжпρ한中ابהक -.'’IVX", max_size=40)


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared_and_the_order_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet=st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=15))
def test_a_word_is_nearest_to_itself(word: str) -> None:
    if readings(word):
        assert distance(word, word) == 0


def test_a_name_of_a_megabyte_is_compared_to_the_letter() -> None:
    assert same_name("1" * 10**6, "1" * 10**6)
    assert not same_name("Ab " * 300_000, "Ac " * 300_000)
