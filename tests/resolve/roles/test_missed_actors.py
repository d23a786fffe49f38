"""Who did it, where only a pronoun stands in the act's own clause."""

from __future__ import annotations

import pytest

from tocsin.records import Document, Mention, Quote
from tocsin.resolve.roles.missed_actors import with_missed_actors


def quote(text: str, words: str, after: int = 0) -> Quote:
    start = text.index(words, after)
    return Quote(start, start + len(words), words)


def actors(text: str, trigger: str, *known: str) -> list[str]:
    """The actors of the act at ``trigger``, in a text whose first act has ``known`` for actors."""
    first = Mention("e1", "CONSULT", quote(text, "met"), actors=tuple(quote(text, words) for words in known))
    second = Mention("e2", "REJECT", quote(text, trigger))
    return [found.text for found in with_missed_actors(Document("d", text, "-"), (first, second))[1].actors]


@pytest.mark.parametrize(
    ("text", "trigger", "known", "found"),
    [
        ("The miners met an envoy. They later rejected the offer.", "rejected", ("The miners",), ["The miners"]),
        ("Minister Ada Okoro met miners. She flatly rejected a raise.", "rejected", ("Minister Ada Okoro",), ["Minister Ada Okoro"]),
        ("The ministry met an envoy. It had rejected the offer.", "rejected", ("The ministry",), ["The ministry"]),
        ("The miners met an envoy. Their refusal surprised him.", "refusal", ("The miners",), ["The miners"]),
        ("Ada Okoro met the miners. They rejected the offer.", "rejected", ("Ada Okoro", "the miners"), ["the miners"]),
    ],
)
def test_a_pronoun_stands_for_the_nearest_that_fits(text: str, trigger: str, known: tuple[str, ...], found: list[str]) -> None:
    assert actors(text, trigger, *known) == found


@pytest.mark.parametrize(
    ("text", "trigger", "known"),
    [
        ("The miners met an envoy. They were arrested.", "arrested", ("The miners",)),
        ("The miners met an envoy. Nobody rejected the offer.", "rejected", ("The miners",)),
        ("Ada Okoro met an envoy. They rejected the offer.", "rejected", ("Ada Okoro",)),
        ("The miners met him. It rained. It snowed. It froze. It thawed. It rained. They rejected the offer.", "rejected", ("The miners",)),
    ],
)
def test_nobody_is_guessed(text: str, trigger: str, known: tuple[str, ...]) -> None:
    assert actors(text, trigger, *known) == []


def test_an_actor_of_its_own_stays() -> None:
    text = "The miners met an envoy. They rejected the offer."
    mention = Mention("e1", "REJECT", quote(text, "rejected"), actors=(quote(text, "an envoy"),))
    assert with_missed_actors(Document("d", text, "-"), (mention,)) == (mention,)
