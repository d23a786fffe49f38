"""How well mentions agree with an annotator's, head by head: what thresholds are tuned by. The published measure is the codebook's own scorer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tocsin.records import Mention, Quote
from training.annotations import locate

Span: TypeAlias = tuple[int, int]
Counts: TypeAlias = NDArray[np.float64]
Pairs: TypeAlias = Sequence[tuple[dict[str, Any], Sequence[Mention]]]


def agreement(documents: Pairs) -> dict[str, float]:
    """F1 in percent of each head.

    Args:
        documents: annotated documents in the codebook's format, each with the mentions read out of it.
    """
    return {head: float(f1(table.sum(0))) for head, table in tallies(documents).items()}


def tallies(documents: Pairs) -> dict[str, Counts]:
    """For each head what every document gives: answers that agree, that the annotator gave, that were read [documents, 3]."""
    found: dict[str, Counts] = defaultdict(lambda: np.zeros((len(documents), 3)))
    for row, (document, mentions) in enumerate(documents):
        gold = [_gold_facts(document["text"], event) for event in document["events"]]
        read = [_read_facts(mention) for mention in mentions]
        for side, facts in ((1, gold), (2, read)):
            for fact in facts:
                for head, answers in fact.items():
                    found[head][row, side] += len(answers)
        for left, right in _pair(gold, read):
            for head in gold[left]:
                found[head][row, 0] += _shared(head, gold[left][head], read[right][head])
    return {head: table for head, table in sorted(found.items()) if table.any()}


def f1(counted: Counts) -> Counts:
    """F1 in percent of counts as :func:`tallies` gives them [..., 3]; nothing annotated and nothing read is 0."""
    right, both = counted[..., 0], counted[..., 1] + counted[..., 2]
    return np.asarray(200 * right / np.maximum(both, 1))


def rightly(documents: Pairs, head: str) -> float:
    """How many per cent of the mentions that were found bear just the annotator's ``head``: what is asked of aux and hedges, which most acts lack."""
    right = found = 0
    for document, mentions in documents:
        gold = [_gold_facts(document["text"], event) for event in document["events"]]
        read = [_read_facts(mention) for mention in mentions]
        for left, other in _pair(gold, read):
            found += 1
            right += set(gold[left][head]) == set(read[other][head])
    return 100 * right / found if found else 0.0


def judged(document: dict[str, Any], mentions: Sequence[Mention]) -> list[tuple[Mention, bool]]:
    """Each mention with whether a gold event of its type has a trigger that overlaps its own."""
    gold = [_gold_facts(document["text"], event) for event in document["events"]]
    right = {read for _, read in _pair(gold, [_read_facts(mention) for mention in mentions])}
    return [(mention, number in right) for number, mention in enumerate(mentions)]


def _shared(key: str, gold: Sequence[Any], read: Sequence[Any]) -> int:
    if key == "trigger":
        return 1
    if key in {"mode", "aux", "hedge", "context"}:
        return len(set(gold) & set(read))
    return sum(any(_same(mine, theirs) for theirs in read) for mine in gold)


def _same(one: Span, other: Span) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both > 0 and (one[1] == other[1] or both > 0.5 * min(one[1] - one[0], other[1] - other[0]))


def _pair(gold: Sequence[Mapping[str, Sequence[Any]]], read: Sequence[Mapping[str, Sequence[Any]]]) -> list[tuple[int, int]]:
    """Mentions of one type with overlapping triggers, one to one in reading order."""
    free = set(range(len(read)))
    pairs = []
    for left, fact in enumerate(gold):
        for right in sorted(free):
            (kind, start, end), (other, begin, stop) = fact["trigger"][0], read[right]["trigger"][0]
            if kind == other and start < stop and begin < end:
                pairs.append((left, right))
                free.remove(right)
                break
    return pairs


def _gold_facts(text: str, event: dict[str, Any]) -> dict[str, list[Any]]:
    def spans(quotes: Iterable[str]) -> list[Span]:
        return [found for quote in quotes if (found := locate(text, quote))]

    trigger = locate(text, event["trigger"]) or (0, 0)
    facts: dict[str, list[Any]] = {"trigger": [(event["type"], *trigger)]}
    for key, name in (("actor", "actors"), ("recipient", "recipients"), ("place", "places"), ("time", "times")):
        facts[key] = spans(event.get(name) or ())
    facts["count"] = spans(count["quote"] for count in event.get("counts") or ())
    for key in ("said_by", "issue"):
        facts[key] = spans([event[key]] if event.get(key) else ())
    facts["mode"] = list(event.get("modes") or ())
    facts["aux"] = list(event.get("aux") or ())
    facts["hedge"] = ["hedged"] if event.get("hedged") else []
    facts["context"] = list(event.get("contexts") or ())
    return facts


def _read_facts(mention: Mention) -> dict[str, list[Any]]:
    def spans(quotes: Iterable[Quote | None]) -> list[Span]:
        return [(quote.start, quote.end) for quote in quotes if quote is not None]

    return {
        "trigger": [(mention.type, mention.trigger.start, mention.trigger.end)],
        "actor": spans(mention.actors),
        "recipient": spans(mention.recipients),
        "place": spans(mention.places),
        "time": spans(mention.times),
        "count": spans(count.quote for count in mention.counts),
        "said_by": spans([mention.said_by]),
        "issue": spans([mention.issue]),
        "mode": list(mention.modes),
        "aux": list(mention.aux),
        "hedge": ["hedged"] if mention.hedged else [],
        "context": list(mention.contexts),
    }
