"""Copy groups brought up to date: those of the texts that a round has touched, and of all that hang together with them."""

from __future__ import annotations

from collections.abc import Collection

from tocsin.corroborate.cluster import cluster, thousandths
from tocsin.corroborate.grouping import copy_group_of
from tocsin.corroborate.weights import CopyWeights
from tocsin.records import CopyGroup
from tocsin.store.incidents.book import IncidentBook


def regroup_texts(book: IncidentBook, touched: Collection[str], weights: CopyWeights) -> set[str]:
    """Group the texts around ``touched`` anew. Returns the documents that stand in a group with other members than before."""
    names = _around(book, touched)
    if not names:
        return set()
    scores = {(pair.one, pair.other): pair.text for pair in book.reports.pairs_among(names) if pair.text is not None}
    groups = [_group(book, members) for members in cluster(names, scores, thousandths(weights.absent), cut=False)]
    before = book.copy_groups(set(book.copies(names).values()))
    new = [group for group in groups if before.get(group.id) != group]
    book.put_copies(new)
    return {name for group in new for name in group.documents}


def _around(book: IncidentBook, touched: Collection[str]) -> set[str]:
    """The touched texts, those that stood in their groups, and all that links above 0 lead to from any of them."""
    found: set[str] = set()
    edge = set(touched)
    while edge:
        found |= edge
        mates = {name for group in book.copy_groups(set(book.copies(edge).values())).values() for name in group.documents}
        linked = {name for pair in book.reports.pairs_with(edge, texts=True) for name in (pair.one, pair.other)}
        edge = {*mates, *linked} - found
    return found


def _group(book: IncidentBook, members: Collection[str]) -> CopyGroup:
    told = book.reports.published(members)
    days = {name: day.toordinal() if day else None for name, (day, _) in told.items()}
    return copy_group_of(days, {name: credit for name, (_, credit) in told.items() if credit})
