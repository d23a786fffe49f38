"""The whole way of a document on one page: ingest, read, resolve.

::

    inputs ──ingest──> Document | Refusal ──reader──> Mentions ──resolve──> what it missed, Claims ──> Reading

Every reading depends on its own document and on nothing else: not on the documents beside it, not on those already in a database. A run
that is killed and started again, or shared out among workers, gives therefore what an undisturbed run gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tocsin.codebook import VERSION
from tocsin.records import Claim, Document, Mention, Reading
from tocsin.resolve.acts.apart import told_apart
from tocsin.resolve.acts.doubt import with_stated_doubt
from tocsin.resolve.acts.parts import with_parts
from tocsin.resolve.roles.missed_actors import with_missed_actors
from tocsin.resolve.roles.missed_counts import with_missed_counts
from tocsin.resolve.roles.missed_places import with_missed_places
from tocsin.resolve.roles.missed_times import with_missed_times
from tocsin.resolve.roles.named_places import with_named_places
from tocsin.resolve.roles.own_sentence import with_own_words
from tocsin.resolve.roles.told_counts import with_told_counts
from tocsin.resolve.roles.told_roles import with_told_roles
from tocsin.resolve.roles.whole_quotes import with_whole_quotes
from tocsin.resolve.sources.told_by import with_sources

LANGUAGE = "en"
"""The language that the shipped reader reads."""


class Reads(Protocol):
    """What the recipe asks of a reader: :class:`tocsin.reader.Reader` is one."""

    version: str

    def read(self, document: Document, threshold: float | None = None) -> tuple[Mention, ...]:
        """The mentions of a document in reading order."""
        ...


class Resolves(Protocol):
    """What the recipe asks of a resolver: :class:`tocsin.resolve.Resolver` is one."""

    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
        """The claims of a document's mentions."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """What turns one document into a reading.

    ``threshold`` overrides the model's own lowest score; ``all_languages`` has texts read that are not in the reader's language.
    ``rules`` is the mark of a user's own rules that ``resolver`` works by; empty where it has none.
    """

    reader: Reads
    resolver: Resolves
    threshold: float | None = None
    all_languages: bool = False
    rules: str = ""

    @property
    def model(self) -> str:
        """The version that is stored with every row: a reading by another threshold, or with rules of the user's own, is another one."""
        threshold = "" if self.threshold is None else f" at {self.threshold:g}"
        return f"{self.reader.version}{threshold}{f' with {self.rules}' if self.rules else ''}"

    def read(self, document: Document) -> Reading:
        """Read one document; one in another language is kept unread, with the reason."""
        reason = self._reason_to_skip(document)
        if reason:
            return Reading(document, (), (), self.model, VERSION, skipped=reason)
        # Counts first, since they add mentions. Actors of other sentences, then those whom the grammar excludes, go before a pronoun's is looked
        # for among all that are left.
        mentions = with_missed_counts(document, with_whole_quotes(document, self.reader.read(document, self.threshold)))
        mentions = with_told_counts(document, with_told_roles(document, with_own_words(document, mentions)))
        mentions = with_stated_doubt(document, with_missed_actors(document, mentions))
        mentions = with_sources(document, mentions)  # after the actors: nobody is the source of his own act
        mentions = with_missed_times(document, with_named_places(document, with_missed_places(document, mentions)))
        return Reading(document, *self._resolved(document, mentions), self.model, VERSION)

    def _resolved(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
        """The mentions, those of different acts told apart by their values, and their claims."""
        claims = self.resolver.resolve(document, mentions)
        tied = with_parts(told_apart(mentions, claims), claims)
        # Mentions of one act lend each other where and when it was: once a tie is cut, nothing may come over it.
        return tied, claims if tied == mentions else self.resolver.resolve(document, tied)

    def _reason_to_skip(self, document: Document) -> str | None:
        if self.all_languages or document.language == LANGUAGE:
            return None
        return f"not English ({document.language})"
