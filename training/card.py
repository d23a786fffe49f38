"""The model card that lies beside the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from training.learn import Recipe

_CARD = """# {{version}}

The reader of tocsin: one encoder of 80 million parameters with heads for triggers, modes, aux, hedge, contexts, roles, sectors, countries,
kinds of count and links between mentions, by tocsin's codebook. Weights: Apache-2.0.

## Where it comes from

It starts from the lower eight layers of all-mpnet-base-v2 (Apache-2.0) and was fine-tuned on
{real} annotated texts of real news ({real_events} events; their text is not part of tocsin) and {own} texts written for tocsin
({own_events} events, the train part of `corpus/`, CC BY 4.0). {held} more were held out to find thresholds (real news and the corpus'
validation part), {tested} to measure (its test part).
{begin}{epochs} epochs, batches of {windows} windows of up to {longest} pieces, rates {encoder_rate:g} (encoder) and {head_rate:g} (heads), seed {seed}, on
{device}.

## How good it is

F1 in percent. *Held out*: the mean of real news and the corpus, on the texts that the thresholds were found on. *Test part*: invented news
that it never saw. What it reaches on real news that it never saw is in docs/benchmarks.md.

| answer | held out | test part |
|---|---|---|
{rows}

## What it is for, and what not

English news reports, one at a time, on a laptop. It reads what a text says, not whether it is true. It misses about three events in
ten and finds some that are not there; scores tell the surer ones. It was taught by texts on some countries and kinds of event more than on
others. Do not act against a person because of what it read: look at the words it points at.
"""

FURTHER = "The last of several runs, each from the model that came of the one before: "


def model_card(
    *,
    taught: Sequence[Sequence[dict[str, Any]]],
    held: Sequence[Sequence[dict[str, Any]]],
    tested: Sequence[dict[str, Any]],
    recipe: Recipe,
    further: bool,
    scores: Mapping[str, Mapping[str, float]],
    device: str,
) -> str:
    """The card as Markdown, with ``{version}`` left for the exporter to fill in.

    ``taught`` holds the real texts and the corpus'; ``further``: the training went on from an exported model.
    """
    real, own = taught
    held_out, test_part = scores["held out"], scores["test part"]
    return _CARD.format(
        real=len(real),
        real_events=sum(len(document["events"]) for document in real),
        own=len(own),
        own_events=sum(len(document["events"]) for document in own),
        held=sum(map(len, held)),
        tested=len(tested),
        begin=FURTHER if further else "",
        epochs=recipe.epochs,
        windows=recipe.windows,
        longest=recipe.longest,
        encoder_rate=recipe.encoder_rate,
        head_rate=recipe.head_rate,
        seed=recipe.seed,
        device=device,
        rows="\n".join(f"| {name} | {value:.1f} | {test_part.get(name, 0.0):.1f} |" for name, value in held_out.items()),
    )
