"""Which column of a table holds what: named by the user or known by its usual names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tocsin.errors import InputError
from tocsin.ingest.options import IngestOptions

USUAL_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "article_text", "articlebody", "story", "maintext", "main_text", "raw_text"),
    "id": ("id", "doc_id", "document_id", "article_id", "docid", "articleid", "story_id", "uid", "uuid", "guid", "identifier"),
    "published": (
        "published", "published_at", "publication_date", "publish_date", "date_published", "datepublished", "pubdate", "pub_date",
        "date_publish", "date", "publicationdate", "publishdate", "published_date", "timestamp", "created_at",
    ),
    "title": ("title", "headline", "head", "heading", "subject"),
    "publisher": ("publisher", "source", "source_name", "outlet", "newspaper", "publication", "sitename", "site_name", "source_domain", "domain"),
    "url": ("url", "link", "permalink", "source_url", "web_url", "article_url", "uri"),
    "language": ("language", "lang", "language_code"),
}  # fmt: skip
"""For each part of a document the column names that are taken for it, surest first. Case, spaces and hyphens make no difference."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The table's own name of each column; ``None`` where it has none."""

    text: str
    id: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


class NoTextColumn(InputError):  # noqa: N818 the name says what is wrong
    """No column is known to hold the text."""


def choose_columns(names: Collection[str], options: IngestOptions, source: str) -> Columns:
    """The columns of a table whose columns are ``names``.

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
    found = {part: named.get(part) or _usual(names, part) for part in USUAL_NAMES}
    text = found.pop("text")
    if text is None:
        raise NoTextColumn(f"{source}: no column is known to hold the text; name it with --text-column; its columns are: {there}")
    return Columns(text, **found)


def _usual(names: Collection[str], part: str) -> str | None:
    plain = {name.strip().lower().replace(" ", "_").replace("-", "_"): name for name in reversed(list(names))}
    return next((plain[usual] for usual in USUAL_NAMES[part] if usual in plain), None)
