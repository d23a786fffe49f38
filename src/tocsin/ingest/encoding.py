"""Bytes to text: which encoding, and what could not be decoded.

In this order: a byte order mark; UTF-16 without one (told by where its zero bytes or its spaces stand); UTF-8; the charset that a page
declares; UTF-8 with a few broken bytes, which become U+FFFD each and are counted; Windows-1252 where the odd bytes are few and read as
quotes, dashes and accented letters in words; what ``charset_normalizer`` finds where they are many; last, UTF-8 with what is broken. What
holds zero bytes or many control characters, or begins like a known binary format, is no text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE = 65_536
"""Bytes that tell the encoding of a table; texts and pages are looked at whole."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BINARIES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
    (b"(\xb5/\xfd", "packed with zstd"),
    (b"{\\rtf", "a rich text document"),
)

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding and how many bytes of it could not be decoded (each stands as U+FFFD); ``at`` is the first one's offset."""

    text: str
    encoding: str
    broken: int = 0
    at: int = 0


@dataclass(frozen=True, slots=True)
class NotText:
    """Bytes that are no text, and what they look like ("a PDF")."""

    looks_like: str


def decode(data: bytes, declared: str | None = None) -> Decoded | NotText:
    """Read ``data`` as text. ``declared`` is the charset that the page itself names; it counts only where UTF-8 does not fit."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], name, len(mark))
    if wide := _wide(data):
        return Decoded(data.decode(wide), wide)
    if binary := _binary(data):
        return NotText(binary)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def without_surrogates(text: str) -> tuple[str, int]:
    """``text`` with each lone surrogate, which no encoding can write, as U+FFFD, and their number. No code point moves."""
    if text.isascii():
        return text, 0
    return _SURROGATES.subn("\ufffd", text)


_SURROGATES = re.compile("[\ud800-\udfff]")


def _not_utf8(data: bytes, declared: str | None) -> Decoded | NotText:
    if declared and (text := _strictly(data, declared)) is not None:
        return Decoded(text, declared)
    as_utf8 = _replacing(data, "utf-8", 0)
    characters = sum(1 for character in as_utf8.text if character >= "\x80") - as_utf8.broken
    # as many whole UTF-8 characters as broken bytes: it was UTF-8 and was damaged. An 8-bit text holds whole ones only by chance.
    if characters >= as_utf8.broken:
        return as_utf8
    odd = sum(byte >= 0x80 for byte in data)
    # French, the most accented of the western languages, has one odd byte in 28, a sentence full of quotes one in 12; other alphabets
    # have one in two
    if odd <= max(3, 0.12 * len(data)) and (text := _western(data)) is not None:
        return Decoded(text, "cp1252")
    return (_guessed(data) if odd > 0.12 * len(data) else None) or as_utf8


def _strictly(data: bytes, name: str) -> str | None:
    """``data`` in the encoding ``name``, or ``None`` where it does not fit or no such encoding is known."""
    try:
        # as browsers do: what calls itself Latin-1 is Windows-1252
        plain = codecs.lookup(name).name
        return data.decode("cp1252" if plain in {"iso8859-1", "ascii"} else plain)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _replacing(data: bytes, name: str, offset: int) -> Decoded:
    """Decode with U+FFFD for what is broken; ``offset`` is where ``data`` begins in the file."""
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        text = data.decode(name, errors="replace")
        kept = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if name == "utf-8" else 0)
        return Decoded(text, name, max(kept, 1), offset + error.start)


_WESTERN = re.compile("[“”‘’‚„–—…•€£©®°·«»¡¿ºª§´\xa0\xad½¼¾²³™×]|[à-öø-üÀ-ÖØ-Ýœšžß]")
_RUN = re.compile(r"[À-ÿœšžŒŠŽß]{3}")
_ALONE = re.compile(r"(?<![^\W_])[à-öø-üœšžßÀ-ÖØ-Ý]+(?![^\W_])")


def _western(data: bytes) -> str | None:
    """``data`` as Windows-1252 where each odd byte then is a quote, a dash, a usual sign or an accented letter within a word."""
    text = _strictly(data, "cp1252")
    if text is None or _RUN.search(text):
        return None
    odd = [character for character in text if character >= "\x80"]
    if any(not _WESTERN.match(character) for character in odd):
        return None
    return text if set(_ALONE.findall(text)) <= {"à", "é", "è", "ó", "À", "É", "È"} else None


def _wide(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where ``data`` is such text without a mark."""
    if len(data) < 4 or len(data) % 2 or b"\x00" not in data[:SAMPLE]:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, name)
        if text is not None and _reads_well(text[:SAMPLE]):
            return name
    return None


def _reads_well(text: str) -> bool:
    """Whether a text read as UTF-16 is one: letters of few alphabets, spaces, no controls."""
    plain = sum(character.isspace() or character.isalnum() or character.isprintable() for character in text)
    # the wrong byte order makes U+2000 (and other rare signs) of spaces and scatters letters over all of Unicode
    blocks = {ord(character) >> 8 for character in text if character.isalpha()}
    spaces = sum(character in " \n\r\t" for character in text)
    return plain >= 0.98 * len(text) and spaces >= len(text) / 40 and len(blocks) <= max(4, len(text) // 20)


def _binary(data: bytes) -> str | None:
    for mark, name in _BINARIES:
        if data.startswith(mark):
            return name
    head = data[:SAMPLE]
    if b"\x00" in head:
        return "a binary file"
    # news text holds none; a stray form feed or backspace from an old wire is let through
    return "a binary file" if len(_CONTROLS.findall(head)) > 0.01 * len(head) + 1 else None


def _guessed(data: bytes) -> Decoded | None:
    # loaded only for the rare text that is neither UTF-8 nor western: it costs 40 ms at start-up
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:SAMPLE]).best()
    text = None if best is None else _strictly(data, best.encoding)
    if best is None or text is None:
        return None
    # a right guess makes letters of nearly all odd bytes; a wrong one makes signs and boxes of them
    odd = [character for character in text if character >= "\x80"]
    return Decoded(text, best.encoding) if sum(map(str.isalpha, odd)) >= 0.8 * len(odd) else None
