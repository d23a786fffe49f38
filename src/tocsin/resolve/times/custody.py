"""Terms of custody: *jailed for 15 days*, *remanded for two months* run on from the day of the act; *has been held for 15 days* ran up to now."""

from __future__ import annotations

import re

CLAUSE = 90
"""Characters before a length in which the word for the sentence stands; further back stands another clause's verb."""

_IMPOSED = re.compile(
    r"\b(?:sentenced|jailed|jails?|imprisoned|remanded|remands?|ordered|extended|banned|bans?|suspended|suspends?|detained|arrested|imposed|"
    r"handed|given|gave|placed under|put under|condemned|closed|shut|barred|curfew|house arrest|custody|detention|arrest|sentence|"
    r"state of emergency)\b[^.;!?\n]*$"
)
_RUNNING = re.compile(r"\b(?:has|have|had|having|after|spent|spending|served|serving|(?<!be )held|been|missing|kept|languish\w*)\b")
_LEADS_TO_LENGTH = re.compile(r"\b(?:for|to|of|by|an?|another|serve|least|most|than|further)\s*$")
_SENTENCE = re.compile(r"[’'] (?:\w+ )?(?:detention|custody|imprisonment|arrest|jail|prison|remand)$")
"""*Gave him 15 days' detention*: the words themselves say what it is."""


def runs_on(before: str, words: str) -> bool:
    """Whether a length behind the text ``before`` is a term that begins with the act, and none that has already passed."""
    clause = before[-CLAUSE:].lower()
    imposed = _IMPOSED.search(clause)
    told = _LEADS_TO_LENGTH.search(clause) or words.lower().startswith(("for ", "a ", "an ")) or _SENTENCE.search(words.lower())
    if imposed is None or not told:
        return False
    return _RUNNING.search(clause[max(clause.rfind(mark) for mark in ".;!?\n") + 1 :]) is None
