"""What people say about readings: corrections laid over them, what a correction is worth, how well two coders agree. See ``docs/review.md``."""

from tocsin.review.corrections import Action, Anchor, Correction, Edit, edit_of, prepare
from tocsin.review.effective import decides, effective, is_reviewed
from tocsin.review.fields import FIELDS, GROWING

__all__ = [
    "FIELDS",
    "GROWING",
    "Action",
    "Anchor",
    "Correction",
    "Edit",
    "decides",
    "edit_of",
    "effective",
    "is_reviewed",
    "prepare",
]
