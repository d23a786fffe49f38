"""What ``tocsin serve`` gives to the server beside the database: the reader behind one call, loaded while people look at the first page,
and the gazetteer behind another.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tocsin.errors import InputError, TocsinError
from tocsin.ingest import IngestOptions, document_from_text
from tocsin.ingest.html import document_from_html
from tocsin.pipeline import Recipe
from tocsin.records import Document, Reading, Refusal
from tocsin.resolve.places.gazetteer import Gazetteer, Place, default_path
from tocsin.resolve.places.precision import place_value
from tocsin.web.state import FoundPlace, Pasted


class PastedReader:
    """Reads pasted reports, one after the other: the reader takes all processors for one anyway."""

    def __init__(self, make: Callable[[], Recipe]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._recipe: Recipe | None = None

    def warm_up(self) -> None:
        """Load the model and the gazetteer in the background, so that the first report does not wait for them (three seconds)."""
        threading.Thread(target=self._quietly, name="tocsin reader", daemon=True).start()

    def _quietly(self) -> None:
        try:
            self._loaded()
        except TocsinError:
            return  # whoever pastes a report is told: it is tried again then

    def _loaded(self) -> Recipe:
        with self._lock:
            if self._recipe is None:
                self._recipe = self._make()
            return self._recipe

    def __call__(self, pasted: Pasted) -> Reading:
        """The report with its events.

        Raises:
            InputError: nothing can be read out of it.
            ModelError: the model's files are missing or do not fit.
            GazetteerError: the gazetteer is broken or cannot be built.
        """
        document = document_of(pasted)
        recipe = self._loaded()
        with self._lock:
            return recipe.read(document)


class PlaceFinder:
    """Finds places in the user's gazetteer, which is opened when the first one is looked for: it may have been built meanwhile."""

    def __init__(self, cache_dir: Path) -> None:
        self._path = default_path(cache_dir)
        self._lock = threading.Lock()
        self._gazetteer: Gazetteer | None = None

    def __call__(self, name: str, country: str | None, limit: int) -> Sequence[FoundPlace]:
        """The places that bear the name or one that begins so, the likeliest first.

        Raises:
            GazetteerError: there is no gazetteer yet, or it is broken.
        """
        with self._lock:
            if self._gazetteer is None:
                self._gazetteer = Gazetteer.open(self._path)
            return [self._found(self._gazetteer, place) for place in self._gazetteer.starting(name, limit, country)]

    def _found(self, gazetteer: Gazetteer, place: Place) -> FoundPlace:
        division = gazetteer.by_code(place.admin1) if place.admin1 and place.kind != "division" else None
        return FoundPlace(place_value(place), division.name if division else None, place.population or None)


def document_of(pasted: Pasted) -> Document:
    """The document that was pasted. Its id is made from its text: the same text pasted twice is one document.

    Raises:
        InputError: it is empty, or a page without an article.
    """
    if not pasted.text.strip():
        raise InputError("the text is empty; paste the report's words")
    name = f"{pasted.source}-{hashlib.sha256(pasted.text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    if not pasted.is_html:
        return document_from_text(
            pasted.text, published=pasted.published, id=name, source=name, title=pasted.title, publisher=pasted.publisher
        )
    found = document_from_html(pasted.text, name, IngestOptions(published=pasted.published))
    if isinstance(found, Refusal):
        raise InputError(f"{found.detail.removeprefix(f'{name}: ')}; paste the article's text instead")
    return replace(found, title=pasted.title or found.title, publisher=pasted.publisher or found.publisher)
