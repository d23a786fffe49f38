"""Which references of a document are one entity: all spellings of a name, a surname alone, an abbreviation, *the ministry* again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tocsin.records import Document, Field, Quote
from tocsin.resolve.countries import plain, tokens_of
from tocsin.resolve.entities.references import Reference
from tocsin.resolve.entities.spellings import fold, is_acronym_of, name_words, same_name, same_word
from tocsin.resolve.word_lists import listed

_SHORT_FORM = re.compile(r"\s*\(\s*([A-Z][A-Za-z.&-]{1,9})\s*\)")
_NO_DETAIL = listed("the a an this that these those its their his her our")


@dataclass(frozen=True, slots=True)
class Slot:
    """One quote of one mention that names an actor, a recipient or a source."""

    mention: str
    field: Field
    position: int
    quote: Quote
    reference: Reference


@dataclass(slots=True)
class Entity:
    """The slots of one entity in reading order, with every spelling of its name."""

    slots: list[Slot] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    wordings: set[tuple[str, ...]] = field(default_factory=set)
    """Its quotes in plain words without articles."""

    @property
    def is_leader(self) -> bool | None:
        """Whether it is a leader of the packed lists, or shares a leader's name; ``None`` where the lists do not have it."""
        return next((told for s in self.slots if (told := s.reference.is_leader) is not None), None)

    @property
    def name(self) -> str:
        """Its fullest spelling, else its longest description."""
        return max(self.names or [s.quote.text for s in self.slots], key=lambda n: (len(name_words(n)), len(n)))


def group(document: Document, slots: Sequence[Slot]) -> list[Entity]:
    """The entities of ``slots``, in order of their first mention."""
    entities: list[Entity] = []
    for slot in sorted(slots, key=lambda s: (s.quote.start, s.quote.end)):
        entity = _find(entities, slot)
        if entity is None:
            entity = Entity()
            entities.append(entity)
        entity.slots.append(slot)
        entity.wordings.add(_bare(slot.quote.text))
        for name in _spellings(document, slot):
            if name not in entity.names:
                entity.names.append(name)
    return entities


def _spellings(document: Document, slot: Slot) -> list[str]:
    """The name of a slot and the abbreviation in brackets inside or right after its quote."""
    if not slot.reference.name:
        return []
    inside = _SHORT_FORM.search(slot.quote.text)
    after = _SHORT_FORM.match(document.text, slot.quote.end)
    short = [m[1] for m in (inside, after) if m and is_acronym_of(m[1], slot.reference.name)]
    return [slot.reference.name, *short]


def _find(entities: Sequence[Entity], slot: Slot) -> Entity | None:
    reference = slot.reference
    recent = sorted(entities, key=lambda e: -e.slots[-1].quote.start)
    if reference.kind == "person":
        return _find_person(
            [e for e in recent if None in (e.is_leader, reference.is_leader) or e.is_leader == reference.is_leader], reference.name
        )
    if reference.kind == "body":
        return next((e for e in recent if any(_same_body(reference.name, n) for n in e.names)), None) or _same_words(recent, slot)
    return _same_words(recent, slot) or _definite(recent, slot)


def _find_person(recent: Sequence[Entity], name: str) -> Entity | None:
    """The most recent person whose surname fits, else the only one whose first name does."""
    fits = [e for e in recent if any(same_name(name, n) for n in e.names)]
    surname = name_words(name)[-1]
    by_surname = [e for e in fits if any(same_word(surname, name_words(n)[-1]) for n in e.names)]
    if by_surname:
        return by_surname[0]
    return fits[0] if len(fits) == 1 else None


def _same_body(one: str, other: str) -> bool:
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return True
    a, b = ([fold(w) for w in re.findall(r"[^\W\d_]+", n)] for n in (one, other))
    return a == b


def _same_words(recent: Sequence[Entity], slot: Slot) -> Entity | None:
    words = _bare(slot.quote.text)
    return next((e for e in recent if words in e.wordings), None)


def _definite(recent: Sequence[Entity], slot: Slot) -> Entity | None:
    """*The ministry* after one fuller phrase with that head; none where two different ones compete."""
    words = slot.quote.text.lower().split()
    if len(words) != 2 or words[0] != "the":
        return None
    fuller = [e for e in recent if any(_head(s.quote.text) == words[1] and len(_bare(s.quote.text)) > 1 for s in e.slots)]
    return fuller[0] if len(fuller) == 1 else None


def _head(words: str) -> str:
    """The last word of a phrase's head, in plain form."""
    tokens = tokens_of(re.split(r",|\s(?:of|for|in|from|at)\s", words)[0])
    return tokens[-1].plain if tokens else ""


def _bare(words: str) -> tuple[str, ...]:
    return tuple(t.plain for t in tokens_of(plain(words)) if t.plain not in _NO_DETAIL)
