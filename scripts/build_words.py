"""Compile the English words that are words of everyday texts: `src/aboveboard/names/data/words.txt`.

Source, facts only: the words of SCOWL counted in Google Books Ngram, as bundled by the bench dependency `symspellpy` 6.10.1 (MIT).
Run `uv run --group bench python scripts/build_words.py`.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from build_rarity import counts

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/words.txt"
WORDS, SHORTEST, LONGEST = 40_000, 3, 9
HEAD = """\
# English words of three to nine letters, the 40,000 most written. Made by scripts/build_words.py from the words in symspellpy 6.10.1
# (MIT; Google Books Ngram, SCOWL).
"""


def main() -> None:
    where = find_spec("symspellpy")
    if where is None or where.origin is None:
        raise SystemExit("symspellpy is not installed: uv sync --group bench")
    found = counts(Path(where.origin).parent / "frequency_dictionary_en_82_765.txt")
    words = [w for w, _ in found.most_common() if SHORTEST <= len(w) <= LONGEST][:WORDS]
    OUT.write_text(HEAD + "\n".join(sorted(words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
