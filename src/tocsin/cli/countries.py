"""Countries as people name them, by the codes under which a database has them."""

from __future__ import annotations

from difflib import get_close_matches

from tocsin.codebook import BODIES, COUNTRIES
from tocsin.display.plain import line
from tocsin.errors import InputError
from tocsin.resolve.countries import find_names, plain
from tocsin.resolve.places.gazetteer_sources import countries
from tocsin.store import IncidentFilter, Store

NEAR = 3
"""Countries that an error lists."""


def country_code(store: Store, given: str) -> str:
    """The code of a country or a body: of its name, its ISO 3166-1 code of two or three letters, or the codebook's own code.

    Raises:
        InputError: it is none of these, nor a code that the database has from a user's own list; a list without events would look as if
            nothing had happened there. It says which names are like it.
    """
    words = " ".join(given.split())
    code = words.upper()
    if code in COUNTRIES or code in BODIES:
        return code
    known = {each.alpha2: each.alpha3 for each in countries()}
    named = {plain(name): each.alpha3 for each in countries() for name in each.names}
    found = known.get(code) or named.get(plain(words)) or _named(words) or _named(words.title()) or _named(code)
    if found:
        return found
    if store.incidents(IncidentFilter(countries=(code,)), limit=1).total:
        return code
    near = get_close_matches(plain(words), named, NEAR)
    like = ", ".join(dict.fromkeys(f"{name.title()} ({named[name]})" for name in near))
    raise InputError(
        f"{line(words)!r} is no country; {f'near it: {like}' if like else 'write its name or its code, such as Kazakhstan or KAZ'}"
    )


def _named(words: str) -> str | None:
    """The code of the country or the body that the whole of ``words`` names."""
    names = [name for name in find_names(words, cased=True) if name.kind in {"country", "body"} and name.code in {*COUNTRIES, *BODIES}]
    whole = (name.code for name in names if (name.start, name.end) == (0, len(words)) and (name.kind == "country" or name.code in BODIES))
    return next(whole, None)
