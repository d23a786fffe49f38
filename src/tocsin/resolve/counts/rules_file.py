"""The table of count rules as a TOML file that a user writes: only what differs from the codebook's table need stand in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tocsin.errors import SettingsError
from tocsin.resolve.counts.rules import STANDARD, CountRules

LARGEST = 10**15
_TABLE = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PHRASES = tuple(field.name.removesuffix("_words") for field in fields(CountRules) if field.name.endswith("_words"))
_KEYS = ("around", "nearly", "odd", "vague", "words", "plural", "phrases")


def read_rules(path: Path) -> CountRules:
    """The codebook's table with the changes that a file makes.

    Raises:
        SettingsError: the file is not there, is no TOML, or holds a rule that cannot be.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as a table of count rules ({getattr(error, 'strerror', None) or error})") from error
    return parse_rules(text, str(path))


def parse_rules(text: str, source: str = "rules") -> CountRules:
    """The codebook's table with the changes that a TOML text makes; ``source`` is named in errors.

    Raises:
        SettingsError: it is no TOML, or holds a rule that cannot be.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{source}: no TOML: {error}") from error
    place = _Place(source, _lines(text))
    _known(told, _KEYS, place, "")
    changes: dict[str, Any] = {}
    for name in ("around", "nearly"):
        if name in told:
            changes[name] = _shares(told[name], place.of(name))
    if "odd" in told:
        changes["odd"] = _range(told["odd"], place.of("odd"))
    for name in ("vague", "words"):
        if name in told:
            changes[name] = _ranges(getattr(STANDARD, name), told[name], place, name)
    changes.update(_phrases(told.get("phrases", {}), place))
    rules = replace(STANDARD, **changes)
    return replace(rules, plural=_plural(told.get("plural", {}), rules, place)) if "plural" in told else rules


def written(rules: CountRules = STANDARD) -> str:
    """A table as the TOML that :func:`parse_rules` reads: a file to start from."""
    lines = ["# Ranges are inclusive. around, nearly: shares of the figure. Leave out what you do not change."]
    lines += [f"{name} = [{float(low)}, {float(high)}]" for name in ("around", "nearly") for low, high in [getattr(rules, name)]]
    lines.append(f"odd = [{rules.odd[0]}, {rules.odd[1]}]")
    for name, about in (("vague", "words without a figure"), ("words", "words that hold a number")):
        table: Mapping[str, tuple[int, int]] = getattr(rules, name)
        lines += ["", f"[{name}] # {about}", *(f"{_quoted(word)} = [{low}, {high}]" for word, (low, high) in table.items())]
    lines += [
        "",
        "[plural] # several dozen reads as dozens",
        *(f"{_quoted(word)} = {_quoted(vague)}" for word, vague in rules.plural.items()),
    ]
    lines += ["", "[phrases] # what stands before a figure; a list here replaces the table's own"]
    lines += [f"{name} = [{', '.join(map(_quoted, getattr(rules, f'{name}_words')))}]" for name in _PHRASES]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where rules stand in a file, for errors: ``rules.toml, line 3: vague.dozens``."""

    source: str
    lines: Mapping[str, int]

    def of(self, name: str) -> str:
        line = self.lines.get(name.lower())
        return f"{self.source}, line {line}: {name}" if line else f"{self.source}: {name}"


def _lines(text: str) -> dict[str, int]:
    """The line of each table and key, a key of a table under ``table.key``."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        head, key = _TABLE.match(line), _KEY.match(line)
        if head:
            table = head[1].lower()
            found.setdefault(table, number)
        elif key:
            found.setdefault(f"{table}.{key[1]}".strip(".").replace('"', "").lower(), number)
    return found


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _known(told: Mapping[str, Any], names: tuple[str, ...], place: _Place, where: str) -> None:
    for key in told:
        if key not in names:
            near = get_close_matches(key, names, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
            raise SettingsError(f"{place.of(where + key)} is no rule; {hint}")


def _shares(value: Any, where: str) -> tuple[Fraction, Fraction]:
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)):
        raise SettingsError(f"{where} must be two shares of the figure, such as [0.9, 1.1]")
    low, high = (Fraction(str(v)) if 0 <= v < LARGEST else Fraction(-1) for v in value)
    if not 0 <= low <= 1 <= high:
        raise SettingsError(f"{where} must hold the figure itself: a share up to 1, then one from 1 on")
    return low, high


def _range(value: Any, where: str) -> tuple[int, int]:
    if isinstance(value, int) and not isinstance(value, bool):
        value = [value, value]
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, int) and not isinstance(v, bool) for v in value)):
        raise SettingsError(f"{where} must be a whole number or two of them, such as [24, 99]")
    low, high = value
    if not 0 <= low <= high <= LARGEST:
        raise SettingsError(f"{where} must run from a smaller to a larger number, none below 0")
    return low, high


def _ranges(standard: Mapping[str, tuple[int, int]], told: Any, place: _Place, name: str) -> Mapping[str, tuple[int, int]]:
    if not isinstance(told, dict):
        raise SettingsError(f"{place.of(name)} must be a table of words, such as dozens = [24, 99]")
    own = {word.lower(): _range(value, place.of(f"{name}.{word}")) for word, value in told.items() if word.strip()}
    return MappingProxyType({**standard, **own})


def _plural(told: Any, rules: CountRules, place: _Place) -> Mapping[str, str]:
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise SettingsError(f'{place.of("plural")} must be a table of words, such as dozen = "dozens"')
    for word, vague in told.items():
        if vague.lower() not in rules.vague:
            raise SettingsError(f"{place.of(f'plural.{word}')}: {vague!r} stands in no line of [vague]")
    return MappingProxyType({**rules.plural, **{word.lower(): vague.lower() for word, vague in told.items() if word.strip()}})


def _phrases(told: Any, place: _Place) -> dict[str, tuple[str, ...]]:
    if not isinstance(told, dict):
        raise SettingsError(f'{place.of("phrases")} must be a table of lists, such as around = ["around", "about"]')
    _known(told, _PHRASES, place, "phrases.")
    for name, words in told.items():
        if not (isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)):
            raise SettingsError(f"{place.of(f'phrases.{name}')} must be a list of words")
    return {f"{name}_words": tuple(word.strip().lower() for word in words) for name, words in told.items()}
