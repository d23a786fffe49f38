"""The plain types that every step of tocsin takes and gives.

A document is one text from one publisher; a mention is an event as one sentence tells it; a claim is one value of a mention (an actor,
a place, a count) with its claimant, its standing and its quote; an event is the mentions of one act in one document. A copy group is one
text printed by many; an incident is the events of many documents that are one happening.

All types are frozen and hold no behaviour beyond what follows from their own fields. Offsets are Unicode code points into
``Document.text``, half open: ``text[start:end]`` is the quote.
"""

from tocsin.records.claim import Claim, Field
from tocsin.records.document import Document, Furniture, Published, PublishedMethod, Quote, Refusal, Span, meet
from tocsin.records.event import Event, group_events
from tocsin.records.figure import Agreement, ClaimantKind, Figure, NumberClaim
from tocsin.records.incident import CopyGroup, Decision, DecisionKind, EventRef, Incident, Join, Reason, Story
from tocsin.records.mention import Aux, CountQuote, EntityHint, Mention, Standing
from tocsin.records.reading import Reading
from tocsin.records.rivals import go_together, reach_of, whole_counts
from tocsin.records.value import (
    MEASURED,
    CountValue,
    DateMethod,
    DatePrecision,
    EntityValue,
    PlaceKind,
    PlaceValue,
    TimeValue,
    Value,
    precision_of,
)

__all__ = [
    "MEASURED",
    "Agreement",
    "Aux",
    "Claim",
    "ClaimantKind",
    "CopyGroup",
    "CountQuote",
    "CountValue",
    "DateMethod",
    "DatePrecision",
    "Decision",
    "DecisionKind",
    "Document",
    "EntityHint",
    "EntityValue",
    "Event",
    "EventRef",
    "Field",
    "Figure",
    "Furniture",
    "Incident",
    "Join",
    "Mention",
    "NumberClaim",
    "PlaceKind",
    "PlaceValue",
    "Published",
    "PublishedMethod",
    "Quote",
    "Reading",
    "Reason",
    "Refusal",
    "Span",
    "Standing",
    "Story",
    "TimeValue",
    "Value",
    "go_together",
    "group_events",
    "meet",
    "precision_of",
    "reach_of",
    "whole_counts",
]
