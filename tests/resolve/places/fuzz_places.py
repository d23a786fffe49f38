"""Coverage-guided fuzzing of places: ``python -m tests.resolve.places.fuzz_places -runs=200000`` with atheris and a built gazetteer.

No part of the test suite, because atheris is built for few platforms; the figures of the last run stand in ``docs/places.md``.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["tocsin.resolve"]):
    from tocsin.records import Document, Quote
    from tocsin.resolve.places import PlaceResolver
    from tocsin.resolve.places.gazetteer import Gazetteer, default_path
    from tocsin.settings import Settings

PIECES = [
    *("Paris", "Texas", "Georgia", "Turkish", "European", "Алматы", "北京", "Sana'a", "B.C.", "Ga.", "N.Y.", "Mo.", "Real Madrid", "U.S."),
    *(
        ", ",
        " and ",
        " ",
        "-",
        "\n",
        "the ",
        "in ",
        "near ",
        "of ",
        "43, of ",
        "R-",
        "(",
        ")",
        "—",
        "'s ",
        "\0",
        "\u200f",
        "capital",
        "state",
    ),
    *(
        "city of ",
        "County",
        "police",
        "officials",
        "Post",
        "40 km from ",
        "border",
        "embassy",
        "northern ",
        "here",
        "our country",
        "A",
        "7",
    ),
]


def main() -> None:
    """Run until the count of ``-runs`` or a text that raises."""
    resolver = PlaceResolver(Gazetteer.open(default_path(Settings.from_environment().cache_dir)))

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        parts: list[str] = []
        while provider.remaining_bytes() and len(parts) < 60:
            fresh = provider.ConsumeIntInRange(0, 7) == 0
            parts.append(provider.ConsumeUnicodeNoSurrogates(6) if fresh else PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        text = "".join(parts)
        document = Document("d", text, "-")
        survey = resolver.survey(document)
        quotes = [*survey.quotes, *survey.adjectives, Quote(0, len(text), text)]
        assert all(text[q.start : q.end] == q.text for q in quotes)
        resolver.combine(resolver.resolve(document, quotes, {"FRA": 1.0}, survey))

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
