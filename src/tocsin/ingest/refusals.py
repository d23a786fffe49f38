"""The refusals of this room: each names the input, the reason in a fixed word and the mend, in one line.

Reasons: ``empty``, ``too large``, ``not text``, ``unreadable``, ``no article``, ``no text column``, ``broken row``, and for parts of an
input that is otherwise read ``bad date`` (a cell) and ``bad bytes``.
"""

from __future__ import annotations

from collections.abc import Mapping

from tocsin.ingest.dates import MONTH_NAMES, two_dates
from tocsin.ingest.encoding import NotText
from tocsin.records import Refusal

IN_PART: Mapping[str, tuple[str, str]] = {
    "bad date": ("without its date", "without their date"),
    "bad bytes": ("with broken characters", "with broken characters"),
}
"""Reasons that concern a part of a document which is itself read, with how one document, and several, are read then."""


def empty(source: str) -> Refusal:
    """Nothing but white space."""
    return Refusal(source, "empty", f"{source}: there is no text in it; leave it out or fetch it again")


def too_large(source: str, limit: int, size: int | None = None) -> Refusal:
    """More than ``limit`` bytes; ``size`` where it is known without reading."""
    has = f"it has {size:,} bytes and" if size is not None else "it has more than"
    allowed = f"{limit:,} are allowed" if size is not None else f"the {limit:,} bytes that are allowed"
    return Refusal(source, "too large", f"{source}: {has} {allowed}; raise --max-bytes to read it")


def not_text(source: str, found: NotText) -> Refusal:
    """Binary content."""
    return Refusal(source, "not text", f"{source}: it is no text but looks like {found.looks_like}; save it as text, HTML or CSV first")


def unreadable(source: str, error: OSError | EOFError) -> Refusal:
    """What the operating system, or the unpacking, does not let be read."""
    if isinstance(error, EOFError):
        detail = "the gzip file breaks off before its end; what was whole is read; fetch it again"
    elif isinstance(error, PermissionError):
        detail = "it may not be read by this user; change its permissions (chmod +r, and +x for a folder)"
    else:
        detail = f"it cannot be read ({error.strerror or error}); see that it is there and whole"
    return Refusal(source, "unreadable", f"{source}: {detail}")


def no_regular_file(source: str) -> Refusal:
    """A pipe, a socket or a device."""
    return Refusal(source, "unreadable", f"{source}: it is a pipe, a socket or a device, no file; send what it holds to standard input (-)")


def circular(source: str) -> Refusal:
    """A link to a folder that holds it."""
    return Refusal(source, "unreadable", f"{source}: this link leads back to a folder above it; remove it")


def no_article(source: str, why: str) -> Refusal:
    """A page without the text of a report."""
    return Refusal(source, "no article", f"{source}: {why}; save the page again when it shows the report, or give its text")


def no_text_column(source: str, detail: str) -> Refusal:
    """A table found in a folder that is no table of reports."""
    return Refusal(source, "no text column", detail)


def broken_row(source: str, number: int, why: str) -> Refusal:
    """A row of a table; the others are read."""
    return Refusal(f"{source}#{number}", "broken row", f"{source}, row {number}: {why}; mend this row, the others are read")


def broken_json(source: str, why: str) -> Refusal:
    """A JSON file that is neither one value nor JSON lines."""
    return Refusal(source, "broken row", f"{source}: it is no JSON ({why}); mend it, or write one JSON object a line (.jsonl)")


def bad_date(source: str, column: str, words: str) -> Refusal:
    """A date cell that cannot be understood; its row is read without it."""
    shown = words if len(words) <= 40 else words[:39] + "…"
    why, mend = no_date(words)
    return Refusal(
        f"{source}.{column}", "bad date", f"{source}: the date {shown!r} {why} and the text is read without it; write it as {mend}"
    )


def no_date(words: str) -> tuple[str, str]:
    """Why a cell is no date, and what to write instead: ``03/04/2021`` may be two."""
    both = two_dates(words)
    if both is None:
        return "is not understood", "2021-02-28"
    one, other = (f"{day.day} {MONTH_NAMES[day.month - 1]}" for day in both)
    return f"may be {one} or {other}", f"{both[0]} or {both[1]}"


def bad_bytes(source: str, count: int, encoding: str = "utf-8", at: int | None = None) -> Refusal:
    """Bytes of a text that do not fit its encoding; the text is read with U+FFFD in their place."""
    where = "" if at is None else f", the first at byte {at:,}"
    characters = "1 character is" if count == 1 else f"{count:,} characters are"
    return Refusal(
        f"{source}@bytes",
        "bad bytes",
        f"{source}: {characters} not {encoding.upper()} and read as \ufffd{where}; save it again as UTF-8 to mend them",
    )
