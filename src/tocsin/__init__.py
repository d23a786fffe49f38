"""tocsin reads news reports and writes a database of political events, every value tied to the words that say so.

``tocsin.read(text, published=…)`` gives a :class:`tocsin.Report`. It is loaded when it is first asked for, so that ``import tocsin`` and
the command line's help cost next to nothing: the network runtime and the data frames come with the first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tocsin.errors import TocsinError

if TYPE_CHECKING:
    from tocsin.report import Report, read

__version__ = "0.1.0"

__all__ = ["Report", "TocsinError", "__version__", "read"]


def __getattr__(name: str) -> object:
    if name in {"Report", "read"}:
        from tocsin import report  # noqa: PLC0415  # see the module's docstring

        return getattr(report, name)
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
