"""Compile the provinces, cities, counties and districts of China: `src/aboveboard/names/data/places_cn.txt`.

Source: the codes of administrative divisions (GB/T 2260), as carried by the Python package `cpca` 0.5.5 (MIT). Give the path of its file
`resources/adcodes.csv`: `.venv/bin/python scripts/build_places_cn.py PATH`. Names stand without what sort of place they are.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/aboveboard/names/data/places_cn.txt"
HEAD = """\
# Provinces, cities, counties and districts of China, without the sign for what sort of place each is.
# Made by scripts/build_places_cn.py from the codes of administrative divisions (GB/T 2260) in cpca 0.5.5 (MIT).
"""
SORT = re.compile(
    "(?:(?:[\u4e00-\u9fff]{1,4}族){0,4}自治[县州区旗]|特别行政区|自治区|地区|林区|矿区|新区|特区|省|市|县|区|旗|盟)$"
)
PLAIN = re.compile("[\u4e00-\u9fff]{2,4}")


def main() -> None:
    with Path(sys.argv[1]).open(encoding="utf-8") as table:
        found = {SORT.sub("", row["name"].strip()) for row in csv.DictReader(table)}
    places = sorted(filter(PLAIN.fullmatch, found))
    OUT.write_text(HEAD + " ".join(places) + "\n", "utf-8")
    print(f"{len(places):,} places to {OUT}")


if __name__ == "__main__":
    main()
