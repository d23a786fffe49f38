"""The tables of ``docs/codebook.md``, written from the program's own lists: ``python -m docs.generate``."""
# ruff: noqa: INP001  # a page's generator lies beside the page; docs/ is no package

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tocsin.codebook import AUX, AUX_MEANING, BODIES, CONTEXTS, COUNT_KINDS, COUNT_MEANING, EVENT_TYPES, MODE_MEANING, SECTORS

PAGE = Path(__file__).parent / "codebook.md"


def tables() -> dict[str, str]:
    """Each generated part of the page by its name."""
    return {
        "types": _types(),
        "lists": "\n\n".join((_named("aux", AUX_MEANING, AUX), _sectors(), _contexts(), _named("counted", COUNT_MEANING, COUNT_KINDS))),
    }


def _types() -> str:
    parts = []
    for quadrant in dict.fromkeys(kind.quadrant for kind in EVENT_TYPES):
        rows = [(f"**{kind.name}**", kind.meaning, _codes(kind.modes) or "–") for kind in EVENT_TYPES if kind.quadrant == quadrant]
        parts.append(f"{quadrant.capitalize()}:\n\n{_table(('type', 'what', 'modes'), rows)}")
    modes = [(f"{kind.name} `{mode}`", MODE_MEANING[kind.name][mode]) for kind in EVENT_TYPES for mode in kind.modes]
    return "\n\n".join((*parts, "And the modes one by one:", _table(("mode", "meaning"), modes)))


def _sectors() -> str:
    sectors = _named("sector", SECTORS, tuple(SECTORS))
    return f"{sectors}\n\nActors that belong to no one country have one of these in its place:\n\n{_named('body', BODIES, tuple(BODIES))}"


def _contexts() -> str:
    return f"Contexts: {_codes(CONTEXTS, ', ')}."


def _named(head: str, meaning: Mapping[str, str], names: Sequence[str]) -> str:
    return _table((head, "meaning"), [(f"`{name}`", meaning[name]) for name in names])


def _codes(names: Iterable[str], between: str = " ") -> str:
    return between.join(f"`{name}`" for name in names)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def renewed(page: str) -> str:
    """The page with its generated parts replaced.

    Raises:
        ValueError: a mark is missing.
    """
    for name, table in tables().items():
        start, end = f"<!-- {name}: written by python -m docs.generate -->", f"<!-- end of {name} -->"
        before, after = page.index(start) + len(start), page.index(end)
        page = f"{page[:before]}\n\n{table}\n\n{page[after:]}"
    return page


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
