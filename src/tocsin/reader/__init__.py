"""Text to mentions: what happened, in which words, who and where and how many by the words that say so."""

from tocsin.reader.read import Reader

__all__ = ["Reader"]
