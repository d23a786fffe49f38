"""What ``tocsin`` offers to Python."""

from __future__ import annotations

import inspect

import pytest

import tocsin
from tocsin.report import Report


def test_the_public_names() -> None:
    assert tocsin.__all__ == ["Report", "TocsinError", "__version__", "read"]
    assert dir(tocsin) == sorted(tocsin.__all__)


def test_every_public_name_is_there_and_documented() -> None:
    for name in tocsin.__all__:
        assert getattr(tocsin, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        tocsin.write  # noqa: B018  # that is the test


def test_how_read_is_called() -> None:
    assert list(inspect.signature(tocsin.read).parameters) == ["text", "published", "title"]


def test_what_a_report_offers() -> None:
    offered = {name for name in dir(Report) if not name.startswith("_")}
    assert offered == {"claims", "document", "events", "mentions", "reading", "to_pandas", "to_polars"}
