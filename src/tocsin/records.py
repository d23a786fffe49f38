"""The plain types that every step of tocsin takes and gives.

A document is one text from one publisher; a mention is an event as one sentence tells it; a claim is one value of a mention (an actor,
a place, a count) with its claimant, its standing and its quote; an event is the mentions of one act in one document. A copy group is one
text printed by many; an incident is the events of many documents that are one happening.

All types are frozen and hold no behaviour beyond what follows from their own fields. Offsets are Unicode code points into
``Document.text``, half open: ``text[start:end]`` is the quote.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeAlias, TypeVar

Aux: TypeAlias = Literal["historical", "future", "hypothetical", "negation"]
"""How an act stands to the report's news: codebook, section 4."""

Standing: TypeAlias = Literal["asserted", "hedged", "denied", "planned", "conditional"]
"""How firmly the text puts a claim: ``hedged`` from a mark of doubt, the last three from ``negation``, ``future``, ``hypothetical``."""

Field: TypeAlias = Literal["actor", "recipient", "place", "time", "count", "said_by", "where", "when"]
"""What a claim is a value of.

``actor`` … ``said_by`` are one claim for each quote of the mention. ``where`` and ``when`` are at most one a mention: the place and the
interval of the whole act (the smallest area that holds all its places), which may rest on words from earlier in the text.
"""

DatePrecision: TypeAlias = Literal["day", "week", "month", "year", "longer", "unknown"]
DateMethod: TypeAlias = Literal["stated", "relative", "none"]
PlaceKind: TypeAlias = Literal["landmark", "city", "district", "division", "country", "region"]
"""From small to large: a building or park, a populated place, a second-level and a first-level division, a country, a larger region or
a sea."""

PublishedMethod: TypeAlias = Literal["given", "metadata", "dateline", "page"]
"""Who told the publication date: the user or the input's own column, the page's machine-readable metadata, a dateline, a visible line."""


@dataclass(frozen=True, slots=True)
class Span:
    """Code-point offsets ``[start, end)`` into ``Document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document at their offsets: ``document.text[start:end] == text``.

    ``score`` is the reader's probability (0 to 1) that the words fill their role; 1 when a person or a rule put them there.
    """

    start: int
    end: int
    text: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date and the evidence for it. ``doubt`` says why the date is not trusted (a header that the text contradicts)."""

    date: dt.date
    method: PublishedMethod
    evidence: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the text that is no report (menu, header date, comment form): marked and passed over, never cut."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text from one publisher.

    ``id`` is the input's own or derived from ``source``; ``source`` is a path, a path with a row number, a URL or ``-``.
    ``published`` is ``None`` where no date was found; one that carries a ``doubt`` must not be used to resolve times.
    """

    id: str
    text: str
    source: str
    published: Published | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that is not read, kept aside with its reason: never an exception, never silence.

    ``reason`` is a short fixed word (``empty``, ``too large``, ``not text``, ``unreadable``, ``broken row``, ``not English`` …);
    ``detail`` is one clear sentence that names the input and the mend.
    """

    source: str
    reason: str
    detail: str


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

    def __str__(self) -> str:
        """``e1 COERCE (arrest) “arrested”: Police → around 50 protesters``, in the text's own words."""
        modes = f" ({', '.join(self.modes)})" if self.modes else ""
        actors, recipients = (", ".join(quote.text for quote in quotes) for quotes in (self.actors, self.recipients))
        told = f"{actors} → {recipients}".strip() if recipients else actors
        return " ".join(f"{self.id} {self.type}{modes} “{self.trigger.text}”{f': {told}' if told else ''}".split())


@dataclass(frozen=True, slots=True)
class EntityValue:
    """Who: an ISO 3166-1 alpha-3 code (``XKX`` Kosovo) or one of ``IGO UNO EUR NGO ISM IMG MNC``, sectors, and one identity for all
    spellings in the document.

    ``identity`` is the same for every reference to one entity within a document (``n1``, ``n2`` …); ``name`` is its fullest spelling.
    ``private`` marks a person who holds no public role: such names leave in no public export.
    """

    name: str
    identity: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where: a gazetteer entry with its precision. ``latitude``/``longitude`` are WGS 84 degrees; ``radius_km`` is how far the act may
    be from that point.

    ``geonameid`` is ``None`` for a place that the gazetteer lacks but whose country is known. ``where_prec`` is UCDP's 1 (exact) to 7
    (international); ``geo_precision`` is ACLED's 1 to 3.
    """

    name: str
    kind: PlaceKind
    country: str | None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    where_prec: int = 7
    geo_precision: int = 3


@dataclass(frozen=True, slots=True)
class TimeValue:
    """When: a closed interval of dates. Both ends are ``None`` exactly when ``precision`` is ``unknown``."""

    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    method: DateMethod


@dataclass(frozen=True, slots=True)
class CountValue:
    """How many: the inclusive range ``[low, high]``, open above where ``high`` is ``None``, and the best figure.

    ``kind`` is the codebook's ``of``; ``unit`` is the unit of a length of custody or of money (``days``, ``months``, ``USD``).
    """

    kind: str
    low: int
    high: int | None
    best: int | None
    unit: str | None = None


Value: TypeAlias = EntityValue | PlaceValue | TimeValue | CountValue


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one mention, the words that say so, who claims it and how firmly.

    ``claimant`` is ``None`` where the report speaks in its own voice. ``value`` is ``None`` where the words could not be resolved: the
    quote is kept and the value stays unknown. ``position`` counts the quotes of one field from 0, in the mention's order.
    """

    mention: str
    field: Field
    position: int
    quote: Quote
    standing: Standing
    value: Value | None
    claimant: Quote | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The mentions of one act in one document, with all their claims. ``id`` is its first mention's."""

    id: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    def __str__(self) -> str:
        """Its first mention, and how often it is told."""
        more = f" (told {len(self.mentions)} times)" if len(self.mentions) > 1 else ""
        return f"{self.mentions[0]}{more}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that was read out of it, and what read it: the model's and the codebook's version."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    model: str
    codebook: str
    skipped: str | None = field(default=None)
    """Why a text was kept without being read for events; ``None`` when it was read."""


ClaimantKind: TypeAlias = Literal[
    "police",
    "ministry",
    "government",
    "court",
    "military",
    "armed group",
    "organiser",
    "party",
    "monitor",
    "hospital",
    "witness",
    "union",
    "company",
    "church",
    "journalist",
    "unnamed",
    "other",
]
"""What kind of source a figure has. ``journalist`` is the report's own voice or another medium; ``unnamed`` is a source that the text does
not name (*officials said*, *reportedly*)."""

Agreement: TypeAlias = Literal["single", "agree", "differ"]
"""How the claims of one figure stand to each other: only one source gives it, the ranges of all sources share a number, or they do not."""

DecisionKind: TypeAlias = Literal["join", "split", "pin"]


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """An event among those of all documents: its document's id and its own."""

    document: str
    event: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two reports or events are, or are not, the same.

    ``of`` is the feature (``place``, ``day``, ``words`` …), ``says`` the evidence in words, ``weight`` what it adds to the score: above 0
    speaks for joining, below 0 against.
    """

    of: str
    says: str
    weight: float


MemberT = TypeVar("MemberT")


@dataclass(frozen=True, slots=True)
class Join(Generic[MemberT]):
    """Why two members stand in one group. ``score`` is the sum of the reasons' weights; above 0 they are more likely one than two.

    A person's join has the one reason ``decision``.
    """

    one: MemberT
    other: MemberT
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """One text as several papers printed it: one independent source, however many articles.

    ``id`` is its earliest document's; ``documents`` are ids, the earliest first; ``agency`` is whom the text is credited to.
    """

    id: str
    documents: tuple[str, ...]
    agency: str | None = None
    joins: tuple[Join[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that report one happening: ids, the earliest first. ``id`` is the earliest document's."""

    id: str
    documents: tuple[str, ...]
    joins: tuple[Join[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """The events of many documents that are one happening.

    ``id`` is made from the earliest event and stays as later reports join; ``events`` are the earliest first. ``articles`` counts the
    documents, ``sources`` the independent ones: a copy group is one. ``part_of`` names the larger incident that this one is a piece of.
    """

    id: str
    events: tuple[EventRef, ...]
    articles: int
    sources: int
    joins: tuple[Join[EventRef], ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about events, which the machine never undoes.

    ``join``: all of ``events`` are one incident. ``split``: no two of them are. ``pin``: they are one incident, and no other event is of
    it.
    """

    kind: DecisionKind
    events: tuple[EventRef, ...]


@dataclass(frozen=True, slots=True)
class NumberClaim:
    """A number that one document gives for an incident, its words, and who says so.

    ``claimant`` are the words that name the source, ``None`` for the report's own voice. ``copies`` are the other documents that print the
    same words as part of the same text.
    """

    event: EventRef
    mention: str
    value: CountValue
    quote: Quote
    standing: Standing
    claimant: str | None
    claimant_kind: ClaimantKind
    published: dt.date | None = None
    publisher: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an incident over all its claims: who was killed, how many marched.

    ``low`` is the least that any claim allows, ``high`` the most (``None`` where a claim is open above), ``best`` that of the claim
    which ``rule`` chose. Nothing is averaged. ``claims`` are all of them, the chosen one first.
    """

    kind: str
    unit: str | None
    low: int
    best: int | None
    high: int | None
    agreement: Agreement
    rule: str
    claims: tuple[NumberClaim, ...]
