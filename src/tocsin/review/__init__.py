"""What people say about readings: corrections laid over them, what a correction is worth, how well two coders agree. See ``docs/review.md``."""

from tocsin.review.corrections import Action, Anchor, Correction, Edit, edit_of, prepare
from tocsin.review.effective import effective, is_reviewed, is_settled
from tocsin.review.fields import FIELDS, GROWING

__all__ = [
    "FIELDS",
    "GROWING",
    "Action",
    "Anchor",
    "Correction",
    "Edit",
    "edit_of",
    "effective",
    "is_reviewed",
    "is_settled",
    "prepare",
]
