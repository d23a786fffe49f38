"""What an event is, as data: types, modes, aux, contexts, kinds of count, sectors, countries. Defined in ``docs/codebook.md``."""

from tocsin.codebook.countries import COUNTRIES
from tocsin.codebook.meanings import AUX_MEANING, COUNT_MEANING, MODE_MEANING
from tocsin.codebook.types import EVENT_TYPES, MODES, TYPE_NAMES, EventType, Quadrant
from tocsin.codebook.values import AUX, BODIES, CONTEXTS, COUNT_KINDS, PRECISION, SECTORS

VERSION = "1"
"""The codebook's version, stored with every row that was coded by it."""

__all__ = [
    "AUX",
    "AUX_MEANING",
    "BODIES",
    "CONTEXTS",
    "COUNTRIES",
    "COUNT_KINDS",
    "COUNT_MEANING",
    "EVENT_TYPES",
    "MODES",
    "MODE_MEANING",
    "PRECISION",
    "SECTORS",
    "TYPE_NAMES",
    "VERSION",
    "EventType",
    "Quadrant",
]
