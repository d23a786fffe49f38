"""Reading from Python: ``tocsin.read(text, published=…)`` gives a :class:`Report` that a notebook, pandas and polars show well."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tocsin.display.notebook import view
from tocsin.display.plain import line
from tocsin.display.words import act, found, shades, told_by, when, where, who
from tocsin.errors import ExportError, InputError
from tocsin.export import COLUMNS, event_rows
from tocsin.ingest import document_from_text
from tocsin.pipeline import Recipe, open_gazetteer
from tocsin.reader import Reader
from tocsin.records import Claim, Document, Event, Mention, Reading
from tocsin.resolve.claims import Resolver
from tocsin.resolve.entities.across import key_of
from tocsin.settings import Settings

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_PANDAS: dict[str, str] = {
    "text": "str",
    "list": "object",
    "date": "datetime64[s]",
    "integer": "Int64",
    "number": "float64",
    "yes/no": "bool",
}
"""The data types of the table's columns in pandas, by their kind."""

LISTED = 20
"""Events that ``repr`` lists."""

NAME = 60
"""Characters by which it names a report."""


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What was read out of one text.

    ``reading`` is the document with its mentions and claims and what read it; ``events`` are the mentions of each act put together, with
    all their claims.
    """

    reading: Reading
    events: tuple[Event, ...]

    @property
    def document(self) -> Document:
        """The text, with its publication date and the parts of it that are page furniture."""
        return self.reading.document

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Each event as one sentence tells it, in reading order."""
        return self.reading.mentions

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every value with its words, its claimant and its standing."""
        return self.reading.claims

    def to_pandas(self) -> pd.DataFrame:
        """One row an event, with the columns of ``tocsin export --to csv``; what is unknown is missing, days are ``datetime64``."""
        import pandas as pd  # noqa: PLC0415  # takes longer to load than an article to read

        table = pd.DataFrame(event_rows([self.reading], key_of), columns=[column.name for column in COLUMNS])
        return table.astype({column.name: _PANDAS[column.kind] for column in COLUMNS})

    def to_polars(self) -> pl.DataFrame:
        """One row an event, with the columns of ``tocsin export --to parquet``.

        Raises:
            ExportError: polars, which tocsin does not bring along, is not installed.
        """
        try:
            import polars as pl  # noqa: PLC0415  # likewise
        except ImportError as error:
            raise ExportError(
                "polars is not installed; install it with: pip install 'tocsin[polars]' (in a checkout: pip install '.[polars]'), or take to_pandas()"
            ) from error
        from tocsin.export.parquet_table import arrow_table  # noqa: PLC0415  # likewise

        return pl.DataFrame(arrow_table(event_rows([self.reading], key_of)))

    def __repr__(self) -> str:
        document = self.document
        dated = f", published {document.published.date.isoformat()}" if document.published else ""
        head = f"<Report of {_named(document)!r}{dated}: {found(self.reading, len(self.events))}>"
        listed = [_in_one_line(event) for event in self.events[:LISTED]]
        more = [f"  … and {len(self.events) - LISTED} more"] if len(self.events) > LISTED else []
        return "\n".join([head, *listed, *more])

    def _repr_html_(self) -> str:
        return view(self.reading, self.events)


def read(text: str, published: dt.date | str | None = None, title: str | None = None) -> Report:
    """Read one report.

    Args:
        text: the report, as plain text; it is kept code point for code point, and all offsets count in it.
        published: its publication date, or that date as ``YYYY-MM-DD``; without one, "on Sunday" stays unresolved.
        title: its headline, where that is not in the text.

    The first call loads the model, and builds the gazetteer into the user's cache if it is not there yet; later calls keep both.

    Raises:
        InputError: the text is empty or no string, or ``published`` is no date.
        ModelError: the model's files are missing or do not fit.
        GazetteerError: the gazetteer is broken or cannot be built.
    """
    return report_of(text, _recipe(), published, title)


def report_of(text: str, recipe: Recipe, published: dt.date | str | None = None, title: str | None = None) -> Report:
    """Read one report with the reader and resolver of ``recipe``: see :func:`read`."""
    if not isinstance(text, str):
        raise InputError("give the report's words as a string; those of a file: tocsin.read(Path(name).read_text())")
    if not text.strip():
        raise InputError("the text is empty; give the report's words")
    reading = recipe.read(document_from_text(text, published=_date(published), title=title))
    return Report(reading, reading.events)


@functools.cache
def _recipe() -> Recipe:
    """The reader and resolver of this process. They do not change, so that keeping them changes no result."""
    settings = Settings.from_environment()
    return Recipe(Reader.load(threads=settings.threads), Resolver(open_gazetteer(settings.cache_dir)), settings.threshold)


def _named(document: Document) -> str:
    """The title, or how the text begins: what is read from Python has no file to be called after."""
    words = line(document.title or document.text[: 4 * NAME])
    return words if len(words) <= NAME else f"{words[:NAME].rsplit(' ', 1)[0]} …"


def _date(published: dt.date | str | None) -> dt.date | None:
    if isinstance(published, dt.datetime):
        return published.date()
    if published is None or isinstance(published, dt.date):
        return published
    try:
        return dt.datetime.strptime(published.strip(), "%Y-%m-%d").date()  # noqa: DTZ007  # a date has no zone; as on the command line
    except ValueError as error:
        raise InputError(f"published={published!r} is no date; write it as YYYY-MM-DD") from error


def _in_one_line(event: Event) -> str:
    deed = " ".join((act(event), *shades(event)))
    told = " → ".join(part for part in (who(event, "actor"), deed, who(event, "recipient")) if part)
    details = "; ".join(part for part in (when(event), where(event), *told_by(event)) if part)
    return f"  {event.id}  {told}" + (f"  [{details}]" if details else "")
