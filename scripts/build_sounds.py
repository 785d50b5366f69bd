"""Compile the readings of ideographs the names room ships: `src/aboveboard/names/data/sounds.tsv`.

Source: the character readings of the development dependency `pypinyin` 0.55 (MIT). Tones are dropped; readings keep
their order, commonest first. Run `.venv/bin/python scripts/build_sounds.py`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from pypinyin.constants import PINYIN_DICT

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/sounds.tsv"
HEAD = """\
# Toneless Mandarin readings of ideographs: the readings, commonest first, and every character that has just these.
# Made by scripts/build_sounds.py from the readings in pypinyin 0.55 (MIT).
"""
MOST = 4
RANGES = ((0x3007, 0x3007), (0x4E00, 0x9FFF), (0x3400, 0x4DBF))


def toneless(syllable: str) -> str:
    """Write a syllable without its tone; ü is v, as it is typed."""
    bare = "".join(c for c in unicodedata.normalize("NFD", syllable) if c == "\u0308" or not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).replace("ü", "v").replace("ê", "e")


def main() -> None:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for code, text in sorted(PINYIN_DICT.items()):
        if any(low <= code <= high for low, high in RANGES):
            syllables = [s for s in dict.fromkeys(toneless(s) for s in text.split(",")) if s.isascii() and s.isalpha()]
            if syllables:
                groups[" ".join(syllables[:MOST])].append(code)
    rows = [f"{sounds}\t{''.join(map(chr, codes))}\n" for sounds, codes in sorted(groups.items())]
    OUT.write_text(HEAD + "".join(rows), "utf-8")
    print(f"{sum(map(len, groups.values())):,} characters in {len(groups):,} groups to {OUT}")


if __name__ == "__main__":
    main()
