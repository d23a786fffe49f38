from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tocsin.ingest import document_from_text
from tocsin.ingest.language import UNKNOWN, language_of

CASES = Path(__file__).parent / "cases"

# written after the word lists were settled
OTHERS = {
    "es": "Los pescadores bloquearon el puerto durante dos días, pero la marina no intervino.",
    "fr": "Les pêcheurs ont bloqué le port pendant deux jours, mais la marine n'est pas intervenue.",
    "de": "Die Fischer blockierten zwei Tage lang den Hafen, aber die Marine griff nicht ein.",
    "pt": "Os pescadores bloquearam o porto durante dois dias, mas a marinha não interveio.",
    "it": "I pescatori hanno bloccato il porto per due giorni, ma la marina non è intervenuta.",
    "nl": "De vissers blokkeerden twee dagen lang de haven, maar de marine greep niet in.",
    "tr": "Balıkçılar limanı iki gün boyunca kapattı, ancak donanma bu olaya müdahale etmedi ve kimse için ceza istenmedi.",
    "id": "Para nelayan memblokir pelabuhan selama dua hari, tetapi angkatan laut tidak turun tangan dan tidak ada yang ditahan.",
    "pl": "Rybacy blokowali port przez dwa dni, ale marynarka nie interweniowała i nikt nie został zatrzymany.",
    "ro": "Pescarii au blocat portul timp de două zile, dar marina nu a intervenit și nimeni nu a fost reținut.",
    "sw": "Wavuvi walifunga bandari kwa siku mbili, lakini jeshi la majini halikuingilia kati na hakuna aliyekamatwa.",
    "vi": "Ngư dân đã chặn cảng trong hai ngày, nhưng hải quân không can thiệp và không ai bị bắt.",
    "sv": "Fiskarna blockerade hamnen i två dagar, men flottan ingrep inte och ingen greps av polisen.",
    "hu": "A halászok két napig zárták el a kikötőt, de a haditengerészet nem avatkozott be, és senkit sem vettek őrizetbe.",
    "ru": "Рыбаки два дня блокировали порт, но флот не вмешался, и никто не был задержан. Это уже вторые выступления.",
    "uk": "Рибалки два дні блокували порт, але флот не втрутився, і нікого не затримали.",
    "ar": "أغلق الصيادون الميناء يومين ولم تتدخل البحرية.",
    "fa": "ماهیگیران بندر را دو روز بستند و پلیس گفت کسی بازداشت نشد.",
    "zh": "渔民封锁港口两天，海军没有介入。",
    "ja": "漁師たちは二日間港を封鎖したが、海軍は介入しなかった。",
    "ko": "어부들이 이틀 동안 항구를 봉쇄했지만 해군은 개입하지 않았다.",
    "el": "Οι ψαράδες απέκλεισαν το λιμάνι για δύο μέρες.",
    "hi": "मछुआरों ने दो दिन तक बंदरगाह बंद रखा।",
    "th": "ชาวประมงปิดท่าเรือสองวัน",
}


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_a_sentence_tells_its_language(language: str) -> None:
    assert language_of(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Fishermen block port",
        "",
        "12 345",
        "José Núñez, Ángel Peña y Álvarez meet Müller in São João",
        "U.S. frees UN crew",
        "LA PAZ: POLICE ARREST 12 IN EL ALTO",
        "fishermen shut the port for two days but the navy did not step in",
        "Kpalimé – Atakpamé – Sokodé: roads shut",
        "The group calls itself “Los de la Sierra” and says that it will not leave.",
    ],
)
def test_english_and_what_cannot_be_told_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_the_language_that_the_input_names_is_believed_only_of_other_languages() -> None:
    basque = "Arrantzaleek portua itxi zuten bi egunez, baina itsas armadak ez zuen esku hartu; inor ez zuten atxilotu. " * 6
    assert language_of(basque) == UNKNOWN
    assert language_of(basque, "eu-ES") == "eu"
    assert language_of("Fishermen shut the port for two days, but the navy did not step in.", "es") == "en"


def test_furniture_does_not_decide() -> None:
    text = (
        "Portada | Regiones | Economía | Cartas al director | Avisos\nFishermen shut the port for two days, but the navy did not step in."
    )
    assert document_from_text(text).language == "en"


def test_reports_and_headlines_in_other_languages_are_not_taken_for_english() -> None:
    with (CASES / "other_languages.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["text"] for row in rows if language_of(row["text"]) == "en"] == []
    told = [row for row in rows if row["language"] != "und"]
    assert sum(language_of(row["text"]) == row["language"] for row in told) >= len(told) - 3
    assert len({row["language"] for row in rows}) >= 25


def test_english_full_of_foreign_names_is_english() -> None:
    lines = (CASES / "english_with_names.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if language_of(line) != "en"] == []
    assert language_of(" ".join(lines)) == "en"


def test_words_inside_names_say_nothing() -> None:
    assert language_of("Cerro de la Cruz") == "en"
    assert language_of("la policía de la ciudad no dijo nada") == "es"
