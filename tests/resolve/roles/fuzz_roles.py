"""Coverage-guided fuzzing of the grammar of clauses: ``python -m tests.resolve.roles.fuzz_roles -runs=100000`` with atheris installed.

No part of the test suite, because atheris is built for few platforms; the figures of the last run stand in ``docs/reader.md``.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["tocsin.resolve"]):
    from tocsin.records import Document, Mention, Quote
    from tocsin.resolve.roles.told_counts import with_told_counts
    from tocsin.resolve.roles.told_roles import with_told_roles

WORDS = (  # noqa: SIM905  # as a sentence they are read at a glance
    "police the two miners who which arrested were been beaten by and or , ; of 's ’s s' to talks with held hold he them her it said that protesting while "
    "( ) “ ” \" . \n A B Monday last week march not also not only have would attack killing between from against asked accused three - – 40 don't & # İ ٣"
).split(" ")
KINDS = ("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "ACCUSE", "nothing")


def one_input(data: bytes) -> None:
    """Anything that is raised here is a finding."""
    provider = atheris.FuzzedDataProvider(data)
    text = " ".join(WORDS[provider.ConsumeIntInRange(0, len(WORDS) - 1)] for _ in range(provider.ConsumeIntInRange(1, 40)))
    text += provider.ConsumeUnicode(30)

    def span() -> Quote:
        start = provider.ConsumeIntInRange(0, len(text) - 1)
        end = provider.ConsumeIntInRange(start + 1, len(text))
        return Quote(start, end, text[start:end])

    kind = KINDS[provider.ConsumeIntInRange(0, len(KINDS) - 1)]
    mentions = [
        Mention(
            f"e{number}", kind, span(), actors=tuple(span() for _ in range(number)), recipients=tuple(span() for _ in range(2 - number))
        )
        for number in range(3)
    ]
    document = Document("d", text, "-")
    for mention in with_told_counts(document, with_told_roles(document, mentions)):
        for quote in (*mention.actors, *mention.recipients, *(count.quote for count in mention.counts)):
            assert text[quote.start : quote.end] == quote.text


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
