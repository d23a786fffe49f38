"""The recipe that turns inputs into readings, and the runner that puts them into a database."""

from tocsin.pipeline.local import RunOptions, run
from tocsin.pipeline.recipe import Reads, Recipe, Resolves
from tocsin.pipeline.tally import Held, Outcome, Tally
from tocsin.pipeline.tools import open_gazetteer

__all__ = ["Held", "Outcome", "Reads", "Recipe", "Resolves", "RunOptions", "Tally", "open_gazetteer", "run"]
