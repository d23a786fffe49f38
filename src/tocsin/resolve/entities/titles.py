"""Words that stand before or inside a personal name and are no part of it."""

from __future__ import annotations

from tocsin.resolve.word_lists import listed

HONORIFICS = listed(
    "adm admiral ambassador archbishop ayatollah bishop brigadier brother capt captain cardinal chairman chancellor citizen col colonel "
    "comrade congressman congresswoman corporal councillor cpl dame daw deputy don dona dr engineer father former fr frau gen general gov "
    "governor haji hajj hajji herr hojatoleslam hon imam ji judge justice king ko lady late lieutenant lord lt madame magistrate mahant "
    "maitre maj major maulana mayor me minister miss mister mlle mme monsieur moulana mr mrs ms mufti mullah pan pani pastor pope premier "
    "president prince princess private prof professor pvt queen rep representative rev reverend sadhvi secretary sen senator senor senora "
    "sergeant sgt shaykh sheik sheikh shri shrimati sir sister smt speaker sr sri st swami the then u"
)
"""Titles that are no part of a name, in plain form."""

PARTICLES = listed(
    "abd abu ad al an ar as ash ben bin bint da das de del della den der des di do dos du e el i ibn la le mac mc o ould ter ud ul van "
    "von wuld y zu"
)
"""Small words inside a name that come and go between spellings."""

KIN = listed(
    "aunt bride bridegroom brother child children cousin daughter dad descendant ex-wife fiance fiancee father father-in-law girlfriend boyfriend "
    "godson goddaughter grandchild granddaughter grandfather grandmother grandson great-grandson half-brother half-sister heir husband "
    "in-law kin mistress mother mother-in-law mum namesake nephew niece orphan parent partner relation relative sibling sister son son-in-law "
    "daughter-in-law spouse stepdaughter stepfather stepmother stepson twin uncle widow widower wife"
)
"""Whom somebody is related to: by that alone nobody is public."""
FAMILY = KIN | listed("prince princess king queen lady sister brother father mother aunt auntie uncle grandma grandpa baby little young")
"""Words before a surname by which it is not that of a leader: *Princess Obama*. Kings are in the tables with their titles."""
FOR_WOMEN = listed("mrs ms miss madam madame mme lady dame sister senora dona")
WOMEN_LEADERS = listed(
    "albright ardern arroyo baerbock bhutto burjanadze cresson feinstein gandhi gillard haley hasina jayalalitha jayalalithaa kirchner livni "
    "madonsela may mayawati meloni merkel mogherini pelosi rajavi robredo rousseff sandu sturgeon thatcher tikhanovskaya truss tsai "
    "tsikhanouskaya tymoshenko vijayamma leyen widdecombe renho yingluck"
)
"""Surnames of the women among the leaders: *Mrs Merkel* is one, *Mrs Mugabe* is not."""
