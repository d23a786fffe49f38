"""Coverage-guided fuzzing of whose a time and a place of a sentence is: ``python -m tests.resolve.roles.fuzz_when_where -runs=200000`` with atheris installed.

No part of the test suite, because atheris is built for few platforms; the figures of the last run stand in ``docs/times.md``.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["tocsin.resolve"]):
    from tocsin.records import Document, Mention, Quote
    from tocsin.resolve.roles.missed_places import with_missed_places
    from tocsin.resolve.roles.missed_times import with_missed_times

PIECES = [
    *(
        "Monday",
        "on Monday",
        "May 01, 2011 00:00 IST",
        "at dawn",
        "for five days",
        "the 22nd",
        "2014",
        "09:40",
        "last week",
        "four on Thursday",
        "recently",
    ),
    *(
        "in Tarsk",
        "at the gate",
        "the city of ",
        "near ",
        "TARSK, Jan 3 (Wire) - ",
        "by ",
        "Osk's ",
        "İstanbul",
        "北京",
        "‘Alī",
        "district",
        "embassy",
    ),
    *(" ", ", ", ". ", "\n", "; ", " — ", "“", "\0", "\u200f", " said ", " who ", " after ", " and ", " held ", " was ", "the ", "A", "7"),
]


def main() -> None:
    """Run until the count of ``-runs`` or a text that raises."""

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        parts: list[str] = []
        while provider.remaining_bytes() and len(parts) < 60:
            fresh = provider.ConsumeIntInRange(0, 7) == 0
            parts.append(provider.ConsumeUnicodeNoSurrogates(6) if fresh else PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        text = "".join(parts)
        quotes = [Quote(at, at + 3, text[at : at + 3], 0.6) for at in range(0, len(text) - 3, 17)]
        mentions = [Mention(f"e{n}", "COERCE", quote, times=(quote,), places=(quotes[0],)) for n, quote in enumerate(quotes, 1)]
        document = Document("d", text, "-")
        for mention in with_missed_times(document, with_missed_places(document, mentions)):
            assert all(text[quote.start : quote.end] == quote.text for quote in (*mention.times, *mention.places))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
