"""Words that stand before or inside a personal name and are no part of it."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written in one string."""
    return frozenset(listed.split())


HONORIFICS = words(
    "adm admiral ambassador archbishop ayatollah bishop brigadier brother capt captain cardinal chairman chancellor citizen col colonel "
    "comrade congressman congresswoman corporal councillor cpl dame daw deputy don dona dr engineer father former fr frau gen general gov "
    "governor haji hajj hajji herr hojatoleslam hon imam ji judge justice king ko lady late lieutenant lord lt madame magistrate mahant "
    "maitre maj major maulana mayor me minister miss mister mlle mme monsieur moulana mr mrs ms mufti mullah pan pani pastor pope premier "
    "president prince princess private prof professor pvt queen rep representative rev reverend sadhvi secretary sen senator senor senora "
    "sergeant sgt shaykh sheik sheikh shri shrimati sir sister smt speaker sr sri st swami the then u"
)
"""Titles that are no part of a name, in plain form."""

PARTICLES = words(
    "abd abu ad al an ar as ash ben bin bint da das de del della den der des di do dos du e el i ibn la le mac mc o ould ter ud ul van "
    "von wuld y zu"
)
"""Small words inside a name that come and go between spellings."""
