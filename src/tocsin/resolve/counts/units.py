"""Units of counts: the length of a custody (``months``) and the currency of an amount (``USD``)."""

from __future__ import annotations

import re

_LENGTHS: dict[str, tuple[str, int]] = (
    {"minute": ("minutes", 1), "hour": ("hours", 1), "day": ("days", 1), "night": ("days", 1), "week": ("weeks", 1)}
    | {"fortnight": ("weeks", 2), "month": ("months", 1), "year": ("years", 1), "yr": ("years", 1), "decade": ("years", 10)}
    | {"hr": ("hours", 1), "hrs": ("hours", 1), "yrs": ("years", 1)}
)
SMALLER: dict[str, tuple[str, int]] = {"years": ("months", 12), "weeks": ("days", 7), "days": ("hours", 24), "hours": ("minutes", 60)}
"""A unit's next smaller one and how many of it make one: *four years and two months* is 50 months. A month has no fixed number of days."""

_LENGTH = re.compile(r"[\s-]*(" + "|".join(sorted(_LENGTHS, key=len, reverse=True)) + r")s?(?:[’']s?)?\b")
LIFE = re.compile(r"\b(?:for|to)?\s*life(?:[- ](?:sentences?|terms?|imprisonment|in (?:prison|jail)))?\b")

_SYMBOLS: dict[str, str] = (
    {"us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "nt$": "TWD"}
    | {"r$": "BRL", "z$": "ZWL", "fj$": "FJD", "j$": "JMD", "n$": "NAD", "tt$": "TTD", "mx$": "MXN", "gh¢": "GHS", "gh₵": "GHS"}
    | {"$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "₦": "NGN", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₸": "KZT", "₪": "ILS"}
    | {"₫": "VND", "₱": "PHP", "₩": "KRW", "฿": "THB", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₾": "GEL", "֏": "AMD", "₼": "AZN"}
    | {"៛": "KHR", "₭": "LAK", "₮": "MNT", "৳": "BDT", "rm": "MYR", "ksh": "KES", "kshs": "KES", "ush": "UGX", "tsh": "TZS"}
    | {
        "rs": "rupees",
        "rp": "IDR",
        "n": "NGN",
        "r": "ZAR",
        "k": "ZMW",
        "sh": "shillings",
        "shs": "shillings",
        "tk": "BDT",
        "birr": "ETB",
        "fcfa": "CFA francs",
        "¥": "yen or yuan",
    }
)
"""What stands before a figure. ``$`` alone is the US dollar, as in international news; ``Rs`` may be four countries' rupee."""

# Codes that are English words (ALL, TRY, TOP, MAD, CUP …) are left out: quotes come in any case.
_ISO = (
    "aed|afn|amd|aoa|ars|aud|awg|azn|bbd|bdt|bgn|bhd|bif|bnd|bob|brl|bsd|btn|bwp|byn|bzd|cad|cdf|chf|clp|cny|crc|cve|czk|djf|"
    "dkk|dop|dzd|egp|etb|eur|fjd|gbp|ghs|gmd|gnf|gtq|gyd|hkd|hnl|htg|huf|idr|ils|inr|iqd|irr|isk|jmd|jod|jpy|kes|kgs|khr|kmf|"
    "kpw|krw|kwd|kzt|lak|lbp|lkr|lrd|lsl|lyd|mdl|mga|mkd|mmk|mnt|mru|mur|mvr|mwk|mxn|myr|mzn|nad|ngn|nio|nok|npr|nzd|omr|pab|"
    "pen|pgk|php|pkr|pln|pyg|qar|ron|rsd|rub|rwf|sar|sbd|scr|sdg|sek|sgd|sle|sll|srd|ssp|syp|szl|thb|tjs|tmt|tnd|ttd|twd|tzs|"
    "uah|ugx|usd|uyu|uzs|ves|vnd|vuv|wst|xaf|xof|yer|zar|zmw|zwl"
)

_NAMES: dict[str, str] = (
    {"dollar": "USD", "euro": "EUR", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "ruble": "RUB", "rouble": "RUB", "baht": "THB"}
    | {"ringgit": "MYR", "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "birr": "ETB", "taka": "BDT", "lari": "GEL", "dram": "AMD"}
    | {"tenge": "KZT", "somoni": "TJS", "hryvnia": "UAH", "lira": "TRY", "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "kronor": "SEK"}
    | {"kyat": "MMK", "kip": "LAK", "riel": "KHR", "dong": "VND", "won": "KRW", "rupiah": "IDR", "quetzal": "GTQ", "quetzale": "GTQ"}
    | {"lempira": "HNL", "cordoba": "NIO", "boliviano": "BOB", "guarani": "PYG", "guaranie": "PYG", "sole": "PEN", "reai": "BRL"}
    | {"bolivar": "VES", "gourde": "HTG", "vatu": "VUV", "dalasi": "GMD", "leone": "SLE", "shekel": "ILS", "metical": "MZN"}
    | {"meticai": "MZN", "kwanza": "AOA", "pula": "BWP", "afghani": "AFN", "tugrik": "MNT", "lev": "BGN", "leva": "BGN", "denar": "MKD"}
    | {"lek": "ALL", "ariary": "MGA", "nakfa": "ERN", "kuna": "HRK", "sterling": "GBP", "pound sterling": "GBP"}
    | {"pounds sterling": "GBP", "rupee": "rupees", "peso": "pesos", "franc": "francs", "dinar": "dinars", "pound": "GBP"}
    | {
        "shilling": "shillings",
        "rial": "rials",
        "riyal": "riyals",
        "dirham": "dirhams",
        "manat": "manats",
        "som": "soms",
        "kwacha": "kwachas",
    }
    | {"kroner": "kroner", "krone": "kroner", "leu": "lei", "lei": "lei", "cfa franc": "CFA francs", "cent": "cents", "liri": "liri"}
)
"""Names of currencies, singular. One that several countries use keeps its word; the largest user's code stands where news mean it."""

_NATIONAL: dict[tuple[str, str], str] = (
    {("indian", "rupee"): "INR", ("pakistani", "rupee"): "PKR", ("sri lankan", "rupee"): "LKR", ("nepali", "rupee"): "NPR"}
    | {("nepalese", "rupee"): "NPR", ("mauritian", "rupee"): "MUR", ("us", "dollar"): "USD", ("american", "dollar"): "USD"}
    | {("australian", "dollar"): "AUD", ("canadian", "dollar"): "CAD", ("hong kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD"}
    | {("new zealand", "dollar"): "NZD", ("fijian", "dollar"): "FJD", ("fiji", "dollar"): "FJD", ("jamaican", "dollar"): "JMD"}
    | {("taiwan", "dollar"): "TWD", ("zimbabwean", "dollar"): "ZWL", ("liberian", "dollar"): "LRD", ("namibian", "dollar"): "NAD"}
    | {("mexican", "peso"): "MXN", ("argentine", "peso"): "ARS", ("colombian", "peso"): "COP", ("chilean", "peso"): "CLP"}
    | {("philippine", "peso"): "PHP", ("cuban", "peso"): "CUP", ("uruguayan", "peso"): "UYU", ("dominican", "peso"): "DOP"}
    | {("egyptian", "pound"): "EGP", ("sudanese", "pound"): "SDG", ("south sudanese", "pound"): "SSP", ("syrian", "pound"): "SYP"}
    | {("lebanese", "pound"): "LBP", ("british", "pound"): "GBP", ("swiss", "franc"): "CHF", ("congolese", "franc"): "CDF"}
    | {("rwandan", "franc"): "RWF", ("burundian", "franc"): "BIF", ("guinean", "franc"): "GNF", ("djiboutian", "franc"): "DJF"}
    | {("kenyan", "shilling"): "KES", ("kenya", "shilling"): "KES", ("ugandan", "shilling"): "UGX", ("uganda", "shilling"): "UGX"}
    | {("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS", ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD"}
    | {("jordanian", "dinar"): "JOD", ("tunisian", "dinar"): "TND", ("libyan", "dinar"): "LYD", ("algerian", "dinar"): "DZD"}
    | {("serbian", "dinar"): "RSD", ("bahraini", "dinar"): "BHD", ("iranian", "rial"): "IRR", ("yemeni", "rial"): "YER"}
    | {("omani", "rial"): "OMR", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("emirati", "dirham"): "AED"}
    | {("uae", "dirham"): "AED", ("moroccan", "dirham"): "MAD", ("azerbaijani", "manat"): "AZN", ("turkmen", "manat"): "TMT"}
    | {("kyrgyz", "som"): "KGS", ("uzbek", "som"): "UZS", ("zambian", "kwacha"): "ZMW", ("malawian", "kwacha"): "MWK"}
    | {("belarusian", "ruble"): "BYN", ("belarusian", "rouble"): "BYN", ("russian", "ruble"): "RUB", ("russian", "rouble"): "RUB"}
    | {("turkish", "lira"): "TRY", ("syrian", "lira"): "SYP", ("lebanese", "lira"): "LBP", ("danish", "kroner"): "DKK"}
    | {("norwegian", "kroner"): "NOK", ("swedish", "kronor"): "SEK", ("romanian", "lei"): "RON", ("moldovan", "lei"): "MDL"}
    | {("north korean", "won"): "KPW", ("south korean", "won"): "KRW"}
)

_MARKS = "|".join(
    r"\s?".join(map(re.escape, mark)) if mark.endswith("$") else re.escape(mark) for mark in sorted(_SYMBOLS, key=len, reverse=True)
)
_BEFORE = re.compile(rf"(?<![a-z])(?:({_ISO})|({_MARKS}))\.?\s*$|([^\w\s])\s*$")
_NAME = re.compile(r"\b(" + "|".join(sorted(_NAMES, key=len, reverse=True)) + r")s?\b|\b(" + _ISO + r")\b")


def length_unit(after: str) -> tuple[str, int, int] | None:
    """The unit that opens the words behind a figure: its name, how many of it one is worth (``fortnight``: 2 weeks), and where it ends."""
    match = _LENGTH.match(after)
    return (*_LENGTHS[match[1]], match.end()) if match else None


def currency(before: str, after: str) -> str | None:
    """The currency of a figure from the words around it: an ISO 4217 code where it is clear, else its common name (``rupees``)."""
    return _currency_before(before) or _currency_after(after)


def symbol_start(before: str) -> int:
    """Where a currency mark at the end of ``before`` begins; its length where there is none."""
    match = _BEFORE.search(before)
    return match.start() if match and _currency_before(before) else len(before)


def _currency_before(before: str) -> str | None:
    match = _BEFORE.search(before)
    if match is None:
        return None
    return match[1].upper() if match[1] else _SYMBOLS.get((match[2] or match[3]).replace(" ", ""))


def _currency_after(after: str) -> str | None:
    after = re.sub(r"\([^)]*\)", " ", after)
    match = _NAME.search(after)
    if match is None:
        symbol = re.match(r"\s*([^\w\s])", after)
        return _SYMBOLS.get(symbol[1]) if symbol else None
    if match[2]:
        return match[2].upper()
    words = after[: match.start()].split()
    national = _NATIONAL.get((" ".join(words[-2:]), match[1])) or _NATIONAL.get((" ".join(words[-1:]), match[1]))
    return national or _NAMES[match[1]]
