"""An event as one sentence tells it: what the reader makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tocsin.records.document import Quote

Aux: TypeAlias = Literal["historical", "future", "hypothetical", "negation"]
"""How an act stands to the report's news: codebook, section 4."""

Standing: TypeAlias = Literal["asserted", "hedged", "denied", "planned", "conditional"]
"""How firmly the text puts a claim: ``hedged`` from a mark of doubt, the last three from ``negation``, ``future``, ``hypothetical``."""

_STANDINGS: tuple[tuple[Aux, Standing], ...] = (("negation", "denied"), ("hypothetical", "conditional"), ("future", "planned"))


@dataclass(frozen=True, slots=True)
class CountQuote:
    """A number's words with what is counted (codebook: ``of``) and, where rival figures differ, whose figure it is."""

    kind: str
    quote: Quote
    said_by: Quote | None = None


@dataclass(frozen=True, slots=True)
class EntityHint:
    """What the reader's own heads say of one actor or recipient, most probable first: ``(code, probability)`` pairs."""

    sectors: tuple[tuple[str, float], ...] = ()
    countries: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one sentence tells it: codebook, section 1. ``id`` is ``e1``, ``e2`` … in reading order within its document.

    ``actor_hints`` and ``recipient_hints`` are empty or stand in the order of ``actors`` and ``recipients``.
    """

    id: str
    type: str
    trigger: Quote
    modes: tuple[str, ...] = ()
    aux: tuple[Aux, ...] = ()
    hedged: bool = False
    said_by: Quote | None = None
    actors: tuple[Quote, ...] = ()
    recipients: tuple[Quote, ...] = ()
    places: tuple[Quote, ...] = ()
    times: tuple[Quote, ...] = ()
    counts: tuple[CountQuote, ...] = ()
    issue: Quote | None = None
    contexts: tuple[str, ...] = ()
    same_as: str | None = None
    part_of: str | None = None
    score: float = 1.0
    actor_hints: tuple[EntityHint, ...] = ()
    recipient_hints: tuple[EntityHint, ...] = ()

    @property
    def standing(self) -> Standing:
        """How firmly the text puts the act: denied before conditional, planned, hedged, and asserted where it marks nothing."""
        firm: Standing = "hedged" if self.hedged else "asserted"
        return next((standing for aux, standing in _STANDINGS if aux in self.aux), firm)

    def __str__(self) -> str:
        """``e1 COERCE (arrest) “arrested”: Police → around 50 protesters``, in the text's own words."""
        modes = f" ({', '.join(self.modes)})" if self.modes else ""
        actors, recipients = (", ".join(quote.text for quote in quotes) for quotes in (self.actors, self.recipients))
        told = f"{actors} → {recipients}".strip() if recipients else actors
        return " ".join(f"{self.id} {self.type}{modes} “{self.trigger.text}”{f': {told}' if told else ''}".split())
