"""Coverage-guided fuzzing of names and sectors: ``python -m tests.resolve.entities.fuzz_names -runs=200000`` with atheris installed.

No part of the test suite, because atheris is built for few platforms; the figures of the last run stand in ``docs/entities.md``.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(
    include=[
        "tocsin.resolve.entities.spellings",
        "tocsin.resolve.entities.sounds",
        "tocsin.resolve.entities.scripts",
        "tocsin.resolve.entities.body_names",
    ]
):
    from tocsin.resolve.entities.scripts import romanised
    from tocsin.resolve.entities.sectors import find_sectors
    from tocsin.resolve.entities.spellings import name_words, same_name

PIECES = [
    *("Abd", "al-", "ullah", "Mohammed", "Schu", "kow", "Joukov", "Kim", "Jong-un", "Chiang", "Hsiao-p'ing", "Jr.", "VI", "W.", "de"),
    *(
        "Ministry",
        "of",
        "Front",
        "Liberation",
        "FLN",
        "(CPI)",
        "F.B.I.",
        "’s",
        "'",
        "-",
        " ",
        ",",
        "Өç",
        "Жу",
        "ков",
        "Παπ",
        "김",
        "习近平",
    ),
    *("عبد", "ال", "בן", "नरेंद्र", "ქართ", "17,200", "workers", "up to", "EU", "officials", "\0", "\u200f", "ﬁ", "İ", "ß"),
]


def one_input(data: bytes) -> None:
    """Anything that is raised here is a finding."""
    provider = atheris.FuzzedDataProvider(data)

    def words() -> str:
        if provider.ConsumeBool():
            return str(provider.ConsumeUnicode(60))
        return "".join(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(provider.ConsumeIntInRange(0, 8)))

    one, other = words(), words()
    assert same_name(one, other) == same_name(other, one), (one, other)
    romanised(one)
    name_words(one)
    find_sectors(one, country="IND", year=2010)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
