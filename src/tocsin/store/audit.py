"""Prove that what is stored is what the texts say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection, RowMapping, Select, Table, case, func, select, text

from tocsin.store.exact import sha256
from tocsin.store.incidents import audit as incident_audit
from tocsin.store.load import document_chunks, rows_of
from tocsin.store.review import audit as review_audit
from tocsin.store.rows import quote_of
from tocsin.store.tables import READ_TABLES, claims, documents, entities, mentions, places, quotes


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at and what is wrong: how many quotes and documents (all versions), and one line for each problem."""

    checked: int
    documents: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Holding:
    """A document's row with the rows that point at it."""

    document: RowMapping
    mentions: list[RowMapping]
    quotes: list[RowMapping]
    claims: list[RowMapping]
    identities: frozenset[str]

    @property
    def name(self) -> str:
        return f"{self.document['id']} (version {self.document['version']})"


def audit(connection: Connection) -> Audit:
    """Check every quote of every version against its text, every reference, every text against its hash, what the incidents say and what
    people did.
    """
    problems = [*_broken_file(connection), *_unowned(connection), *_current_versions(connection)]
    checked = count = 0
    for rows in document_chunks(connection):
        for holding in _holdings(connection, rows):
            count += 1
            found = list(_quotes_of(holding))
            checked += len(found)
            problems += [*_text_problems(holding), *_quote_problems(holding, found), *_reference_problems(holding)]
        problems += _place_problems(connection, rows)
    for problem in chain(incident_audit.quote_problems(connection), review_audit.quote_problems(connection)):
        checked += 1
        problems += [problem] if problem else []
    problems += incident_audit.reference_problems(connection)
    return Audit(checked, count, tuple(problems))


def _holdings(connection: Connection, rows: list[RowMapping]) -> Iterator[_Holding]:
    keys = [row["key"] for row in rows]
    of_mentions, of_quotes, of_claims = (rows_of(connection, table, keys) for table in (mentions, quotes, claims))
    identities: dict[int, set[str]] = {key: set() for key in keys}
    for key, identity in connection.execute(select(entities.c.document, entities.c.identity).where(entities.c.document.in_(keys))):
        identities[key].add(identity)
    for row in rows:
        key = row["key"]
        yield _Holding(row, of_mentions[key], of_quotes[key], of_claims[key], frozenset(identities[key]))


def _quotes_of(holding: _Holding) -> Iterator[tuple[str, int, int, str]]:
    """``(whose, start, end, words)`` of every quote."""
    for row in holding.mentions:
        yield f"{row['id']} trigger", row["trigger_start"], row["trigger_end"], row["trigger_text"]
    for row in holding.quotes:
        yield f"{row['mention']} {row['role']} {row['position']}", row["quote_start"], row["quote_end"], row["quote_text"]
    for row in holding.claims:
        whose = f"{row['mention']} {row['field']} {row['position']} (claim {row['ordinal']})"
        yield whose, row["quote_start"], row["quote_end"], row["quote_text"]
        claimant = quote_of("claimant", row)
        if claimant:
            yield f"{whose} claimant", claimant.start, claimant.end, claimant.text


def _quote_problems(holding: _Holding, found: list[tuple[str, int, int, str]]) -> Iterator[str]:
    whole: str = holding.document["text"]
    for whose, start, end, words in found:
        if not 0 <= start <= end <= len(whole):
            yield f"{holding.name}: {whose}: [{start}, {end}) is outside of the text, which has {len(whole)} characters"
        elif whole[start:end] != words:
            yield f"{holding.name}: {whose}: {words!r} is not what stands at [{start}, {end}): {whole[start:end]!r}"


def _text_problems(holding: _Holding) -> Iterator[str]:
    if sha256(holding.document["text"]) != holding.document["text_sha256"]:
        yield f"{holding.name}: the text does not fit its hash: it was changed after it was read"


def _reference_problems(holding: _Holding) -> Iterator[str]:
    known = {row["id"] for row in holding.mentions}
    for row in holding.mentions:
        for link in ("same_as", "part_of"):
            if row[link] is not None and row[link] not in known - {row["id"]}:
                yield f"{holding.name}: {row['id']} {link} names no other mention: {row[link]!r}"
    for row in (*holding.quotes, *holding.claims):
        if row["mention"] not in known:
            yield f"{holding.name}: a quote or claim belongs to no mention: {row['mention']!r}"
    for row in holding.claims:
        if row["identity"] is not None and row["identity"] not in holding.identities:
            yield f"{holding.name}: claim {row['ordinal']} names no entity of the document: {row['identity']!r}"


def _place_problems(connection: Connection, rows: list[RowMapping]) -> Iterator[str]:
    lost = (
        select(claims.c.document, claims.c.ordinal, claims.c.geonameid)
        .outerjoin(places, places.c.geonameid == claims.c.geonameid)
        .where(claims.c.document.in_([row["key"] for row in rows]), claims.c.geonameid.is_not(None), places.c.geonameid.is_(None))
    )
    names = {row["key"]: f"{row['id']} (version {row['version']})" for row in rows}
    for key, ordinal, geonameid in connection.execute(lost):
        yield f"{names[key]}: claim {ordinal} names a place that is not stored: {geonameid}"


def _unowned(connection: Connection) -> Iterator[str]:
    """Rows whose document is gone."""
    for table in READ_TABLES:
        count = connection.execute(_ownerless(table)).scalar_one()
        if count:
            yield f"{count} rows of {table.name} belong to no document"


def _ownerless(table: Table) -> Select[int]:
    return (
        select(func.count()).select_from(table.outerjoin(documents, documents.c.key == table.c.document)).where(documents.c.key.is_(None))
    )


def _current_versions(connection: Connection) -> Iterator[str]:
    """Documents none of whose versions is current. Two cannot be: an index forbids it."""
    having = select(documents.c.id).group_by(documents.c.id).having(func.sum(case((documents.c.is_current, 1), else_=0)) != 1)
    for (document_id,) in connection.execute(having.execution_options(yield_per=500)):
        yield f"{document_id}: not exactly one of its versions is current"


def _broken_file(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong with its own file."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA quick_check")):
            if line != "ok":
                yield f"the file is damaged: {line}"
