"""tocsin reads news reports and writes a database of political events, every value tied to the words that say so."""

__version__ = "0.1.0"
