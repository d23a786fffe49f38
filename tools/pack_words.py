# ruff: noqa: INP001 - a script, no part of a package
"""Write ``src/tocsin/corroborate/data/words.txt``: the whole words of the encoder's vocabulary, which lists the commonest first.

python tools/pack_words.py
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).parent.parent
VOCABULARY = ROOT / "src/tocsin/reader/model/tokenizer.json"
WORDS = ROOT / "src/tocsin/corroborate/data/words.txt"

HEAD = "# English words, the commonest first: the whole words of BERT's uncased vocabulary (Apache-2.0). Written by tools/pack_words.py\n"


def main() -> None:
    """Write the list anew."""
    vocabulary: dict[str, int] = json.loads(VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    words = [word for word in sorted(vocabulary, key=vocabulary.__getitem__) if word.isalpha() and word.isascii() and len(word) > 1]
    WORDS.write_text(HEAD + "".join(f"{word}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
