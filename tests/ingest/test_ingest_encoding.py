from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.ingest.encoding import Decoded, NotText, decode

NEWS = (
    "“We stay,” said Zoë Núñez of the café workers’ union — forty of them — before the mayor’s office in Señal at noon.\r\nNobody left.\n"
)
PRINTED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"), min_size=1).map(
    lambda words: f"News: {words}\r\n\tend"
)


@settings(deadline=None, max_examples=50)
@given(PRINTED, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_comes_back_code_point_for_code_point(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert (decoded.text, decoded.broken) == (text, 0)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_without_a_mark(encoding: str) -> None:
    decoded = decode(NEWS.encode(encoding))
    assert decoded == Decoded(NEWS, encoding)


def test_cyrillic_in_utf16_without_a_mark_and_in_one_byte() -> None:
    text = "Полиция задержала сорок рабочих у ворот завода, сообщил профсоюз. Это было в среду, и никто не был ранен.\n"
    assert decode(text.encode("utf-16-le")) == Decoded(text, "utf-16-le")
    one_byte = decode(text.encode("cp1251"))
    assert isinstance(one_byte, Decoded)
    assert one_byte.text == text
    assert decode(text.encode("koi8-r"), declared="koi8-r") == Decoded(text, "koi8-r")


def test_a_declared_charset_counts_only_where_utf8_does_not_fit() -> None:
    assert decode("Dvořák".encode(), declared="windows-1250") == Decoded("Dvořák", "utf-8")
    assert decode("Dvořák".encode("cp1250"), declared="windows-1250") == Decoded("Dvořák", "windows-1250")
    assert decode("café".encode("cp1252"), declared="no-such-thing") == Decoded("café", "cp1252")


def test_broken_utf8_is_read_with_the_place_told() -> None:
    decoded = decode("Zoë Núñez".encode() + b" \xff left")
    assert decoded == Decoded("Zoë Núñez \ufffd left", "utf-8", 1, 13)


def test_stray_bytes_in_plain_text_are_not_taken_for_letters() -> None:
    decoded = decode(b"The crowd \xff\xfe left \x80\x81 at noon, the mayor said to the press in the square.")
    assert isinstance(decoded, Decoded)
    assert (decoded.encoding, decoded.broken) == ("utf-8", 4)


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04....", "a zip archive or an office document"),
        (bytes(range(256)) * 9, "a binary file"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_binaries_are_told(data: bytes, looks_like: str) -> None:
    assert decode(data) == NotText(looks_like)
