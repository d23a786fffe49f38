"""Bytes to documents: pages, texts and tables, with page furniture marked and language and publication date told.

What cannot be read is a :class:`tocsin.records.Refusal` in its place; see docs/ingest.md.
"""

from tocsin.ingest.options import Format, IngestOptions
from tocsin.ingest.read import read_inputs
from tocsin.ingest.text import document_from_text

__all__ = ["Format", "IngestOptions", "document_from_text", "read_inputs"]
