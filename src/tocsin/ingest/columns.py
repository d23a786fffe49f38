"""Which column of a table holds what: named by the user or known by its usual names, that of the date by what it holds besides."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from tocsin.errors import InputError
from tocsin.ingest.dates import parse_date
from tocsin.ingest.encoding import without_surrogates
from tocsin.ingest.options import IngestOptions
from tocsin.ingest.taken import Columns, NoDates

DATES_BY_NAME = (
    "published", "published_at", "publication_date", "publish_date", "date_published", "datepublished", "pubdate", "pub_date",
    "date_publish", "date", "publicationdate", "publishdate", "published_date", "date_of_publication",
)  # fmt: skip
"""Names that say by themselves what a column holds: where its dates cannot be read, each row is told of. A ``day`` may be a Monday."""

USUAL_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "article_text", "articlebody", "story", "maintext", "main_text", "raw_text",
        "article_body", "body_text", "text_content", "news_text", "plain_text"),
    "id": ("id", "doc_id", "document_id", "article_id", "docid", "articleid", "story_id", "uid", "uuid", "guid", "identifier"),
    "published": (
        *DATES_BY_NAME, "published_on", "publishedat", "published_time", "publication_day", "publication_time", "publication_datetime",
        "article_date", "news_date", "report_date",
        "story_date", "date_posted", "posted_at", "posted_on", "post_date", "posted", "issue_date", "issued", "release_date", "dated",
        "datetime", "date_time", "dateline", "day", "pubdatetime", "article_published_time", "fecha", "datum", "timestamp", "created_at",
    ),
    "title": ("title", "headline", "head", "heading", "subject", "article_title", "news_title", "head_line"),
    "publisher": ("publisher", "source", "source_name", "outlet", "newspaper", "publication", "sitename", "site_name", "source_domain", "domain",
        "news_source", "news_outlet", "media_outlet", "publisher_name"),
    "url": ("url", "link", "permalink", "source_url", "web_url", "article_url", "uri"),
    "language": ("language", "lang", "language_code"),
}  # fmt: skip
"""For each part of a document the column names that are taken for it, surest first. Case, spaces and hyphens make no difference.

A date's column is taken if most of its first values can be read as dates; failing that, one of the names in :data:`DATES_BY_NAME`. New names
for an id would give the rows of a table that a database holds other ids, and so every event twice: there are none to be added.
"""

FIRST_ROWS = 20
"""Rows by whose values a date's column is known."""

_MISSING = frozenset({"", "nan", "nat", "none", "null", "na", "n/a", "<na>"})
"""What data frames write where they have nothing."""


class NoTextColumn(InputError):  # noqa: N818 the name says what is wrong
    """No column is known to hold the text."""


def words_of(value: object) -> str | None:
    """A cell as text, cleaned of what no encoding can hold; ``None`` where it holds nothing, or no plain value."""
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    words = without_surrogates(str(value))[0].strip()
    return None if words.lower() in _MISSING else words


def date_columns(rows: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """Those columns that are called like a date and most of whose values in ``rows`` are dates."""
    names = dict.fromkeys(name for row in rows for name in row if _plain(name) in USUAL_NAMES["published"])
    return frozenset(name for name in names if _is_dates(list(_values(rows, name))))


def passed_over(rows: Sequence[Mapping[str, Any]]) -> NoDates | None:
    """The column that is called most like a date, for rows none of whose columns was taken for it."""
    named = (name for usual in USUAL_NAMES["published"] for row in rows for name in row if _plain(name) == usual)
    return next((NoDates(name, value) for name in named for value in _values(rows, name)), None)


def choose_columns(names: Collection[str], options: IngestOptions, source: str, dates: Collection[str] = ()) -> Columns:
    """The columns of a table whose columns are ``names``, of which ``dates`` hold dates (:func:`date_columns`).

    Raises:
        InputError: a column that the user named is not there.
        NoTextColumn: none of the usual names of a text column is there.
    """
    named = {
        "text": options.text_column,
        "id": options.id_column,
        "published": options.published_column,
        "title": options.title_column,
        "publisher": options.publisher_column,
        "url": options.url_column,
    }
    there = ", ".join(sorted(names)) or "none"
    for part, name in named.items():
        if name is not None and name not in names:
            raise InputError(f"{source}: there is no column {name!r} (--{part}-column); its columns are: {there}")
    found = {part: named.get(part) or next(_usual(names, part), None) for part in USUAL_NAMES if part != "published"}
    text = found.pop("text")
    if text is None:
        raise NoTextColumn(f"{source}: no column is known to hold the text; name it with --text-column; its columns are: {there}")
    return Columns(text, published=named["published"] or _dated(names, dates), **found)


def _dated(names: Collection[str], dates: Collection[str]) -> str | None:
    usual = list(_usual(names, "published"))
    readable = (name for name in usual if name in dates)
    return next(readable, None) or next((name for name in usual if _plain(name) in DATES_BY_NAME), None)


def _usual(names: Collection[str], part: str) -> Iterator[str]:
    """The columns with a usual name for ``part``, surest first."""
    plain = {_plain(name): name for name in reversed(list(names))}
    return (plain[usual] for usual in USUAL_NAMES[part] if usual in plain)


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def _values(rows: Sequence[Mapping[str, Any]], name: str) -> Iterator[str]:
    return (words for row in rows if (words := words_of(row.get(name))) is not None)


def _is_dates(values: Sequence[str]) -> bool:
    return sum(parse_date(words) is not None for words in values) * 2 > len(values)
