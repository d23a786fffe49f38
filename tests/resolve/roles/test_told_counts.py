"""How many, read off those to whom it was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tocsin.records import CountQuote, Document, Mention, Quote
from tocsin.resolve.roles.told_counts import with_told_counts


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words)


@pytest.mark.parametrize(
    ("text", "kind", "modes", "trigger", "recipient", "found"),
    [
        ("About 40 cooks were arrested.", "COERCE", ("arrest",), "arrested", "About 40 cooks", ("arrested", "About 40")),
        ("Three cooks were beaten.", "ASSAULT", ("beat",), "beaten", "Three cooks", ("other", "Three")),
        ("Several dozen cooks were wounded.", "ASSAULT", (), "wounded", "Several dozen cooks", ("injured", "Several dozen")),
        ("Rangers burned two barrels.", "ASSAULT", (), "burned", "two barrels", ("other", "two")),
        ("The mayor thanked two cooks.", "SUPPORT", (), "thanked", "two cooks", None),
        ("The cooks were arrested.", "COERCE", ("arrest",), "arrested", "The cooks", None),
    ],
)
def test_the_number_that_opens_the_recipient(
    text: str, kind: str, modes: tuple[str, ...], trigger: str, recipient: str, found: tuple[str, str] | None
) -> None:
    mention = Mention("e1", kind, quote(text, trigger), modes=modes, recipients=(quote(text, recipient),))
    counts = with_told_counts(Document("d", text, "-"), (mention,))[0].counts
    assert [(count.kind, count.quote.text) for count in counts] == ([found] if found else [])


def test_a_number_of_another_sentence_is_none_of_the_act() -> None:
    text = "Forty cooks marched. Rangers beat three bakers."
    counts = tuple(CountQuote("other", quote(text, words)) for words in ("Forty", "three"))
    mention = Mention("e1", "ASSAULT", quote(text, "beat"), counts=counts)
    assert with_told_counts(Document("d", text, "-"), (mention,))[0].counts == counts[1:]


def test_mentions_of_one_act_share_no_number() -> None:
    text = "Rangers say that they held 50 cooks; a union says that about 200 were held."
    first = Mention(
        "e1", "COERCE", quote(text, "held"), counts=tuple(CountQuote("arrested", quote(text, words)) for words in ("50", "200"))
    )
    again = Quote(text.rindex("held"), text.rindex("held") + 4, "held")
    second = Mention("e2", "COERCE", again, counts=(CountQuote("arrested", quote(text, "about 200")),), same_as="e1")
    told = [[count.quote.text for count in mention.counts] for mention in with_told_counts(Document("d", text, "-"), (first, second))]
    assert told == [["50"], ["about 200"]]
    apart = [
        [count.quote.text for count in m.counts] for m in with_told_counts(Document("d", text, "-"), (first, replace(second, same_as=None)))
    ]
    assert apart == [["50", "200"], ["about 200"]]
