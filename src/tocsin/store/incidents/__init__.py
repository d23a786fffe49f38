"""Incidents in a database: their tables, what a round of grouping keeps and writes, and how they are asked for."""
