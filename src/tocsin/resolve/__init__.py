"""Quotes to values: times, counts, places and entities, each module usable alone. Import the module that is needed."""
