"""Compile what else the characters of bodies' names are taken for: `src/aboveboard/names/data/named_shapes.tsv`.

The pairs are of general knowledge (`shapes_of_bodies.py`); what `shapes.tsv` has is left out. Run `.venv/bin/python scripts/build_named_shapes.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from shapes_of_bodies import BODIES

from aboveboard.names.shapes import CLASSIC

DATA = Path(__file__).parents[1] / "src/aboveboard/names/data"
HEAD = """\
# What characters of bodies' names are taken for beside what shapes.tsv says: a character, then its look-alikes after their likeness in
# hundredths. Made by scripts/build_named_shapes.py from pairs of general knowledge.
"""
TOLD = 60
"""The likeness of a pair: less than a reader takes for the other in a short name."""


def known() -> set[frozenset[str]]:
    """Return the pairs that are known at least so alike."""
    found = set(map(frozenset, CLASSIC.split()))
    for line in (DATA / "shapes.tsv").read_text("utf-8").splitlines():
        scored = re.findall(r"(\d+)(\D+)", line[2:]) if line[0] != "#" else ()
        found |= {frozenset((line[0], c)) for score, held in scored if int(score) >= TOLD for c in held}
    return found


def main() -> None:
    before, out = known(), list[str]()
    for group in sorted(BODIES):
        if held := "".join(c for c in group[1:] if frozenset((group[0], c)) not in before):
            out.append(f"{group[0]}\t{TOLD}{held}\n")
    (DATA / "named_shapes.tsv").write_text(HEAD + "".join(out), "utf-8")
    print(f"{sum(len(line) - 5 for line in out):,} pairs")


if __name__ == "__main__":
    main()
