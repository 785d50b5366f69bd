"""Compile how common words, letters and ideographs are: `src/aboveboard/names/data/rarity.tsv`.

Sources, facts only: English word counts as bundled by the bench dependency `symspellpy` 6.10.1 (MIT; counts of Google
Books Ngram, words of SCOWL), from which the pairs of letters are counted too; how often an ideograph occurs in the 47 thousand
phrases bundled by the development dependency `pypinyin` 0.55 (MIT). Run
`uv run --group bench python scripts/build_rarity.py`.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from pypinyin.constants import PHRASES_DICT

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/rarity.tsv"
WORDS = 9000
LEAST_IN_PHRASES = 2
HEAD = """\
# Background rarity in tenths of a bit: `word` an English word, `pair` a letter after another (^ the start, $ the end),
# `sign` the ideographs of one rarity. Made by scripts/build_rarity.py from the word counts in symspellpy 6.10.1
# (MIT; Google Books Ngram, SCOWL) and the phrases in pypinyin 0.55 (MIT).
"""


def counts(path: Path) -> Counter[str]:
    """Read word counts, commonest first."""
    rows = (line.split() for line in path.read_text("utf-8-sig").splitlines())
    return Counter({word: int(count) for word, count in rows if word.isascii() and word.isalpha()})


def tenths(part: float, total: float) -> int:
    return round(-10 * math.log2(part / total))


def words(found: Counter[str]) -> list[str]:
    total = sum(found.values())
    return [f"word\t{w}\t{tenths(n, total)}\n" for w, n in found.most_common(WORDS) if len(w) > 1]


def pairs(found: Counter[str]) -> list[str]:
    """Count pairs by distinct words, so that no frequent word rules; one is added to each."""
    seen: Counter[str] = Counter()
    for word in found:
        seen.update(a + b for a, b in zip(f"^{word}", f"{word}$", strict=True))
    letters = "abcdefghijklmnopqrstuvwxyz"
    rows = []
    for first in f"^{letters}":
        total = sum(seen[first + second] + 1 for second in f"{letters}$")
        rows += [f"pair\t{first}{second}\t{tenths(seen[first + second] + 1, total)}\n" for second in f"{letters}$"]
    return rows


def signs() -> list[str]:
    found = Counter(char for phrase in PHRASES_DICT for char in phrase if "\u4e00" <= char <= "\u9fff")
    total = sum(found.values())
    groups: dict[int, list[str]] = {}
    for char, count in sorted(found.items()):
        if count >= LEAST_IN_PHRASES:
            groups.setdefault(round(tenths(count, total) / 5) * 5, []).append(char)
    return [f"sign\t{''.join(chars)}\t{bits}\n" for bits, chars in sorted(groups.items())]


def main() -> None:
    package = find_spec("symspellpy")
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(str(package and package.origin)).parent
    found = counts(source / "frequency_dictionary_en_82_765.txt")
    rows = [*words(found), *pairs(found), *signs()]
    OUT.write_text(HEAD + "".join(rows), "utf-8")
    print(f"{len(rows):,} rows, {OUT.stat().st_size:,} bytes to {OUT}")


if __name__ == "__main__":
    main()
