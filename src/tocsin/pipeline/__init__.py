"""The recipe that turns inputs into readings, and the runner that puts them into a database."""

from tocsin.pipeline.gazetteer import open_gazetteer
from tocsin.pipeline.local import RunOptions, run
from tocsin.pipeline.recipe import Reads, Recipe, Resolves
from tocsin.pipeline.tally import Held, Outcome, Renewed, Tally

__all__ = [
    "Held",
    "Outcome",
    "Reads",
    "Recipe",
    "Renewed",
    "Resolves",
    "RunOptions",
    "Tally",
    "open_gazetteer",
    "run",
]
