"""Copies, stories and incidents: what several reports have in common. :mod:`tocsin.corroborate.grouping` is the recipe."""
