"""Clock times with a zone: which day it was where the act took place, when the words give the hour somewhere else."""

from __future__ import annotations

import re
from math import floor

from tocsin.resolve.times.stretch import Stretch, plus_days, stretch
from tocsin.resolve.times.words import FULL_WEEKDAY

UNSURE = 2
"""Hours by which a place's clock may differ from the sun's (western China is 2.2 behind, western Spain with summer time 2.6 ahead)."""

_OFFSETS: dict[str, float] = (
    {
        "gmt": 0,
        "utc": 0,
        "z": 0,
        "est": -5,
        "edt": -4,
        "et": -4.5,
        "cst": -6,
        "cdt": -5,
        "ct": -5.5,
        "mst": -7,
        "mdt": -6,
        "pst": -8,
        "pdt": -7,
    }
    | {
        "pt": -7.5,
        "cet": 1,
        "cest": 2,
        "eet": 2,
        "eest": 3,
        "msk": 3,
        "pkt": 5,
        "jst": 9,
        "kst": 9,
        "aest": 10,
        "aedt": 11,
        "wat": 1,
        "eat": 3,
    }
    | {"cat": 2, "sast": 2, "wib": 7, "hkt": 8, "sgt": 8, "pht": 8, "brt": -3, "art": -3}
)
"""Hours east of Greenwich. IST (India, Ireland, Israel), BST (Britain, Bangladesh) and the like are left out: they mean several."""

_WORLD = {"gmt", "utc", "z"}
_ZONE = "|".join(sorted(_OFFSETS, key=len, reverse=True))
_CLOCK = re.compile(
    rf"\b(?P<h>[01]?\d|2[0-4])(?:[:.]?(?P<m>[0-5]\d))?(?: ?(?P<half>[ap])\.? ?m\b\.?)?(?: (?:hours|hrs|h))?[ ,]*(?P<z>{_ZONE})\b"
    rf"|\b(?P<name>midnight|noon)[ ,]*(?P<zn>{_ZONE})\b"
)
_ASIDE = re.compile(r" ?[(\[](?P<in>[^()\[\]]{0,80})[)\]]?")
_DIGIT_CLOCK = re.compile(r"\d ?[ap]\.? ?m\b|\d[:.]\d\d|\b\d{4}\b|\bmidnight\b|\bnoon\b")
_DAY = re.compile(
    rf"\b{FULL_WEEKDAY}\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\b(?! ?(?:[ap]\.? ?m|hours|hrs|gmt|utc)\b)(?![:.]\d)"
)


def one_zone(text: str) -> str:
    """*11 p.m. Sunday (0300 GMT Monday)* told once: the local hour and its day stay, what stands for readers elsewhere goes."""
    aside = _ASIDE.search(text)
    if aside is None or not _DIGIT_CLOCK.search(aside["in"]):
        return text
    outside = f"{text[: aside.start()]} {text[aside.end() :]}"
    if not _DIGIT_CLOCK.search(outside):
        return text
    zones = [_zones(part) for part in (outside, aside["in"])]
    if zones[0] and zones[0] <= _WORLD and not (zones[1] and zones[1] <= _WORLD) and _DAY.search(aside["in"]):
        return aside["in"]  # "0100 GMT Monday (9 p.m. Sunday EDT)"
    return outside


def _zones(text: str) -> set[str]:
    return {clock["z"] or clock["zn"] for clock in _CLOCK.finditer(text)}


def shifted(value: Stretch, text: str, offset: float | None) -> Stretch:
    """The day at a place ``offset`` hours east of Greenwich, where the words give an hour in a zone; two days where either may be.

    Without an offset, or a zone in the words, the day that the words name stays.
    """
    clocks = list(_CLOCK.finditer(text)) if offset is not None and value.first == value.last else []
    if len(clocks) != 1 or offset is None:
        return value
    local = _hours(clocks[0]) - _OFFSETS[clocks[0]["z"] or clocks[0]["zn"]] + offset
    first, last = (floor((local + unsure) / 24) for unsure in (-UNSURE, UNSURE))
    if first == last == 0:
        return value
    return stretch(plus_days(value.first, first), plus_days(value.first, last), relative=True)


def _hours(clock: re.Match[str]) -> float:
    if clock["name"]:
        return 12.0 if clock["name"] == "noon" else 0.0
    hours = int(clock["h"])
    if clock["half"]:
        hours = hours % 12 + (12 if clock["half"] == "p" else 0)
    return hours + int(clock["m"] or 0) / 60
