"""Whoever shares a public figure's surname, and no given name of theirs, is withheld from a public export: for every name of the lists."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tocsin.export import mask
from tocsin.records import Claim, Document, Mention, Quote, Reading
from tocsin.resolve.entities import resolve_entities
from tocsin.resolve.entities.given_names import same_given
from tocsin.resolve.entities.officeholder_tables import Words, full_names, leaders_table, people_table
from tocsin.resolve.entities.titles import HONORIFICS, PARTICLES

LEADERS = sorted(name for name in leaders_table() if len(name[-1]) > 2)
MEMBERS = sorted(tuple(name.split()) for name in people_table() if len(name.split()) > 1 and len(name.split()[-1]) > 2)
INVENTED = st.from_regex(r"[A-Z][bdfgklmnprstvz][aeiou][bdfgklmnprstvz]{1,2}[aeiou]?", fullmatch=True)


def masked(text: str, name: str) -> str:
    at, act = text.index(name), text.index("beat")
    mention = Mention("e1", "ASSAULT", Quote(act, act + 4, "beat"), recipients=(Quote(at, at + len(name), name),))
    document = Document("d", text, "-")
    values = resolve_entities(document, [mention])
    claim = Claim("e1", "recipient", 0, mention.recipients[0], "asserted", values["e1", "recipient", 0])
    (public,) = mask([Reading(document, (mention,), (claim,), "none", "1")])
    return public.document.text


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(LEADERS) | st.sampled_from(MEMBERS), INVENTED, st.sampled_from(["", "President {} spoke. ", "{} spoke. "]))
def test_the_mask_hides_every_namesake(holder: Words, invented: str, before: str) -> None:
    surname = holder[-1]
    known = {word for full in full_names().get((surname,), ()) for word in full} | set(holder)
    assume(not any(same_given(invented, word) for word in known) and invented.lower() not in HONORIFICS | PARTICLES)
    name = f"{invented} {surname.title()}"
    text = masked(f"{before.format(surname.title())}Police beat {name}, 19, a student, on Monday.", name)
    assert invented not in text
    assert f"beat {name}" not in text


def test_a_text_without_capitals_keeps_no_private_name() -> None:
    text = "police beat sana mugabe, a seamstress, in harare on monday, and mugabe was seen limping home in the rain after dark, witnesses said."
    assert "mugabe" not in masked(text, "sana mugabe")
    assert "witnesses said" in masked(text, "sana mugabe")
