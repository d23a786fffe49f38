"""Coverage-guided fuzzing of times, counts, numbers, denials, sources and the language of a text: ``python -m tests.resolve.fuzz_values -runs=200000`` with atheris installed.

No part of the test suite, because atheris is built for few platforms; the figures of the last run stand in ``docs/times.md``.
"""

from __future__ import annotations

import datetime as dt
import sys

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

with atheris.instrument_imports(include=["tocsin.resolve", "tocsin.ingest.language"]):
    from tocsin.ingest.language import language_of
    from tocsin.records import Document, Mention, Quote
    from tocsin.resolve.acts.denial import is_denied
    from tocsin.resolve.counts import resolve_count, resolve_quote
    from tocsin.resolve.counts.finder import find_counts
    from tocsin.resolve.counts.numbers import find_numbers
    from tocsin.resolve.counts.reasons import reason_for_none
    from tocsin.resolve.sources.told_by import with_sources
    from tocsin.resolve.times import resolve_time
    from tocsin.resolve.times.finder import find_times

KINDS = ("participants", "killed", "days", "money", "other")
WORDS = [
    "monday",
    "sunday",
    "march",
    "may",
    "2021",
    "3",
    "15",
    "the",
    "of",
    "last",
    "next",
    "two",
    "days",
    "weeks",
    "months",
    "ago",
    "after",
    "before",
    "since",
    "until",
    "between",
    "and",
    "to",
    "late",
    "early",
    "mid",
    "overnight",
    "eid",
    "ramadan",
    "easter",
    "q1",
    "half",
    "a",
    "third",
    "quarter",
    "gmt",
    "pm",
    "midnight",
    "eve",
    "week",
    "year",
    "12:30",
    "5/11/2019",
    "300",
    "000",
    "lakh",
    "crore",
    "million",
    "dozens",
    "hundreds",
    "around",
    "at",
    "least",
    "more",
    "than",
    "up",
    "several",
    "few",
    "percent",
    "from",
    "rose",
    "$",
    "rs",
    "years",
    "life",
    "-",
    "–",
    "½",
    "(",
    ")",
    ",",
    ".",
    "'s",
    *("in", "out", "every", "aged", "article", "no.", "1/3", "020", "7946", "0958", "21st", "52-48", "24-hour", "march-4", "one"),
    *("denied", "that", "had", "killing", "de", "la", "Van", "Der", "policía", "the", "Los", "night", "15 days'", "detention"),
    *("said", "it", "police", "according to", "“", "”", "\n", "accused", "who", "saying", "told reporters", "was quoted as saying", ";"),
    "٣",
    "３",
]


def one_input(data: bytes) -> None:
    """Anything that is raised here is a finding."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        words = " ".join(WORDS[provider.ConsumeIntInRange(0, len(WORDS) - 1)] for _ in range(provider.ConsumeIntInRange(0, 9)))
    else:
        words = provider.ConsumeUnicode(120)
    published = dt.date.fromordinal(provider.ConsumeIntInRange(1, dt.date.max.toordinal())) if provider.ConsumeBool() else None
    context = provider.ConsumeUnicode(120)
    value = resolve_time(
        words,
        published=published,
        future=provider.ConsumeBool(),
        context=context + words,
        country="FRA",
        utc_offset=float(provider.ConsumeIntInRange(-12, 14)),
        counted_from_act=provider.ConsumeBool(),
    )
    assert (value.first is None) == (value.last is None) == (value.precision == "unknown")
    assert value.first is None or value.last is None or value.first <= value.last
    for kind in KINDS:
        count = resolve_count(words, kind)
        assert (count is None) == (reason_for_none(words, kind) is not None)
        assert count is None or (count.best is not None and count.low <= count.best and (count.high is None or count.best <= count.high))
    find_numbers(context + words)
    find_times(context + words, published=published)
    find_counts(context + words)
    text = f"{context} {words} {context}"
    assert resolve_quote(text, Quote(len(context) + 1, len(context) + 1 + len(words), words), "killed") in {
        resolve_count(words, "killed"),
        None,
    }
    is_denied(text, len(context) + 1, len(context) + 1 + len(words))
    act = Mention("e1", "ASSAULT", Quote(len(context) + 1, len(context) + 1 + len(words), words))
    source = with_sources(Document("a", text, "a.txt"), [act])[0].said_by
    assert source is None or text[source.start : source.end] == source.text != ""
    assert language_of(text).isalpha()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
