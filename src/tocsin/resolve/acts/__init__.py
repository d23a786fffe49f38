"""How an act stands: doubted or denied, a piece of a larger one, one act or two, and what mentions of one act lend each other."""
