"""The fields of one event that can be corrected: how each is read as JSON, checked, and written back into the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, cast

from tocsin.codebook import AUX, CONTEXTS, COUNT_KINDS, MODES, TYPE_NAMES
from tocsin.errors import InputError
from tocsin.records import Claim, CountQuote, EntityHint, Field, Mention, Quote, Reading, Value
from tocsin.review.values import KIND_OF, Json, quote_json, quote_of, value_json, value_of

LISTS: Mapping[str, str] = {"actor": "actors", "recipient": "recipients", "place": "places", "time": "times"}
"""Fields that are lists of words, and where a mention has them."""

SETS: tuple[str, ...] = ("modes", "aux", "contexts")
LINKS: tuple[str, ...] = ("same_as", "part_of")
FIELDS: tuple[str, ...] = (
    *("type", "modes", "aux", "hedged", "trigger", "actor", "recipient", "place", "time", "count", "said_by", "issue", "contexts"),
    *("same_as", "part_of", "where", "when"),
)
"""All fields of an event, in the order in which they are shown."""

GROWING: tuple[str, ...] = (*LISTS, "count", *SETS)
"""Fields to which one thing can be added, and of which one can be removed."""

NEEDED: tuple[str, ...] = ("type", "trigger")
"""What an event cannot be without."""

MOST = 500
"""Entries that a person may give a field at once: each is looked for in the whole reading."""

_CLAIM_ORDER: tuple[str, ...] = ("actor", "recipient", "said_by", "place", "time", "count", "where", "when")


@dataclass(frozen=True, slots=True)
class Coded:
    """A mention with its claims: what is corrected as one."""

    mention: Mention
    claims: tuple[Claim, ...]

    def of(self, field: str) -> dict[tuple[int, int], Claim]:
        """The claims of a field by their words' offsets."""
        return {(claim.quote.start, claim.quote.end): claim for claim in self.claims if claim.field == field}


def coded(reading: Reading) -> dict[str, Coded]:
    """Every mention of a reading with its claims, by its id, in the reading's order."""
    claims: dict[str, list[Claim]] = {mention.id: [] for mention in reading.mentions}
    for claim in reading.claims:
        claims.setdefault(claim.mention, []).append(claim)
    return {mention.id: Coded(mention, tuple(claims[mention.id])) for mention in reading.mentions}


# ---- reading


def read(event: Coded, field: str) -> Json:
    """A field as JSON.

    ``actor`` … ``time`` are lists of ``{"start", "end", "text", "score", "value"}``, ``count`` has ``of`` and ``said_by`` besides; ``said_by``,
    ``where`` and ``when`` are one such or null; ``trigger`` and ``issue`` are words without a value. Words that no claim rests on have
    no ``value``; those that could not be resolved have null.
    """
    mention = event.mention
    if field in LISTS:
        return [_item(event, field, quote) for quote in getattr(mention, LISTS[field])]
    if field == "count":
        return [_count_item(event, count) for count in mention.counts]
    if field == "said_by":
        return _item(event, field, mention.said_by) if mention.said_by else None
    if field in {"where", "when"}:
        claim = next((claim for claim in event.claims if claim.field == field), None)
        return {**quote_json(claim.quote), "value": value_json(claim.value)} if claim else None
    found = getattr(mention, field)
    if isinstance(found, Quote):
        return quote_json(found)
    return list(found) if isinstance(found, tuple) else found


def sheet(event: Coded) -> dict[str, Json]:
    """The whole event: every field as JSON."""
    return {field: read(event, field) for field in FIELDS}


def _item(event: Coded, field: str, quote: Quote) -> dict[str, Json]:
    claim = event.of(field).get((quote.start, quote.end))
    return {**quote_json(quote), **({"value": value_json(claim.value)} if claim else {})}


def _count_item(event: Coded, count: CountQuote) -> dict[str, Json]:
    said_by = quote_json(count.said_by) if count.said_by else None
    return {**_item(event, "count", count.quote), "of": count.kind, "said_by": said_by}


# ---- checking


def check(given: Json, field: str, event: Coded, reading: Reading) -> Json:
    """A person's JSON for a field, made whole: words with their text, values complete, each thing once.

    A value that is left out is that of the same words in this field, or else elsewhere in the document; null says that it is unknown.

    Raises:
        InputError: it is no value of this field.
    """
    if field in SETS:
        return _check_set(given, field, event.mention.type)
    if field in LINKS:
        return _check_link(given, field, event.mention, reading)
    if field in LISTS or field == "count":
        return _check_list(given, field, event, reading)
    if given is None and field in {"said_by", "issue", "where", "when"}:
        return None
    if field in {"said_by", "where", "when"}:
        return check_item(given, field, event, reading)
    return _check_plain(given, field, reading.document.text)


def _check_plain(given: Json, field: str, text: str) -> Json:
    if field in {"trigger", "issue"}:
        return quote_json(quote_of(given, text, field))
    if field == "hedged" and not isinstance(given, bool):
        raise InputError(f"hedged is true or false, not {given!r}")
    if field == "type" and given not in TYPE_NAMES:
        raise InputError(f"{given!r} is no event type; they are {' '.join(TYPE_NAMES)}")
    return given


def _check_list(given: Json, field: str, event: Coded, reading: Reading) -> list[dict[str, Json]]:
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise InputError(f"{field}: give a list of words, each with its start and end")
    if len(given) > MOST:
        raise InputError(f"{field}: {len(given):,} entries are more than any event has; give at most {MOST}")
    items = [check_item(item, field, event, reading) for item in given]
    return list({(item["start"], item["end"]): item for item in items}.values())


def check_item(given: Json, field: str, event: Coded, reading: Reading) -> dict[str, Json]:
    """One entry of a list, or the words of ``said_by``, ``where`` and ``when``, made whole.

    Raises:
        InputError: it is none.
    """
    text = reading.document.text
    quote = quote_of(given, text, field)
    known = {"start", "end", "text", "score", "value"} | ({"of", "said_by"} if field == "count" else set())
    unknown = sorted(set(given) - known)
    if unknown:
        raise InputError(f"{field}: words have no {unknown[0]!r}; they have {', '.join(sorted(known))}")
    former = event.of(field).get((quote.start, quote.end))
    of = _check_of(given, quote, event) if field == "count" else None
    if "value" in given:
        value = value_of(given["value"], field, quote, former.value if former else None, of)
    else:
        value = former.value if former else _known(quote, field, reading)
    item: dict[str, Json] = {**quote_json(quote), "value": value_json(value)}
    if field == "count":
        said_by = quote_json(quote_of(given["said_by"], text, "said_by")) if given.get("said_by") else None
        item |= {"of": of, "said_by": said_by}
        item["value"] = item["value"] and item["value"] | {"of": of}
    return item


def _check_of(given: Mapping[str, Json], quote: Quote, event: Coded) -> str:
    former = next((count.kind for count in event.mention.counts if _place(count.quote) == _place(quote)), None)
    of = given.get("of", former)
    if of not in COUNT_KINDS:
        raise InputError(f"count: say what “{quote.text}” counts: of is one of {' '.join(COUNT_KINDS)}")
    return cast(str, of)


def _check_set(given: Json, field: str, kind: str) -> list[str]:
    allowed = {"modes": MODES[kind], "aux": AUX, "contexts": CONTEXTS}[field]
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise InputError(f"{field}: give a list")
    wrong = [name for name in given if name not in allowed]
    if wrong:
        among = f"those of {kind} are {' '.join(allowed) or 'none'}" if field == "modes" else f"they are {' '.join(allowed)}"
        raise InputError(f"{wrong[0]!r} is none of the {field}; {among}")
    return [name for name in allowed if name in given]


def _check_link(given: Json, field: str, mention: Mention, reading: Reading) -> str | None:
    if given is None:
        return None
    ids = [other.id for other in reading.mentions]
    if given not in ids or given == mention.id:
        raise InputError(f"{field}: {given!r} is no other event of this document; its events are {' '.join(ids)}")
    before = [other.id for other in reading.mentions if other.trigger.start <= mention.trigger.start and other.id != mention.id]
    if mention.id in ids:
        before = ids[: ids.index(mention.id)]
    if field == "same_as" and given not in before:
        raise InputError(f"same_as: {given} stands after this mention; tie {given} to this one instead, the later to the earlier")
    return cast(str, given)


def _known(quote: Quote, field: str, reading: Reading) -> Value | None:
    """What the same words are elsewhere in the document."""
    alike = (claim.value for claim in reading.claims if claim.quote.text == quote.text and KIND_OF[claim.field] == KIND_OF[field])
    return next((value for value in alike if value is not None), None) if field != "count" else None


# ---- writing


def write(event: Coded, field: str, given: Json, text: str, keep_score: bool = False) -> Coded:
    """The event with a field that :func:`check` made whole put into it; all claims that follow from the field change with it.

    Raises:
        InputError: its words do not stand in the text.
    """
    if field in LISTS or field == "count":
        return _write_list(event, field, given, text, keep_score)
    if field == "said_by":
        return _write_said_by(event, given, text, keep_score)
    if field in {"where", "when"}:
        return _with_claims(event, field, [] if given is None else [_claim(event, field, 0, given, text, keep_score)])
    return _WRITERS.get(field, _write_plain)(event, field, given, text, keep_score)


def made(id: str, given: Mapping[str, Json], text: str, keep_score: bool = False) -> Coded:  # noqa: A002  # as in the records
    """An event out of its sheet.

    Raises:
        InputError: its words do not stand in the text.
    """
    score = 1.0
    event = Coded(Mention(id, given["type"], quote_of(given["trigger"], text, "trigger", keep_score), score=score), ())
    for field in FIELDS:
        if field in given and field not in NEEDED:
            event = write(event, field, given[field], text, keep_score)
    return event


Writer: TypeAlias = Callable[[Coded, str, Json, str, bool], Coded]


def _write_plain(event: Coded, field: str, given: Json, text: str, keep_score: bool) -> Coded:  # noqa: ARG001  # one signature for all
    value = tuple(given) if isinstance(given, list) else given
    mention = replace(event.mention, **cast("dict[str, Any]", {field: value}))
    was, now = event.mention.standing, mention.standing
    claims = tuple(replace(claim, standing=now) if claim.standing == was else claim for claim in event.claims)
    return Coded(mention, claims)


def _write_type(event: Coded, field: str, given: Json, text: str, keep_score: bool) -> Coded:  # noqa: ARG001  # see above
    modes = tuple(mode for mode in event.mention.modes if mode in MODES[given])
    return replace(event, mention=replace(event.mention, type=given, modes=modes))


def _write_modes(event: Coded, field: str, given: Json, text: str, keep_score: bool) -> Coded:  # noqa: ARG001  # see above
    """Modes that the type does not have are left out: the type may have been corrected before or after."""
    return replace(event, mention=replace(event.mention, modes=tuple(mode for mode in given if mode in MODES[event.mention.type])))


def _write_words(event: Coded, field: str, given: Json, text: str, keep_score: bool) -> Coded:
    quote = quote_of(given, text, field, keep_score) if given is not None else None
    return replace(event, mention=replace(event.mention, **cast("dict[str, Any]", {field: quote})))


_WRITERS: Mapping[str, Writer] = {"type": _write_type, "modes": _write_modes, "trigger": _write_words, "issue": _write_words}


def _write_list(event: Coded, field: str, given: Sequence[Json], text: str, keep_score: bool) -> Coded:
    quotes = tuple(quote_of(item, text, field, keep_score) for item in given)
    claims = [_claim(event, field, position, item, text, keep_score) for position, item in enumerate(given) if "value" in item]
    mention = event.mention
    if field == "count":
        counts = tuple(_count_quote(item, quote, text, keep_score) for item, quote in zip(given, quotes, strict=True))
        return _with_claims(Coded(replace(mention, counts=counts), event.claims), field, claims)
    changed: dict[str, Any] = {LISTS[field]: quotes}
    hints = {"actor": mention.actor_hints, "recipient": mention.recipient_hints}.get(field)
    if hints:
        kept = {_place(quote): hint for quote, hint in zip(getattr(mention, LISTS[field]), hints, strict=False)}
        changed[f"{field}_hints"] = tuple(kept.get(_place(quote), EntityHint()) for quote in quotes)
    return _with_claims(Coded(replace(mention, **changed), event.claims), field, claims)


def _count_quote(item: Mapping[str, Json], quote: Quote, text: str, keep_score: bool) -> CountQuote:
    said_by = quote_of(item["said_by"], text, "said_by", keep_score) if item.get("said_by") else None
    return CountQuote(item["of"], quote, said_by)


def _write_said_by(event: Coded, given: Json, text: str, keep_score: bool) -> Coded:
    """Another source: it claims all that the former one claimed, but for figures that have a source of their own."""
    was, now = event.mention.said_by, quote_of(given, text, "said_by", keep_score) if given is not None else None
    own = {_place(count.quote) for count in event.mention.counts if count.said_by}
    claims = tuple(
        replace(claim, claimant=now)
        if _alike(claim.claimant, was) and not (claim.field == "count" and _place(claim.quote) in own)
        else claim
        for claim in event.claims
    )
    changed = Coded(replace(event.mention, said_by=now), claims)
    claimed = [_claim(changed, "said_by", 0, given, text, keep_score)] if given is not None and "value" in given else []
    return _with_claims(changed, "said_by", claimed)


def _claim(event: Coded, field: str, position: int, item: Mapping[str, Json], text: str, keep_score: bool) -> Claim:
    """The claim that an item makes: whose and how firm it is stays as it was for words that were there before."""
    quote = quote_of(item, text, field, keep_score)
    former = event.of(field).get(_place(quote))
    value = value_of(item["value"], field, quote, of=item.get("of"))
    standing = former.standing if former else event.mention.standing
    claimant = former.claimant if former else event.mention.said_by
    if item.get("said_by"):
        claimant = quote_of(item["said_by"], text, "said_by", keep_score)
    return Claim(event.mention.id, cast(Field, field), position, quote, standing, value, claimant)


def _with_claims(event: Coded, field: str, claims: Iterable[Claim]) -> Coded:
    kept = [claim for claim in event.claims if claim.field != field]
    ordered = sorted([*kept, *claims], key=lambda claim: (_CLAIM_ORDER.index(claim.field), claim.position))
    return Coded(event.mention, tuple(ordered))


def _place(quote: Quote) -> tuple[int, int]:
    return quote.start, quote.end


def _alike(one: Quote | None, other: Quote | None) -> bool:
    return one is other or (one is not None and other is not None and _place(one) == _place(other))
